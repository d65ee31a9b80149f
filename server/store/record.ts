/**
 * The part of the record that is held in memory: reference nouns, codebooks and tallies. It is brought up to date when
 * the file has changed, whoever changed it.
 */
import type { Codebook, Leaf } from '../domain/codebook/codebook.ts'
import type { Day } from '../domain/day.ts'
import type { Directory } from '../domain/directory/directory.ts'
import { type Instant, type Revision, stands, type Versioned } from '../domain/record/revision.ts'
import type { Cells, Pair } from '../domain/score/tally.ts'
import type { Database } from './database.ts'
import { directoryUpTo, type KeptDirectory } from './directory.ts'
import { Tallies } from './tally.ts'

export interface PublishedCodebook extends Codebook {
  readonly publishedAt: Revision
}

export class HeldRecord {
  /** Every row ever, superseded ones too; of one code the latest comes last. */
  directory!: KeptDirectory
  /** In order of publishing. */
  codebooks: readonly PublishedCodebook[] = []
  /** When the latest revision was written; null for the empty record. */
  at: Instant | null = null
  /** The first day of which anything is on record; 1970-01-01 for the empty record. */
  firstDay: Day = 0 as Day
  private lastDay: Day = 0 as Day
  private read = -1
  /** The look under way, or the last one; and the one that follows it, where anybody waits for it. */
  private looking: Promise<void> = Promise.resolve()
  private next: Promise<void> | null = null
  private standing: { readonly revision: Revision; readonly directory: Directory } | null = null

  private constructor(
    private readonly db: Database,
    private readonly tallies: Tallies,
  ) {}

  static async load(db: Database): Promise<HeldRecord> {
    const record = new HeldRecord(db, await Tallies.load(db))
    await record.readReference()
    return record
  }

  get leaves(): readonly Leaf[] {
    return this.tallies.leaves
  }

  get revision(): Revision {
    return this.tallies.revision
  }

  cellsOf(pair: Pair): Cells | null {
    return this.tallies.cellsOf(pair)
  }

  /** The directory as it stood in a revision. */
  directoryIn(revision: Revision): Directory {
    if (this.standing?.revision !== revision) {
      this.standing = { revision, directory: standingDirectory(this.directory, revision) }
    }
    return this.standing.directory
  }

  /** The last day of which anything was on record in a revision; 1970-01-01 for the empty record. */
  lastDayIn(revision: Revision): Day {
    if (revision === this.read) return this.lastDay
    const days = this.tallies.pairs().map((pair) => {
      const cells = this.cellsOf(pair)
      const row = cells?.revisions.findLastIndex((addedIn) => addedIn <= revision) ?? -1
      return cells?.days[row] ?? null
    })
    const ends = this.directory.collections.filter((c) => c.addedIn <= revision).map((c) => c.to)
    const known = [...days, ...ends].filter((day) => day !== null)
    return (known.length === 0 ? 0 : Math.max(...known)) as Day
  }

  /**
   * Takes in what was written before the call, by whatever process; one cheap statement where nothing was. Calls during
   * a look share the one that follows it: the look under way may have begun before the latest write.
   */
  refresh(): Promise<void> {
    this.next ??= this.looking
      .catch(() => undefined)
      .then(() => {
        this.next = null
        this.looking = this.look()
        return this.looking
      })
    return this.next
  }

  private async look(): Promise<void> {
    // After a restore the number of the revision may be the same and what it holds another.
    const changed = await this.tallies.refresh()
    if (changed || this.revision !== this.read) await this.readReference()
  }

  private async readReference(): Promise<void> {
    const revision = this.revision
    this.directory = await directoryUpTo(this.db, revision)
    this.standing = null
    const codebooks = await this.db.all<{ body: string; publishedAt: Revision }>(
      'SELECT "body", "publishedAt" FROM codebook WHERE "publishedAt" <= ? ORDER BY "publishedAt", "version"',
      [revision],
    )
    this.codebooks = codebooks.map((row) => ({ ...(JSON.parse(row.body) as Codebook), publishedAt: row.publishedAt }))
    const [last] = await this.db.all<{ at: Instant }>('SELECT "at" FROM revision WHERE "id" = ?', [revision])
    this.at = last?.at ?? null
    const days = this.tallies.pairs().map((pair) => this.cellsOf(pair)?.days[0] ?? null)
    const known = [...days, ...this.directory.collections.map((c) => c.from)].filter((day) => day !== null)
    this.firstDay = (known.length === 0 ? 0 : Math.min(...known)) as Day
    this.lastDay = this.lastDayIn(revision)
    this.read = revision
  }
}

/**
 * What was not yet on record is taken as it was first recorded: the past is
 * asked by today's names. Collections are evidence, not names, and so are left out before they came.
 */
function standingDirectory(directory: KeptDirectory, revision: Revision): Directory {
  const standing = <T extends Versioned>(rows: readonly T[], keyOf: (row: T) => string | null): T[] => {
    const first = new Map<string | null, Revision>()
    for (const row of rows) first.set(keyOf(row), Math.min(row.addedIn, first.get(keyOf(row)) ?? Infinity) as Revision)
    return rows.filter((row) => stands(row, Math.max(revision, first.get(keyOf(row)) ?? revision) as Revision))
  }
  return {
    actors: standing(directory.actors, (a) => a.code),
    names: standing(directory.names, (n) => n.actor ?? n.office),
    offices: standing(directory.offices, (o) => o.code),
    tenures: standing(directory.tenures, (t) => t.office),
    persons: standing(directory.persons, (p) => p.id),
    posts: standing(directory.posts, (p) => p.person),
    relations: standing(directory.relations, (r) => r.slug),
    outlets: standing(directory.outlets, (o) => o.code),
    collections: directory.collections.filter((row) => stands(row, revision)),
  }
}
