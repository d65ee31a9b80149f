/**
 * The way of a data set into the record: each row is one statement and the one event it reports. A row whose origin is
 * stored already in the collection is passed over, so importing twice changes nothing.
 *
 * Handing values to the driver costs more than storing them, so each row is handed over once, to a table of this connection
 * alone, and statement, event and cell are made of it by three statements of SQL.
 */
import type { Leaf } from '../domain/codebook/codebook.ts'
import type { CollectionId, DocumentId } from '../domain/record/document.ts'
import { type EvidenceClass, evidenceOf } from '../domain/record/evidence.ts'
import type { Killed } from '../domain/record/killed.ts'
import { severityOf } from '../domain/record/killed.ts'
import type { Statement } from '../domain/record/statement.ts'
import { pairOf } from '../domain/score/tally.ts'
import type { Value } from './columns.ts'
import { type EventRow, events, type StatementRow, statements } from './tables/record.ts'
import type { Transaction } from './transaction.ts'

/** A row of a data set: actors known by code, its code taken over as the leaf. */
export interface DataSetRow
  extends Pick<Statement, 'origin' | 'source' | 'target' | 'mutual' | 'day' | 'precision' | 'summary'> {
  readonly leaf: Leaf
  /** What a data set says beside; false, null and none where it says nothing. */
  readonly said?: Said
}

type Said = Partial<
  Pick<Statement, 'speaker' | 'quote' | 'reported' | 'denied' | 'hypothetical' | 'background' | 'issues' | keyof Killed>
>

export interface Stored {
  readonly stored: number
  readonly duplicate: number
}

/** Of every row. */
const PLAIN = ['n', 'origin', 'a', 'b', 'fromA', 'mutual', 'day', 'leaf', 'summary'] as const
/** Of rows that say more than the plainest; what they are otherwise. */
const MORE = {
  precision: "'DAY'",
  evidence: "'ONE'" satisfies `'${EvidenceClass}'`,
  severity: '0',
  speaker: 'NULL',
  quote: 'NULL',
  reported: '0',
  denied: '0',
  hypothetical: '0',
  background: '0',
  killedLow: 'NULL',
  killedBest: 'NULL',
  killedHigh: 'NULL',
  issues: "'[]'",
}
const STAGED = [...PLAIN.map((c) => `"${c}"`), ...Object.entries(MORE).map(([c, value]) => `"${c}" DEFAULT ${value}`)]

const SOURCE = 'CASE WHEN i."fromA" = 1 THEN i."a" ELSE i."b" END'
const TARGET = 'CASE WHEN i."fromA" = 1 THEN i."b" ELSE i."a" END'

/** Stores rows under one document of a collection. The caller vouches for the actors: their codes must stand. */
export async function insertEvents(
  tx: Transaction,
  into: { readonly collection: CollectionId; readonly document: DocumentId },
  rows: readonly DataSetRow[],
): Promise<Stored> {
  const fresh = new Map<string, DataSetRow>()
  for (const row of rows) if (!fresh.has(row.origin)) fresh.set(row.origin, row)
  await stage(tx, [...fresh.values()])
  await tx.unstage(
    `EXISTS (SELECT 1 FROM statement s
       WHERE s."collection" = ? AND s."origin" = incoming."origin" AND s."supersededIn" IS NULL)`,
    [into.collection],
  )
  const [left] = await tx.all<{ n: number }>('SELECT COUNT(*) AS n FROM temp.incoming')
  const stored = left?.n ?? 0
  if (stored === 0) return { stored, duplicate: rows.length }

  // Numbers of rows passed over are left out: ids rise, but need not follow each other.
  const firstEvent = await tx.ids(events, fresh.size)
  const firstStatement = await tx.ids(statements, fresh.size)
  const shared = {
    ...{ a: 'i."a"', b: 'i."b"', day: 'i."day"', source: SOURCE, target: TARGET, mutual: 'i."mutual"' },
    ...{ precision: 'i."precision"', leaf: 'i."leaf"', collection: `${into.collection}` },
    ...{ addedIn: `${tx.revision}`, supersededIn: 'NULL' },
  }
  await tx.insertStaged(events, {
    ...shared,
    id: `${firstEvent} + i."n"`,
    evidence: 'i."evidence"',
    ...{ severity: 'i."severity"', caption: 'NULL' },
  } satisfies Record<keyof EventRow, string>)
  await tx.insertStaged(statements, {
    ...shared,
    id: `${firstStatement} + i."n"`,
    document: `${into.document}`,
    origin: 'i."origin"',
    ...{ start: 'NULL', end: 'NULL', speaker: 'i."speaker"', summary: 'i."summary"', quote: 'i."quote"' },
    ...{ caption: 'NULL', killedLow: 'i."killedLow"', killedBest: 'i."killedBest"', killedHigh: 'i."killedHigh"' },
    ...{ reported: 'i."reported"', denied: 'i."denied"', hypothetical: 'i."hypothetical"' },
    ...{ background: 'i."background"', issues: 'i."issues"' },
    event: `${firstEvent} + i."n"`,
    supersedes: 'NULL',
  } satisfies Record<keyof StatementRow, string>)
  await tx.countStaged(into.collection)
  return { stored, duplicate: rows.length - stored }
}

async function stage(tx: Transaction, rows: readonly DataSetRow[]): Promise<void> {
  const more = rows.some((row) => row.precision !== 'DAY' || saysMore(row.said))
  const columns: string[] = more ? [...PLAIN, ...Object.keys(MORE)] : [...PLAIN]
  const values: Value[] = []
  rows.forEach((row, n) => {
    const { a, b } = pairOf(row.source, row.target)
    values.push(n, row.origin, a, b, row.source === a ? 1 : 0, row.mutual ? 1 : 0, row.day, row.leaf, row.summary)
    if (!more) return
    const { reported = false, denied = false, hypothetical = false, background = false, ...said } = row.said ?? {}
    const { precision } = row
    const evidence = evidenceOf([{ reported, denied, hypothetical, background, precision }], 1)
    const { killedLow = null, killedBest = null, killedHigh = null } = said
    const severity = evidence === 'UNCOUNTED' ? 0 : severityOf(killedBest)
    values.push(precision, evidence, severity, said.speaker ?? null, said.quote ?? null)
    for (const flag of [reported, denied, hypothetical, background]) values.push(flag ? 1 : 0)
    values.push(killedLow, killedBest, killedHigh)
    values.push(JSON.stringify(said.issues ?? []))
  })
  await tx.stage(STAGED, columns, values)
}

function saysMore(said: Said | undefined): boolean {
  return (
    said !== undefined &&
    Object.values(said).some((x) => typeof x === 'number' || x === true || (x !== null && x !== false && x.length > 0))
  )
}
