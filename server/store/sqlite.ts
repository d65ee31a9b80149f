/**
 * What is SQLite's alone: opening a file, telling ours from another's, bringing its schema up to date, its errors in plain
 * words, copying it while it is in use. The only file that knows the driver; a second database comes in beside it.
 */
import { rename, rm } from 'node:fs/promises'
import sqlite3 from 'sqlite3'
import { DataSource, type Logger } from 'typeorm'
import { DomainError, refuse } from '../domain/error.ts'
import { MIGRATIONS } from './migrations.ts'
import { preparePlace } from './place.ts'
import { TABLES } from './tables.ts'

/** "Détn" as four bytes in the file's header: how our database is told from another program's. */
export const APPLICATION_ID = 0x4465746e
const MIGRATIONS_TABLE = 'migration'

export interface OpenOptions {
  /** Sees the text of every SQL statement of the reader, in order; for counting them. */
  readonly onRead?: (sql: string) => void
  /** How long to wait for another program's write, in milliseconds. Default 10,000. */
  readonly busyTimeout?: number
}

/** The two connections to a file: one that writes, one that can only read. */
export async function connect(path: string, options: OpenOptions): Promise<{ writer: DataSource; reader: DataSource }> {
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
export async function copyTo(reader: DataSource, file: string): Promise<void> {
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
export async function refuseUnfit(file: string): Promise<void> {
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
export async function replaceBy(path: string, file: string, { busyTimeout = 10_000 }: OpenOptions = {}): Promise<void> {
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
    // The verbose driver that TypeORM asks for notes where each call came from, which costs more than the call.
    driver: Object.assign(Object.create(sqlite3), { verbose: () => sqlite3 }),
    busyTimeout,
    flags: flags | sqlite3.OPEN_FULLMUTEX,
    entities: TABLES.map((t) => t.schema),
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
    ...(onRead && flags === sqlite3.OPEN_READONLY ? { logger: listener(onRead), logging: ['query'] as const } : {}),
  })
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
export function plain(error: unknown, path: string): unknown {
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
