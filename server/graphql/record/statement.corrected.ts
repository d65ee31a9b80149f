/** Correcting a statement that stands: what is refused, what follows of itself, and what goes back to what it was. */

import { deciding, withoutGiven } from '../../domain/agreement/coding.ts'
import { monthEnd } from '../../domain/day.ts'
import type { ActorCode } from '../../domain/directory/actor.ts'
import { refuse } from '../../domain/error.ts'
import type { EventId } from '../../domain/record/event.ts'
import { isAboutOther } from '../../domain/record/settled.ts'
import { faultsOf } from '../../domain/record/statement.rules.ts'
import type { Statement, StatementId } from '../../domain/record/statement.ts'
import { isMade, madeSummary } from '../../domain/record/summary.ts'
import { pairOf } from '../../domain/score/tally.ts'
import type { NewCoding } from '../../store/coding.ts'
import { documentsById } from '../../store/document.ts'
import { eventsById } from '../../store/event.ts'
import { versionUndone } from '../../store/lineage.ts'
import { restoreStatement } from '../../store/revert.ts'
import { knownActors, type NewStatement, supersedeStatement } from '../../store/settle.ts'
import { statementsById } from '../../store/statement.ts'
import type { StatementRow } from '../../store/tables/record.ts'
import type { Transaction } from '../../store/transaction.ts'
import { actorOf } from '../directory/actor.ts'
import { userOf } from '../guard/access.ts'
import type { Context } from '../schema/context.ts'
import { numberKey } from '../schema/node.ts'
import { orUserError, throwIfAny } from '../schema/payload.ts'
import { judgedBy } from './judgement.ts'
import type { StatementCorrectionInput } from './statement.correction.ts'
import { type Held, heldOf, refuseUnreasoned } from './statement.guard.ts'

/** What a change made, for its answer and its line in the audit. */
export interface Done {
  readonly before: StatementRow | null
  /** null: withdrawn. */
  readonly id: StatementId | null
  /** What else stands in the audit. */
  readonly note: object
}

/** Puts a standing statement right. `decides`: by adjudication, whose judgement says why. */
export async function corrected(
  ctx: Context,
  tx: Transaction,
  input: Pick<StatementCorrectionInput, 'statement' | 'judgement' | 'event'> & Partial<StatementCorrectionInput>,
  decides = false,
): Promise<Done> {
  const held = await heldOf(tx, await standing(tx, input.statement))
  const { row: before } = held
  const { statement: _s, judgement = null, event = null, reason = null, ...given } = input
  const clearable = ['quote', 'speaker', 'start', 'end', 'killedLow', 'killedBest', 'killedHigh', 'caption']
  const changes = Object.fromEntries(
    Object.entries(given).filter(([field, v]) => v !== undefined && (v !== null || clearable.includes(field))),
  ) as Partial<NewStatement>
  const by = userOf(ctx.caller).name
  const bare = dated({ ...before, ...changes })
  // What was decided is decided anew: another judgement of it is no lesser one.
  const coder = decides || held.decidedBy !== null ? deciding(by) : by
  const judged = judgement && (await judgedBy(ctx, tx, judgement, bare, coder))
  const coding = judged?.coding ?? keptOf(held, bare)
  const leaf = judged?.leaf ?? before.leaf
  const asked = { ...bare, leaf, summary: changes.summary ?? summaryOf(ctx, held, { ...bare, coding }) }
  await check(tx, asked)
  const mayUndo = !decides && reason === null && before.leaf !== null
  const back = mayUndo ? await versionUndone(tx, before, asked, judged?.coding ?? null, by) : null
  refuseUnreasoned(ctx, held, decides ? (judgement?.reason ?? null) : reason, back !== null)
  if (back !== null) {
    const restored = await restoreStatement(tx, back, before.id)
    return { before, id: restored?.statement ?? null, note: { undone: true } }
  }
  const joined = await eventJoined(tx, event, asked)
  const { day, precision, summary } = asked
  const next = { ...changes, day, precision, leaf, summary, ...(joined === null ? {} : { event: joined }) }
  const settled = await supersedeStatement(tx, before.id, next, coding)
  const note = judged ? { tag: judged.coding.tag, codebook: judged.coding.codebook } : {}
  return { before, id: settled?.statement ?? null, note: { ...note, ...(reason === null ? {} : { reason }) } }
}

/** The judgement that stays where none is given: without what a program said of another pair or day. */
function keptOf({ settling, row }: Held, asked: NewStatement): NewCoding | null {
  return settling && isAboutOther(row, asked) ? withoutGiven(settling) : settling
}

type Sides = Pick<Statement, 'source' | 'target' | 'mutual'>

/** The summary that stands; where it was made of the parties and the tag, made of those that are asked. */
function summaryOf(
  ctx: Context,
  { row, settling }: Held,
  asked: Sides & { readonly coding: NewCoding | null },
): string {
  const labelOf = (coding: NewCoding | null) =>
    ctx.record.codebooks.find((c) => c.version === coding?.codebook)?.tags.find((t) => t.code === coding?.tag)?.label
  const [former, label] = [labelOf(settling), labelOf(asked.coding)]
  if (former === undefined || label === undefined || !isMade(row.summary, former)) return row.summary
  const name = (code: ActorCode) => actorOf(ctx, code)?.name ?? code
  return madeSummary({ source: name(asked.source), target: name(asked.target), mutual: asked.mutual, label })
}

/** The statement of an id that stands; refused with CONFLICT where somebody has corrected or withdrawn it since. */
export async function standing(tx: Transaction, id: string): Promise<StatementRow> {
  const key = orUserError(numberKey('Statement', id), 'statement') as StatementId
  const [row] = await statementsById(tx, [key])
  const unknown = refuse('UNKNOWN_ID', id, 'no statement has this id', 'Take the id from a statement')
  const found = orUserError(row ?? unknown, 'statement')
  if (found.supersededIn === null) return found
  const [next] = await tx.all<{ id: number }>('SELECT "id" FROM statement WHERE "supersedes" = ? LIMIT 1', [key])
  const now = next ? `Statement:${next.id} stands in its place` : 'it was withdrawn'
  return orUserError<StatementRow>(refuse('CONFLICT', id, now, 'Read it again before you change it'), 'statement')
}

/** What is known to the month alone stands on the month's last day. */
export function dated<T extends Pick<Statement, 'day' | 'precision'>>(s: T): T {
  return s.precision === 'MONTH' ? { ...s, day: monthEnd(s.day) } : s
}

/** Refuses what may not stand, field by field. */
export async function check(tx: Transaction, asked: NewStatement): Promise<void> {
  throwIfAny(faultsOf(asked))
  await knownActors(tx, [asked.source, asked.target])
  const [document] = await documentsById(tx, [asked.document])
  if (document) return
  orUserError(refuse('UNKNOWN_ID', `Document:${asked.document}`, 'no document has this id', 'Add it first'), 'document')
}

/** The event a statement is to join: one that stands, between the same two. */
export async function eventJoined(tx: Transaction, id: string | null, asked: NewStatement): Promise<EventId | null> {
  if (id === null) return null
  const key = orUserError(numberKey('Event', id), 'event') as EventId
  if (asked.leaf === null) {
    const rule = 'a statement joins an event when it is settled'
    orUserError(refuse('INCOMPLETE', id, rule, 'Give a judgement too, or leave the event out'), 'event')
  }
  const [event] = await eventsById(tx, [key], tx.revision)
  const unknown = refuse('UNKNOWN_ID', id, 'no event of this id stands', 'Take the id from an event')
  const { a, b } = orUserError(event ?? unknown, 'event')
  const own = pairOf(asked.source, asked.target)
  if (own.a === a && own.b === b) return key
  const rule = `the event is between ${a} and ${b}, and this between ${own.a} and ${own.b}`
  return orUserError<EventId>(refuse('CONFLICT', id, rule, 'Leave the event out, or correct the actors'), 'event')
}
