/** What somebody held for a time, changed one by one: tenures of offices, posts of persons. Those that are shipped are reference.ts. */

import type { Post } from '../domain/directory/person.ts'
import type { Tenure } from '../domain/directory/tenure.ts'
import { type Refusal, refuse } from '../domain/error.ts'
import type { Versioned } from '../domain/record/revision.ts'
import { nounOf, selectionOf, type Table } from './columns.ts'
import type { Reader } from './reader.ts'
import { posts, tenures } from './tables/directory.ts'
import type { Transaction } from './transaction.ts'

type Numbered = { readonly id: number } & Versioned
export type PostRow = Post & Numbered
export type New<T> = Omit<T, keyof Numbered>

/** The tenure or post of this number; refused where another has taken its place. */
export const standingTenure = (db: Reader, id: number): Promise<Tenure | Refusal> => standing(db, tenures, id)
export const standingPost = (db: Reader, id: number): Promise<PostRow | Refusal> => standing(db, posts, id)

/** Adds one, in the place of another where one is named. */
export const putTenure = (tx: Transaction, tenure: New<Tenure>, replaces: number | null): Promise<Tenure> =>
  putHeld(tx, tenures, tenure, replaces)
export const putPost = (tx: Transaction, post: New<PostRow>, replaces: number | null): Promise<PostRow> =>
  putHeld(tx, posts, post, replaces)

/** Standing tenures of an office, in no order. */
export async function tenuresStanding(db: Reader, office: string): Promise<Tenure[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(tenures, 't')} FROM tenure t WHERE t."office" = ? AND t."supersededIn" IS NULL`,
    [office],
  )
  return rows.map((row) => nounOf(tenures, row))
}

async function standing<T extends Numbered>(db: Reader, table: Table<T>, id: number): Promise<T | Refusal> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(table, 't')} FROM "${table.name}" t WHERE t."id" = ?`,
    [id],
  )
  const value = `${table.name} ${id}`
  if (!row) return refuse('UNKNOWN_ID', value, 'there is none of this number', 'Take the number from what stands')
  const found = nounOf(table, row)
  if (found.supersededIn === null) return found
  return refuse('CONFLICT', value, 'it stands no more', 'Read again: it may have been corrected')
}

async function putHeld<T extends Numbered>(
  tx: Transaction,
  table: Table<T>,
  held: New<T>,
  replaces: number | null,
): Promise<T> {
  if (replaces !== null) await tx.supersede(table, 'id', [replaces])
  const added = { ...held, id: await tx.ids(table, 1), addedIn: tx.revision, supersededIn: null } as unknown as T
  await tx.insert(table, [added])
  return added
}
