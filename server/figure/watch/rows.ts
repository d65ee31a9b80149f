/** The home page's numbers: a row a relation, for one month, against the month before. Pure; the page only prints it. */
import { addDays, type Day, periodEnd } from '../../domain/day.ts'
import { monthAfter, monthOf } from '../address/url.ts'
import type { WatchSort } from '../address/view.ts'
import { highestOf, type Span } from '../model/chart.ts'
import {
  type ChartPoint,
  columnsOf,
  dayFrom,
  hasScore,
  pointsOf,
  type ScoredPoint,
  type SeriesColumns,
} from '../model/points.ts'
import { topOf } from '../model/ticks.ts'

export interface WatchRelation {
  readonly slug: string
  readonly name: string
  readonly series: SeriesColumns
}

export interface WatchIndex {
  /** The month's point; null where the series does not reach it. */
  readonly now: ChartPoint | null
  /** The month before, if it has a score. */
  readonly before: ScoredPoint | null
  /** Points of the scale; null where one of the two months has no score. */
  readonly change: number | null
  /** The last 24 months. */
  readonly points: readonly ChartPoint[]
}

export interface WatchRow {
  readonly slug: string
  readonly name: string
  /** The day listed for the month; null where nothing is listed. */
  readonly day: string | null
  /** The day listed for the month before, where both have a score. */
  readonly since: string | null
  readonly tension: WatchIndex
  readonly engagement: WatchIndex
  readonly events: number
}

/** How far back the sparkline looks. */
export const MONTHS = 24

/** Months in which any relation has a score, ascending, `YYYY-MM`. */
export function monthsWithScores(relations: readonly WatchRelation[]): string[] {
  const months = new Set<string>()
  for (const { series } of relations) {
    series.days.forEach((day, i) => {
      if (series.tension[i] != null || series.engagement[i] != null) months.add(monthOf(day))
    })
  }
  return [...months].sort()
}

/**
 * The last month in which some relation can be compared with the month before; where there is none, the last month with
 * a score. A lone month after years of silence has nothing to say about change. Null where no month has a score.
 */
export function startMonth(relations: readonly WatchRelation[]): string | null {
  const months = monthsWithScores(relations)
  const compared = months.findLast((month) =>
    relations.some((relation) => rowOf(relation, month).tension.change !== null),
  )
  return compared ?? months.at(-1) ?? null
}

/** `shown` is the name that readers see: what stands equal is in its order. */
export function watchRows(
  relations: readonly WatchRelation[],
  month: string,
  sort: WatchSort,
  shown = (name: string) => name,
): WatchRow[] {
  const rows = relations.map((relation) => rowOf(relation, month))
  return rows.sort((x, y) => compare(x, y, sort) || shown(x.name).localeCompare(shown(y.name)))
}

function rowOf({ slug, name, series }: WatchRelation, month: string): WatchRow {
  const at = series.days.findIndex((day) => monthOf(day) === month)
  const before = series.days.findIndex((day) => monthOf(day) === monthAfter(month, -1))
  const tension = indexOf(series, 'tension', month)
  return {
    slug,
    name,
    day: series.days[at] ?? null,
    since: tension.change === null ? null : (series.days[before] ?? null),
    tension,
    engagement: indexOf(series, 'engagement', month),
    events: series.n[at] ?? 0,
  }
}

function indexOf(series: SeriesColumns, measure: 'tension' | 'engagement', month: string): WatchIndex {
  const points = pointsOf(columnsOf(series, measure), 'MONTH')
  const inMonth = (wanted: string) => points.find((p) => monthOf(series.days[p.index] ?? '') === wanted) ?? null
  const now = inMonth(month)
  const last = inMonth(monthAfter(month, -1))
  const before = last && hasScore(last) ? last : null
  const span = sparkSpan(month)
  return {
    now,
    before,
    change: now && hasScore(now) && before ? now.value - before.value : null,
    points: points.filter((p) => p.day >= span.from && p.day <= span.to),
  }
}

/** The days the sparklines of a month span. */
export function sparkSpan(month: string): Span {
  const end = dayFrom(`${month}-01`) ?? (0 as Day)
  const start = dayFrom(`${monthAfter(month, 1 - MONTHS)}-01`) ?? end
  return { from: addDays(start, 0), to: periodEnd(end, 'MONTH') }
}

/** One scale for all rows, so that heights can be compared. */
export function sparkTop(rows: readonly WatchRow[]): number {
  return topOf(Math.max(0, ...rows.map((r) => Math.max(highestOf(r.tension.points), highestOf(r.engagement.points)))))
}

function compare(x: WatchRow, y: WatchRow, sort: WatchSort): number {
  switch (sort) {
    case 'change':
      return descending(x.tension.change, y.tension.change) || descending(x.tension.now?.value, y.tension.now?.value)
    case 'tension':
      return descending(x.tension.now?.value, y.tension.now?.value)
    case 'engagement':
      return descending(x.engagement.now?.value, y.engagement.now?.value)
    case 'events':
      return y.events - x.events
    case 'name':
      return 0
  }
}

/** Without a value comes last. */
function descending(x: number | null | undefined, y: number | null | undefined): number {
  return (y ?? -Infinity) === (x ?? -Infinity) ? 0 : (y ?? -Infinity) - (x ?? -Infinity)
}
