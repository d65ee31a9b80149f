/** Several relations on one set of periods. */
import { Arg, Args, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql'
import { type Bucket, type Day, periodStart } from '../../domain/day.ts'
import type { Relation } from '../../domain/directory/relation.ts'
import { refuse } from '../../domain/error.ts'
import { periodsOf } from '../../domain/score/series.ts'
import { RelationByInput, relationBy } from '../directory/relation.by.ts'
import { RelationType } from '../directory/relation.ts'
import type { Context } from '../schema/context.ts'
import { BucketEnum } from '../schema/enums.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateScalar } from '../schema/scalars.ts'
import { pointsWithin, rangeOf } from './range.ts'
import { resolveScore, revisionOf } from './scoring.ts'
import { shownSeries } from './series.shown.ts'
import { SeriesArgs, SeriesType, type ShownSeries } from './series.ts'

/** A chart of more cannot be read. */
export const MOST_COMPARED = 12

@ObjectType('ComparedRelation', { description: 'One relation of a comparison.' })
export class ComparedRelationType {
  @Field(() => RelationType, { description: 'The relation.' })
  readonly relation!: Relation

  @Field(() => SeriesType, {
    description: 'Series of the relation, with one point for each period of the comparison, in the same order.',
  })
  readonly series!: ShownSeries
}

@ObjectType('Comparison', { description: 'Several relations over the same periods.' })
export class ComparisonType {
  @Field(() => BucketEnum, { description: 'The length of a period.' })
  readonly bucket!: Bucket

  @Field(() => [DateScalar], {
    description: 'First day of each period, ascending. The days on which the scores are read differ by relation.',
  })
  readonly periods!: readonly Day[]

  @Field(() => [ComparedRelationType], { description: 'The relations, in the order asked for.' })
  readonly rows!: readonly ComparedRelationType[]
}

@Resolver()
export class CompareResolver {
  @Query(() => ComparisonType, { description: 'Series of 1 to 12 relations over the same periods.' })
  async compare(
    @Arg('relations', () => [RelationByInput], { description: '1 to 12 relations, each once.' })
    relations: RelationByInput[],
    @Args(() => SeriesArgs) args: SeriesArgs,
    @Ctx() ctx: Context,
  ): Promise<ComparisonType> {
    const { bucket } = args
    const last = args.to ?? ctx.record.lastDayIn(await revisionOf(ctx, args.asOf))
    const found = await Promise.all(comparable(ctx, relations).map((r) => resolveScore(ctx, r, args, last)))
    const from = Math.min(...found.map((f) => rangeOf(f.scoring, args.from, last).from)) as Day
    for (const _ of found) pointsWithin(ctx, { from, to: last }, bucket)
    return {
      bucket,
      periods: periodsOf(from, last, bucket, () => true).map((p) => periodStart(p.first, bucket)),
      rows: found.map((f) => ({ relation: f.relation, series: shownSeries(ctx, f, from, last, bucket) })),
    }
  }
}

/** The relations named, refused where there are none, too many, or one twice. */
export function comparable(ctx: Context, named: readonly RelationByInput[]): Relation[] {
  if (named.length < 1 || named.length > MOST_COMPARED) {
    const rule = `a comparison holds 1 to ${MOST_COMPARED} relations`
    orGraphQLError<never>(refuse('BAD_RANGE', named.length, rule, 'Name fewer, or at least one'))
  }
  const relations = named.map((by) => relationBy(ctx, by))
  const twice = relations.find((r, i) => relations.findIndex((x) => x.slug === r.slug) < i)
  if (twice) orGraphQLError<never>(refuse('CONFLICT', twice.slug, 'a relation is compared once', 'Name it once'))
  return relations
}
