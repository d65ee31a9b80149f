/**
 * The database: opening it, one writer, one reader, transactions one after another, copying it while it is in use. With
 * prepared.ts it alone knows the driver; a second database comes in here.
 *
 * SQLite through TypeORM has one connection and no queue, so that a write beside an open transaction would vanish with
 * that transaction's rollback. Hence one writing connection behind a mutex, every transaction BEGIN IMMEDIATE, and a second
 * connection that can only read, on the same file in WAL mode: readers never wait for the writer.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { rename, rm, stat } from 'node:fs/promises'
import sqlite3 from 'sqlite3'
import { DataSource, type Logger } from 'typeorm'
import { DomainError, refuse } from '../domain/error.ts'
import type { Instant, Revision } from '../domain/revision.ts'
import { plain, refusal } from './causes.ts'
import type { Value } from './columns.ts'
import { MIGRATIONS } from './migrations.ts'
import { preparePlace } from './place.ts'
import { PreparedDatabase } from './prepared.ts'
import { TABLES } from './tables.ts'
import { type Reader, Transaction } from './transaction.ts'
import { MIGRATIONS_TABLE, migrate, pendingMigrations } from './version.ts'

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
    const { writer, reader } = await connect(path, options)
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
    const mine = this.last
      .then(() => this.inside.run(true, () => this.transact(by, what, work)))
      // While it follows anything, every promise of the process costs more.
      .finally(() => this.inside.disable())
    this.last = mine.catch(() => undefined)
    return mine
  }

  /** Copies what is committed in this moment to a file that must not exist; readers and writers go on. */
  async backup(file: string): Promise<void> {
    if (await exists(file)) {
      throw new DomainError(refuse('CONFLICT', file, 'there is a file of this name', 'Give a name that is free'))
    }
    await copyTo(this.reader, file)
    await refuseUnfit(file)
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

/**
 * Puts a backup in the place of the database at `path`, all or nothing, also while a server has it open, and brings it up
 * to date. Throws a DomainError, and leaves all as it was, where the file is not a whole database of ours.
 */
export async function restore(path: string, file: string): Promise<void> {
  if (!(await exists(file))) {
    throw new DomainError(
      refuse('UNKNOWN_ID', file, 'there is no such file', 'Give one that the command backup has made'),
    )
  }
  await refuseUnfit(file)
  await replaceBy(path, file)
  const db = await Database.open(path)
  await db.close()
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Now, or a millisecond after the last revision where the clock stands or was set back. */
function instantAfter(last: Instant | null): Instant {
  const now = Date.now()
  const time = last === null ? now : Math.max(now, Date.parse(last) + 1)
  return new Date(time).toISOString() as Instant
}

/** The two connections to a file: one that writes, one that can only read. */
async function connect(path: string, options: OpenOptions): Promise<{ writer: DataSource; reader: DataSource }> {
  await preparePlace(path)
  const writer = source(path, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE, options)
  const reader = source(path, sqlite3.OPEN_READONLY, options)
  try {
    await writer.initialize()
    const pending = await pendingMigrations(writer, path)
    // WAL lets readers go on beside the writer. FULL: a commit is on the disk before it is acknowledged, so that a
    // power cut loses none (a killed process would lose none with NORMAL either). Writes here are few and large.
    await writer.query('PRAGMA journal_mode = WAL')
    await writer.query('PRAGMA synchronous = FULL')
    await writer.query('PRAGMA temp_store = MEMORY')
    // 32 MB instead of 2: the leaves that an import goes on writing to stay at hand.
    await writer.query('PRAGMA cache_size = -32000')
    if (pending) await migrate(writer)
    await reader.initialize()
    return { writer, reader }
  } catch (error) {
    if (reader.isInitialized) await reader.destroy()
    if (writer.isInitialized) await writer.destroy()
    throw plain(error, path)
  }
}

/** Copies the database as it stands in this moment to a file that must not exist; writers go on beside it. */
async function copyTo(reader: DataSource, file: string): Promise<void> {
  await preparePlace(file)
  const unfinished = `${file}.part`
  await rm(unfinished, { force: true })
  try {
    await reader.query('VACUUM INTO ?', [unfinished])
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw plain(error, file)
  }
}

/** Is the file a whole, undamaged database of ours, of a schema that is known? Throws a DomainError where it is not. */
async function refuseUnfit(file: string): Promise<void> {
  const copy = source(file, sqlite3.OPEN_READONLY, {})
  try {
    await copy.initialize()
    await pendingMigrations(copy, file)
    const [check] = await copy.query('PRAGMA integrity_check')
    if (check.integrity_check !== 'ok') throw refusal(file, 'the database file is damaged', 'Give another backup')
    const tables = await copy.query("SELECT 1 FROM sqlite_master WHERE type = 'table'")
    if (tables.length === 0)
      throw refusal(file, 'it is an empty database', 'Give a file that the command backup has made')
  } catch (error) {
    throw plain(error, file)
  } finally {
    if (copy.isInitialized) await copy.destroy()
  }
}

/** Of the driver's interface to SQLite's online copy, which its types leave out. */
interface OnlineCopy {
  readonly completed: boolean
  readonly failed: boolean
  step(pages: number, done: (error: Error | null) => void): void
  finish(done: () => void): void
}
type Copying = sqlite3.Database & {
  backup(file: string, to: string, from: string, fileIsTarget: boolean, done: (error: Error | null) => void): OnlineCopy
}

/** Puts the content of a file in the place of the database's own, all or nothing, also while a server has it open. */
async function replaceBy(path: string, file: string, { busyTimeout = 10_000 }: OpenOptions = {}): Promise<void> {
  await preparePlace(path)
  const open = await called<Copying>((done) => {
    const db = new sqlite3.Database(path, (error) => done(error, db as Copying))
  })
  const until = performance.now() + busyTimeout
  try {
    const copy = await called<OnlineCopy>((done) => {
      const begun = open.backup(file, 'main', 'main', false, (error) => done(error, begun))
    })
    try {
      while (!copy.completed) {
        await called<void>((done) => copy.step(-1, (error) => done(error)))
        if (copy.completed) break
        // Busy: another program is writing.
        if (copy.failed || performance.now() > until) throw new Error('SQLITE_BUSY')
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    } finally {
      await new Promise<void>((resolve) => copy.finish(resolve))
    }
  } catch (error) {
    throw plain(error, path)
  } finally {
    await new Promise((resolve) => open.close(resolve))
  }
}

/** A callback of the driver as a promise. */
function called<T>(work: (done: (error: Error | null, value?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value as T))))
}

function source(path: string, flags: number, { busyTimeout = 10_000, onRead }: OpenOptions): DataSource {
  return new DataSource({
    type: 'sqlite',
    database: path,
    driver: driverFor(flags === sqlite3.OPEN_READONLY ? PreparedDatabase : sqlite3.Database),
    busyTimeout,
    flags: flags | sqlite3.OPEN_FULLMUTEX,
    entities: TABLES.map((t) => t.schema),
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
    ...(onRead && flags === sqlite3.OPEN_READONLY ? { logger: listener(onRead), logging: ['query'] as const } : {}),
  })
}

/** The verbose driver that TypeORM asks for notes where each call came from, which costs more than the call. */
function driverFor(Database: typeof sqlite3.Database): typeof sqlite3 {
  const driver = Object.assign(Object.create(sqlite3), { Database, verbose: () => driver })
  return driver
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
