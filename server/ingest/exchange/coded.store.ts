/** Coded statements into the record, portion by portion, or looked at alone: what each is, and what is wrong with others. */
import type { Leaf } from '../../domain/codebook/codebook.ts'
import type { Collection, DocumentId } from '../../domain/record/document.ts'
import type { EventId } from '../../domain/record/event.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { type Pair, pairOf } from '../../domain/score/tally.ts'
import { addCoding } from '../../store/coding.ts'
import type { Database } from '../../store/database.ts'
import { codebooksAt, directoryAt } from '../../store/directory.ts'
import { addDocument } from '../../store/document.ts'
import type { Reader } from '../../store/reader.ts'
import { addOutlets, putCollection } from '../../store/reference.ts'
import { latestRevision } from '../../store/revision.ts'
import { settle } from '../../store/settle.ts'
import type { Transaction } from '../../store/transaction.ts'
import { type Rejected, rejected } from '../importer.ts'
import { comparedTo, eventOf, type Fate, fateOf } from './coded.fate.ts'
import type { CodedRead } from './coded.text.ts'
import type { Coded } from './coded.ts'

const AT_ONCE = 500

export interface CodedReport {
  /** Statements in the file; the other four sum to it. */
  readonly read: number
  /** New ones, and those that brought a judgement. */
  readonly stored: number
  /** On record already, with every judgement, and the same. */
  readonly duplicate: number
  /** On record already, and saying something else there: that stays; judgements that were lacking were added. */
  readonly differing: number
  readonly rejected: number
  readonly reasons: ReadonlyMap<string, number>
}

/** A statement of the file, with its line and what has become of it. */
export type Placed = { readonly kind: 'placed'; readonly line: number; readonly coded: Coded; readonly fate: Fate }

type Tell = (told: Placed | Rejected) => void
type Read = CodedRead & { readonly kind: 'coded' }

/** Stores what is read in portions, each its own transaction. What is on record already gains the judgements it lacks. */
export function storeCoded(
  db: Database,
  by: string,
  what: string,
  reading: AsyncIterable<CodedRead>,
  tell: Tell = () => undefined,
): Promise<CodedReport> {
  const events: Events = new Map()
  return reported(reading, tell, (portion, take) =>
    db.write(by, what, (tx) => taken(tx, tx.revision, portion, take, (coded, fate) => enter(tx, coded, fate, events))),
  )
}

/** What storing it would do, without doing it. */
export function lookAtCoded(db: Reader, reading: AsyncIterable<CodedRead>, tell: Tell): Promise<CodedReport> {
  const seen = new Map<string, Coded>()
  return reported(reading, tell, async (portion, take) =>
    taken(
      db,
      await latestRevision(db),
      portion,
      (told) => {
        if (told.kind !== 'placed') return take(told)
        // What a file says twice is on record by the time it says it again.
        const key = `${told.coded.collection.code}:${told.coded.statement.origin}`
        const before = seen.get(key)
        seen.set(key, before ?? told.coded)
        const fate = before && told.fate.kind === 'NEW' ? { ...comparedTo(before, told.coded), held: null } : told.fate
        take({ ...told, fate })
      },
      async () => undefined,
    ),
  )
}

/** Portion after portion through `act`, counted. */
async function reported(
  reading: AsyncIterable<CodedRead>,
  tell: Tell,
  act: (portion: readonly Read[], take: Tell) => Promise<void>,
): Promise<CodedReport> {
  const counts = { read: 0, stored: 0, duplicate: 0, differing: 0, rejected: 0 }
  const fates = { NEW: 'stored', GAINED: 'stored', SAME: 'duplicate', DIFFERING: 'differing' } as const
  const reasons = new Map<string, number>()
  const lines = new Set<number>()
  const take: Tell = (told) => {
    // A statement may have several faults, and is one statement.
    if (told.kind === 'placed' || !lines.has(told.line)) {
      counts.read += 1
      counts[told.kind === 'placed' ? fates[told.fate.kind] : 'rejected'] += 1
    }
    if (told.kind === 'rejected') {
      lines.add(told.line)
      reasons.set(told.reason, (reasons.get(told.reason) ?? 0) + 1)
    }
    tell(told)
  }
  let waiting: Read[] = []
  for await (const read of reading) {
    if (read.kind === 'rejected') take(read)
    else waiting.push(read)
    if (waiting.length < AT_ONCE) continue
    await act(waiting, take)
    waiting = []
  }
  if (waiting.length > 0) await act(waiting, take)
  return { ...counts, reasons }
}

/** Each statement of a portion: its faults, or its fate, which `enter` makes true. */
async function taken(
  db: Reader,
  revision: Revision,
  portion: readonly Read[],
  take: Tell,
  enter: (coded: Coded, fate: Fate) => Promise<void>,
): Promise<void> {
  const known = await knownAt(db, revision)
  for (const { line, coded } of portion) {
    const faults = strangers(coded, known, line)
    for (const fault of faults) take(fault)
    if (faults.length > 0) continue
    // What this transaction has written stands too.
    const fate = await fateOf(db, coded, revision)
    await enter(coded, fate)
    take({ kind: 'placed', line, coded, fate })
  }
}

type KnownEvent = Pair & { readonly id: EventId }

/** By what a file calls them. */
type Events = Map<string, KnownEvent>

interface Known {
  readonly actors: ReadonlySet<string>
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>
}

async function knownAt(db: Reader, revision: Revision): Promise<Known> {
  const codebooks = await codebooksAt(db, revision)
  return {
    actors: new Set((await directoryAt(db, revision)).actors.map((a) => a.code)),
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

async function enter(tx: Transaction, coded: Coded, { held, lacking }: Fate, events: Events): Promise<void> {
  const pair = pairOf(coded.statement.source, coded.statement.target)
  if (held) {
    if (coded.event !== null && held.event !== null) events.set(coded.event, { id: held.event, ...pair })
    // What settles it stays, and another judgement is kept beside it as submitted.
    for (const coding of lacking) {
      const state = coding.state === 'SETTLED' ? 'SUBMITTED' : coding.state
      await addCoding(tx, { id: held.id, ...pair }, { ...coding, state })
    }
    return
  }
  const document = await documentOf(tx, coded, await collectionOf(tx, coded))
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
