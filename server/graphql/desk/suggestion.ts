/** What the coder proposes for a document whose text is kept. */
import { Field, Float, Int, ObjectType } from 'type-graphql'
import { type Coder, coderOf, type Suggested } from '../../coder/coder.ts'
import { worldDictionary } from '../../coder/dictionary.world.ts'
import { shippedModel } from '../../coder/shipped.ts'
import { suggest } from '../../coder/suggest.ts'
import type { Suggestion } from '../../coder/suggestion.ts'
import type { Quad } from '../../domain/codebook/codebook.ts'
import type { Day, Precision } from '../../domain/day.ts'
import { type Refusal, refuse } from '../../domain/error.ts'
import type { Document } from '../../domain/record/document.ts'
import { codebookOf } from '../codebooks/codebook.resolve.ts'
import type { Context } from '../schema/context.ts'
import { PrecisionEnum, QuadEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'

/** Beyond it the coder would hold up everybody else; an article has 30,000. */
const MOST_CODED = 60_000

export interface Proposable {
  readonly document: Document
  /** null: not kept. */
  readonly text: string | null
}

@ObjectType('Suggestion', {
  description: 'A statement that the coder proposes. Nothing of it counts until it is settled.',
})
export class SuggestionType implements Suggestion {
  readonly leaf!: Suggestion['leaf']

  @Field(() => Int, { description: 'Where it begins in the text, in UTF-16 units.' })
  readonly start!: number

  @Field(() => Int, { description: 'Where it ends, exclusive.' })
  readonly end!: number

  @Field(() => String, { description: 'What stands there.' })
  readonly text!: string

  @Field(() => String, { nullable: true, description: 'Code of who acts; null where the coder does not know.' })
  readonly source!: string | null

  @Field(() => String, { nullable: true, description: 'Code of toward whom; null where the coder does not know.' })
  readonly target!: string | null

  @Field(() => Boolean, { description: 'Did both do it to each other?' })
  readonly mutual!: boolean

  @Field(() => String, { description: 'Code of the tag in the latest default codebook.' })
  readonly tag!: string

  @Field(() => QuadEnum, { description: 'Family of the tag.' })
  readonly quad!: Quad

  @Field(() => DateScalar, { nullable: true, description: 'When; null where neither text nor document tells.' })
  readonly day!: Day | null

  @Field(() => PrecisionEnum, { description: 'How exactly the day is known.' })
  readonly precision!: Precision

  @Field(() => String, { nullable: true, description: 'Who speaks, as the text has it; null for an act.' })
  readonly speaker!: string | null

  @Field(() => Boolean, { description: 'Is it a third party’s claim?' })
  readonly reported!: boolean

  @Field(() => Boolean, { description: 'Is it denied by the one it is laid to?' })
  readonly denied!: boolean

  @Field(() => Boolean, { description: 'Is it about what would, could or might be?' })
  readonly hypothetical!: boolean

  @Field(() => Boolean, { description: 'Is it mentioned in passing?' })
  readonly background!: boolean

  @Field(() => Float, { description: '0–1: the share of such suggestions that were right where it was measured.' })
  readonly confidence!: number

  @Field(() => String, { description: 'Which words told what.' })
  readonly reason!: string
}

const answers = new WeakMap<Proposable, Suggested | Refusal>()

/** Answered once for a document of a request, however many of its fields ask. */
export function proposed(ctx: Context, desk: Proposable): Suggested | Refusal {
  const known = answers.get(desk)
  if (known) return known
  const answer = propose(ctx, desk)
  answers.set(desk, answer)
  return answer
}

function propose(ctx: Context, { document, text }: Proposable): Suggested | Refusal {
  if (text === null) return { suggestions: [], reason: 'Its text is not kept. Add the document again with its text.' }
  if (!/^en\b/.test(document.language)) {
    return {
      suggestions: [],
      reason: `The coder reads English, and this is ${document.language}. Add statements by hand.`,
    }
  }
  if (text.length > MOST_CODED) {
    const rule = `the coder takes at most ${MOST_CODED} characters here`
    return refuse('TOO_MUCH', `${text.length} characters`, rule, 'Code it by npm run code, or add it in parts')
  }
  return suggest(coderIn(ctx), text, document.published, 'DAY')
}

let latest: { readonly key: string; readonly coder: Coder } | null = null

/** One coder for a revision's directory and codebook: building its dictionary costs more than an article. */
function coderIn(ctx: Context): Coder {
  const codebook = codebookOf(ctx.record, 'default', ctx.revision)
  const key = `${ctx.revision} ${codebook.version}`
  if (latest?.key !== key)
    latest = { key, coder: coderOf(worldDictionary(ctx.record.directoryIn(ctx.revision)), codebook, shippedModel()) }
  return latest.coder
}
