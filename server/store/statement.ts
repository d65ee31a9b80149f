/** Questions about statements. */
import type { Coding } from '../domain/agreement/coding.ts'
import type { Document } from '../domain/record/document.ts'
import type { EventId } from '../domain/record/event.ts'
import type { Revision } from '../domain/record/revision.ts'
import type { StatementId } from '../domain/record/statement.ts'
import { nounOf, packed, selectionOf, unpacked } from './columns.ts'
import type { Reader } from './reader.ts'
import { among, standing } from './revision.ts'
import {
  type Asker,
  byAsker,
  countQuery,
  countsOf,
  type IssueCount,
  issuesQuery,
  type Page,
  type PageAsked,
  pageQuery,
  pagesOf,
  type SoughtOfEach,
} from './sought.ts'
import { codings, documents, type StatementRow, statements } from './tables/record.ts'

/** A statement with its document and the coding that settled it (null where a data set's code was taken over). */
export interface StatementRead {
  readonly statement: StatementRow
  readonly document: Document
  readonly coding: Coding | null
}

/** One page of the settled statements for each asker with document and coding, newest first; one SQL statement. */
export async function statementsOf(db: Reader, sought: SoughtOfEach, page: PageAsked): Promise<Page<StatementRead>[]> {
  const query = pageQuery(statements, sought, page)
  const stood = standing('k', sought.revision)
  const rows = await db.all<Asker & { statement: string; document: string; coding: string | null }>(
    `${query.sql}
     SELECT s."asker", ${packed(statements, 's', 'id')} AS "statement", ${packed(documents, 'd', 'id')} AS "document",
       ${packed(codings, 'c', 'id')} AS "coding"
     FROM page s
     JOIN document d ON d."id" = s."document"
     LEFT JOIN coding c ON c."id" = (
       SELECT MAX(k."id") FROM coding k WHERE k."statement" = s."id" AND k."state" = 'SETTLED' AND ${stood.sql}
     )
     ORDER BY s."asker", s."rank"`,
    [...query.values, ...stood.values],
  )
  return pagesOf(rows, sought, page, (row) => ({
    statement: unpacked(statements, row.statement) as StatementRow,
    document: unpacked(documents, row.document) as Document,
    coding: unpacked(codings, row.coding),
  }))
}

/** How many settled statements there are for each asker; it reads them all, so ask only where the number is wanted. */
export async function countStatements(db: Reader, sought: SoughtOfEach): Promise<number[]> {
  const query = countQuery(statements, sought)
  return countsOf(await db.all<Asker & { n: number }>(query.sql, query.values), sought)
}

/** Matters at issue in the settled statements, for each asker the most frequent first; one SQL statement. */
export async function issuesOf(db: Reader, sought: SoughtOfEach, limit: number): Promise<IssueCount[][]> {
  const query = issuesQuery(statements, sought, limit)
  return byAsker(await db.all<Asker & IssueCount>(query.sql, query.values), sought).map((rows) =>
    rows.map(({ issue, statements }) => ({ issue, statements })),
  )
}

/** The standing statements that report these events, by event and document. */
export async function statementsOfEvents(
  db: Reader,
  events: readonly EventId[],
  revision: Revision,
): Promise<StatementRow[]> {
  if (events.length === 0) return []
  const stood = standing('s', revision)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')} FROM statement s WHERE s."event" IN ${among(events)} AND ${stood.sql}
     ORDER BY s."event", s."document", s."start", s."id"`,
    [...events, ...stood.values],
  )
  return rows.map((row) => nounOf(statements, row))
}

/** The highest number of a statement; 0 where there is none. */
export async function latestStatement(db: Reader): Promise<StatementId> {
  const [row] = await db.all<{ id: StatementId | null }>('SELECT MAX("id") AS id FROM statement')
  return row?.id ?? (0 as StatementId)
}

/** The newest settled statements that came after this one and stand in the revision, oldest of them first. */
export async function settledAfter(
  db: Reader,
  after: StatementId,
  revision: Revision,
  limit: number,
): Promise<StatementRow[]> {
  const stood = standing('s', revision)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')} FROM statement s
     WHERE s."id" > ? AND s."leaf" IS NOT NULL AND ${stood.sql} ORDER BY s."id" DESC LIMIT ?`,
    [after, ...stood.values, Math.max(0, Math.floor(limit))],
  )
  return rows.reverse().map((row) => nounOf(statements, row))
}

/** Statements by id, standing or superseded, in no order. */
export async function statementsById(db: Reader, ids: readonly StatementId[]): Promise<StatementRow[]> {
  if (ids.length === 0) return []
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')} FROM statement s WHERE s."id" IN ${among(ids)}`,
    ids,
  )
  return rows.map((row) => nounOf(statements, row))
}
