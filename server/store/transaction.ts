/**
 * One write transaction: a revision, rows added, rows superseded, and the ledger of cells, which is summed here so that
 * each distinct cell becomes one row. It offers nothing that overwrites. Beginning and ending it is database.ts.
 */

import type { Event } from '../domain/event.ts'
import type { Instant, Revision } from '../domain/revision.ts'
import { type Cell, cellOf } from '../domain/tally.ts'
import { type Table, type Value, valuesOf } from './columns.ts'
import { type CellRow, cells, revisions } from './tables.ts'

/** What can be asked; a Database answers from what is committed, a Transaction also from its own writes. */
export interface Reader {
  all<T>(sql: string, values?: readonly Value[]): Promise<T[]>
}

/** Rows in one INSERT; more gain nothing, and SQLite allows 32,766 values in one statement. */
const ROWS_AT_ONCE = 250

export class Transaction implements Reader {
  private started = false
  private readonly ledger = new Map<string, CellRow & { count: number }>()
  private readonly nextIds = new Map<string, number>()
  private readonly closing = new Map<string, () => Promise<void>>()

  constructor(
    private readonly run: (sql: string, values: readonly Value[]) => Promise<unknown>,
    /** The revision of every row added here. It comes to be with the first row; a transaction that adds none leaves no trace. */
    readonly revision: Revision,
    readonly at: Instant,
    readonly by: string,
    readonly what: string,
  ) {}

  async all<T>(sql: string, values: readonly Value[] = []): Promise<T[]> {
    return (await this.run(sql, values)) as T[]
  }

  /** Has anything been written? */
  get wrote(): boolean {
    return this.started
  }

  /** Adds rows, in order. */
  async insert<T>(into: Table<T>, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return
    await this.begin()
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      const some = rows.slice(i, i + ROWS_AT_ONCE)
      const values: Value[] = []
      for (const row of some) valuesOf(into, row, values)
      await this.run(insertion(into, some.length), values)
    }
  }

  /** Marks the standing rows of these keys as superseded in this revision; answers how many there were. */
  async supersede<T>(table: Table<T>, column: keyof T & string, keys: readonly Value[]): Promise<number> {
    if (keys.length === 0) return 0
    await this.begin()
    const where = `"${column}" IN (${keys.map(() => '?').join(', ')}) AND "supersededIn" IS NULL`
    const [found] = await this.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table.name}" WHERE ${where}`, keys)
    await this.run(`UPDATE "${table.name}" SET "supersededIn" = ? WHERE ${where}`, [this.revision, ...keys])
    return found?.n ?? 0
  }

  /** The first of `count` fresh numbers for a table's column `id`. */
  async ids<T>(table: Table<T>, count: number): Promise<number> {
    let next = this.nextIds.get(table.name)
    if (next === undefined) {
      const [top] = await this.all<{ id: number | null }>(`SELECT MAX("id") AS id FROM "${table.name}"`)
      next = (top?.id ?? 0) + 1
    }
    this.nextIds.set(table.name, next + count)
    return next
  }

  /** Enters an event into the ledger (+1) or takes it back (−1), in this revision. */
  count(event: Omit<Event, 'id' | 'precision'>, by: 1 | -1): void {
    const { pair, ...cell }: Cell = cellOf({ ...event, addedIn: this.revision })
    const place = `${pair.a} ${pair.b} ${cell.day} ${cell.direction} ${cell.leaf} ${cell.evidence} ${cell.collection}`
    const kept = this.ledger.get(place)
    if (kept) kept.count += by
    else this.ledger.set(place, { ...cell, ...pair, count: by })
  }

  /** Fills a table that is only a cache of others anew: sums "count" over the rows of a question, by the given columns. */
  async remake(cache: 'tally', columns: string, entries: string): Promise<void> {
    await this.begin()
    await this.run(`DELETE FROM "${cache}"`, [])
    await this.run(
      `INSERT INTO "${cache}" (${columns}, "count") SELECT ${columns}, SUM("count") FROM (${entries}) AS entry
       GROUP BY ${columns} HAVING SUM("count") <> 0`,
      [],
    )
  }

  /** Does something once before the transaction ends, however often it is asked for under this key. */
  beforeEnd(key: string, work: () => Promise<void>): void {
    this.closing.set(key, work)
  }

  /** Runs what was put off, then writes the ledger. Called once, by the database. */
  async end(): Promise<void> {
    for (const work of this.closing.values()) await work()
    await this.insert(
      cells,
      [...this.ledger.values()].filter((cell) => cell.count !== 0),
    )
  }

  private async begin(): Promise<void> {
    if (this.started) return
    this.started = true
    await this.insert(revisions, [{ id: this.revision, at: this.at, by: this.by, what: this.what }])
  }
}

const insertions = new Map<string, string>()

function insertion<T>(into: Table<T>, rows: number): string {
  const known = insertions.get(`${into.name} ${rows}`)
  if (known !== undefined) return known
  const row = `(${into.columns.map(() => '?').join(', ')})`
  const columns = into.columns.map((c) => `"${c}"`).join(', ')
  const sql = `INSERT INTO "${into.name}" (${columns}) VALUES ${Array(rows).fill(row).join(', ')}`
  insertions.set(`${into.name} ${rows}`, sql)
  return sql
}
