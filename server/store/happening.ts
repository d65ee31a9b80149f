/**
 * What happened, as the statements have it that report it: the event's row follows from them and from nothing else. Its
 * facts are those of the lead report, its evidence class counts independent sources over all.
 */
import { DomainError, refuse } from '../domain/error.ts'
import type { Event, EventId } from '../domain/record/event.ts'
import { evidenceOf, isUncounted } from '../domain/record/evidence.ts'
import { severityOf } from '../domain/record/killed.ts'
import type { Statement } from '../domain/record/statement.ts'
import { pairOf } from '../domain/score/tally.ts'
import { nounOf, selectionOf } from './columns.ts'
import { type EventRow, events, type StatementRow, statements } from './tables/record.ts'
import type { Transaction } from './transaction.ts'

/** A statement with what is known of where it was published. */
interface Report extends StatementRow {
  readonly published: number | null
  readonly outlet: string | null
  readonly wire: string | null
  readonly release: boolean
}

type Facts = Omit<EventRow, 'id' | 'addedIn' | 'supersededIn'>

/** Brings the event's row in line with its standing statements, once, at the end of the transaction. */
export function reviseEvent(tx: Transaction, id: EventId): void {
  tx.beforeEnd(`event ${id}`, () => revise(tx, id))
}

async function revise(tx: Transaction, id: EventId): Promise<void> {
  const [row] = await tx.all<Record<string, unknown>>(
    `SELECT ${selectionOf(events, 'e')} FROM event e WHERE e."id" = ? AND e."supersededIn" IS NULL`,
    [id],
  )
  const kept = row ? nounOf(events, row) : null
  const facts = factsOf(id, await reportsOf(tx, id))
  if (kept && facts && FACTS.every((f) => kept[f] === facts[f])) return
  if (kept) {
    await tx.supersede(events, 'id', [id])
    tx.count(kept, -1)
  }
  if (facts) {
    const event: EventRow = { ...facts, id, addedIn: tx.revision, supersededIn: null }
    await tx.insert(events, [event])
    tx.count(event, 1)
  }
}

const FACTS = [
  'source',
  'target',
  'mutual',
  'day',
  'precision',
  'leaf',
  'evidence',
  'severity',
  'caption',
  'collection',
] as const

/** null where nothing is left that reports it. */
function factsOf(id: EventId, reports: readonly Report[]): Facts | null {
  const [lead] = [...reports].sort(
    (x, y) =>
      Number(isUncounted(x)) - Number(isUncounted(y)) ||
      (x.published ?? Infinity) - (y.published ?? Infinity) ||
      x.document - y.document ||
      (x.start ?? 0) - (y.start ?? 0) ||
      x.id - y.id,
  )
  if (lead === undefined || lead.leaf === null) return null
  const stray = reports.find((r) => r.a !== lead.a || r.b !== lead.b)
  if (stray) {
    throw new DomainError(
      refuse(
        'CONFLICT',
        `event ${id}`,
        `its reports name different pairs, ${lead.a}–${lead.b} and ${stray.a}–${stray.b}`,
        'Let each pair have its own event',
      ),
    )
  }
  const sources = new Set(reports.filter((r) => !isUncounted(r)).map(sourceOf))
  const { source, target, mutual, day, precision, leaf, collection } = lead
  const evidence = evidenceOf(reports, sources.size)
  const severity = severityOf(mostKilled(reports.filter((r) => !isUncounted(r))))
  const caption = lead.caption ?? reports.find((r) => r.caption !== null)?.caption ?? null
  const told = { source, target, mutual, day, precision, leaf, evidence, severity, caption, collection }
  return { ...pairOf(source, target), ...told }
}

/** The largest best estimate of any of these reports; null where none tells one. */
function mostKilled(reports: readonly Report[]): number | null {
  return reports.reduce<number | null>(
    (most, { killedBest }) => (killedBest === null || (most ?? -1) >= killedBest ? most : killedBest),
    null,
  )
}

/** Outlets of a wire family are one source, and so is a whole data set; a text of unknown outlet is its own. */
function sourceOf(report: Report): string {
  if (report.release) return `collection ${report.collection}`
  if (report.wire !== null) return `wire ${report.wire}`
  return report.outlet === null ? `document ${report.document}` : `outlet ${report.outlet}`
}

async function reportsOf(tx: Transaction, event: Event['id']): Promise<Report[]> {
  const rows = await tx.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')}, d."published" AS published, d."outlet" AS outlet, o."wire" AS wire,
       k."kind" AS kind
     FROM statement s
     JOIN document d ON d."id" = s."document"
     LEFT JOIN outlet o ON o."code" = d."outlet" AND o."supersededIn" IS NULL
     LEFT JOIN collection k ON k."id" = s."collection" AND k."supersededIn" IS NULL
     WHERE s."event" = ? AND s."supersededIn" IS NULL`,
    [event satisfies Statement['event']],
  )
  return rows.map((row) => ({ ...nounOf(statements, row), release: row.kind === 'RELEASE' }) as Report)
}
