/**
 * A columnar series as points with days that can be reckoned with. The one reading of a series that chart, table,
 * sparkline and sentences share, so that they cannot disagree about which point has a score.
 */
import { type Bucket, type Day, parseDay, periodStart } from '../../domain/day.ts'
import { isRefusal } from '../../domain/error.ts'

export type Measure = 'tension' | 'engagement'
export type PointState = 'SCORED' | 'SPARSE' | 'NOT_ENOUGH' | 'NOT_COVERED'

/** One index of one relation in columns of equal length, as `Relation.series` answers. Days ascend, YYYY-MM-DD. */
export interface Columns {
  readonly days: readonly string[]
  /** 0–100; null where there is no score. */
  readonly value: readonly (number | null)[]
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  /** Counted events in the period. */
  readonly n: readonly number[]
  readonly state: readonly PointState[]
  /** From this listed day on values are provisional; null = none. */
  readonly provisionalFrom: string | null
}

/** Everything `Relation.series` lists for both indices. */
export interface SeriesColumns {
  readonly days: readonly string[]
  readonly tension: readonly (number | null)[]
  readonly tensionLow: readonly (number | null)[]
  readonly tensionHigh: readonly (number | null)[]
  readonly engagement: readonly (number | null)[]
  readonly engagementLow: readonly (number | null)[]
  readonly engagementHigh: readonly (number | null)[]
  readonly n: readonly number[]
  readonly state: readonly PointState[]
  readonly provisionalFrom: string | null
}

export interface ChartPoint {
  /** Place in the series. */
  readonly index: number
  readonly day: Day
  /** First day of the period the point stands for. */
  readonly start: Day
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly n: number
  readonly state: PointState
  readonly provisional: boolean
}

/** The columns of one of the two indices. */
export function columnsOf(series: SeriesColumns, measure: Measure): Columns {
  const { days, n, state, provisionalFrom } = series
  return measure === 'tension'
    ? { days, n, state, provisionalFrom, value: series.tension, low: series.tensionLow, high: series.tensionHigh }
    : {
        days,
        n,
        state,
        provisionalFrom,
        value: series.engagement,
        low: series.engagementLow,
        high: series.engagementHigh,
      }
}

interface Period {
  /** Place in the series. */
  readonly index: number
  readonly day: Day
  readonly start: Day
}

/** A figure reads the same days for each of its lines and words. */
const kept = new WeakMap<readonly string[], { readonly bucket: Bucket; readonly periods: readonly Period[] }>()

function periodsOf(days: readonly string[], bucket: Bucket): readonly Period[] {
  const before = kept.get(days)
  if (before?.bucket === bucket) return before.periods
  const periods: Period[] = []
  days.forEach((text, index) => {
    const day = dayFrom(text)
    if (day !== null) periods.push({ index, day, start: periodStart(day, bucket) })
  })
  kept.set(days, { bucket, periods })
  return periods
}

/** Points in the order of their days. A day that is no day is left out rather than drawn in a wrong place. */
export function pointsOf(columns: Columns, bucket: Bucket): ChartPoint[] {
  const provisionalFrom = columns.provisionalFrom === null ? Infinity : (dayFrom(columns.provisionalFrom) ?? Infinity)
  return periodsOf(columns.days, bucket).map(({ index, day, start }) => ({
    index,
    day,
    start,
    value: columns.value[index] ?? null,
    low: columns.low[index] ?? null,
    high: columns.high[index] ?? null,
    n: columns.n[index] ?? 0,
    state: columns.state[index] ?? 'NOT_COVERED',
    provisional: day >= provisionalFrom,
  }))
}

export function dayFrom(text: string): Day | null {
  const day = parseDay(text)
  return isRefusal(day) ? null : day
}

/** A point with a score. */
export interface ScoredPoint extends ChartPoint {
  readonly value: number
}

export function hasScore(point: ChartPoint): point is ScoredPoint {
  return point.value !== null
}

/** Has it something to tell: a score, or events too few for one? */
export function isStop(point: ChartPoint): boolean {
  return hasScore(point) || point.n > 0
}

/** The last point before `index` that has a score; null if there is none. */
export function scoredBefore(points: readonly ChartPoint[], index: number): ScoredPoint | null {
  for (let i = index - 1; i >= 0; i--) {
    const point = points[i]
    if (point && hasScore(point)) return point
  }
  return null
}
