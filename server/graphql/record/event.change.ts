/**
 * Joining events that are one happening, and parting one that is several. Statements are moved, nothing is lost: each
 * undoes the other. Events and tallies follow in the same transaction.
 */
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql'
import type { Quad } from '../../domain/codebook/codebook.ts'
import { tagOfLeaf } from '../../domain/codebook/weights.ts'
import { refuse } from '../../domain/error.ts'
import type { Event, EventId } from '../../domain/record/event.ts'
import type { StatementId } from '../../domain/record/statement.ts'
import { checkText } from '../../domain/text.ts'
import { eventsById } from '../../store/event.ts'
import { supersedeStatement } from '../../store/settle.ts'
import { statementsOfEvents } from '../../store/statement.ts'
import type { EventRow, StatementRow } from '../../store/tables/record.ts'
import type { Transaction } from '../../store/transaction.ts'
import { codebookOf } from '../codebooks/codebook.asked.ts'
import type { Context } from '../schema/context.ts'
import { numberKey } from '../schema/node.ts'
import { change, type Outcome, payloadOf, taken } from '../schema/payload.ts'
import { EventType } from './event.ts'
import { refuseDecided } from './statement.guard.ts'

@InputType('EventMerging', { description: 'Events that are one happening.' })
class EventMergingInput {
  @Field(() => [ID], { description: 'Ids of 2 to 20 events that stand; the first is kept, and reported by all.' })
  events!: string[]

  @Field(() => String, { description: 'Why they are one, 1 to 500 characters; it stands in the audit.' })
  reason!: string
}

@InputType('EventSplitting', { description: 'An event that is more than one happening.' })
class EventSplittingInput {
  @Field(() => ID, { description: 'Id of an event that stands; it keeps what is not named.' })
  event!: string

  @Field(() => [ID], {
    description: 'Ids of those of its statements that report the other happening: some of them, not all.',
  })
  statements!: string[]

  @Field(() => String, { description: 'Why they are two, 1 to 500 characters; it stands in the audit.' })
  reason!: string
}

const MergeEventsPayload = payloadOf(
  'MergeEventsPayload',
  'event',
  () => EventType,
  'the event that all report now; null where refused.',
)
const SplitEventPayload = payloadOf(
  'SplitEventPayload',
  'event',
  () => EventType,
  'the new event, which the named statements report; null where refused.',
)

const MOST_MERGED = 20

type Answer = Promise<Outcome<{ event: Event }>>

@Resolver()
export class EventChangeResolver {
  @Mutation(() => MergeEventsPayload, {
    description:
      'Makes several events one: between the same two, in the same direction, of one tag family. splitEvent undoes it.',
  })
  async mergeEvents(
    @Arg('input', () => EventMergingInput, { description: 'Which, and why.' }) input: EventMergingInput,
    @Ctx() ctx: Context,
  ): Answer {
    return read(ctx, 'mergeEvents', async (tx) => {
      taken(checkText(input.reason, 500), 'reason')
      if (input.events.length < 2) {
        const rule = 'at least two events are merged'
        taken(refuse('INCOMPLETE', `${input.events.length} events`, rule, 'Name the others too'), 'events')
      }
      const merged = await standing(tx, input.events)
      const [kept, ...others] = merged as [EventRow, ...EventRow[]]
      for (const other of others) refuseUnlike(ctx, kept, other)
      const reports = await reportsOf(tx, merged)
      const moved = reports.filter((r) => r.event !== kept.id)
      await refuseDecided(ctx, tx, moved)
      for (const report of moved) {
        await supersedeStatement(tx, report.id, { event: kept.id })
      }
      return { id: kept.id, key: kept.id, before: reportsIn(merged, reports), after: { reason: input.reason } }
    })
  }

  @Mutation(() => SplitEventPayload, {
    description: 'Gives some of an event’s statements an event of their own. mergeEvents undoes it.',
  })
  async splitEvent(
    @Arg('input', () => EventSplittingInput, { description: 'Which, and why.' }) input: EventSplittingInput,
    @Ctx() ctx: Context,
  ): Answer {
    return read(ctx, 'splitEvent', async (tx) => {
      taken(checkText(input.reason, 500), 'reason')
      const [event] = (await standing(tx, [input.event])) as [EventRow]
      const reports = await reportsOf(tx, [event])
      const named = new Set(input.statements.map((id) => taken(numberKey('Statement', id), 'statements')))
      const leaving = reports.filter((r) => named.has(r.id))
      const stray = [...named].find((id) => !reports.some((r) => r.id === id))
      if (stray !== undefined) {
        const rule = `it does not report ${input.event} as it stands`
        const cure = 'Take the ids from the statements of the event'
        taken(refuse('UNKNOWN_ID', `Statement:${stray}`, rule, cure), 'statements')
      }
      if (leaving.length === 0 || leaving.length === reports.length) {
        const rule = `some of the ${reports.length} statements of an event leave it, and some stay`
        const cure = 'Name at least one, and not all of them'
        taken(refuse('NOT_POSSIBLE', `${leaving.length} statements`, rule, cure), 'statements')
      }
      await refuseDecided(ctx, tx, leaving)
      let parted: EventId | 'NEW' = 'NEW'
      for (const report of leaving) {
        const settled = await supersedeStatement(tx, report.id, { event: parted })
        parted = settled?.event ?? parted
      }
      const after = { reason: input.reason, event: parted }
      return { id: parted as EventId, key: event.id, before: reportsIn([event], reports), after }
    })
  }
}

interface Done {
  readonly id: EventId
  /** Of the event that the audit names. */
  readonly key: EventId
  readonly before: Readonly<Record<string, readonly StatementId[]>>
  readonly after: object
}

/** Runs a change, enters into the audit who reported what before and after, and reads the event it made. */
async function read(ctx: Context, action: string, work: (tx: Transaction) => Promise<Done>): Answer {
  const done = await change(ctx, action, async (tx, note) => {
    const { id, key, before, after } = await work(tx)
    // Here, for the events stand only then, and a refusal must still be heard.
    await tx.settleUp()
    const events = await eventsById(tx, [...Object.keys(before).map(Number), id], tx.revision)
    const reports = reportsIn(events, await reportsOf(tx, events))
    await note({ noun: 'Event', key, before, after: { ...after, ...reports } })
    return { id }
  })
  if (done.id === undefined) return { userErrors: done.userErrors }
  return { event: (await ctx.loaders.event.load(done.id)) as Event, userErrors: [] }
}

/** The statements that report each event, by its number. */
function reportsIn(events: readonly EventRow[], reports: readonly StatementRow[]): Done['before'] {
  return Object.fromEntries(events.map(({ id }) => [id, reports.filter((r) => r.event === id).map((r) => r.id)]))
}

async function reportsOf(tx: Transaction, events: readonly EventRow[]): Promise<StatementRow[]> {
  return statementsOfEvents(
    tx,
    events.map(({ id }) => id),
    tx.revision,
  )
}

/** The events of these ids, in this order; refused where one is named twice, or does not stand. */
async function standing(tx: Transaction, ids: readonly string[]): Promise<EventRow[]> {
  const field = ids.length === 1 ? 'event' : 'events'
  const keys = ids.map((id) => taken(numberKey('Event', id), field) as EventId)
  const twice = ids.find((id, i) => ids.indexOf(id) < i)
  if (twice !== undefined) taken(refuse('CONFLICT', twice, 'an event is named once', 'Leave it out'), field)
  if (keys.length > MOST_MERGED) {
    taken(
      refuse('TOO_MUCH', keys.length, `at most ${MOST_MERGED} events are merged at once`, 'Merge some first'),
      field,
    )
  }
  const found = new Map((await eventsById(tx, keys, tx.revision)).map((event) => [event.id, event]))
  return keys.map((key, i) => {
    const unknown = refuse('UNKNOWN_ID', ids[i], 'no event of this id stands', 'Read it again: it may have been merged')
    return taken(found.get(key) ?? unknown, field)
  })
}

/** Events are one happening only where the same two meet in it, the same one acts, and what is done is of one family. */
function refuseUnlike(ctx: Context, kept: EventRow, other: EventRow): void {
  const [name, first] = [`Event:${other.id}`, `Event:${kept.id}`]
  if (kept.a !== other.a || kept.b !== other.b) {
    const rule = `it is between ${other.a} and ${other.b}, and ${first} between ${kept.a} and ${kept.b}`
    taken(refuse('CONFLICT', name, rule, 'Correct the actors of its statements first, or leave it out'), 'events')
  }
  if (!kept.mutual && !other.mutual && kept.source !== other.source) {
    const rule = `${other.source} did it, and ${kept.source} did ${first}`
    taken(refuse('CONFLICT', name, rule, 'What each did to the other are two events; leave it out'), 'events')
  }
  const [one, two] = [familyOf(ctx, kept), familyOf(ctx, other)]
  if (one !== two) {
    const rule = `it is of the family ${two}, and ${first} of ${one}`
    taken(refuse('CONFLICT', name, rule, 'Settle its statements anew first, or leave it out'), 'events')
  }
}

function familyOf(ctx: Context, event: EventRow): Quad | null {
  return tagOfLeaf(codebookOf(ctx.record, 'default', ctx.revision))(event.leaf)?.quad ?? null
}
