/** The connections to a database file: one that writes, one that can only read. */
import sqlite3 from 'sqlite3'
import { DataSource, type Logger } from 'typeorm'
import { plain } from './causes.ts'
import { MIGRATIONS } from './migrations.ts'
import { preparePlace } from './place.ts'
import { PreparedDatabase } from './prepared.ts'
import { TABLES } from './tables/tables.ts'
import { MIGRATIONS_TABLE, migrate, pendingMigrations } from './version.ts'

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

export function source(path: string, flags: number, { busyTimeout = 10_000, onRead }: OpenOptions): DataSource {
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
