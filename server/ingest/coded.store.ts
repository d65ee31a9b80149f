/** Coded statements out of the record, and into it: what stands, in the order in which it came. */
import type { Leaf } from '../domain/codebook.ts'
import type { Collection, DocumentId } from '../domain/document.ts'
import type { EventId } from '../domain/event.ts'
import type { Revision } from '../domain/revision.ts'
import type { StatementId } from '../domain/statement.ts'
import { type Pair, pairOf } from '../domain/tally.ts'
import { addCoding, codingsOf } from '../store/coding.ts'
import { nounOf, selectionOf } from '../store/columns.ts'
import type { Database } from '../store/database.ts'
import { codebooksAt, directoryAt } from '../store/directory.ts'
import { addDocument, documentsById } from '../store/document.ts'
import { addOutlets, putCollection } from '../store/reference.ts'
import { among, latestRevision, standing } from '../store/revision.ts'
import { settle } from '../store/settle.ts'
import { type StatementRow, statements } from '../store/tables.ts'
import type { Reader, Transaction } from '../store/transaction.ts'
import type { CodedRead } from './coded.text.ts'
import type { Coded } from './coded.ts'
import { type Rejected, rejected } from './importer.ts'

const AT_ONCE = 500

/** Every standing statement of a body of articles, and any other that somebody judged. Rows of data sets are not coded here. */
export async function* codedStatements(db: Reader, revision: Revision): AsyncGenerator<Coded> {
  const { collections, outlets } = await directoryAt(db, revision)
  const [stood, judged] = [standing('s', revision), standing('c', revision)]
  for (let after = 0; ; ) {
    const rows = (
      await db.all<Record<string, unknown>>(
        `SELECT ${selectionOf(statements, 's')} FROM statement s WHERE s."id" > ? AND ${stood.sql}
           AND (s."collection" IN (SELECT "id" FROM collection WHERE "kind" = 'ARTICLES')
             OR EXISTS (SELECT 1 FROM coding c WHERE c."statement" = s."id" AND ${judged.sql}))
         ORDER BY s."id" LIMIT ${AT_ONCE}`,
        [after, ...stood.values, ...judged.values],
      )
    ).map((row) => nounOf(statements, row))
    if (rows.length === 0) return
    after = rows.at(-1)?.id ?? 0
    const documents = new Map(
      (await documentsById(db, [...new Set(rows.map((r) => r.document))])).map((d) => [d.id, d]),
    )
    const firsts = await firstReports(db, rows, revision)
    const codings = await codingsOf(
      db,
      rows.map((r) => r.id),
      revision,
    )
    for (const row of rows) {
      const document = documents.get(row.document)
      const collection = collections.find((c) => c.id === row.collection)
      if (!document || !collection) throw new Error(`statement ${row.id} has no document or collection`)
      const { id: _i, document: _d, event, supersedes: _s, addedIn: _a, supersededIn: _e, ...said } = row
      const { a: _pa, b: _pb, collection: _c, ...statement } = said
      yield {
        collection: withoutVersions(collection),
        outlet: outlets.find((o) => o.code === document.outlet) ?? null,
        document,
        statement,
        event: event === null ? null : (firsts.get(event) ?? null),
        codings: codings.filter((c) => c.statement === row.id),
      }
    }
  }
}

function withoutVersions({ id: _id, addedIn: _a, supersededIn: _s, ...collection }: Collection) {
  return collection
}

/** Collection and origin of the first report of each event. */
async function firstReports(
  db: Reader,
  rows: readonly StatementRow[],
  revision: Revision,
): Promise<ReadonlyMap<EventId, string>> {
  const events = [...new Set(rows.flatMap((r) => r.event ?? []))]
  if (events.length === 0) return new Map()
  const stood = standing('s', revision)
  const found = await db.all<{ event: EventId; code: string; origin: string }>(
    `SELECT s."event", c."code", s."origin", MIN(s."id") AS id FROM statement s
     JOIN collection c ON c."id" = s."collection" AND c."supersededIn" IS NULL
     WHERE s."event" IN ${among(events)} AND ${stood.sql} GROUP BY s."event"`,
    [...events, ...stood.values],
  )
  return new Map(found.map(({ event, code, origin }) => [event, `${code}:${origin}`]))
}

export interface CodedReport {
  /** Statements in the file; the other three sum to it. */
  readonly read: number
  readonly stored: number
  /** On record already, with every judgement. */
  readonly duplicate: number
  readonly rejected: number
  readonly reasons: ReadonlyMap<string, number>
}

/** Stores what is read in portions, each its own transaction. What is on record already gains the judgements it lacks. */
export async function storeCoded(
  db: Database,
  what: string,
  reading: AsyncIterable<CodedRead>,
  onRejected: (fault: Rejected) => void = () => undefined,
): Promise<CodedReport> {
  const counts = { read: 0, stored: 0, duplicate: 0, rejected: 0 }
  const reasons = new Map<string, number>()
  const events: Events = new Map()
  const lines = new Set<number>()
  const refuse = (fault: Rejected) => {
    // A statement may have several faults, and is one statement.
    if (!lines.has(fault.line)) {
      counts.read += 1
      counts.rejected += 1
    }
    lines.add(fault.line)
    reasons.set(fault.reason, (reasons.get(fault.reason) ?? 0) + 1)
    onRejected(fault)
  }
  const store = async (portion: readonly (CodedRead & { kind: 'coded' })[]) => {
    await db.write('import', what, async (tx) => {
      const known = await knownAt(tx)
      for (const { line, coded } of portion) {
        const faults = strangers(coded, known, line)
        if (faults.length > 0) {
          for (const fault of faults) refuse(fault)
          continue
        }
        counts.read += 1
        counts[(await add(tx, coded, events)) ? 'stored' : 'duplicate'] += 1
      }
    })
  }
  let waiting: (CodedRead & { kind: 'coded' })[] = []
  for await (const read of reading) {
    if (read.kind === 'rejected') refuse(read)
    else waiting.push(read)
    if (waiting.length < AT_ONCE) continue
    await store(waiting)
    waiting = []
  }
  if (waiting.length > 0) await store(waiting)
  return { ...counts, reasons }
}

type KnownEvent = Pair & { readonly id: EventId }

/** By what a file calls them. */
type Events = Map<string, KnownEvent>

interface Known {
  readonly actors: ReadonlySet<string>
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>
}

async function knownAt(tx: Transaction): Promise<Known> {
  const revision = await latestRevision(tx)
  const codebooks = await codebooksAt(tx, revision)
  return {
    actors: new Set((await directoryAt(tx, revision)).actors.map((a) => a.code)),
    tags: new Map(codebooks.map((c) => [c.version, new Set(c.tags.map((t) => t.code))])),
  }
}

/** Who and what it names that is not on record. */
function strangers({ statement, codings }: Coded, known: Known, line: number): Rejected[] {
  const sides = (['source', 'target'] as const)
    .filter((side) => !known.actors.has(statement[side]))
    .map((side) => rejected(line, side, statement[side], 'no actor has this code'))
  const judged = codings.flatMap(({ codebook, tag }) => {
    const tags = known.tags.get(codebook)
    if (!tags) return [rejected(line, 'coding_codebook', codebook, 'no codebook of this version is published here')]
    return tags.has(tag) ? [] : [rejected(line, 'coding_tag', tag, `${codebook} has no such tag`)]
  })
  return [...sides, ...judged]
}

/** Whether anything of it was new. */
async function add(tx: Transaction, coded: Coded, events: Events): Promise<boolean> {
  const pair = pairOf(coded.statement.source, coded.statement.target)
  const collection = await collectionOf(tx, coded)
  const [held] = await tx.all<{ id: StatementId; event: EventId | null }>(
    'SELECT "id", "event" FROM statement WHERE "collection" = ? AND "origin" = ? AND "supersededIn" IS NULL',
    [collection, coded.statement.origin],
  )
  if (held) {
    if (coded.event !== null && held.event !== null) events.set(coded.event, { id: held.event, ...pair })
    return addJudgements(tx, coded, held.id)
  }
  const document = await documentOf(tx, coded, collection)
  const settling = coded.codings.find((c) => c.state === 'SETTLED') ?? null
  const known = coded.event === null ? null : (events.get(coded.event) ?? (await eventOf(tx, coded.event)))
  // Reports of one happening are of the same two: what says otherwise is a happening of its own.
  const event = known?.a === pair.a && known.b === pair.b ? known.id : null
  const { leaf } = coded.statement
  const made = await settle(tx, { ...coded.statement, leaf: leaf as Leaf | null, document }, event, settling)
  if (coded.event !== null && made.event !== null) events.set(coded.event, { id: made.event, ...pair })
  for (const coding of coded.codings) {
    if (coding !== settling) await addCoding(tx, { id: made.statement, ...pair }, coding)
  }
  return true
}

/** The judgements that a statement on record lacks; what settles it stays, and another is kept beside it as submitted. */
async function addJudgements(tx: Transaction, coded: Coded, id: StatementId): Promise<boolean> {
  const standing = await tx.all<{ coder: string; codebook: string; state: string }>(
    'SELECT "coder", "codebook", "state" FROM coding WHERE "statement" = ? AND "supersededIn" IS NULL',
    [id],
  )
  const lacking = coded.codings.filter((c) => !standing.some((s) => s.coder === c.coder && s.codebook === c.codebook))
  const pair = pairOf(coded.statement.source, coded.statement.target)
  for (const coding of lacking) {
    await addCoding(tx, { id, ...pair }, coding.state === 'SETTLED' ? { ...coding, state: 'SUBMITTED' } : coding)
  }
  return lacking.length > 0
}

async function collectionOf(tx: Transaction, { collection }: Coded) {
  const [known] = await tx.all<{ id: Collection['id'] }>(
    'SELECT "id" FROM collection WHERE "code" = ? AND "supersededIn" IS NULL',
    [collection.code],
  )
  return known?.id ?? (await putCollection(tx, collection))
}

async function documentOf(
  tx: Transaction,
  { outlet, document }: Coded,
  collection: Collection['id'],
): Promise<DocumentId> {
  if (outlet !== null) {
    const known = await tx.all('SELECT 1 FROM outlet WHERE "code" = ? AND "supersededIn" IS NULL', [outlet.code])
    if (known.length === 0) await addOutlets(tx, [outlet])
  }
  const { title, url, published, language, contentHash } = document
  return addDocument(tx, { collection, outlet: outlet?.code ?? null, title, url, published, language, contentHash })
}

/** The event whose first report this names, where it is on record. */
async function eventOf(tx: Transaction, key: string): Promise<KnownEvent | null> {
  const at = key.indexOf(':')
  const [found] = await tx.all<KnownEvent>(
    `SELECT s."event" AS id, s."a", s."b" FROM statement s JOIN collection c ON c."id" = s."collection" AND c."supersededIn" IS NULL
     WHERE c."code" = ? AND s."origin" = ? AND s."supersededIn" IS NULL AND s."event" IS NOT NULL`,
    [key.slice(0, at), key.slice(at + 1)],
  )
  return found ?? null
}
