/** The watch table: every named relation's month, what it is held against, and the facts behind the move. */
import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Tag } from '../../domain/codebook/codebook.ts'
import type { Day } from '../../domain/day.ts'
import type { Measure, Relation } from '../../domain/directory/relation.ts'
import { isRefusal, type Refusal } from '../../domain/error.ts'
import { change } from '../../domain/explain/explain.ts'
import { reasonOf } from '../../domain/explain/reason.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { lastEventDay } from '../../domain/score/moment.ts'
import type { SeriesState } from '../../domain/score/score.ts'
import { slicesOf, viewsOf } from '../../domain/score/slice.ts'
import { inOrder, monthOf, type Watched, type WatchOrder, type WatchRule, watchOf } from '../../domain/score/watch.ts'
import { TagType } from '../codebooks/codebook.ts'
import { RelationType } from '../directory/relation.ts'
import type { Context } from '../schema/context.ts'
import { MeasureEnum, SeriesStateEnum, WatchOrderEnum, WatchRuleEnum } from '../schema/enums.ts'
import { DateScalar } from '../schema/scalars.ts'
import { rangeOf } from './range.ts'
import { type ResolvedScore, resolveScore, revisionOf, ScoringArgs, type Stamp } from './scoring.ts'
import { StampType } from './series.ts'

/** Tags named in a reason; the others are summed. */
const TAGS_NAMED = 3

@ArgsType()
export class WatchArgs extends ScoringArgs {
  @Field(() => DateScalar, { nullable: true, description: 'Any day of the month; null: the last month on record.' })
  month?: Day | null

  @Field(() => WatchRuleEnum, { defaultValue: 'PREVIOUS_MONTH', description: 'What the month is compared with.' })
  rule!: WatchRule

  @Field(() => WatchOrderEnum, { defaultValue: 'WORTH', description: 'The order of the rows.' })
  order!: WatchOrder

  @Field(() => Int, { nullable: true, description: 'Number of rows, 1–100; null: all.' })
  first?: number | null
}

@ObjectType('TagPull', { description: 'The effect of the new events of one tag on a score.' })
export class TagPullType {
  @Field(() => TagType, { description: 'The tag.' })
  readonly tag!: Tag

  @Field(() => Int, { description: 'Number of new events of the tag that moved the score.' })
  readonly events!: number

  @Field(() => Float, {
    description: 'Effect in points of the score: above 0 they raised it, below 0 they lowered it.',
  })
  readonly pull!: number
}

@ObjectType('Reason', {
  description: 'What moved a score since the month before: fading + the pulls of the tags + rest = total.',
})
export class ReasonType {
  @Field(() => MeasureEnum, { description: 'The measure: tension or engagement.' })
  readonly measure!: Measure

  @Field(() => Float, { description: 'By how many points the score moved.' })
  readonly total!: number

  @Field(() => Float, {
    description: 'What the score would have lost if nothing had happened, in points, never above 0.',
  })
  readonly fading!: number

  @Field(() => [TagPullType], { description: 'The three tags with the largest effects.' })
  readonly pulls!: readonly TagPullType[]

  @Field(() => Float, { description: 'Effect of all other tags, in points.' })
  readonly rest!: number

  @Field(() => Int, { description: 'Number of new events of all other tags.' })
  readonly restEvents!: number
}

/** A row with what it takes to give its reasons. */
interface ShownWatch extends Watched {
  readonly relation: Relation
  readonly lastEventDay: Day | null
  readonly asked: ResolvedScore | null
}

@ObjectType('WatchRow', { description: 'One relation in a month.' })
export class WatchRowType implements Omit<ShownWatch, 'asked'> {
  @Field(() => RelationType, { description: 'The relation.' })
  readonly relation!: Relation

  @Field(() => DateScalar, { description: 'The last covered day of the month, on which the scores are read.' })
  readonly day!: Day

  @Field(() => DateScalar, { description: 'The last covered day of the month before.' })
  readonly dayBefore!: Day

  @Field(() => SeriesStateEnum, { description: 'Whether there are scores, and how much evidence they rest on.' })
  readonly state!: SeriesState

  @Field(() => Float, { nullable: true, description: 'Tension, 0–100; null if there is no score.' })
  readonly tension!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement, 0–100; null if there is no score.' })
  readonly engagement!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Tension that the month is compared with, by the rule, 0–100; null if there is none.',
  })
  readonly tensionBefore!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'Engagement that the month is compared with, by the rule, 0–100; null if there is none.',
  })
  readonly engagementBefore!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'By how many points tension moved; null if one of the scores is missing.',
  })
  readonly tensionChange!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'By how many points engagement moved; null if one of the scores is missing.',
  })
  readonly engagementChange!: number | null

  @Field(() => Int, { description: 'Number of months with a score that the month is compared with.' })
  readonly monthsBefore!: number

  @Field(() => Int, { description: 'Number of counted events in the month.' })
  readonly n!: number

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the last event up to the end of the month; null if there is none.',
  })
  readonly lastEventDay!: Day | null
}

@ObjectType('Watch', { description: 'All named relations in a month.' })
export class WatchType {
  @Field(() => DateScalar, { description: 'First day of the month.' })
  readonly month!: Day

  @Field(() => WatchRuleEnum, { description: 'What the month is compared with.' })
  readonly rule!: WatchRule

  @Field(() => [WatchRowType], { description: 'One row for each named relation, in the order asked for.' })
  readonly rows!: readonly WatchRowType[]

  @Field(() => StampType, {
    nullable: true,
    description:
      'Codebook version, method, instant and revision that reproduce the result exactly; null if there are no rows.',
  })
  readonly stamp!: Stamp | null
}

@Resolver(() => WatchRowType)
export class WatchResolver {
  @Query(() => WatchType, { description: 'What moved in a month, relation by relation.' })
  async watch(@Args(() => WatchArgs) args: WatchArgs, @Ctx() ctx: Context): Promise<WatchType> {
    const revision = await revisionOf(ctx, args.asOf)
    const lastDay = ctx.record.lastDayIn(revision)
    const month = monthOf(args.month ?? lastDay)
    const { relations } = ctx.record.directoryIn(ctx.revision)
    const rows = await Promise.all(relations.map((r) => rowOf(ctx, r, args, { ...month, lastDay, revision })))
    const stamp = rows.find((row) => row.asked !== null)?.asked?.stamp ?? null
    const listed = inOrder(rows, args.order).slice(0, args.first ?? rows.length)
    return { month: month.from, rule: args.rule, rows: listed, stamp }
  }

  @FieldResolver(() => [ReasonType], {
    description: 'What moved each score since the month before; empty if a score is missing.',
  })
  reasons(@Root() row: ShownWatch): ReasonType[] {
    if (row.asked === null) return []
    const { scoring, codebook, tagOfLeaf } = row.asked
    return (['TENSION', 'ENGAGEMENT'] as const).flatMap((measure) => {
      const moved = change(scoring, row.dayBefore, row.day, measure)
      if (!moved.scored) return []
      const { groups, ...facts } = reasonOf(moved, tagOfLeaf, TAGS_NAMED)
      return [{ ...facts, measure, pulls: groups.map((g) => ({ ...g, tag: codebook.tags[g.tag] as Tag })) }]
    })
  }
}

async function rowOf(
  ctx: Context,
  relation: Relation,
  args: WatchArgs,
  month: { readonly from: Day; readonly to: Day; readonly lastDay: Day; readonly revision: Revision },
): Promise<ShownWatch> {
  if (isRefusal(readable(ctx, relation, args, month.revision, month.to))) {
    return { ...BLANK, day: month.to, dayBefore: (month.from - 1) as Day, relation }
  }
  const asked = await resolveScore(ctx, relation, args, month.to)
  rangeOf(asked.scoring, month.from, month.to)
  return {
    ...watchOf(asked.scoring, month.from, month.lastDay, args.rule),
    relation,
    lastEventDay: lastEventDay(asked.scoring, month.to),
    asked,
  }
}

/** A relation that has no meaning in this month or view (nobody held the office yet) leaves its row blank, not the table. */
function readable(ctx: Context, relation: Relation, args: WatchArgs, revision: Revision, to: Day): unknown | Refusal {
  const directory = ctx.record.directoryIn(revision)
  const views = viewsOf(directory, relation)
  return isRefusal(views) ? views : slicesOf(directory, relation, args.view ?? views[0] ?? 'ENTITY', to)
}

const BLANK = {
  state: 'NOT_COVERED',
  tension: null,
  engagement: null,
  tensionBefore: null,
  engagementBefore: null,
  tensionChange: null,
  engagementChange: null,
  monthsBefore: 0,
  n: 0,
  lastEventDay: null,
  asked: null,
} as const
