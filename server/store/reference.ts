/**
 * Adding reference nouns: actors, names, offices, tenures, persons, posts, relations, outlets, collections. One that
 * stands as given is left alone; one that differs is superseded. What is not given stays: nothing is withdrawn here.
 */
import type { Actor, ActorName } from '../domain/directory/actor.ts'
import type { Person, Post } from '../domain/directory/person.ts'
import type { Relation } from '../domain/directory/relation.ts'
import type { Office, Tenure } from '../domain/directory/tenure.ts'
import type { NewMove } from '../domain/explain/move.ts'
import type { Collection, CollectionId, Outlet } from '../domain/record/document.ts'
import type { Versioned } from '../domain/record/revision.ts'
import { nounOf, selectionOf, type Table, type Value } from './columns.ts'
import * as directoryTables from './tables/directory.ts'
import * as recordTables from './tables/record.ts'
import type { Transaction } from './transaction.ts'

type New<T> = Omit<T, 'id' | 'addedIn' | 'supersededIn'>
type Keyed<T> = Omit<T, 'addedIn' | 'supersededIn'>

/** Each answers how many rows were added. */
export const addActors = (tx: Transaction, rows: readonly Keyed<Actor>[]): Promise<number> =>
  put(tx, directoryTables.actors, ['code'], rows)
export const addOffices = (tx: Transaction, rows: readonly Office[]): Promise<number> =>
  put(tx, directoryTables.offices, ['code'], rows)
export const addPersons = (tx: Transaction, rows: readonly Person[]): Promise<number> =>
  put(tx, directoryTables.persons, ['id'], rows)
export const addRelations = (tx: Transaction, rows: readonly Keyed<Relation>[]): Promise<number> =>
  put(tx, directoryTables.relations, ['slug'], rows)
export const addOutlets = (tx: Transaction, rows: readonly Outlet[]): Promise<number> =>
  put(tx, directoryTables.outlets, ['code'], rows)
export const addNames = (tx: Transaction, rows: readonly ActorName[]): Promise<number> =>
  putNumbered(tx, directoryTables.actorNames, ['name', 'actor', 'office', 'from'], rows)
export const addTenures = (tx: Transaction, rows: readonly New<Tenure>[]): Promise<number> =>
  putNumbered(tx, directoryTables.tenures, ['office', 'from'], rows)
export const addPosts = (tx: Transaction, rows: readonly Post[]): Promise<number> =>
  putNumbered(tx, directoryTables.posts, ['person', 'title', 'actor', 'from'], rows)

/** Adds known moves whose code was never on record: one that was withdrawn stays so. Answers how many. */
export async function addMoves(tx: Transaction, rows: readonly NewMove[]): Promise<number> {
  const known = await tx.all<{ code: string }>('SELECT DISTINCT "code" FROM known_move')
  const codes = new Set(known.map(({ code }) => code))
  const fresh = rows.filter(({ code }) => !codes.has(code))
  await tx.insert(
    directoryTables.moves,
    fresh.map((row) => ({ ...row, addedIn: tx.revision, supersededIn: null })),
  )
  return fresh.length
}

/** The collection of this code, made or brought up to date; its id never changes. */
export async function putCollection(tx: Transaction, collection: New<Collection>): Promise<CollectionId> {
  const [known] = await tx.all<{ id: CollectionId }>(
    'SELECT "id" FROM collection WHERE "code" = ? ORDER BY "addedIn" DESC LIMIT 1',
    [collection.code],
  )
  const id = known?.id ?? ((await tx.ids(recordTables.collections, 1)) as CollectionId)
  await put(tx, recordTables.collections, ['id'], [{ ...collection, id }])
  return id
}

async function put<T extends Versioned>(
  tx: Transaction,
  table: Table<T>,
  key: readonly (keyof T & string)[],
  rows: readonly Keyed<T>[],
): Promise<number> {
  const { fresh, outdated } = await differing(tx, table, key, rows)
  const [column] = key
  if (column === undefined) return 0
  await tx.supersede(
    table,
    column,
    outdated.map((row) => row[column] as Value),
  )
  await tx.insert(
    table,
    fresh.map((row) => ({ ...row, addedIn: tx.revision, supersededIn: null }) as unknown as T),
  )
  return fresh.length
}

async function putNumbered<T extends Versioned & { readonly id: number }>(
  tx: Transaction,
  table: Table<T>,
  key: readonly (keyof T & string)[],
  rows: readonly New<T>[],
): Promise<number> {
  const { fresh, outdated } = await differing(tx, table, key, rows)
  await tx.supersede(
    table,
    'id',
    outdated.map((row) => row.id),
  )
  const first = fresh.length === 0 ? 0 : await tx.ids(table, fresh.length)
  await tx.insert(
    table,
    fresh.map((row, i) => ({ ...row, id: first + i, addedIn: tx.revision, supersededIn: null }) as unknown as T),
  )
  return fresh.length
}

/** Which of the given are not standing as given, and which standing ones they replace. */
async function differing<T extends Versioned, Given extends object>(
  tx: Transaction,
  table: Table<T>,
  key: readonly (keyof T & string)[],
  given: readonly Given[],
): Promise<{ fresh: Given[]; outdated: T[] }> {
  const rows = await tx.all<Record<string, unknown>>(
    `SELECT ${selectionOf(table, 't')} FROM "${table.name}" t WHERE t."supersededIn" IS NULL`,
  )
  const keyOf = (row: object): string => JSON.stringify(key.map((k) => (row as Record<string, unknown>)[k] ?? null))
  const compared = table.columns.filter((c) => c !== 'addedIn' && c !== 'supersededIn')
  const contentOf = (row: object, columns: readonly string[]): string =>
    JSON.stringify(columns.map((c) => (row as Record<string, unknown>)[c] ?? null))
  const standing = new Map(rows.map((row) => [keyOf(row), nounOf(table, row)]))
  const fresh: Given[] = []
  const outdated: T[] = []
  for (const row of new Map(given.map((g) => [keyOf(g), g])).values()) {
    const kept = standing.get(keyOf(row))
    const columns = compared.filter((c) => c !== 'id' || 'id' in row)
    if (kept && contentOf(kept, columns) === contentOf(row, columns)) continue
    if (kept) outdated.push(kept)
    fresh.push(row)
  }
  return { fresh, outdated }
}
