import { EVIDENCE_CLASSES } from '../domain/record/evidence.ts'
import type { Revision } from '../domain/record/revision.ts'
import type { Cell } from '../domain/score/tally.ts'
import { nounOf, selectionOf, type Value } from './columns.ts'
import type { Reader } from './reader.ts'
import { among, standing } from './revision.ts'
import {
  type Asker,
  countQuery,
  countsOf,
  type Page,
  type PageAsked,
  pageQuery,
  pagesOf,
  type SoughtOfEach,
} from './sought.ts'
import { type EventRow, events } from './tables/record.ts'

/** One page of events for each asker, newest first; one SQL statement. */
export async function eventsOf(db: Reader, sought: SoughtOfEach, page: PageAsked): Promise<Page<EventRow>[]> {
  const query = pageQuery(events, sought, page)
  const rows = await db.all<Asker & Record<string, unknown>>(
    `${query.sql} SELECT p."asker", ${selectionOf(events, 'p')} FROM page p ORDER BY p."asker", p."rank"`,
    query.values,
  )
  return pagesOf(rows, sought, page, ({ asker, ...row }) => nounOf(events, row))
}

/** How many events there are for each asker; it reads them all, so ask only where the number is wanted. */
export async function countEvents(db: Reader, sought: SoughtOfEach): Promise<number[]> {
  const query = countQuery(events, sought)
  return countsOf(await db.all<Asker & { n: number }>(query.sql, query.values), sought)
}

/** The events that stood in a revision, in no order; those that did not are missing. */
export async function eventsById(db: Reader, ids: readonly number[], revision: Revision): Promise<EventRow[]> {
  if (ids.length === 0) return []
  const stood = standing('e', revision)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(events, 'e')} FROM event e WHERE e."id" IN ${among(ids)} AND ${stood.sql}`,
    [...ids, ...stood.values],
  )
  return rows.map((row) => nounOf(events, row))
}

export type CellKey = Omit<Cell, 'revision' | 'count'>

/** The events that these cells count, newest first, at most `limit`; one SQL statement. */
export async function eventsInCells(
  db: Reader,
  cells: readonly CellKey[],
  revision: Revision,
  limit: number,
): Promise<EventRow[]> {
  if (cells.length === 0 || limit < 1) return []
  const stood = standing('e', revision)
  const values: Value[] = []
  for (const c of cells) {
    const source = c.direction === 1 ? c.pair.b : c.pair.a
    const evidence = EVIDENCE_CLASSES[c.evidence] ?? ''
    values.push(
      c.pair.a,
      c.pair.b,
      c.day,
      c.direction === 2 ? 1 : 0,
      source,
      c.leaf,
      evidence,
      c.severity,
      c.collection,
    )
  }
  const rows = await db.all<Record<string, unknown>>(
    `WITH cell("a", "b", "day", "mutual", "source", "leaf", "evidence", "severity", "collection") AS (
       VALUES ${cells.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
     )
     SELECT ${selectionOf(events, 'e')} FROM cell c JOIN event e
       ON e."a" = c."a" AND e."b" = c."b" AND e."day" = c."day" AND e."leaf" = c."leaf" AND e."mutual" = c."mutual"
       AND (c."mutual" = 1 OR e."source" = c."source") AND e."evidence" = c."evidence" AND e."severity" = c."severity" AND e."collection" = c."collection"
     WHERE ${stood.sql} ORDER BY e."day" DESC, e."id" DESC LIMIT ?`,
    [...values, ...stood.values, Math.floor(limit)],
  )
  return rows.map((row) => nounOf(events, row))
}
