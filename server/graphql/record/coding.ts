/** Codings: what each coder judged a statement to be. A coder sees those of others once they have given their own. */
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { type Coding, isCoder } from '../../domain/agreement/coding.ts'
import { heirsOf } from '../../domain/codebook/lineage.ts'
import { refuse } from '../../domain/error.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import { codingsOf, replaceCoding } from '../../store/coding.ts'
import { codebookOf } from '../codebooks/codebook.resolve.ts'
import { TagType } from '../codebooks/codebook.ts'
import { userOf } from '../guard/access.ts'
import { hasRole } from '../guard/caller.ts'
import type { Context } from '../schema/context.ts'
import { CodingStateEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { numberKey } from '../schema/node.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { judgedBy } from './judgement.ts'
import { read } from './statement.change.ts'
import { corrected, standing } from './statement.corrected.ts'
import { JudgementInput } from './statement.inputs.ts'
import { StatementType } from './statement.ts'

@ObjectType('Coding', { description: 'What one coder, a program or an adjudicator judged a statement to be.' })
export class CodingType implements Pick<Coding, 'codebook' | 'coder' | 'state' | 'confidence' | 'reason' | 'shown'> {
  readonly tag!: string

  @Field(() => String, { description: 'Version of the codebook it was judged by.' })
  readonly codebook!: string

  @Field(() => String, {
    description: 'A user’s name; `machine:` and the name of a program; `gold:` and the name of whoever adjudicated.',
  })
  readonly coder!: string

  @Field(() => CodingStateEnum, { description: 'What has become of it.' })
  readonly state!: Coding['state']

  @Field(() => Float, { nullable: true, description: '0–1; null for a person’s judgement.' })
  readonly confidence!: number | null

  @Field(() => String, { description: 'Why this tag; empty: nobody said.' })
  readonly reason!: string

  @Field(() => String, {
    nullable: true,
    description: 'Code of the tag proposed to the coder before they judged; null: none, as far as is on record.',
  })
  readonly shown!: string | null
}

@InputType('CodingSubmission', { description: 'What somebody judges a statement to be, without settling it.' })
class CodingSubmissionInput {
  @Field(() => ID, { description: 'Id of the statement as last read.' })
  statement!: string

  @Field(() => JudgementInput, { description: 'The stance.' })
  judgement!: JudgementInput
}

@InputType('Adjudication', { description: 'What a statement is, after its coders differed or agreed.' })
class AdjudicationInput extends CodingSubmissionInput {
  @Field(() => ID, { nullable: true, description: 'The event it reports, where that is on record; null: its own.' })
  event?: string | null
}

const SubmitCodingPayload = payloadOf(
  'SubmitCodingPayload',
  'coding',
  () => CodingType,
  'the coding; null where refused.',
)
const AdjudicatePayload = payloadOf(
  'AdjudicatePayload',
  'statement',
  () => StatementType,
  'the statement as it is settled now; null where refused.',
)

@Resolver(() => CodingType)
export class CodingResolver {
  @Query(() => [CodingType], {
    description:
      'The standing codings of a statement, the newest last. Who is no editor sees those of others only beside their own.',
  })
  async codings(
    @Arg('statement', () => ID, { description: 'Id of the statement.' }) statement: string,
    @Ctx() ctx: Context,
  ): Promise<Coding[]> {
    const id = orGraphQLError(numberKey('Statement', statement)) as StatementId
    const found = await codingsOf(ctx.db, [id], ctx.revision)
    const own = found.filter((c) => c.coder === userOf(ctx.caller).name)
    return own.length > 0 || hasRole(ctx.caller, 'EDITOR') ? found : found.filter((c) => c.coder.startsWith('machine:'))
  }

  @FieldResolver(() => TagType, { description: 'The stance.' })
  tag(@Root() coding: CodingType, @Ctx() ctx: Context): TagType {
    const tag = codebookOf(ctx.record, coding.codebook, ctx.revision).tags.find((t) => t.code === coding.tag)
    if (!tag) throw new Error(`${coding.codebook} has lost the tag ${coding.tag}`)
    return tag
  }

  @FieldResolver(() => TagType, {
    nullable: true,
    description:
      'The stance in the tags of another version, as what became of its tag has it; null where that was split or retired.',
  })
  tagUnder(
    @Root() coding: CodingType,
    @Arg('codebook', () => String, { defaultValue: 'default', description: 'Version, or name: its latest.' })
    codebook: string,
    @Ctx() { record, revision }: Context,
  ): TagType | null {
    const { tags } = codebookOf(record, codebook, revision)
    const heir = heirsOf(codebookOf(record, coding.codebook, revision).tags, tags).get(coding.tag)
    return heir !== undefined && 'tag' in heir ? (tags.find((t) => t.code === heir.tag) ?? null) : null
  }

  @Mutation(() => SubmitCodingPayload, {
    description: 'Gives one’s own judgement of a statement; one given before is superseded. It settles nothing.',
  })
  async submitCoding(
    @Arg('input', () => CodingSubmissionInput, { description: 'Which, and how.' }) input: CodingSubmissionInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ coding: CodingType }>> {
    return change(ctx, 'submitCoding', async (tx, note) => {
      const statement = await standing(tx, input.statement)
      const { coding } = await judgedBy(ctx, tx, input.judgement, statement)
      const [former] = (await codingsOf(tx, [statement.id], tx.revision)).filter(
        (c) => c.coder === coding.coder && c.codebook === coding.codebook,
      )
      if (former?.state === 'SETTLED') {
        const rule = 'your judgement has settled this statement'
        orUserError(refuse('CONFLICT', former.tag, rule, 'Settle it anew with settleStatement'), 'statement')
      }
      const submitted = { ...coding, state: 'SUBMITTED' } as const
      await replaceCoding(tx, statement, submitted)
      const { tag, codebook } = submitted
      const before = former ? { tag: former.tag, codebook: former.codebook } : null
      await note({ noun: 'Coding', key: statement.id, before, after: { tag, codebook } })
      return { coding: submitted }
    })
  }

  @Mutation(() => AdjudicatePayload, {
    description: 'Settles a statement that two or more have coded; what each of them judged stays on record.',
  })
  async adjudicate(
    @Arg('input', () => AdjudicationInput, { description: 'Which, and how.' }) input: AdjudicationInput,
    @Ctx() ctx: Context,
  ): Promise<Outcome<{ statement: Statement }>> {
    return read(ctx, 'adjudicate', async (tx) => {
      const before = await standing(tx, input.statement)
      if ((input.judgement.reason ?? '').trim() === '') {
        const rule = 'a decision says why: the coders read it'
        orUserError(refuse('INCOMPLETE', input.statement, rule, 'Give the judgement a reason'), 'judgement.reason')
      }
      const coders = new Set((await codingsOf(tx, [before.id], tx.revision)).map((c) => c.coder).filter(isCoder))
      if (coders.size < 2) {
        const rule = `it has been coded by ${coders.size}, and adjudication weighs two or more judgements`
        orUserError(refuse('INCOMPLETE', input.statement, rule, 'Settle it with settleStatement'), 'statement')
      }
      return corrected(ctx, tx, input, true)
    })
  }
}
