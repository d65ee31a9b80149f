/**
 * The database: opening it, one writer, one reader, transactions one after another, copying it while it is in use. Only
 * connection.ts, copy.ts and prepared.ts know the driver.
 *
 * SQLite through TypeORM has one connection and no queue, so that a write beside an open transaction would vanish with
 * that transaction's rollback. Hence one writing connection behind a mutex, every transaction BEGIN IMMEDIATE, and a second
 * connection that can only read, on the same file in WAL mode: readers never wait for the writer.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { stat } from 'node:fs/promises'
import type { DataSource } from 'typeorm'
import { DomainError, refuse } from '../domain/error.ts'
import type { Instant, Revision } from '../domain/record/revision.ts'
import { plain } from './causes.ts'
import type { Value } from './columns.ts'
import { connect, type OpenOptions } from './connection.ts'
import { copyTo, refuseUnfit, replaceBy } from './copy.ts'
import type { Reader } from './reader.ts'
import { Transaction } from './transaction.ts'

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
