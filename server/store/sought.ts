/**
 * Which statements or events of a relation are asked for, and one page of them by keyset, newest first. Each slice is
 * read on its own, backward along its index, so that a page costs the same however much is stored.
 */
import type { Leaf } from '../domain/codebook.ts'
import type { Day } from '../domain/day.ts'
import type { CollectionId } from '../domain/document.ts'
import { DomainError, refuse } from '../domain/error.ts'
import type { Direction } from '../domain/relation.ts'
import type { Revision } from '../domain/revision.ts'
import type { Pair } from '../domain/tally.ts'
import { selectionOf, type Table, type Value } from './columns.ts'
import { among, standing } from './revision.ts'

/** One pair of actors between two days, both inclusive; the domain's Slice. Slices of one pair must not overlap. */
export interface SoughtSlice {
  readonly pair: Pair
  /** True where the relation's a is the pair's b. */
  readonly flipped: boolean
  readonly from: Day
  readonly to: Day
}

export interface Sought {
  readonly slices: readonly SoughtSlice[]
  /** First and last day, both inclusive; null = any. */
  readonly from: Day | null
  readonly to: Day | null
  /** A directed answer holds the mutual ones too. */
  readonly direction: Direction
  /** null = any. */
  readonly leaves: readonly Leaf[] | null
  readonly collections: readonly CollectionId[] | null
  /** At least one of these matters at issue; of an event, in a statement that reports it. null = any. */
  readonly issues: readonly string[] | null
  /** What stood in this revision. */
  readonly revision: Revision
}

/** A place in the order of days and ids. */
export interface Position {
  readonly day: Day
  readonly id: number
}

/** Either `first` (the newest) or `last` (the oldest) is set. `after` a position lie older ones, `before` it newer ones. */
export interface PageAsked {
  readonly first: number | null
  readonly last: number | null
  readonly after: Position | null
  readonly before: Position | null
}

export interface Page<T> {
  /** Newest first. */
  readonly nodes: readonly T[]
  /** Are there older ones after these? */
  readonly hasNextPage: boolean
  /** Are there newer ones before these? */
  readonly hasPreviousPage: boolean
}

export interface Query {
  readonly sql: string
  readonly values: readonly Value[]
}

/** The query for a page and one row more, which says whether there is another page. null where no slice meets the days. */
export function pageQuery<T>(table: Table<T>, sought: Sought, page: PageAsked): Query | null {
  const { size, oldestFirst } = sizeOf(page)
  const order = `ORDER BY "day" ${oldestFirst ? 'ASC' : 'DESC'}, "id" ${oldestFirst ? 'ASC' : 'DESC'} LIMIT ${size + 1}`
  const parts = sought.slices.flatMap((slice) => {
    const where = conditionOf(table, slice, sought)
    if (where === null) return []
    const values = [...where.values]
    let sql = where.sql
    for (const [position, sign] of [[page.after, '<'] as const, [page.before, '>'] as const]) {
      if (position === null) continue
      sql += ` AND (t."day", t."id") ${sign} (?, ?)`
      values.push(position.day, position.id)
    }
    return [{ sql: `SELECT ${selectionOf(table, 't')} FROM "${table.name}" t WHERE ${sql} ${order}`, values }]
  })
  const [only, other] = parts
  if (only === undefined) return null
  if (other === undefined) return only
  return {
    sql: `${parts.map((p) => `SELECT * FROM (${p.sql})`).join(' UNION ALL ')} ${order}`,
    values: parts.flatMap((p) => p.values),
  }
}

/** The page out of the rows that the query found. */
export function pageOf<T>(rows: readonly T[], asked: PageAsked): Page<T> {
  const { size, oldestFirst } = sizeOf(asked)
  const more = rows.length > size
  const nodes = rows.slice(0, size)
  if (oldestFirst) {
    return { nodes: nodes.reverse(), hasNextPage: asked.before !== null, hasPreviousPage: more }
  }
  return { nodes, hasNextPage: more, hasPreviousPage: asked.after !== null }
}

export function countQuery<T>(table: Table<T>, sought: Sought): Query | null {
  const parts = sought.slices.flatMap((slice) => conditionOf(table, slice, sought) ?? [])
  if (parts.length === 0) return null
  const counts = parts.map((p) => `(SELECT COUNT(*) FROM "${table.name}" t WHERE ${p.sql})`)
  return { sql: `SELECT ${counts.join(' + ')} AS n`, values: parts.flatMap((p) => p.values) }
}

function conditionOf<T>(table: Table<T>, slice: SoughtSlice, sought: Sought): { sql: string; values: Value[] } | null {
  const from = Math.max(slice.from, sought.from ?? slice.from)
  const to = Math.min(slice.to, sought.to ?? slice.to)
  if (from > to) return null
  const stood = standing('t', sought.revision)
  const values: Value[] = [slice.pair.a, slice.pair.b, from, to, ...stood.values]
  let sql = `t."a" = ? AND t."b" = ? AND t."day" BETWEEN ? AND ? AND ${stood.sql}`
  if (sought.direction !== 'BOTH') {
    const fromA = (sought.direction === 'A_TO_B') !== slice.flipped
    sql += ' AND (t."mutual" = 1 OR t."source" = ?)'
    values.push(fromA ? slice.pair.a : slice.pair.b)
  }
  if (sought.leaves !== null) {
    sql += ` AND t."leaf" IN ${among(sought.leaves)}`
    values.push(...sought.leaves)
  } else sql += ' AND t."leaf" IS NOT NULL'
  if (sought.collections !== null) {
    sql += ` AND t."collection" IN ${among(sought.collections)}`
    values.push(...sought.collections)
  }
  if (sought.issues !== null) {
    const held = holding(table, sought.issues, sought.revision)
    sql += ` AND ${held.sql}`
    values.push(...held.values)
  }
  return { sql, values }
}

/** Matters at issue stand in a list of each statement; PostgreSQL calls the function json_array_elements_text. */
function holding<T>(table: Table<T>, issues: readonly string[], revision: Revision): { sql: string; values: Value[] } {
  const named = (alias: string) =>
    `EXISTS (SELECT 1 FROM json_each(${alias}."issues") i WHERE i."value" IN ${among(issues)})`
  if (table.name === 'statement') return { sql: named('t'), values: [...issues] }
  const stood = standing('r', revision)
  return {
    sql: `EXISTS (SELECT 1 FROM statement r WHERE r."event" = t."id" AND ${stood.sql} AND ${named('r')})`,
    values: [...stood.values, ...issues],
  }
}

export interface IssueCount {
  readonly issue: string
  /** Settled statements that raise it. */
  readonly statements: number
}

/** The query for how many settled statements raise each matter, the most frequent first; its rows are IssueCounts. */
export function issuesQuery<T>(table: Table<T>, sought: Sought, limit: number): Query | null {
  const parts = sought.slices.flatMap((slice) => conditionOf(table, slice, sought) ?? [])
  if (parts.length === 0) return null
  const raised = parts.map(
    (p) => `SELECT i."value" AS issue FROM "${table.name}" t, json_each(t."issues") i WHERE ${p.sql}`,
  )
  return {
    sql: `SELECT issue, COUNT(*) AS statements FROM (${raised.join(' UNION ALL ')})
          GROUP BY issue ORDER BY statements DESC, issue LIMIT ${Math.max(0, Math.floor(limit))}`,
    values: parts.flatMap((p) => p.values),
  }
}

function sizeOf(page: PageAsked): { size: number; oldestFirst: boolean } {
  const oldestFirst = page.first === null
  const size = page.first ?? page.last ?? 0
  // SQLite reads a negative LIMIT as none at all.
  if (!Number.isInteger(size) || size < 1 || size > 10_000) {
    throw new DomainError(
      refuse('TOO_MUCH', size, 'a page holds 1 to 10000 rows', 'Ask for fewer and follow the cursor'),
    )
  }
  return { size, oldestFirst }
}
