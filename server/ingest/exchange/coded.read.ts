/** Coded statements out of the record: what stands, in the order in which it came. */
import type { Directory } from '../../domain/directory/directory.ts'
import type { Collection, Outlet } from '../../domain/record/document.ts'
import type { EventId } from '../../domain/record/event.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { codingsOf } from '../../store/coding.ts'
import { nounOf, selectionOf } from '../../store/columns.ts'
import { directoryAt } from '../../store/directory.ts'
import { documentsById } from '../../store/document.ts'
import type { Reader } from '../../store/reader.ts'
import { among, standing } from '../../store/revision.ts'
import { type StatementRow, statements } from '../../store/tables/record.ts'
import type { Coded } from './coded.ts'

const AT_ONCE = 500

/** Every standing statement of a body of articles, and any other that somebody judged. Rows of data sets are not coded here. */
export async function* codedStatements(db: Reader, revision: Revision): AsyncGenerator<Coded> {
  const directory = await directoryAt(db, revision)
  const [stood, judged] = [standing('s', revision), standing('c', revision)]
  for (let after = 0; ; ) {
    const rows = (
      await db.all<Record<string, unknown>>(
        `SELECT ${selectionOf(statements, 's')} FROM statement s WHERE s."id" > ? AND ${stood.sql}
           AND (s."collection" IN (SELECT "id" FROM collection WHERE "kind" = 'ARTICLES')
             OR EXISTS (SELECT 1 FROM coding c WHERE c."statement" = s."id" AND ${judged.sql}))
         ORDER BY s."id" LIMIT ${AT_ONCE}`,
        [after, ...stood.values, ...judged.values],
      )
    ).map((row) => nounOf(statements, row))
    if (rows.length === 0) return
    after = rows.at(-1)?.id ?? 0
    yield* await codedOfRows(db, rows, revision, directory)
  }
}

/** Statements as they leave, with their documents, events and judgements as these stood in a revision. */
export async function codedOfRows(
  db: Reader,
  rows: readonly StatementRow[],
  revision: Revision,
  { collections, outlets }: Pick<Directory, 'collections' | 'outlets'>,
): Promise<Coded[]> {
  const documents = new Map((await documentsById(db, [...new Set(rows.map((r) => r.document))])).map((d) => [d.id, d]))
  const firsts = await firstReports(db, rows, revision)
  const codings = await codingsOf(
    db,
    rows.map((r) => r.id),
    revision,
  )
  return rows.map((row) => {
    const document = documents.get(row.document)
    const collection = collections.find((c) => c.id === row.collection)
    if (!document || !collection) throw new Error(`statement ${row.id} has no document or collection`)
    const { id: _i, document: _d, event, supersedes: _s, addedIn: _a, supersededIn: _e, ...said } = row
    const { a: _pa, b: _pb, collection: _c, ...statement } = said
    return {
      collection: withoutVersions(collection),
      outlet: outletOf(document.outlet, outlets),
      document,
      statement,
      event: event === null ? null : (firsts.get(event) ?? null),
      codings: codings.filter((c) => c.statement === row.id),
    }
  })
}

function outletOf(code: string | null, outlets: readonly Outlet[]): Outlet | null {
  if (code === null) return null
  return outlets.find((o) => o.code === code) ?? { code, name: code, country: null, wire: null }
}

function withoutVersions({ id: _id, addedIn: _a, supersededIn: _s, ...collection }: Collection) {
  return collection
}

/** Collection and origin of the first report of each event. */
async function firstReports(
  db: Reader,
  rows: readonly StatementRow[],
  revision: Revision,
): Promise<ReadonlyMap<EventId, string>> {
  const events = [...new Set(rows.flatMap((r) => r.event ?? []))]
  if (events.length === 0) return new Map()
  const stood = standing('s', revision)
  const found = await db.all<{ event: EventId; code: string; origin: string }>(
    `SELECT s."event", c."code", s."origin", MIN(s."id") AS id FROM statement s
     JOIN collection c ON c."id" = s."collection" AND c."supersededIn" IS NULL
     WHERE s."event" IN ${among(events)} AND ${stood.sql} GROUP BY s."event"`,
    [...events, ...stood.values],
  )
  return new Map(found.map(({ event, code, origin }) => [event, `${code}:${origin}`]))
}
