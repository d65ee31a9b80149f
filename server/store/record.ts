/**
 * The part of the record that is held in memory: reference nouns, codebooks and tallies. It is brought up to date when
 * the file has changed, whoever changed it.
 */
import type { Codebook, Leaf } from '../domain/codebook.ts'
import type { Day } from '../domain/day.ts'
import type { Directory } from '../domain/directory.ts'
import { type Instant, type Revision, stands, type Versioned } from '../domain/revision.ts'
import type { Cells, Pair } from '../domain/tally.ts'
import type { Database } from './database.ts'
import { directoryUpTo } from './directory.ts'
import { Tallies } from './tally.ts'

export interface PublishedCodebook extends Codebook {
  readonly publishedAt: Revision
}

export class HeldRecord {
  /** Every row ever, superseded ones too; of one code the latest comes last. */
  directory!: Directory
  /** In order of publishing. */
  codebooks: readonly PublishedCodebook[] = []
  /** When the latest revision was written; null for the empty record. */
  at: Instant | null = null
  /** The last day of which anything is on record. */
  lastDay: Day = 0 as Day
  private read = -1

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

  /** Takes in what was written since, by whatever process; one cheap statement where nothing was. */
  async refresh(): Promise<void> {
    // After a restore the number of the revision may be the same and what it holds another.
    const changed = await this.tallies.refresh()
    if (changed || this.revision !== this.read) await this.readReference()
  }

  private async readReference(): Promise<void> {
    const revision = this.revision
    this.directory = await directoryUpTo(this.db, revision)
    const codebooks = await this.db.all<{ body: string; publishedAt: Revision }>(
      'SELECT "body", "publishedAt" FROM codebook WHERE "publishedAt" <= ? ORDER BY "publishedAt", "version"',
      [revision],
    )
    this.codebooks = codebooks.map((row) => ({ ...(JSON.parse(row.body) as Codebook), publishedAt: row.publishedAt }))
    const [last] = await this.db.all<{ at: Instant }>('SELECT "at" FROM revision WHERE "id" = ?', [revision])
    this.at = last?.at ?? null
    const days = this.tallies.pairs().map((pair) => this.cellsOf(pair)?.days.at(-1) ?? 0)
    const ends = this.directory.collections.map((c) => c.to ?? 0)
    this.lastDay = Math.max(0, ...days, ...ends) as Day
    this.read = revision
  }
}

/** The directory as it stood in a revision. Before the first row of a kind, what was recorded first is taken. */
export function standingDirectory(directory: Directory, revision: Revision): Directory {
  const standing = <T extends Versioned>(rows: readonly T[]) => {
    const first = Math.min(...rows.map((row) => row.addedIn))
    return rows.filter((row) => stands(row, Math.max(revision, first) as Revision))
  }
  return {
    ...directory,
    actors: standing(directory.actors),
    tenures: standing(directory.tenures),
    relations: standing(directory.relations),
    collections: directory.collections.filter((row) => stands(row, revision)),
  }
}
