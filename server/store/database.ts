/**
 * The database: opening it, one writer, one reader. The only file that knows the driver; a second database comes in here.
 *
 * SQLite through TypeORM has one connection and no queue, so that a write beside an open transaction would vanish with
 * that transaction's rollback. Hence one writing connection behind a mutex, every transaction BEGIN IMMEDIATE, and a second
 * connection that can only read, on the same file in WAL mode: readers never wait for the writer.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import sqlite3 from 'sqlite3'
import { DataSource, type Logger } from 'typeorm'
import { DomainError, refuse } from '../domain/error.ts'
import type { Instant, Revision } from '../domain/revision.ts'
import type { Value } from './columns.ts'
import { MIGRATIONS } from './migrations.ts'
import { preparePlace } from './place.ts'
import { TABLES } from './tables.ts'
import { type Reader, Transaction } from './transaction.ts'

/** "Détn" as four bytes in the file's header: how our database is told from another program's. */
export const APPLICATION_ID = 0x4465746e
const MIGRATIONS_TABLE = 'migration'

export interface OpenOptions {
  /** Sees the text of every SQL statement of the reader, in order; for counting them. */
  readonly onRead?: (sql: string) => void
  /** How long to wait for another program's write, in milliseconds. Default 10,000. */
  readonly busyTimeout?: number
}

export class Database implements Reader {
  private last: Promise<unknown> = Promise.resolve()
  private readonly inside = new AsyncLocalStorage<true>()

  private constructor(
    readonly path: string,
    /** For transactions alone, through `write`; never for a question. */
    readonly writer: DataSource,
    readonly reader: DataSource,
  ) {}

  /**
   * Opens the file, makes it where there is none, and brings its schema up to date.
   * Throws a DomainError with a plain message where that cannot be.
   */
  static async open(path: string, options: OpenOptions = {}): Promise<Database> {
    await preparePlace(path)
    const busyTimeout = options.busyTimeout ?? 10_000
    const common = { type: 'sqlite', database: path, busyTimeout } as const
    const writer = new DataSource({
      ...common,
      flags: sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE | sqlite3.OPEN_FULLMUTEX,
      entities: TABLES.map((t) => t.schema),
      migrations: MIGRATIONS,
      migrationsTableName: MIGRATIONS_TABLE,
    })
    const reader = new DataSource({
      ...common,
      flags: sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX,
      entities: TABLES.map((t) => t.schema),
      ...(options.onRead ? { logger: listener(options.onRead), logging: ['query'] as const } : {}),
    })
    try {
      await writer.initialize()
      const pending = await pendingMigrations(writer, path)
      // WAL lets readers go on beside the writer. FULL: a commit is on the disk before it is acknowledged, so that a
      // power cut loses none (a killed process would lose none with NORMAL either). Writes here are few and large.
      await writer.query('PRAGMA journal_mode = WAL')
      await writer.query('PRAGMA synchronous = FULL')
      if (pending) await migrate(writer)
      await reader.initialize()
    } catch (error) {
      if (reader.isInitialized) await reader.destroy()
      if (writer.isInitialized) await writer.destroy()
      throw plain(error, path)
    }
    return new Database(path, writer, reader)
  }

  async all<T>(sql: string, values: readonly Value[] = []): Promise<T[]> {
    return await this.reader.query(sql, values as Value[])
  }

  /** Changes whenever a transaction of any process was committed since the last call on this connection. */
  async dataVersion(): Promise<number> {
    const [row] = await this.all<{ data_version: number }>('PRAGMA data_version')
    return row?.data_version ?? 0
  }

  /**
   * Runs one transaction, after all that were asked for before it; all of it is kept, or, where `work` throws, nothing.
   * `by` and `what` stand in the audit log. Resolves once the change is on the disk.
   */
  write<T>(by: string, what: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.inside.getStore()) {
      throw new Error('write() inside write(): it would wait for itself. Pass the transaction on instead')
    }
    const mine = this.last.then(() => this.inside.run(true, () => this.transact(by, what, work)))
    this.last = mine.catch(() => undefined)
    return mine
  }

  /** Waits for the writes under way, then closes both connections. */
  async close(): Promise<void> {
    await this.last
    await this.reader.destroy()
    await this.writer.destroy()
  }

  private async transact<T>(by: string, what: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const run = (sql: string, values: readonly Value[] = []) => this.writer.query(sql, values as Value[])
    try {
      await run('BEGIN IMMEDIATE')
    } catch (error) {
      throw plain(error, this.path)
    }
    try {
      const [last] = await run('SELECT "id", "at" FROM revision ORDER BY "id" DESC LIMIT 1')
      const tx = new Transaction(run, ((last?.id ?? 0) + 1) as Revision, instantAfter(last?.at ?? null), by, what)
      const result = await work(tx)
      await tx.end()
      await run(tx.wrote ? 'COMMIT' : 'ROLLBACK')
      return result
    } catch (error) {
      // SQLite has rolled back by itself where the disk was full or broken; a second ROLLBACK then has nothing to do.
      await run('ROLLBACK').catch(() => undefined)
      throw plain(error, this.path)
    }
  }
}

/** Now, or a millisecond after the last revision where the clock stands or was set back. */
function instantAfter(last: Instant | null): Instant {
  const now = Date.now()
  const time = last === null ? now : Math.max(now, Date.parse(last) + 1)
  return new Date(time).toISOString() as Instant
}

/** Has the schema to be made or brought up to date? Refuses another program's database, and one that is newer than this. */
async function pendingMigrations(writer: DataSource, path: string): Promise<boolean> {
  const [id] = await writer.query('PRAGMA application_id')
  const tables: { name: string }[] = await writer.query("SELECT name FROM sqlite_master WHERE type = 'table'")
  if (tables.length === 0) return true
  if (id.application_id !== APPLICATION_ID || !tables.some((t) => t.name === MIGRATIONS_TABLE)) {
    throw refusal(
      path,
      'it is a SQLite database of another program',
      'Give the path of a new file, or of one made by Detente',
    )
  }
  const known = new Set(MIGRATIONS.map((m) => m.name))
  const run: { name: string }[] = await writer.query(`SELECT name FROM "${MIGRATIONS_TABLE}"`)
  const newer = run.filter((m) => !known.has(m.name))
  if (newer.length === 0) return run.length < known.size
  const names = newer.map((m) => m.name).join(', ')
  throw refusal(
    path,
    `it was written by a newer version of Detente (${names})`,
    'Start that version, or restore a backup',
  )
}

/** Runs what is missing in one transaction that another process starting now must wait for. */
async function migrate(writer: DataSource): Promise<void> {
  // Off for the time of the migrations: with it on, rebuilding a table would empty those that refer to it.
  await writer.query('PRAGMA foreign_keys = OFF')
  await writer.query('BEGIN IMMEDIATE')
  try {
    await writer.query(`PRAGMA application_id = ${APPLICATION_ID}`)
    await writer.runMigrations({ transaction: 'none' })
    const broken: unknown[] = await writer.query('PRAGMA foreign_key_check')
    if (broken.length > 0) throw new Error(`a migration left ${broken.length} rows that refer to nothing`)
    await writer.query('COMMIT')
  } catch (error) {
    await writer.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    await writer.query('PRAGMA foreign_keys = ON')
  }
}

const CAUSES: readonly (readonly [RegExp, string, string])[] = [
  [/SQLITE_NOTADB/, 'it is not a SQLite database', 'Give the path of a new file, or of a database made by Detente'],
  [/SQLITE_CORRUPT/, 'the database file is damaged', 'Restore a backup'],
  [
    /SQLITE_BUSY|SQLITE_LOCKED/,
    'another program is writing to it and did not finish in time',
    'Wait for it, or end it',
  ],
  [
    /SQLITE_READONLY/,
    'the file, or its directory, cannot be written',
    'Give the user of this program the right to write there',
  ],
  [
    /SQLITE_CANTOPEN/,
    'it cannot be opened',
    'See that the directory exists and that its files can be read and written',
  ],
  [/SQLITE_FULL|ENOSPC/, 'the disk is full', 'Make room; nothing was half written'],
]

/** The driver's errors in plain words; any other error as it is. */
function plain(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : String(error)
  const cause = CAUSES.find(([pattern]) => pattern.test(message))
  return cause ? refusal(path, cause[1], cause[2]) : error
}

function refusal(path: string, rule: string, cure: string): DomainError {
  return new DomainError(refuse('NOT_POSSIBLE', path, rule, cure))
}

function listener(onRead: (sql: string) => void): Logger {
  const silent = () => undefined
  return {
    logQuery: onRead,
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  }
}
