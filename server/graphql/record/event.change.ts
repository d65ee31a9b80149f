/**
 * Merging events that are one and the same, and splitting one that is several. Statements move between events, so that each
 * mutation undoes the other. Events and tallies are updated in the same transaction.
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
import { codebookOf } from '../codebooks/codebook.resolve.ts'
import type { Context } from '../schema/context.ts'
import { numberKey } from '../schema/node.ts'
import { change, type Outcome, orUserError, payloadOf } from '../schema/payload.ts'
import { EventType } from './event.ts'
import { refuseDecided } from './statement.guard.ts'

@InputType('EventMerging', { description: 'Events that are one and the same, and the reason.' })
class EventMergingInput {
  @Field(() => [ID], {
    description: 'Global ids of 2 to 20 current events. The first is kept, and all statements report it.',
  })
  events!: string[]

  @Field(() => String, { description: 'Why they are one event, 1 to 500 characters; written to the audit.' })
  reason!: string
}

@InputType('EventSplitting', { description: 'An event that is really two, and the reason.' })
class EventSplittingInput {
  @Field(() => ID, { description: 'Global id of a current event. It keeps the statements that are not named.' })
  event!: string

  @Field(() => [ID], {
    description: 'Global ids of the statements that report the other event: some of the event’s statements, not all.',
  })
  statements!: string[]

  @Field(() => String, { description: 'Why they are two events, 1 to 500 characters; written to the audit.' })
  reason!: string
}

const MergeEventsPayload = payloadOf(
  'MergeEventsPayload',
  'event',
  () => EventType,
  'the event that all statements report now; null if refused.',
)
const SplitEventPayload = payloadOf(
  'SplitEventPayload',
  'event',
  () => EventType,
  'the new event that the named statements report; null if refused.',
)

const MAX_MERGED = 20

type EventOutcome = Promise<Outcome<{ event: Event }>>

@Resolver()
export class EventChangeResolver {
  @Mutation(() => MergeEventsPayload, {
    description:
      'Merges events of the same two actors, the same source and the same tag family into one. `splitEvent` undoes it.',
  })
  async mergeEvents(
    @Arg('input', () => EventMergingInput, { description: 'The events to merge, and the reason.' })
    input: EventMergingInput,
    @Ctx() ctx: Context,
  ): EventOutcome {
    return changeEvents(ctx, 'mergeEvents', async (tx) => {
      orUserError(checkText(input.reason, 500), 'reason')
      if (input.events.length < 2) {
        const rule = 'at least two events are merged'
        orUserError(refuse('INCOMPLETE', `${input.events.length} events`, rule, 'Name the others too'), 'events')
      }
      const merged = await standingEvents(tx, input.events)
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
    description: 'Moves some of an event’s statements to an event of their own. `mergeEvents` undoes it.',
  })
  async splitEvent(
    @Arg('input', () => EventSplittingInput, {
      description: 'The event to split, the statements that leave it, and the reason.',
    })
    input: EventSplittingInput,
    @Ctx() ctx: Context,
  ): EventOutcome {
    return changeEvents(ctx, 'splitEvent', async (tx) => {
      orUserError(checkText(input.reason, 500), 'reason')
      const [event] = (await standingEvents(tx, [input.event])) as [EventRow]
      const reports = await reportsOf(tx, [event])
      const named = new Set(input.statements.map((id) => orUserError(numberKey('Statement', id), 'statements')))
      const leaving = reports.filter((r) => named.has(r.id))
      const stray = [...named].find((id) => !reports.some((r) => r.id === id))
      if (stray !== undefined) {
        const rule = `it does not report ${input.event} as it stands`
        const cure = 'Take the ids from the statements of the event'
        orUserError(refuse('UNKNOWN_ID', `Statement:${stray}`, rule, cure), 'statements')
      }
      if (leaving.length === 0 || leaving.length === reports.length) {
        const rule = `some of the ${reports.length} statements of an event leave it, and some stay`
        const cure = 'Name at least one, and not all of them'
        orUserError(refuse('NOT_POSSIBLE', `${leaving.length} statements`, rule, cure), 'statements')
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

interface EventChange {
  readonly id: EventId
  /** Id of the event in the audit entry. */
  readonly key: EventId
  readonly before: Readonly<Record<string, readonly StatementId[]>>
  readonly after: object
}

/** Runs a change, writes to the audit which statements reported which event, and reads the resulting event. */
async function changeEvents(
  ctx: Context,
  action: string,
  work: (tx: Transaction) => Promise<EventChange>,
): EventOutcome {
  const done = await change(ctx, action, async (tx, note) => {
    const { id, key, before, after } = await work(tx)
    // The events are updated here, inside the transaction, so that a refusal is still reported.
    await tx.settleUp()
    const events = await eventsById(tx, [...Object.keys(before).map(Number), id], tx.revision)
    const reports = reportsIn(events, await reportsOf(tx, events))
    await note({ noun: 'Event', key, before, after: { ...after, ...reports } })
    return { id }
  })
  if (done.id === undefined) return { userErrors: done.userErrors }
  return { event: (await ctx.loaders.event.load(done.id)) as Event, userErrors: [] }
}

/** The statements that report each event, by its id. */
function reportsIn(events: readonly EventRow[], reports: readonly StatementRow[]): EventChange['before'] {
  return Object.fromEntries(events.map(({ id }) => [id, reports.filter((r) => r.event === id).map((r) => r.id)]))
}

async function reportsOf(tx: Transaction, events: readonly EventRow[]): Promise<StatementRow[]> {
  return statementsOfEvents(
    tx,
    events.map(({ id }) => id),
    tx.revision,
  )
}

/** The events with these ids, in this order. Refused if one is named twice or is not current. */
async function standingEvents(tx: Transaction, ids: readonly string[]): Promise<EventRow[]> {
  const field = ids.length === 1 ? 'event' : 'events'
  const keys = ids.map((id) => orUserError(numberKey('Event', id), field) as EventId)
  const twice = ids.find((id, i) => ids.indexOf(id) < i)
  if (twice !== undefined) orUserError(refuse('CONFLICT', twice, 'an event is named once', 'Leave it out'), field)
  if (keys.length > MAX_MERGED) {
    orUserError(
      refuse('TOO_MUCH', keys.length, `at most ${MAX_MERGED} events are merged at once`, 'Merge some first'),
      field,
    )
  }
  const found = new Map((await eventsById(tx, keys, tx.revision)).map((event) => [event.id, event]))
  return keys.map((key, i) => {
    const unknown = refuse('UNKNOWN_ID', ids[i], 'no event of this id stands', 'Read it again: it may have been merged')
    return orUserError(found.get(key) ?? unknown, field)
  })
}

/** Refuses to merge events of different actors, a different source or a different family. */
function refuseUnlike(ctx: Context, kept: EventRow, other: EventRow): void {
  const [name, first] = [`Event:${other.id}`, `Event:${kept.id}`]
  if (kept.a !== other.a || kept.b !== other.b) {
    const rule = `it is between ${other.a} and ${other.b}, and ${first} between ${kept.a} and ${kept.b}`
    orUserError(refuse('CONFLICT', name, rule, 'Correct the actors of its statements first, or leave it out'), 'events')
  }
  if (!kept.mutual && !other.mutual && kept.source !== other.source) {
    const rule = `${other.source} did it, and ${kept.source} did ${first}`
    orUserError(refuse('CONFLICT', name, rule, 'What each did to the other are two events; leave it out'), 'events')
  }
  const [one, two] = [familyOf(ctx, kept), familyOf(ctx, other)]
  if (one !== two) {
    const rule = `it is of the family ${two}, and ${first} of ${one}`
    orUserError(refuse('CONFLICT', name, rule, 'Settle its statements anew first, or leave it out'), 'events')
  }
}

function familyOf(ctx: Context, event: EventRow): Quad | null {
  return tagOfLeaf(codebookOf(ctx.record, 'default', ctx.revision))(event.leaf)?.quad ?? null
}
