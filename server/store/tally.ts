/**
 * The tallies of all pairs in memory, in columns: 22 bytes a cell. They follow the ledger, by whatever process it was
 * written: before an answer, `refresh` asks whether anything was committed and reads what is new.
 */
import type { Leaf } from '../domain/codebook/codebook.ts'
import type { Instant, Revision } from '../domain/record/revision.ts'
import type { Cells, Pair } from '../domain/score/tally.ts'
import type { Database } from './database.ts'
import { latestRevision, revisionsAfter } from './revision.ts'
import { REBUILT } from './rollup.ts'
import type { RevisionRow } from './tables/record.ts'

/** The columns of one pair as the database lists them: JSON lists of equal length. */
interface Listed {
  readonly a: Pair['a']
  readonly b: Pair['b']
  readonly day: string
  readonly direction: string
  readonly leaf: string
  readonly evidence: string
  readonly severity: string
  readonly collection: string
  readonly revision: string
  readonly count: string
}

/** Cells read in one question while loading: enough to be quick, little enough to keep memory flat. */
const CELLS_AT_ONCE = 100_000
const LISTED = ['day', 'direction', 'leaf', 'evidence', 'severity', 'collection', 'revision', 'count']
  // Of the whole dialect this name alone differs: PostgreSQL calls it json_agg.
  .map((column) => `json_group_array("${column}") AS "${column}"`)
  .join(', ')

export class Tallies {
  private cells = new Map<string, Cells>()
  private readonly leafList: Leaf[] = []
  private readonly leafIndex = new Map<string, number>()
  private seen = -1
  private known: Revision = 0 as Revision
  private knownAt: Instant | null = null

  private constructor(private readonly db: Database) {}

  static async load(db: Database): Promise<Tallies> {
    const tallies = new Tallies(db)
    await tallies.refresh()
    return tallies
  }

  /** What the index in `Cells.leaves` means. Only ever grows. */
  get leaves(): readonly Leaf[] {
    return this.leafList
  }

  /** The latest revision that was read. */
  get revision(): Revision {
    return this.known
  }

  /** All deltas of a pair with their revisions, ascending by day; null where there never was an event. Never changed in place. */
  cellsOf(pair: Pair): Cells | null {
    return this.cells.get(`${pair.a} ${pair.b}`) ?? null
  }

  /** Every pair that has cells. */
  pairs(): Pair[] {
    return [...this.cells.keys()].map((key) => {
      const [a, b] = key.split(' ')
      return { a, b } as Pair
    })
  }

  /**
   * Reads what was written since the last time, by this process or another, and says whether anything was; one cheap SQL
   * statement where nothing was. One call at a time.
   */
  async refresh(): Promise<boolean> {
    const version = await this.db.dataVersion()
    if (version === this.seen) return false
    const latest = await latestRevision(this.db)
    const after = (await this.goesOn(latest)) ? this.known : (0 as Revision)
    const read = await this.read(after, latest)
    this.cells = after === 0 ? read : merged(this.cells, read)
    this.known = latest
    this.knownAt = (await this.revisionRow(latest))?.at ?? null
    this.seen = version
    return true
  }

  /** Is what is held still the beginning of the record? Not after a rebuild, nor when a backup was restored. */
  private async goesOn(latest: Revision): Promise<boolean> {
    if ((await this.revisionRow(this.known))?.at !== (this.knownAt ?? undefined)) return false
    const anew = await this.db.all('SELECT 1 FROM revision WHERE "id" > ? AND "id" <= ? AND "what" = ?', [
      ...[this.known, latest],
      REBUILT,
    ])
    return anew.length === 0
  }

  private async revisionRow(id: Revision): Promise<RevisionRow | undefined> {
    return (await revisionsAfter(this.db, (id - 1) as Revision, 1)).find((row) => row.id === id)
  }

  private async read(after: Revision, upTo: Revision): Promise<Map<string, Cells>> {
    const where = 'WHERE "revision" > ? AND "revision" <= ?'
    const sizes = await this.db.all<Pair & { n: number }>(
      `SELECT "a", "b", COUNT(*) AS n FROM tally ${where} GROUP BY "a", "b" ORDER BY "a", "b"`,
      [after, upTo],
    )
    const read = new Map<string, Cells>()
    for (let i = 0; i < sizes.length; ) {
      const [first, start] = [sizes[i] as Pair, i]
      for (let n = 0; i < sizes.length && (i === start || n + (sizes[i]?.n ?? 0) <= CELLS_AT_ONCE); i++) {
        n += sizes[i]?.n ?? 0
      }
      const last = sizes[i - 1] as Pair
      const rows = await this.db.all<Listed>(
        `SELECT "a", "b", ${LISTED} FROM tally ${where} AND ("a", "b") >= (?, ?) AND ("a", "b") <= (?, ?)
         GROUP BY "a", "b"`,
        [after, upTo, first.a, first.b, last.a, last.b],
      )
      for (const row of rows) read.set(`${row.a} ${row.b}`, this.columnsOf(row))
    }
    return read
  }

  private columnsOf(row: Listed): Cells {
    const listOf = <T>(text: string): T[] => JSON.parse(text)
    return sorted({
      days: Int32Array.from(listOf<number>(row.day)),
      directions: Uint8Array.from(listOf<number>(row.direction)),
      leaves: Uint16Array.from(listOf<Leaf>(row.leaf), (leaf) => this.indexOf(leaf)),
      evidence: Uint8Array.from(listOf<number>(row.evidence)),
      severity: Uint8Array.from(listOf<number>(row.severity)),
      collections: Uint16Array.from(listOf<number>(row.collection)),
      revisions: Int32Array.from(listOf<number>(row.revision)),
      counts: Int32Array.from(listOf<number>(row.count)),
    })
  }

  private indexOf(leaf: Leaf): number {
    let index = this.leafIndex.get(leaf)
    if (index === undefined) {
      index = this.leafList.push(leaf) - 1
      this.leafIndex.set(leaf, index)
    }
    return index
  }
}

function merged(kept: ReadonlyMap<string, Cells>, added: ReadonlyMap<string, Cells>): Map<string, Cells> {
  const all = new Map(kept)
  for (const [pair, cells] of added) {
    const former = kept.get(pair)
    all.set(pair, former ? sorted(joined(former, cells)) : cells)
  }
  return all
}

function joined(x: Cells, y: Cells): Cells {
  const after = x.days.length
  const size = after + y.days.length
  const join = <T extends Int32Array | Uint16Array | Uint8Array>(into: T, head: T, tail: T): T => {
    into.set(head)
    into.set(tail, after)
    return into
  }
  return {
    days: join(new Int32Array(size), x.days, y.days),
    directions: join(new Uint8Array(size), x.directions, y.directions),
    leaves: join(new Uint16Array(size), x.leaves, y.leaves),
    evidence: join(new Uint8Array(size), x.evidence, y.evidence),
    severity: join(new Uint8Array(size), x.severity, y.severity),
    collections: join(new Uint16Array(size), x.collections, y.collections),
    revisions: join(new Int32Array(size), x.revisions, y.revisions),
    counts: join(new Int32Array(size), x.counts, y.counts),
  }
}

/** By day; of one day in the order of their revisions, so that loading and catching up give the same columns. */
function sorted(cells: Cells): Cells {
  const { days, revisions } = cells
  const inOrder = (i: number, j: number): number =>
    (days[i] ?? 0) - (days[j] ?? 0) || (revisions[i] ?? 0) - (revisions[j] ?? 0)
  const order = Uint32Array.from(days, (_, i) => i)
  if (order.every((i) => i === 0 || inOrder(i - 1, i) <= 0)) return cells
  order.sort((i, j) => inOrder(i, j) || i - j)
  const take = <T extends Int32Array | Uint16Array | Uint8Array>(into: T, from: T): T => {
    for (let k = 0; k < order.length; k++) into[k] = from[order[k] as number] as number
    return into
  }
  const size = days.length
  return {
    days: take(new Int32Array(size), days),
    directions: take(new Uint8Array(size), cells.directions),
    leaves: take(new Uint16Array(size), cells.leaves),
    evidence: take(new Uint8Array(size), cells.evidence),
    severity: take(new Uint8Array(size), cells.severity),
    collections: take(new Uint16Array(size), cells.collections),
    revisions: take(new Int32Array(size), revisions),
    counts: take(new Int32Array(size), cells.counts),
  }
}
