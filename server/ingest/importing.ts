/**
 * From a file to the record: rows as an importer reads them, stored in portions, each its own transaction, so that any
 * size takes little memory and an import that was cut off goes on where it stopped when it is run again.
 */
import { civilOf, type Day } from '../domain/day.ts'
import type { Collection, CollectionId, DocumentId } from '../domain/record/document.ts'
import { type DataSetRow, insertEvents } from '../store/bulk.ts'
import type { Database } from '../store/database.ts'
import { codebooksAt, directoryAt } from '../store/directory.ts'
import { addDocument } from '../store/document.ts'
import { putCollection } from '../store/reference.ts'
import { latestRevision } from '../store/revision.ts'
import type { Transaction } from '../store/transaction.ts'
import type { Importer, Rejected } from './importer.ts'
import { summaries } from './summary.ts'

export type NewCollection = Omit<Collection, 'id' | 'addedIn' | 'supersededIn'>

/** Where rows go: the collection for a day. Its range is widened to the days that come, if it is a RELEASE. */
export type CollectionFor = (day: Day) => NewCollection

export interface ImportReport {
  /** Rows of data in the file; the other three numbers sum to it. */
  readonly read: number
  readonly stored: number
  /** Stored already, repeated in the file, or the second half of a mutual event. */
  readonly duplicate: number
  readonly rejected: number
  /** How many rows were left out for each reason. */
  readonly reasons: ReadonlyMap<string, number>
}

/** Rows stored in one transaction. */
const ROWS_AT_ONCE = 10_000

export async function importBytes(
  db: Database,
  importer: Importer,
  bytes: AsyncIterable<Uint8Array>,
  into: { readonly what: string; readonly collectionFor: CollectionFor; readonly onRejected?: (r: Rejected) => void },
): Promise<ImportReport> {
  const revision = await latestRevision(db)
  const directory = await directoryAt(db, revision)
  const codebook = (await codebooksAt(db, revision)).filter((c) => c.name === 'default').at(-1) ?? null
  const summaryOf = summaries(directory)
  const reasons = new Map<string, number>()
  const counts = { read: 0, stored: 0, duplicate: 0, rejected: 0 }
  let waiting: DataSetRow[] = []
  // One portion is stored while the next is read.
  let storing: Promise<void> = Promise.resolve()
  const store = async () => {
    await storing
    const rows = waiting
    waiting = []
    storing = storeRows(db, into.what, rows, into.collectionFor).then(({ stored, duplicate }) => {
      counts.stored += stored
      counts.duplicate += duplicate
    })
    // Where it fails, the failure is met at the next portion or at the end.
    storing.catch(() => undefined)
  }
  for await (const portion of importer(bytes, { directory, codebook })) {
    for (const read of portion) {
      counts.read += 1
      if (read.kind === 'row') {
        const { row } = read
        row.summary ??= summaryOf(row)
        waiting.push(row as DataSetRow)
      }
      if (read.kind === 'mirrored') counts.duplicate += 1
      if (read.kind === 'rejected') {
        counts.rejected += 1
        reasons.set(read.reason, (reasons.get(read.reason) ?? 0) + 1)
        into.onRejected?.(read)
      }
      if (waiting.length >= ROWS_AT_ONCE) await store()
    }
  }
  if (waiting.length > 0) await store()
  await storing
  return { ...counts, reasons }
}

function storeRows(db: Database, what: string, rows: readonly DataSetRow[], collectionFor: CollectionFor) {
  return db.write('import', what, async (tx) => {
    const byCollection = new Map<string, { collection: NewCollection; rows: DataSetRow[] }>()
    for (const row of rows) {
      const collection = collectionFor(row.day)
      const kept = byCollection.get(collection.code)
      if (kept) kept.rows.push(row)
      else byCollection.set(collection.code, { collection, rows: [row] })
    }
    const sum = { stored: 0, duplicate: 0 }
    for (const { collection, rows: its } of byCollection.values()) {
      const { stored, duplicate } = await insertEvents(tx, await place(tx, collection, its), its)
      sum.stored += stored
      sum.duplicate += duplicate
    }
    return sum
  })
}

/** The collection, as it stands or new, covering these rows; and the document that stands for the data set. */
async function place(
  tx: Transaction,
  collection: NewCollection,
  rows: readonly DataSetRow[],
): Promise<{ collection: CollectionId; document: DocumentId }> {
  const [standing] = await tx.all<
    { title: string; from: Day | null; to: Day | null; pairs: string | null } & NewCollection
  >('SELECT * FROM collection WHERE "code" = ? AND "supersededIn" IS NULL', [collection.code])
  const declared: NewCollection = standing
    ? {
        ...collection,
        title: standing.title,
        kind: standing.kind,
        from: standing.from,
        to: standing.to,
        pairs: standing.pairs === null ? null : JSON.parse(standing.pairs as string),
        citation: standing.citation,
        volume: standing.volume,
        url: standing.url,
        licence: standing.licence,
      }
    : collection
  const range = declared.kind === 'RELEASE' ? widened(declared, rows) : { from: declared.from, to: declared.to }
  const id = await putCollection(tx, { ...declared, ...range })
  const document = await addDocument(tx, {
    collection: id,
    outlet: null,
    title: declared.title,
    url: declared.url,
    published: null,
    language: 'en',
    contentHash: null,
  })
  return { collection: id, document }
}

function widened(range: { from: Day | null; to: Day | null }, rows: readonly DataSetRow[]): { from: Day; to: Day } {
  let from = range.from ?? (Infinity as Day)
  let to = range.to ?? (-Infinity as Day)
  for (const { day } of rows) {
    if (day < from) from = day
    if (day > to) to = day
  }
  return { from, to }
}

/** A collection a year: what lies between two years that were imported is not taken for covered. */
export function yearly(collection: Omit<NewCollection, 'from' | 'to' | 'kind' | 'pairs'>): CollectionFor {
  const made = new Map<number, NewCollection>()
  return (day) => {
    const { year } = civilOf(day)
    const known = made.get(year)
    if (known) return known
    const its: NewCollection = {
      ...collection,
      code: `${collection.code}-${year}`,
      title: `${collection.title}, ${year}`,
      kind: 'RELEASE',
      from: null,
      to: null,
      pairs: null,
    }
    made.set(year, its)
    return its
  }
}
