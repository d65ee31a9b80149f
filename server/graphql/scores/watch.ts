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
import { type AskedScore, askedScore, revisionOf, ScoringArgs, type Stamp } from './scoring.ts'
import { StampType } from './series.ts'

/** Tags named in a reason; the others are summed. */
const TAGS_NAMED = 3

@ArgsType()
export class WatchArgs extends ScoringArgs {
  @Field(() => DateScalar, { nullable: true, description: 'Any day of the month; null: the last month on record.' })
  month?: Day | null

  @Field(() => WatchRuleEnum, { defaultValue: 'PREVIOUS_MONTH', description: 'What the month is held against.' })
  rule!: WatchRule

  @Field(() => WatchOrderEnum, { defaultValue: 'WORTH', description: 'In which order.' })
  order!: WatchOrder

  @Field(() => Int, { nullable: true, description: 'So many of the rows, 1–100; null: all.' })
  first?: number | null
}

@ObjectType('TagPull', { description: 'What the new events of one tag did to a score together.' })
export class TagPullType {
  @Field(() => TagType, { description: 'The tag.' })
  readonly tag!: Tag

  @Field(() => Int, { description: 'New events that moved the score.' })
  readonly events!: number

  @Field(() => Float, { description: 'Points: above 0 they raised the score, below 0 they lowered it.' })
  readonly pull!: number
}

@ObjectType('Reason', {
  description: 'Computed facts behind a move since the month before: fading + pulls + rest = total.',
})
export class ReasonType {
  @Field(() => MeasureEnum, { description: 'Which score moved.' })
  readonly measure!: Measure

  @Field(() => Float, { description: 'Points in all.' })
  readonly total!: number

  @Field(() => Float, { description: 'What it would have lost had nothing happened; never above 0.' })
  readonly fading!: number

  @Field(() => [TagPullType], { description: 'The three tags of largest effect.' })
  readonly pulls!: readonly TagPullType[]

  @Field(() => Float, { description: 'What the other tags did.' })
  readonly rest!: number

  @Field(() => Int, { description: 'Their new events.' })
  readonly restEvents!: number
}

/** A row with what it takes to give its reasons. */
interface ShownWatch extends Watched {
  readonly relation: Relation
  readonly lastEventDay: Day | null
  readonly asked: AskedScore | null
}

@ObjectType('WatchRow', { description: 'One relation’s month. Scores are 0–100 and null where there is none.' })
export class WatchRowType implements Omit<ShownWatch, 'asked'> {
  @Field(() => RelationType, { description: 'The relation.' })
  readonly relation!: Relation

  @Field(() => DateScalar, { description: 'The last covered day of the month, on which its scores are read.' })
  readonly day!: Day

  @Field(() => DateScalar, { description: 'The same of the month before.' })
  readonly dayBefore!: Day

  @Field(() => SeriesStateEnum, { description: 'What stands behind the scores.' })
  readonly state!: SeriesState

  @Field(() => Float, { nullable: true, description: 'Tension.' })
  readonly tension!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement.' })
  readonly engagement!: number | null

  @Field(() => Float, { nullable: true, description: 'Tension by the rule.' })
  readonly tensionBefore!: number | null

  @Field(() => Float, { nullable: true, description: 'Engagement by the rule.' })
  readonly engagementBefore!: number | null

  @Field(() => Float, { nullable: true, description: 'By how much tension moved.' })
  readonly tensionChange!: number | null

  @Field(() => Float, { nullable: true, description: 'By how much engagement moved.' })
  readonly engagementChange!: number | null

  @Field(() => Int, { description: 'Months with a score behind what it is held against.' })
  readonly monthsBefore!: number

  @Field(() => Int, { description: 'Counted events in the month.' })
  readonly n!: number

  @Field(() => DateScalar, { nullable: true, description: 'Day of the last event up to the month’s end; null: none.' })
  readonly lastEventDay!: Day | null
}

@ObjectType('Watch', { description: 'The month of every named relation.' })
export class WatchType {
  @Field(() => DateScalar, { description: 'First day of the month.' })
  readonly month!: Day

  @Field(() => WatchRuleEnum, { description: 'What it is held against.' })
  readonly rule!: WatchRule

  @Field(() => [WatchRowType], { description: 'One row a named relation, in the order asked.' })
  readonly rows!: readonly WatchRowType[]

  @Field(() => StampType, { nullable: true, description: 'What is needed to get the same bytes; null without rows.' })
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
    description: 'The facts behind the move of each score since the month before; empty where a score is missing.',
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
  const asked = await askedScore(ctx, relation, args, month.to)
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
