/**
 * Writing statements: a new one, settled or not; a correction; a withdrawal. The event they report and its cells follow
 * in the same transaction. The way for a whole data set is bulk.ts.
 */
import { DomainError, refuse } from '../domain/error.ts'
import type { EventId } from '../domain/record/event.ts'
import type { Statement, StatementId } from '../domain/record/statement.ts'
import { pairOf } from '../domain/score/tally.ts'
import { addCoding, type NewCoding } from './coding.ts'
import { nounOf, selectionOf } from './columns.ts'
import { documentsById } from './document.ts'
import { reviseEvent } from './happening.ts'
import { codings, events, type StatementRow, statements } from './tables/record.ts'
import type { Transaction } from './transaction.ts'

/** `leaf` null leaves it unsettled. */
export type NewStatement = Omit<Statement, 'id' | 'event' | 'supersedes' | 'addedIn' | 'supersededIn'>

export interface Settled {
  readonly statement: StatementId
  /** null where the statement was left unsettled. */
  readonly event: EventId | null
}

/**
 * Adds a statement. With a leaf it is settled: it reports `event`, or, where that is null, a new event.
 * `coding` is the judgement that settled it; null for a data set's own code.
 */
export async function settle(
  tx: Transaction,
  statement: NewStatement,
  event: EventId | null = null,
  coding: NewCoding | null = null,
): Promise<Settled> {
  return add(tx, statement, event, coding, null)
}

/** Adds a statement again that was withdrawn, after the row it was, with the codings it had. */
export async function resettle(
  tx: Transaction,
  statement: NewStatement,
  event: EventId | null,
  judged: readonly NewCoding[],
  former: StatementId,
): Promise<Settled> {
  const settling = judged.find((c) => c.state === 'SETTLED') ?? null
  return add(
    tx,
    statement,
    event,
    settling,
    former,
    judged.filter((c) => c !== settling),
  )
}

/**
 * Replaces a standing statement by a changed one, or withdraws it (`change` null). It keeps its event unless another is
 * given, or its parties change; its codings are carried over, the settled one as a submitted one where a new one is given.
 */
export async function supersedeStatement(
  tx: Transaction,
  id: StatementId,
  change: (Partial<NewStatement> & { readonly event?: EventId | 'NEW' }) | null,
  coding: NewCoding | null = null,
): Promise<Settled | null> {
  const [row] = await tx.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')} FROM statement s WHERE s."id" = ? AND s."supersededIn" IS NULL`,
    [id],
  )
  if (row === undefined) {
    throw new DomainError(
      refuse(
        'UNKNOWN_ID',
        `statement ${id}`,
        'no statement of this id stands',
        'Read it again: it may have been corrected',
      ),
    )
  }
  const former = nounOf(statements, row)
  await tx.supersede(statements, 'id', [id])
  if (former.event !== null) reviseEvent(tx, former.event)
  const judged = await standingCodings(tx, id)
  await tx.supersede(
    codings,
    'id',
    judged.map((c) => c.id),
  )
  if (change === null) return null
  const settling = coding ?? judged.find((c) => c.state === 'SETTLED') ?? null
  const { event: asked, ...fields } = change
  const {
    a: _a,
    b: _b,
    collection: _c,
    id: _i,
    event: kept,
    supersedes: _s,
    addedIn: _n,
    supersededIn: _e,
    ...rest
  } = former
  const next: NewStatement = { ...rest, ...fields }
  const samePair = former.a === pairOf(next.source, next.target).a && former.b === pairOf(next.source, next.target).b
  const event = asked === 'NEW' ? null : (asked ?? (samePair ? kept : null))
  const carried = judged.filter((c) => c.coder !== settling?.coder)
  return add(tx, next, event, settling, id, carried)
}

async function add(
  tx: Transaction,
  statement: NewStatement,
  joined: EventId | null,
  coding: NewCoding | null,
  supersedes: StatementId | null,
  carried: readonly NewCoding[] = [],
): Promise<Settled> {
  await knownActors(tx, [statement.source, statement.target])
  const [document] = await documentsById(tx, [statement.document])
  if (document === undefined) {
    throw new DomainError(
      refuse('UNKNOWN_ID', `document ${statement.document}`, 'there is none of this id', 'Add it first'),
    )
  }
  const id = (await tx.ids(statements, 1)) as StatementId
  const event = statement.leaf === null ? null : (joined ?? ((await tx.ids(events, 1)) as EventId))
  const row: StatementRow = {
    ...statement,
    ...pairOf(statement.source, statement.target),
    collection: document.collection,
    id,
    event,
    supersedes,
    addedIn: tx.revision,
    supersededIn: null,
  }
  await tx.insert(statements, [row])
  if (event !== null) reviseEvent(tx, event)
  if (coding !== null) await addCoding(tx, row, coding)
  // What others judged stays their judgement; only one settles the statement.
  for (const other of carried)
    await addCoding(tx, row, other.state === 'SETTLED' ? { ...other, state: 'SUBMITTED' } : other)
  return { statement: id, event }
}

/** Refuses codes that no standing actor has, and two sides that are one. */
export async function knownActors(tx: Transaction, codes: readonly string[]): Promise<void> {
  const asked = [...new Set(codes)]
  if (asked.length < 2) {
    throw new DomainError(
      refuse('NOT_POSSIBLE', asked.join(), 'source and target are the same actor', 'Name two different actors'),
    )
  }
  const rows = await tx.all<{ code: string }>(
    `SELECT "code" FROM actor WHERE "supersededIn" IS NULL AND "code" IN (${asked.map(() => '?').join(', ')})`,
    asked,
  )
  const missing = asked.find((code) => !rows.some((row) => row.code === code))
  if (missing !== undefined) {
    throw new DomainError(
      refuse('UNKNOWN_ACTOR', missing, 'no actor has this code', 'Add the actor first, or correct it'),
    )
  }
}

async function standingCodings(
  tx: Transaction,
  statement: StatementId,
): Promise<(NewCoding & { readonly id: number })[]> {
  return tx.all(
    `SELECT ${selectionOf(codings, 'c')} FROM coding c
     WHERE c."statement" = ? AND c."supersededIn" IS NULL ORDER BY c."id" DESC`,
    [statement],
  )
}
