/** A daily series as sheets of a calendar: years of months of weeks that begin on Monday. Years without a score are joined. */
import { addDays, civilOf, type Day, dayOf, daysInMonth, weekday } from '../../../server/domain/day.ts'
import { type ChartPoint, hasScore, isStop } from '../../../server/figure/model/points.ts'

export interface CalendarDay {
  readonly point: ChartPoint
  /** 0 = Monday. */
  readonly column: number
  /** Week of the month, 0–5. */
  readonly row: number
}

export interface CalendarMonth {
  /** Its first day. */
  readonly first: Day
  readonly days: readonly CalendarDay[]
}

/** A year with a score in it, or years in a row without any. */
export type CalendarBlock =
  | { readonly kind: 'year'; readonly year: number; readonly months: readonly CalendarMonth[] }
  | { readonly kind: 'silent'; readonly from: number; readonly to: number }

/** The points of a daily series, in order. */
export function calendarBlocks(points: readonly ChartPoint[]): CalendarBlock[] {
  const years = new Map<number, ChartPoint[]>()
  for (const point of points) {
    const { year } = civilOf(point.day)
    const listed = years.get(year)
    if (listed) listed.push(point)
    else years.set(year, [point])
  }
  const blocks: CalendarBlock[] = []
  for (const [year, listed] of years) {
    const last = blocks.at(-1)
    if (listed.some(isStop)) blocks.push({ kind: 'year', year, months: monthsOf(year, listed) })
    else if (last?.kind === 'silent') blocks[blocks.length - 1] = { ...last, to: year }
    else blocks.push({ kind: 'silent', from: year, to: year })
  }
  return blocks
}

/** All twelve, also those the series does not reach: months stand under one another. */
function monthsOf(year: number, points: readonly ChartPoint[]): CalendarMonth[] {
  return Array.from({ length: 12 }, (_, i) => {
    const first = dayOf(year, i + 1, 1)
    const last = addDays(first, daysInMonth(year, i + 1) - 1)
    const before = mondayFirst(first)
    const days = points
      .filter((p) => p.day >= first && p.day <= last)
      .map((point) => ({
        point,
        column: mondayFirst(point.day),
        row: Math.floor((point.day - first + before) / 7),
      }))
    return { first, days }
  })
}

function mondayFirst(day: Day): number {
  return weekday(day) - 1
}

export interface CalendarKey {
  readonly key: string
  readonly ctrlKey: boolean
}

/**
 * Where a key takes the cursor among the listed points: arrows by day and by week, page keys by month, Home and End
 * within the month, with Control among all, N and P by days with events. Null: the key is not ours.
 */
export function calendarMove({ key, ctrlKey }: CalendarKey, points: readonly ChartPoint[], at: ChartPoint) {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const to = (day: number) => points.find((p) => p.day >= day) ?? last
  const { year, month, date } = civilOf(at.day)
  const start = dayOf(year, month, 1)
  /** The same date of another month, or its last where it has no such. */
  const monthAway = (by: -1 | 1) => {
    const other = civilOf(by < 0 ? addDays(start, -1) : addDays(start, daysInMonth(year, month)))
    return to(dayOf(other.year, other.month, Math.min(date, daysInMonth(other.year, other.month))))
  }
  switch (key) {
    case 'ArrowRight':
      return to(at.day + 1)
    case 'ArrowLeft':
      return to(at.day - 1)
    case 'ArrowDown':
      return to(at.day + 7)
    case 'ArrowUp':
      return to(at.day - 7)
    case 'PageDown':
      return monthAway(1)
    case 'PageUp':
      return monthAway(-1)
    case 'Home':
      return ctrlKey ? first : to(start)
    case 'End':
      return ctrlKey ? last : to(start + daysInMonth(year, month) - 1)
    case 'n':
      return points.find((p) => p.n > 0 && p.day > at.day) ?? at
    case 'p':
      return points.findLast((p) => p.n > 0 && p.day < at.day) ?? at
    default:
      return null
  }
}

/** The highest scored day; null where none has a score. */
export function highestDay(points: readonly ChartPoint[]) {
  const scored = points.filter(hasScore)
  return scored.reduce((most, p) => (most === null || p.value > most.value ? p : most), scored[0] ?? null)
}
