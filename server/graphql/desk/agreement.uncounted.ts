/** Judgements that count for no tag of a codebook version, and the statements to judge again. */
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Uncounted } from '../../domain/agreement/lineage.ts'
import type { LossReason } from '../../domain/codebook/lineage.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { userOf } from '../guard/access.ts'
import { hasRole } from '../guard/caller.ts'
import { StatementType } from '../record/statement.ts'
import type { Context } from '../schema/context.ts'
import { LossReasonEnum } from '../schema/enums.ts'
import type { VersionAgreement } from './agreement.cache.ts'

const MAX_STATEMENTS = 20

@ObjectType('UncountedJudgements', {
  description:
    'Judgements of statements coded by two or more, made under an earlier version with a tag that was split or retired since. They count for no tag of this version until the statement is judged again.',
})
export class UncountedJudgementsType implements Pick<Uncounted, 'tag' | 'codebook' | 'because' | 'judgements'> {
  @Field(() => String, { description: 'Code of the tag, in the version of the judgements.' })
  readonly tag!: string

  @Field(() => String, { description: 'Name of the tag in that version, for readers.' })
  readonly label!: string

  @Field(() => String, { description: 'The version that the judgements were made under.' })
  readonly codebook!: string

  @Field(() => LossReasonEnum, { description: 'Why the judgements count for no tag.' })
  readonly because!: LossReason

  @Field(() => Int, { description: 'Number of judgements, 1 or more.' })
  readonly judgements!: number

  /** Ids of the statements whose judgements the caller may see. */
  readonly seen!: readonly number[]
}

@Resolver(() => UncountedJudgementsType)
export class UncountedJudgementsResolver {
  @FieldResolver(() => [StatementType], {
    description: `The statements, newest first; at most ${MAX_STATEMENTS}. Only editors see statements that they have not judged themselves.`,
  })
  async statements(@Root() { seen }: UncountedJudgementsType, @Ctx() ctx: Context): Promise<Statement[]> {
    const found = await Promise.all(seen.slice(0, MAX_STATEMENTS).map((id) => ctx.loaders.statement.load(id)))
    return found.filter((statement) => statement !== null)
  }
}

export function uncountedIn(ctx: Context, { uncounted, judges }: VersionAgreement): UncountedJudgementsType[] {
  const all = hasRole(ctx.caller, 'EDITOR')
  const { name } = userOf(ctx.caller)
  const labels = new Map(
    ctx.record.codebooks.flatMap((c) => c.tags.map((tag) => [`${c.version} ${tag.code}`, tag.label] as const)),
  )
  return uncounted.map(({ statements, ...group }) => ({
    ...group,
    label: labels.get(`${group.codebook} ${group.tag}`) ?? group.tag,
    seen: all ? statements : statements.filter((id) => judges.get(id)?.has(name)),
  }))
}
