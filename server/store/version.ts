/** Of which version a database is: ours or another program's, up to date, to be brought up to date, or newer than this. */
import type { DataSource } from 'typeorm'
import { refusal } from './causes.ts'
import { MIGRATIONS } from './migrations.ts'

/** "Détn" as four bytes in the file's header: how our database is told from another program's. */
export const APPLICATION_ID = 0x4465746e
export const MIGRATIONS_TABLE = 'migration'

/** Has the schema to be made or brought up to date? Refuses another program's database, and one that is newer than this. */
export async function pendingMigrations(writer: DataSource, path: string): Promise<boolean> {
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
export async function migrate(writer: DataSource): Promise<void> {
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
