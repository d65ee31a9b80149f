/** The desk of an analyst: documents that wait, what the coder proposes for one, and the work on it so far. */
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { worldDictionary } from '../coder/dictionary.world.ts'
import { shippedModel } from '../coder/shipped.ts'
import { type Coder, coderOf, type Suggested, suggest } from '../coder/suggest.ts'
import type { Suggestion } from '../coder/suggestion.ts'
import type { Quad } from '../domain/codebook.ts'
import type { Day, Precision } from '../domain/day.ts'
import { checkDeskBody, type DeskDraft } from '../domain/desk.ts'
import type { Document, DocumentId } from '../domain/document.ts'
import { isRefusal, type Refusal, refuse } from '../domain/error.ts'
import type { Instant } from '../domain/revision.ts'
import type { Statement } from '../domain/statement.ts'
import {
  type Colleague,
  colleaguesAt,
  type DeskItem,
  deskDraftOf,
  deskQueue,
  keepDeskDraft,
  statementsAt,
} from '../store/desk.ts'
import { documentsById, textsOf } from '../store/document.ts'
import { userOf } from './access.ts'
import { codebookOf } from './codebook.asked.ts'
import type { Context } from './context.ts'
import { DocumentType } from './document.ts'
import { PrecisionEnum, QuadEnum } from './enums.ts'
import { accepted } from './errors.ts'
import { type Read, readIn } from './loaders.ts'
import { numberKey } from './node.ts'
import { change, type Outcome, payloadOf, taken } from './payload.ts'
import { DateScalar, DateTimeScalar } from './scalars.ts'
import { StatementType } from './statement.ts'

const MOST_DOCUMENTS = 100
const MOST_STATEMENTS = 100
/** Beyond it the coder would hold up everybody else; an article has 30,000. */
const MOST_CODED = 60_000

@ObjectType('DeskItem', { description: 'A document whose text is kept, and what has come of it.' })
export class DeskItemType implements DeskItem {
  @Field(() => DocumentType, { description: 'The document.' })
  readonly document!: Document

  @Field(() => Int, { description: 'Statements of it that are settled.' })
  readonly settled!: number

  @Field(() => Int, { description: 'Statements of it that are not.' })
  readonly unsettled!: number

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When you last changed your work on it; null: not begun.',
  })
  readonly changedAt!: Instant | null
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

@ObjectType('Colleague', { description: 'Somebody else who is at the same document.' })
export class ColleagueType implements Colleague {
  @Field(() => String, { description: 'Name.' })
  readonly name!: string

  @Field(() => DateTimeScalar, { description: 'When they last changed their work on it.' })
  readonly changedAt!: Instant
}

@ObjectType('DeskDraft', { description: 'Your work on a document that is not settled yet.' })
export class DeskDraftType implements Pick<DeskDraft, 'edition' | 'body' | 'changedAt'> {
  @Field(() => Int, { description: 'Grows with every change; to be given with the next one.' })
  readonly edition!: number

  @Field(() => String, { description: 'JSON text, as it was kept.' })
  readonly body!: string

  @Field(() => DateTimeScalar, { description: 'When it was last changed.' })
  readonly changedAt!: Instant
}

@ObjectType('Desk', { description: 'One document at the desk.' })
export class DeskType {
  readonly text!: string | null

  @Field(() => DocumentType, { description: 'The document; its field `text` holds what offsets count in.' })
  readonly document!: Document
}

@InputType('DeskWork', { description: 'The work on a document, to be kept.' })
class DeskWorkInput {
  @Field(() => ID, { description: 'Id of the document.' })
  document!: string

  @Field(() => Int, { description: 'The edition as last read; 0: not begun.' })
  edition!: number

  @Field(() => String, { description: 'JSON text, at most 80,000 characters.' })
  body!: string
}

const KeepDeskDraftPayload = payloadOf(
  'KeepDeskDraftPayload',
  'draft',
  () => DeskDraftType,
  'the work; null where refused.',
)

@Resolver(() => DeskType)
export class DeskResolver {
  @Query(() => [DeskItemType], { description: 'Documents whose text is kept, the newest first; 100 at most.' })
  async deskQueue(@Ctx() ctx: Context): Promise<DeskItem[]> {
    ctx.beside.read = true
    return deskQueue(ctx.db, userOf(ctx.caller).id, MOST_DOCUMENTS)
  }

  @Query(() => DeskType, { nullable: true, description: 'One document at the desk; null if there is none of this id.' })
  async desk(
    @Arg('document', () => ID, { description: 'Id of the document.' }) id: string,
    @Ctx() ctx: Context,
  ): Promise<DeskType | null> {
    ctx.beside.read = true
    const key = accepted(numberKey('Document', id)) as DocumentId
    const [document] = await documentsById(ctx.db, [key])
    return document ? { document, text: (await textsOf(ctx.db, [key])).get(key) ?? null } : null
  }

  @FieldResolver(() => [SuggestionType], { description: 'What the coder proposes, in the order of the text.' })
  suggestions(@Root() desk: DeskType, @Ctx() ctx: Context): readonly Suggestion[] {
    const answer = proposed(ctx, desk)
    return isRefusal(answer) ? [] : answer.suggestions
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why the coder proposes nothing; null where it does.' })
  silence(@Root() desk: DeskType, @Ctx() ctx: Context): string | null {
    const answer = proposed(ctx, desk)
    return isRefusal(answer) ? `${answer.rule}. ${answer.cure}.` : answer.reason
  }

  @FieldResolver(() => DeskDraftType, { nullable: true, description: 'Your work on it; null: not begun.' })
  async draft(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<DeskDraft | null> {
    return deskDraftOf(ctx.db, document.id, userOf(ctx.caller).id)
  }

  @FieldResolver(() => [ColleagueType], { description: 'Who else has begun on it, the latest first; 20 at most.' })
  async colleagues(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<Colleague[]> {
    return colleaguesAt(ctx.db, document.id, userOf(ctx.caller).id)
  }

  @FieldResolver(() => [StatementType], {
    description: 'Its statements that stand, in the order of the text; 100 at most.',
  })
  async statements(@Root() { document }: DeskType, @Ctx() ctx: Context): Promise<Read<Statement>[]> {
    return (await statementsAt(ctx.db, document.id, MOST_STATEMENTS)).map((row) => readIn(row, ctx.revision))
  }

  @Mutation(() => KeepDeskDraftPayload, {
    description: 'Keeps your work on a document, so that a killed tab loses nothing.',
  })
  async keepDeskDraft(
    @Arg('input', () => DeskWorkInput, { description: 'Which, and what.' }) input: DeskWorkInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ draft: DeskDraft }>> {
    // Typing is no change of data: it stands in the audit when it is settled.
    return change(ctx, 'keepDeskDraft', async (tx) => {
      const { edition, body } = input
      taken(checkDeskBody(body) ?? body, 'body')
      const document = taken(numberKey('Document', input.document), 'document') as DocumentId
      const [known] = await documentsById(tx, [document])
      taken(known ?? refuse('UNKNOWN_ID', input.document, 'no document has this id', 'Add it first'), 'document')
      const draft = taken(await keepDeskDraft(tx, { document, user: userOf(ctx.caller).id, edition, body }), 'edition')
      return { draft }
    })
  }
}

const answers = new WeakMap<DeskType, Suggested | Refusal>()

function proposed(ctx: Context, desk: DeskType): Suggested | Refusal {
  const known = answers.get(desk)
  if (known) return known
  const answer = propose(ctx, desk)
  answers.set(desk, answer)
  return answer
}

function propose(ctx: Context, { document, text }: DeskType): Suggested | Refusal {
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
