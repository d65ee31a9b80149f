/** The small reference nouns that stood in a revision, read together; and the codebooks published by then. */
import type { Codebook } from '../domain/codebook.ts'
import type { Directory } from '../domain/directory.ts'
import type { Revision, Versioned } from '../domain/revision.ts'
import { nounOf, selectionOf, type Table } from './columns.ts'
import { standing } from './revision.ts'
import * as tables from './tables.ts'
import type { Reader, Transaction } from './transaction.ts'

/** The domain's Directory; nine SQL statements, so keep what it answers until the revision changes. */
export async function directoryAt(db: Reader, revision: Revision): Promise<Directory> {
  return {
    actors: await standingIn(db, tables.actors, revision, '"code"'),
    names: await standingIn(db, tables.actorNames, revision, '"id"'),
    offices: await standingIn(db, tables.offices, revision, '"code"'),
    tenures: await standingIn(db, tables.tenures, revision, '"office", "from", "id"'),
    persons: await standingIn(db, tables.persons, revision, '"id"'),
    posts: await standingIn(db, tables.posts, revision, '"id"'),
    relations: await standingIn(db, tables.relations, revision, '"addedIn", "slug"'),
    outlets: await standingIn(db, tables.outlets, revision, '"code"'),
    collections: await standingIn(db, tables.collections, revision, '"id"'),
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
  await tx.insert(tables.codebooks, [{ version, name, hash, body: JSON.stringify(codebook), publishedAt: tx.revision }])
  return true
}

async function standingIn<T extends Versioned>(
  db: Reader,
  t: Table<T>,
  revision: Revision,
  order: string,
): Promise<T[]> {
  const stood = standing('t', revision)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(t, 't')} FROM "${t.name}" t WHERE ${stood.sql} ORDER BY ${order}`,
    stood.values,
  )
  return rows.map((row) => nounOf(t, row))
}
