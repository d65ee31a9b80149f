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
import type { Read } from '../record/loaders.ts'
import { StatementType } from '../record/statement.ts'
import { pageOf } from '../schema/connection.ts'
import type { Context } from '../schema/context.ts'
import { accepted } from '../schema/errors.ts'
import { DateScalar } from '../schema/scalars.ts'
import { eventsOfCells } from './contribution.ts'
import type { ExplainArgs } from './explanation.args.ts'
import { type AskedScore, askedScore } from './scoring.ts'

@ObjectType('Pull', { description: 'What one new event did to a score.' })
export class PullType {
  @Field(() => Float, { description: 'Points; above 0 it raised the score, below 0 it lowered it.' })
  readonly pull!: number

  @Field(() => EventType, { description: 'The event.' })
  readonly event!: Read<Event>
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
  readonly asked: AskedScore
  readonly cells: readonly Pull[]
}

@ObjectType('Change', {
  description:
    'What moved a score since an earlier day: fading + raised + lowered + revised = total. All null where one of the two days has no score.',
})
export class ChangeType implements Omit<ShownChange, 'asked' | 'cells'> {
  @Field(() => DateScalar, { description: 'The earlier day.' })
  readonly since!: Day

  @Field(() => Float, { nullable: true, description: 'The score then; null: none.' })
  readonly before!: number | null

  @Field(() => Float, { nullable: true, description: 'The score on the day explained; null: none.' })
  readonly after!: number | null

  @Field(() => Float, { nullable: true, description: 'after − before.' })
  readonly total!: number | null

  @Field(() => Float, { nullable: true, description: 'What it would have lost had nothing happened; never above 0.' })
  readonly fading!: number | null

  @Field(() => Float, { nullable: true, description: 'What new events raised.' })
  readonly raised!: number | null

  @Field(() => Float, { nullable: true, description: 'What new events lowered: milder ones pull the mean down.' })
  readonly lowered!: number | null

  @Field(() => Float, { nullable: true, description: 'What corrections of the record changed; 0 without `sinceAsOf`.' })
  readonly revised!: number | null
}

@Resolver(() => PullType)
export class PullResolver {
  @FieldResolver(() => [StatementType], { description: 'The statements that report the event.' })
  async statements(@Root() pull: PullType, @Ctx() ctx: Context): Promise<readonly Statement[]> {
    return ctx.loadersIn(pull.event.readIn).reports.load(pull.event.id)
  }
}

@Resolver(() => ChangeType)
export class ChangeResolver {
  @FieldResolver(() => [PullType], { description: 'The new events of largest effect, first 1–100 (default 20).' })
  async pulls(
    @Root() shown: ShownChange,
    @Arg('first', () => Int, { nullable: true, description: 'How many, 1–100.' }) first: number | null,
    @Ctx() ctx: Context,
  ): Promise<PullType[]> {
    const { size } = accepted(pageOf({ first: first ?? 20 }))
    const { rows } = await eventsOfCells(ctx, shown.asked, shown.cells, size)
    return rows.map(({ cell, event }) => ({ pull: cell.pull, event }))
  }
}

export async function changeOf(
  ctx: Context,
  asked: AskedScore,
  args: ExplainArgs,
  since: Day,
  sinceAsOf: Instant | null,
): Promise<ShownChange> {
  const { day, measure } = args
  if (since >= day) {
    const rule = `the earlier day lies before ${formatDay(day)}`
    accepted<never>(refuse('BAD_RANGE', formatDay(since), rule, 'Give an earlier day'))
  }
  const then =
    sinceAsOf === null ? asked : await askedScore(ctx, asked.relation, { ...args, asOf: sinceAsOf }, args.to ?? day)
  const moved = change(asked.scoring, since, day, measure, then.scoring)
  const { scored, pulls, ...parts } = moved
  return scored ? { since, asked, cells: pulls, ...parts } : { since, asked, cells: [], ...NOTHING }
}

const NOTHING = { before: null, after: null, total: null, fading: null, raised: null, lowered: null, revised: null }
