/** What a change of codebook does to the record: how far scores move, and which items it bears on. */
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
  description: 'How far one score of one relation moves over all its days. Undirected intensity; points of 0–100.',
})
export class ScoreImpactType implements Impact {
  @Field(() => RelationType, { description: 'The relation.' })
  readonly relation!: Relation

  @Field(() => MeasureEnum, { description: 'Which score.' })
  readonly measure!: Measure

  @Field(() => Float, { nullable: true, description: 'Its last score under `a`; null: none.' })
  readonly before!: number | null

  @Field(() => Float, { nullable: true, description: 'Its last score under `b`; null: none.' })
  readonly after!: number | null

  @Field(() => Int, { nullable: true, description: 'Place among the named relations under `a`, 1 the highest.' })
  readonly placeBefore!: number | null

  @Field(() => Int, { nullable: true, description: 'Place under `b`.' })
  readonly placeAfter!: number | null

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it moves most; null: no day has a score.' })
  readonly day!: Day | null

  @Field(() => Float, { nullable: true, description: 'By how much it moves on that day, with its sign.' })
  readonly largest!: number | null

  @Field(() => Float, { nullable: true, description: 'By how much it moves on average, without sign.' })
  readonly mean!: number | null

  @Field(() => Int, { description: 'Days with a score under both.' })
  readonly n!: number
}

@ObjectType('AffectedItems', {
  simpleResolvers: true,
  description: 'What of the record a change of codebook bears on.',
})
export class AffectedItemsType {
  @Field(() => Int, { description: 'Standing statements whose code gets another tag or other weights.' })
  readonly statements!: number

  @Field(() => Int, { description: 'Standing events, likewise.' })
  readonly events!: number

  @Field(() => Int, {
    description:
      'Statements to be recoded: a person settled them with a tag that is split, and only a person can say which part was meant. Until then they count by their code.',
  })
  readonly recode!: number

  @Field(() => [StatementType], { description: 'The first of these by day; 20 at most.' })
  readonly toRecode!: readonly Statement[]
}

/** Every named relation in order of worth, both measures each. */
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

const RECODE_SHOWN = 20

export async function affectedOf(ctx: Context, a: Codebook, b: Codebook): Promise<AffectedItemsType> {
  const { codebooks, leaves } = ctx.record
  const split = descentOf(a.tags, b.tags).filter(({ fate }) => fate === 'SPLIT')
  // Under a later version a part may have the code that the whole had.
  const versions = versionsUpTo(codebooks, a).map((c) => c.version)
  const moved = movedLeaves(a.tags, b.tags, leaves)
  const tags = split.map(({ tag }) => tag.code)
  const recoding = await settledWith(ctx.db, tags, versions, ctx.revision, RECODE_SHOWN)
  return { ...(await affectedBy(ctx.db, moved, ctx.revision)), recode: recoding.count, toRecode: recoding.first }
}
