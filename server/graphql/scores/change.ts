/** What moved a score since an earlier day. */
import { Arg, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { type Day, formatDay } from '../../domain/day.ts'
import { refuse } from '../../domain/error.ts'
import type { Pull } from '../../domain/explain/contribution.ts'
import { change } from '../../domain/explain/explain.ts'
import type { Event } from '../../domain/record/event.ts'
import type { Instant } from '../../domain/record/revision.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { EventType } from '../record/event.ts'
import type { AtRevision } from '../record/loaders.ts'
import { StatementType } from '../record/statement.ts'
import { pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'
import { DateScalar } from '../schema/scalars.ts'
import { eventsOfCells } from './contribution.ts'
import type { ExplainArgs } from './explanation.args.ts'
import { type ResolvedScore, resolveScore } from './scoring.ts'

@ObjectType('Pull', { description: 'The effect of one new event on a score.' })
export class PullType {
  @Field(() => Float, {
    description: 'Effect in points of the score: above 0 the event raised it, below 0 it lowered it.',
  })
  readonly pull!: number

  @Field(() => EventType, { description: 'The new event.' })
  readonly event!: AtRevision<Event>
}

/** A change with what it takes to name its events. */
export interface ShownChange {
  readonly since: Day
  readonly before: number | null
  readonly after: number | null
  readonly total: number | null
  readonly fading: number | null
  readonly raised: number | null
  readonly lowered: number | null
  readonly revised: number | null
  readonly asked: ResolvedScore
  readonly cells: readonly Pull[]
}

@ObjectType('Change', {
  description:
    'What moved a score since an earlier day: fading + raised + lowered + revised = total. All are null if one of the two days has no score.',
})
export class ChangeType implements Omit<ShownChange, 'asked' | 'cells'> {
  @Field(() => DateScalar, { description: 'The earlier day.' })
  readonly since!: Day

  @Field(() => Float, { nullable: true, description: 'The score on the earlier day, 0–100; null if there is none.' })
  readonly before!: number | null

  @Field(() => Float, { nullable: true, description: 'The score on the day explained, 0–100; null if there is none.' })
  readonly after!: number | null

  @Field(() => Float, {
    nullable: true,
    description: '`after` minus `before`, in points; null if one of them is missing.',
  })
  readonly total!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'What the score would have lost if nothing had happened, in points, never above 0; null if a score is missing.',
  })
  readonly fading!: number | null

  @Field(() => Float, {
    nullable: true,
    description: 'By how many points new events raised the score; null if a score is missing.',
  })
  readonly raised!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'By how many points new events lowered the score, never above 0 (mild events pull the mean down); null if a score is missing.',
  })
  readonly lowered!: number | null

  @Field(() => Float, {
    nullable: true,
    description:
      'By how many points corrections of the record moved the score, 0 without `sinceAsOf`; null if a score is missing.',
  })
  readonly revised!: number | null
}

@Resolver(() => PullType)
export class PullResolver {
  @FieldResolver(() => [StatementType], { description: 'The statements that report the event.' })
  async statements(@Root() pull: PullType, @Ctx() ctx: Context): Promise<readonly Statement[]> {
    return ctx.loadersIn(pull.event.readAt).reports.load(pull.event.id)
  }
}

@Resolver(() => ChangeType)
export class ChangeResolver {
  @FieldResolver(() => [PullType], { description: 'The new events with the largest effects, largest first.' })
  async pulls(
    @Root() shown: ShownChange,
    @Arg('first', () => Int, { nullable: true, description: 'Number of events, 1–100; null: 20.' }) first:
      | number
      | null,
    @Ctx() ctx: Context,
  ): Promise<PullType[]> {
    const { size } = orGraphQLError(pageOf({ first: first ?? 20 }))
    const { rows } = await eventsOfCells(ctx, shown.asked, shown.cells, size)
    return rows.map(({ cell, event }) => ({ pull: cell.pull, event }))
  }
}

export async function changeOf(
  ctx: Context,
  asked: ResolvedScore,
  args: ExplainArgs,
  since: Day,
  sinceAsOf: Instant | null,
): Promise<ShownChange> {
  const { day, measure } = args
  if (since >= day) {
    const rule = `the earlier day lies before ${formatDay(day)}`
    orGraphQLError<never>(refuse('BAD_RANGE', formatDay(since), rule, 'Give an earlier day'))
  }
  const then =
    sinceAsOf === null ? asked : await resolveScore(ctx, asked.relation, { ...args, asOf: sinceAsOf }, args.to ?? day)
  const moved = change(asked.scoring, since, day, measure, then.scoring)
  const { scored, pulls, ...parts } = moved
  return scored ? { since, asked, cells: pulls, ...parts } : { since, asked, cells: [], ...NOTHING }
}

const NOTHING = { before: null, after: null, total: null, fading: null, raised: null, lowered: null, revised: null }
