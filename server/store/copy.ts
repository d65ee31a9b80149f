/** Copies of a database that is in use: made, looked at, and put in its place. */
import { rename, rm } from 'node:fs/promises'
import sqlite3 from 'sqlite3'
import type { DataSource } from 'typeorm'
import { plain, refusal } from './causes.ts'
import { type OpenOptions, source } from './connection.ts'
import { preparePlace } from './place.ts'
import { pendingMigrations } from './version.ts'

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
