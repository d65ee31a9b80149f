/** Questions about reports that may tell of one happening. */
import type { Day } from '../domain/day.ts'
import type { EventId } from '../domain/record/event.ts'
import type { Statement } from '../domain/record/statement.ts'
import { type Pair, pairOf } from '../domain/score/tally.ts'
import { nounOf, selectionOf } from './columns.ts'
import type { Reader } from './reader.ts'
import { type StatementRow, statements } from './tables/record.ts'

/** A report with where it was published. */
export interface PublishedReport {
  readonly statement: StatementRow & { readonly event: EventId }
  readonly url: string | null
  readonly wire: string | null
}

/** The most that are looked at; of a pair with more in some days the nearest. */
const MOST_REPORTS = 200

/** The settled reports between the same two in some days that stand, without those of one event, the nearest to a day first. */
export async function reportsAround(
  db: Reader,
  { source, target, day }: Pick<Statement, 'source' | 'target' | 'day'>,
  { from, to }: { readonly from: Day; readonly to: Day },
  without: EventId | null,
): Promise<PublishedReport[]> {
  const { a, b }: Pair = pairOf(source, target)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')}, d."url" AS "documentUrl", o."wire" AS "wire" FROM statement s
     JOIN document d ON d."id" = s."document"
     LEFT JOIN outlet o ON o."code" = d."outlet" AND o."supersededIn" IS NULL
     WHERE s."a" = ? AND s."b" = ? AND s."day" BETWEEN ? AND ? AND s."supersededIn" IS NULL AND s."event" IS NOT NULL
       AND s."event" <> ? ORDER BY ABS(s."day" - ?), s."id" LIMIT ?`,
    [a, b, from, to, without ?? 0, day, MOST_REPORTS],
  )
  return rows.map(({ documentUrl, wire, ...row }) => ({
    statement: nounOf(statements, row) as PublishedReport['statement'],
    url: documentUrl as string | null,
    wire: wire as string | null,
  }))
}

/** Where a document was published: its address, and the wire family of its outlet. */
export async function publishedAt(
  db: Reader,
  document: Statement['document'],
): Promise<Pick<PublishedReport, 'url' | 'wire'>> {
  const [row] = await db.all<Pick<PublishedReport, 'url' | 'wire'>>(
    `SELECT d."url", o."wire" FROM document d
     LEFT JOIN outlet o ON o."code" = d."outlet" AND o."supersededIn" IS NULL WHERE d."id" = ?`,
    [document],
  )
  return row ?? { url: null, wire: null }
}
