/**
 * The way of a data set into the record: each row is one statement and the one event it reports, many rows a statement
 * of SQL. A row whose origin is stored already in the collection is passed over, so importing twice changes nothing.
 */
import type { Leaf } from '../domain/codebook.ts'
import type { CollectionId, DocumentId } from '../domain/document.ts'
import { type EventId, evidenceOf } from '../domain/event.ts'
import type { Statement, StatementId } from '../domain/statement.ts'
import { pairOf } from '../domain/tally.ts'
import { among } from './revision.ts'
import { type EventRow, events, type StatementRow, statements } from './tables.ts'
import type { Transaction } from './transaction.ts'

/** A row of a data set: actors known by code, its code taken over as the leaf. */
export interface DataSetRow
  extends Pick<Statement, 'origin' | 'source' | 'target' | 'mutual' | 'day' | 'precision' | 'summary'> {
  readonly leaf: Leaf
  /** What a data set says beside; false, null and none where it says nothing. */
  readonly said?: Partial<
    Pick<Statement, 'speaker' | 'quote' | 'reported' | 'denied' | 'hypothetical' | 'background' | 'issues'>
  >
}

export interface Stored {
  readonly stored: number
  readonly duplicate: number
}

/** Origins looked up in one question. */
const AT_ONCE = 500

/** Stores rows under one document of a collection. The caller vouches for the actors: their codes must stand. */
export async function insertEvents(
  tx: Transaction,
  into: { readonly collection: CollectionId; readonly document: DocumentId },
  rows: readonly DataSetRow[],
): Promise<Stored> {
  const fresh = new Map<string, DataSetRow>()
  for (const row of rows) if (!fresh.has(row.origin)) fresh.set(row.origin, row)
  const origins = [...fresh.keys()]
  for (let i = 0; i < origins.length; i += AT_ONCE) {
    const some = origins.slice(i, i + AT_ONCE)
    const known = await tx.all<{ origin: string }>(
      `SELECT "origin" FROM statement WHERE "collection" = ? AND "origin" IN ${among(some)} AND "supersededIn" IS NULL`,
      [into.collection, ...some],
    )
    for (const { origin } of known) fresh.delete(origin)
  }
  if (fresh.size === 0) return { stored: 0, duplicate: rows.length }
  let id = await tx.ids(statements, fresh.size)
  let event = await tx.ids(events, fresh.size)
  const said: StatementRow[] = []
  const happened: EventRow[] = []
  for (const row of fresh.values()) {
    const statement = statementFrom(row, into, id++, event++, tx.revision)
    said.push(statement)
    const { a, b, source, target, mutual, day, precision, addedIn, supersededIn } = statement
    const facts = {
      a,
      b,
      source,
      target,
      mutual,
      day,
      precision,
      leaf: row.leaf,
      addedIn,
      supersededIn,
    }
    const evidence = evidenceOf([statement], 1)
    happened.push({ ...facts, id: statement.event as EventId, evidence, collection: into.collection })
  }
  await tx.insert(events, happened)
  await tx.insert(statements, said)
  for (const e of happened) tx.count(e, 1)
  return { stored: said.length, duplicate: rows.length - said.length }
}

function statementFrom(
  row: DataSetRow,
  into: { readonly collection: CollectionId; readonly document: DocumentId },
  id: number,
  event: number,
  revision: StatementRow['addedIn'],
): StatementRow {
  return {
    ...pairOf(row.source, row.target),
    day: row.day,
    id: id as StatementId,
    collection: into.collection,
    document: into.document,
    origin: row.origin,
    start: null,
    end: null,
    speaker: null,
    source: row.source,
    target: row.target,
    mutual: row.mutual,
    precision: row.precision,
    summary: row.summary,
    quote: null,
    leaf: row.leaf,
    reported: false,
    denied: false,
    hypothetical: false,
    background: false,
    issues: [],
    event: event as EventId,
    supersedes: null,
    ...row.said,
    addedIn: revision,
    supersededIn: null,
  }
}
