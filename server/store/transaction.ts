/**
 * One write transaction: a revision, rows added, rows superseded, and the ledger of cells, which is summed here so that
 * each distinct cell becomes one row. Of the record it overwrites nothing; accounts and drafts are changed in place. Every
 * transaction that changed the record leaves at least one row in the audit; of the others their callers say what.
 * Beginning and ending it is database.ts.
 */

import type { Audit } from '../domain/record/audit.ts'
import type { Event } from '../domain/record/event.ts'
import { EVIDENCE_CLASSES } from '../domain/record/evidence.ts'
import type { Instant, Revision } from '../domain/record/revision.ts'
import { type Cell, cellOf } from '../domain/score/tally.ts'
import { insertion, type Table, type Value, valuesOf } from './columns.ts'
import type { Reader } from './reader.ts'
import { type CellRow, cells, revisions } from './tables/record.ts'
import { audits } from './tables/work.ts'

/** Rows in one INSERT; more gain nothing, and SQLite allows 32,766 values in one statement. */
const ROWS_AT_ONCE = 250

export class Transaction implements Reader {
  private started = false
  private kept = false
  private audited = false
  /** Have cells been entered by SQL? */
  private staged = false
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
    return this.started || this.kept
  }

  /** Adds rows, in order. */
  async insert<T>(into: Table<T>, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return
    await this.begin()
    await this.insertRows(into, rows)
  }

  /** Adds rows that are no part of the record and make no revision: accounts, drafts, the audit. */
  async keep<T>(into: Table<T>, rows: readonly T[]): Promise<void> {
    this.kept = true
    await this.insertRows(into, rows)
  }

  /** Changes such rows in place where their columns have these values; answers how many. What they were the audit says. */
  async alter<T>(
    table: Table<T>,
    where: { readonly [K in keyof T]?: Value },
    changes: { readonly [K in keyof T]?: Value },
  ): Promise<number> {
    if (table.columns.some((column) => column === 'addedIn')) throw new Error(`${table.name}: rows are superseded`)
    this.kept = true
    const [keys, columns] = [Object.entries<Value>(where as never), Object.entries<Value>(changes as never)]
    const condition = keys.map(([c, v]) => (v === null ? `"${c}" IS NULL` : `"${c}" = ?`)).join(' AND ')
    const given = keys.map(([, v]) => v).filter((v) => v !== null)
    const [found] = await this.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table.name}" WHERE ${condition}`, given)
    await this.run(`UPDATE "${table.name}" SET ${columns.map(([c]) => `"${c}" = ?`).join(', ')} WHERE ${condition}`, [
      ...columns.map(([, v]) => v),
      ...given,
    ])
    return found?.n ?? 0
  }

  /** Takes such rows away for good where the condition holds; what they were for stands in the audit. */
  async forget<T>(table: Table<T>, condition: string, values: readonly Value[]): Promise<void> {
    if (table.columns.some((column) => column === 'addedIn')) throw new Error(`${table.name}: rows are superseded`)
    this.kept = true
    await this.run(`DELETE FROM "${table.name}" WHERE ${condition}`, values)
  }

  /** Enters a change into the audit, after it was made; with the revision where the record was changed. */
  async audit(entry: Pick<Audit, 'via' | 'action' | 'noun' | 'key' | 'before' | 'after'>): Promise<void> {
    const { at, by } = this
    this.audited = true
    const id = await this.ids(audits, 1)
    await this.keep(audits, [{ id, at, by, ...entry, revision: this.started ? this.revision : null }])
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

  /** Fills the table `incoming`, which this connection alone has, with rows given as one list of values. */
  async stage(declared: readonly string[], columns: readonly string[], values: readonly Value[]): Promise<void> {
    await this.run(`CREATE TEMP TABLE IF NOT EXISTS incoming (${declared.join(', ')})`, [])
    await this.run('DELETE FROM temp.incoming', [])
    const row = `(${columns.map(() => '?').join(', ')})`
    const head = `INSERT INTO temp.incoming (${columns.map((c) => `"${c}"`).join(', ')}) VALUES `
    const portion = ROWS_AT_ONCE * columns.length
    for (let i = 0; i < values.length; i += portion) {
      const some = values.slice(i, i + portion)
      await this.run(
        head +
          Array(some.length / columns.length)
            .fill(row)
            .join(', '),
        some,
      )
    }
  }

  /** Takes those rows out of `incoming` of which a condition holds. */
  async unstage(condition: string, values: readonly Value[]): Promise<void> {
    await this.run(`DELETE FROM temp.incoming WHERE ${condition}`, values)
  }

  /** Adds a row for each of `incoming` (called i), in the order of the table's key; `made` tells each column in SQL. */
  async insertStaged<T>(into: Table<T>, made: Readonly<Record<keyof T & string, string>>): Promise<void> {
    await this.begin()
    const columns = into.columns.map((c) => `"${c}"`).join(', ')
    const values = into.columns.map((c) => made[c]).join(', ')
    const order = 'i."a", i."b", i."day", i."n"'
    await this.run(
      `INSERT INTO "${into.name}" (${columns}) SELECT ${values} FROM temp.incoming i ORDER BY ${order}`,
      [],
    )
  }

  /** Enters the events made of `incoming` into the ledger (+1). */
  async countStaged(collection: number): Promise<void> {
    const classes = EVIDENCE_CLASSES.map((name, i) => `WHEN '${name}' THEN ${i}`).join(' ')
    await this.openLedger()
    await this.run(
      `INSERT INTO temp.entered
       SELECT "a", "b", "day", CASE WHEN "mutual" = 1 THEN 2 WHEN "fromA" = 1 THEN 0 ELSE 1 END, "leaf",
         CASE "evidence" ${classes} END, "severity", ${collection}, 1 FROM temp.incoming`,
      [],
    )
  }

  /** Makes an index of the record anew by these statements; the record itself is not touched. */
  async reindex(statements: readonly string[]): Promise<void> {
    await this.begin()
    for (const sql of statements) await this.run(sql, [])
  }

  /** Does something once before the transaction ends, however often it is asked for under this key. */
  beforeEnd(key: string, work: () => Promise<void>): void {
    this.closing.set(key, work)
  }

  /** Does now what was put off, so that who asked for it hears of it where it fails. */
  async settleUp(): Promise<void> {
    for (const [key, work] of this.closing) {
      await work()
      this.closing.delete(key)
    }
  }

  /** Runs what was put off, then writes the ledger. Called once, by the database. */
  async end(): Promise<void> {
    await this.settleUp()
    if (this.started && !this.audited) {
      const nothing = { key: null, before: null, after: null }
      await this.audit({ via: 'command', action: this.what, noun: 'Record', ...nothing })
    }
    const rows = [...this.ledger.values()].filter((cell) => cell.count !== 0)
    if (!this.staged) return this.insert(cells, rows)
    // Cells came both ways: they are summed where the many are.
    for (const { a, b, day, direction, leaf, evidence, severity, collection, count } of rows) {
      const values = [a, b, day, direction, leaf, evidence, severity, collection, count]
      await this.run(`INSERT INTO temp.entered VALUES (${values.map(() => '?').join(', ')})`, values)
    }
    const place = '"a", "b", "day", "direction", "leaf", "evidence", "severity", "collection"'
    await this.run(
      `INSERT INTO tally (${place}, "revision", "count") SELECT ${place}, ${this.revision}, SUM("count")
       FROM temp.entered GROUP BY ${place} HAVING SUM("count") <> 0`,
      [],
    )
  }

  private async insertRows<T>(into: Table<T>, rows: readonly T[]): Promise<void> {
    for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
      const some = rows.slice(i, i + ROWS_AT_ONCE)
      const values: Value[] = []
      for (const row of some) valuesOf(into, row, values)
      await this.run(insertion(into, some.length), values)
    }
  }

  private async openLedger(): Promise<void> {
    if (this.staged) return
    this.staged = true
    const columns = '"a", "b", "day", "direction", "leaf", "evidence", "severity", "collection", "count"'
    await this.run(`CREATE TEMP TABLE IF NOT EXISTS entered (${columns})`, [])
    await this.run('DELETE FROM temp.entered', [])
  }

  private async begin(): Promise<void> {
    if (this.started) return
    this.started = true
    await this.insert(revisions, [{ id: this.revision, at: this.at, by: this.by, what: this.what }])
  }
}
