/** Judgements that count for no tag of a codebook version, and the statements to judge again. */
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Uncounted } from '../../domain/agreement/lineage.ts'
import type { LossReason } from '../../domain/codebook/lineage.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { userOf } from '../guard/access.ts'
import { has } from '../guard/caller.ts'
import { StatementType } from '../record/statement.ts'
import type { Context } from '../schema/context.ts'
import { LossReasonEnum } from '../schema/enums.ts'
import type { KnownAgreement } from './agreement.kept.ts'

const STATEMENTS_SHOWN = 20

@ObjectType('UncountedJudgements', {
  description:
    'Judgements of statements coded twice, made under an earlier version with a tag that was split or retired since: what was meant is no tag of this version, so they count for none until the statement is judged again.',
})
export class UncountedJudgementsType implements Pick<Uncounted, 'tag' | 'codebook' | 'because' | 'judgements'> {
  @Field(() => String, { description: 'Code of the tag, in the version they were made under.' })
  readonly tag!: string

  @Field(() => String, { description: 'Its name for people in that version.' })
  readonly label!: string

  @Field(() => String, { description: 'The version they were made under.' })
  readonly codebook!: string

  @Field(() => LossReasonEnum, { description: 'Why they count for none.' })
  readonly because!: LossReason

  @Field(() => Int, { description: 'How many, 1 or more.' })
  readonly judgements!: number

  /** Statements of which whoever asks may know how they were judged. */
  readonly seen!: readonly number[]
}

@Resolver(() => UncountedJudgementsType)
export class UncountedJudgementsResolver {
  @FieldResolver(() => [StatementType], {
    description: `The statements, the newest first; ${STATEMENTS_SHOWN} at most. Who is no editor sees those alone that they have judged too.`,
  })
  async statements(@Root() { seen }: UncountedJudgementsType, @Ctx() ctx: Context): Promise<Statement[]> {
    const found = await Promise.all(seen.slice(0, STATEMENTS_SHOWN).map((id) => ctx.loaders.statement.load(id)))
    return found.filter((statement) => statement !== null)
  }
}

export function uncountedIn(ctx: Context, { uncounted, judges }: KnownAgreement): UncountedJudgementsType[] {
  const all = has(ctx.caller, 'EDITOR')
  const { name } = userOf(ctx.caller)
  const labels = new Map(
    ctx.record.codebooks.flatMap((c) => c.tags.map((tag) => [`${c.version} ${tag.code}`, tag.label] as const)),
  )
  return uncounted.map(({ statements, ...told }) => ({
    ...told,
    label: labels.get(`${told.codebook} ${told.tag}`) ?? told.tag,
    seen: all ? statements : statements.filter((id) => judges.get(id)?.has(name)),
  }))
}
