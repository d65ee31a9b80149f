/** The small reference nouns that stood in a revision, read together; and the codebooks published by then. */
import type { Codebook } from '../domain/codebook/codebook.ts'
import type { Revision, Versioned } from '../domain/record/revision.ts'
import { nounOf, selectionOf, type Table, type Value } from './columns.ts'
import type { Reader } from './reader.ts'
import { standing } from './revision.ts'
import * as directoryTables from './tables/directory.ts'
import * as recordTables from './tables/record.ts'
import type { Transaction } from './transaction.ts'

/** The domain's Directory as it stood in a revision; ten SQL statements, so keep what it answers. */
export async function directoryAt(db: Reader, revision: Revision): Promise<KeptDirectory> {
  return readDirectory(db, standing('t', revision))
}

/** Every row there ever was up to a revision, superseded ones too. */
export async function directoryUpTo(db: Reader, revision: Revision): Promise<KeptDirectory> {
  return readDirectory(db, { sql: 't."addedIn" <= ?', values: [revision] })
}

export type KeptDirectory = Awaited<ReturnType<typeof readDirectory>>

async function readDirectory(db: Reader, where: Condition) {
  return {
    actors: await rowsOf(db, directoryTables.actors, where, '"code", "addedIn"'),
    names: await rowsOf(db, directoryTables.actorNames, where, '"id"'),
    offices: await rowsOf(db, directoryTables.offices, where, '"code"'),
    tenures: await rowsOf(db, directoryTables.tenures, where, '"office", "from", "id"'),
    persons: await rowsOf(db, directoryTables.persons, where, '"id"'),
    posts: await rowsOf(db, directoryTables.posts, where, '"id"'),
    relations: await rowsOf(db, directoryTables.relations, where, '"rank", "slug", "addedIn"'),
    moves: await rowsOf(db, directoryTables.moves, where, '"relation", "from", "to", "code", "addedIn"'),
    outlets: await rowsOf(db, directoryTables.outlets, where, '"code"'),
    collections: await rowsOf(db, recordTables.collections, where, '"id"'),
  }
}

/** The codebook versions published up to a revision, in the order of publishing. */
export async function codebooksAt(db: Reader, revision: Revision): Promise<Codebook[]> {
  const rows = await db.all<{ body: string }>(
    'SELECT "body" FROM codebook WHERE "publishedAt" <= ? ORDER BY "publishedAt", "version"',
    [revision],
  )
  return rows.map((row) => JSON.parse(row.body) as Codebook)
}

/** Publishes a codebook version. One that is published already is left as it is: it cannot change. Answers whether it was new. */
export async function publishCodebook(tx: Transaction, codebook: Codebook): Promise<boolean> {
  const known = await tx.all('SELECT 1 FROM codebook WHERE "version" = ?', [codebook.version])
  if (known.length > 0) return false
  const { version, name, hash } = codebook
  await tx.insert(recordTables.codebooks, [
    { version, name, hash, body: JSON.stringify(codebook), publishedAt: tx.revision },
  ])
  return true
}

interface Condition {
  readonly sql: string
  readonly values: readonly Value[]
}

async function rowsOf<T extends Versioned>(db: Reader, t: Table<T>, where: Condition, order: string): Promise<T[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(t, 't')} FROM "${t.name}" t WHERE ${where.sql} ORDER BY ${order}`,
    where.values,
  )
  return rows.map((row) => nounOf(t, row))
}
