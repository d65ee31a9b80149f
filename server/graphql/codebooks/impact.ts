/** What a change of codebook does: how far scores move, and which statements and events it affects. */
import { Field, Float, Int, ObjectType } from 'type-graphql'
import type { Codebook } from '../../domain/codebook/codebook.ts'
import { descentOf, movedLeaves, versionsUpTo } from '../../domain/codebook/lineage.ts'
import type { Day } from '../../domain/day.ts'
import { MEASURES, type Measure, type Relation } from '../../domain/directory/relation.ts'
import { type Impact, impactOf, placesOf } from '../../domain/explain/impact.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { affectedBy, settledWith } from '../../store/affected.ts'
import { RelationType } from '../directory/relation.ts'
import { StatementType } from '../record/statement.ts'
import type { Context } from '../schema/context.ts'
import { MeasureEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'
import { dailyLinesOf } from '../scores/daily.ts'

@ObjectType('ScoreImpact', {
  simpleResolvers: true,
  description:
    'How far one score of one relation moves from version `a` to version `b`, over all its days. Undirected, method INTENSITY, in points of 0–100.',
})
export class ScoreImpactType implements Impact {
  @Field(() => RelationType, { description: 'The relation.' })
  readonly relation!: Relation

  @Field(() => MeasureEnum, { description: 'The measure of the score: tension or engagement.' })
  readonly measure!: Measure

  @Field(() => Float, { nullable: true, description: 'The last score under `a`, 0–100; null if there is none.' })
  readonly before!: number | null

  @Field(() => Float, { nullable: true, description: 'The last score under `b`, 0–100; null if there is none.' })
  readonly after!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Place among the named relations under `a`, 1 for the highest score; null if there is no score.',
  })
  readonly placeBefore!: number | null

  @Field(() => Int, {
    nullable: true,
    description: 'Place among the named relations under `b`, 1 for the highest score; null if there is no score.',
  })
  readonly placeAfter!: number | null

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the score moves most; null if no day has a score under both.',
  })
  readonly day!: Day | null

  @Field(() => Float, {
    nullable: true,
    description:
      'By how many points the score moves on that day, with its sign; null if no day has a score under both.',
  })
  readonly largest!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Mean of the absolute movement over all days, in points; null if no day has a score under both.',
  })
  readonly mean!: number | null

  @Field(() => Int, { description: 'Number of days with a score under both versions.' })
  readonly n!: number
}

@ObjectType('AffectedItems', {
  simpleResolvers: true,
  description: 'The statements and events on record that a change of codebook affects.',
})
export class AffectedItemsType {
  @Field(() => Int, { description: 'Number of current statements whose leaf gets another tag or other weights.' })
  readonly statements!: number

  @Field(() => Int, { description: 'Number of current events whose leaf gets another tag or other weights.' })
  readonly events!: number

  @Field(() => Int, {
    description:
      'Number of statements to recode: a person settled them with a tag that is split, and only a person can say which part was meant. Until then they count by their leaf.',
  })
  readonly recode!: number

  @Field(() => [StatementType], { description: 'The first statements to recode, by day; at most 20.' })
  readonly toRecode!: readonly Statement[]
}

/** The impact on both measures of every named relation, by rank. */
export async function impactsOf(ctx: Context, a: Codebook, b: Codebook): Promise<ScoreImpactType[]> {
  const { relations } = ctx.record.directoryIn(ctx.revision)
  const lines = await Promise.all(
    relations.map(async (relation) => ({
      relation,
      before: await dailyLinesOf(ctx, relation, a),
      after: await dailyLinesOf(ctx, relation, b),
    })),
  )
  return MEASURES.flatMap((measure) => {
    const key = measure === 'TENSION' ? 'tension' : 'engagement'
    const impacts = lines.map(({ before, after }) => impactOf(before, after, key))
    const [was, is] = [placesOf(impacts.map((i) => i.before)), placesOf(impacts.map((i) => i.after))]
    return impacts.map((impact, i) => {
      const { relation } = lines[i] as (typeof lines)[number]
      return { relation, measure, ...impact, placeBefore: was[i] ?? null, placeAfter: is[i] ?? null }
    })
  })
}

const MAX_TO_RECODE = 20

export async function affectedOf(ctx: Context, a: Codebook, b: Codebook): Promise<AffectedItemsType> {
  const { codebooks, leaves } = ctx.record
  const split = descentOf(a.tags, b.tags).filter(({ fate }) => fate === 'SPLIT')
  // In a later version one part of a split tag may have its code.
  const versions = versionsUpTo(codebooks, a).map((c) => c.version)
  const moved = movedLeaves(a.tags, b.tags, leaves)
  const tags = split.map(({ tag }) => tag.code)
  const recoding = await settledWith(ctx.db, tags, versions, ctx.revision, MAX_TO_RECODE)
  return { ...(await affectedBy(ctx.db, moved, ctx.revision)), recode: recoding.count, toRecode: recoding.first }
}
