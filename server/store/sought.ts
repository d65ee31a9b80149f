/**
 * Which statements or events of a relation are asked for, and one page of them by keyset, newest first. Each slice is
 * read on its own, backward along its index, so that a page costs the same however much is stored; and the slices are
 * given as one value, so that the pages of many relations are one statement of SQL, as that of one is.
 */
import type { Leaf } from '../domain/codebook/codebook.ts'
import type { Day } from '../domain/day.ts'
import type { Direction } from '../domain/directory/relation.ts'
import { DomainError, refuse } from '../domain/error.ts'
import type { CollectionId } from '../domain/record/document.ts'
import type { Revision } from '../domain/record/revision.ts'
import type { Pair } from '../domain/score/tally.ts'
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

export interface Sought extends Conditions {
  readonly slices: readonly SoughtSlice[]
}

/** The same asked of several relations at once. */
export interface SoughtOfEach extends Conditions {
  /** The slices of each asker. */
  readonly slicesOfEach: readonly (readonly SoughtSlice[])[]
}

interface Conditions {
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

/** One row of an answer for several askers: the index of whoever asked. */
export interface Asker {
  readonly asker: number
}

/**
 * The first part of a query for a page of each asker and one row more, which says whether there is another. What it calls
 * `page` has the rows (called t) with their asker, in the order of the list.
 */
export function pageQuery<T>(table: Table<T>, sought: SoughtOfEach, page: PageAsked): Query {
  const { size, oldestFirst } = sizeOf(page)
  const [way, rows] = [oldestFirst ? 'ASC' : 'DESC', size + 1]
  const where = conditionOf(table, sought)
  const values = [...where.values]
  let condition = where.sql
  for (const [position, sign] of [[page.after, '<'] as const, [page.before, '>'] as const]) {
    if (position === null) continue
    condition += ` AND (t."day", t."id") ${sign} (?, ?)`
    values.push(position.day, position.id)
  }
  const stood = standing('t', sought.revision)
  // A list of places is one value: so a subquery with a limit of its own can answer each slice.
  const places = `SELECT json_group_array(json_array("day", "id")) FROM (
    SELECT t."day", t."id" FROM "${table.name}" t WHERE ${condition} ORDER BY t."day" ${way}, t."id" ${way} LIMIT ${rows})`
  return {
    sql: `${where.slices}, place AS (
        SELECT s."asker", i."value"->>0 AS "day", i."value"->>1 AS "id" FROM slice s, json_each((${places})) i
      ), ranked AS (
        SELECT "asker", "id", ROW_NUMBER() OVER (PARTITION BY "asker" ORDER BY "day" ${way}, "id" ${way}) AS "rank"
        FROM place
      ), page AS (
        SELECT r."asker", r."rank", ${selectionOf(table, 't')} FROM ranked r
        CROSS JOIN "${table.name}" t ON t."id" = r."id" AND ${stood.sql} WHERE r."rank" <= ${rows}
      )`,
    values: [...values, ...stood.values],
  }
}

/** The pages out of the rows that the query found, one for each asker. */
export function pagesOf<Row extends Asker, T>(
  rows: readonly Row[],
  sought: SoughtOfEach,
  asked: PageAsked,
  nodeOf: (row: Row) => T,
): Page<T>[] {
  const { size, oldestFirst } = sizeOf(asked)
  return byAsker(rows, sought).map((its) => {
    const more = its.length > size
    const nodes = its.slice(0, size).map(nodeOf)
    if (oldestFirst) {
      return { nodes: nodes.reverse(), hasNextPage: asked.before !== null, hasPreviousPage: more }
    }
    return { nodes, hasNextPage: more, hasPreviousPage: asked.after !== null }
  })
}

/** The query for how many rows each asker would find. */
export function countQuery<T>(table: Table<T>, sought: SoughtOfEach): Query {
  const where = conditionOf(table, sought)
  return {
    sql: `${where.slices} SELECT s."asker", COUNT(*) AS n FROM slice s CROSS JOIN "${table.name}" t WHERE ${where.sql}
          GROUP BY s."asker"`,
    values: where.values,
  }
}

/** The numbers out of the rows that the query found, one for each asker. */
export function countsOf(rows: readonly (Asker & { readonly n: number })[], sought: SoughtOfEach): number[] {
  return byAsker(rows, sought).map(([row]) => row?.n ?? 0)
}

/** The rows of each asker, in their order. */
export function byAsker<Row extends Asker>(rows: readonly Row[], { slicesOfEach }: SoughtOfEach): Row[][] {
  const found = slicesOfEach.map((): Row[] => [])
  for (const row of rows) found[row.asker]?.push(row)
  return found
}

/** Who asks for which slices, as a table called slice, and what holds of a row t for a slice s. */
function conditionOf<T>(
  table: Table<T>,
  sought: SoughtOfEach,
): { slices: string; sql: string; values: readonly Value[] } {
  const { direction, leaves, collections, issues, revision } = sought
  const slices = sought.slicesOfEach.flatMap((its, asker) =>
    its.map(({ pair, flipped, from, to }) => {
      const source = (direction === 'A_TO_B') !== flipped ? pair.a : pair.b
      return [asker, pair.a, pair.b, Math.max(from, sought.from ?? from), Math.min(to, sought.to ?? to), source]
    }),
  )
  const columns = ['asker', 'a', 'b', 'from', 'to', 'source'].map((name, i) => `"value"->>${i} AS "${name}"`)
  const stood = standing('t', revision)
  const values: Value[] = [JSON.stringify(slices), ...stood.values]
  let sql = `t."a" = s."a" AND t."b" = s."b" AND t."day" BETWEEN s."from" AND s."to" AND ${stood.sql}`
  if (direction !== 'BOTH') sql += ' AND (t."mutual" = 1 OR t."source" = s."source")'
  if (leaves !== null) {
    sql += ` AND t."leaf" IN ${among(leaves)}`
    values.push(...leaves)
  } else sql += ' AND t."leaf" IS NOT NULL'
  if (collections !== null) {
    sql += ` AND t."collection" IN ${among(collections)}`
    values.push(...collections)
  }
  if (issues !== null) {
    const held = holding(table, issues, revision)
    sql += ` AND ${held.sql}`
    values.push(...held.values)
  }
  return { slices: `WITH slice AS MATERIALIZED (SELECT ${columns.join(', ')} FROM json_each(?))`, sql, values }
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

/** The query for how many settled statements raise each matter, of each asker the most frequent first. */
export function issuesQuery<T>(table: Table<T>, sought: SoughtOfEach, limit: number): Query {
  const where = conditionOf(table, sought)
  return {
    sql: `${where.slices}, raised AS (
        SELECT s."asker", i."value" AS issue, COUNT(*) AS statements
        FROM slice s CROSS JOIN "${table.name}" t CROSS JOIN json_each(t."issues") i WHERE ${where.sql}
        GROUP BY s."asker", i."value"
      ), ranked AS (
        SELECT *, ROW_NUMBER() OVER (PARTITION BY "asker" ORDER BY statements DESC, issue) AS "rank" FROM raised
      )
      SELECT "asker", issue, statements FROM ranked WHERE "rank" <= ? ORDER BY "asker", "rank"`,
    values: [...where.values, Math.max(0, Math.floor(limit))],
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
