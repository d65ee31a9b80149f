/**
 * A series: the two scores of a relation by period, in columns. A period's value is the value on its last covered day.
 */

import { addDays, type Bucket, type Day, periodEnd, periodStart } from '../day.ts'
import { runOf } from './run.ts'
import { hasScore, rounded, type SeriesState } from './score.ts'
import type { MeasureKey, Run, ScoredDay } from './scoredDay.ts'
import type { Scoring } from './scoring.ts'

/** Columns of equal length, ascending by day. Scores 0–100, null where the state has none. */
export interface Series {
  /** The last covered day of each period; where none is covered, the period's last day in the range. */
  readonly days: readonly Day[]
  readonly tension: readonly (number | null)[]
  readonly tensionLow: readonly (number | null)[]
  readonly tensionHigh: readonly (number | null)[]
  readonly engagement: readonly (number | null)[]
  readonly engagementLow: readonly (number | null)[]
  readonly engagementHigh: readonly (number | null)[]
  /** Counted events in the period. */
  readonly n: readonly number[]
  /** Events kept and shown but not counted in the period. */
  readonly uncounted: readonly number[]
  /** N on the day listed, in events. */
  readonly support: readonly number[]
  /** (engagement − tension) / (engagement + tension + 5), −1 to 1; for reading only. */
  readonly balance: readonly (number | null)[]
  readonly state: readonly SeriesState[]
  /** From this listed day on every score is provisional: its period is not over, or not covered to its end. Null if none is. */
  readonly provisionalFrom: Day | null
  /** Level only: bands before this day rest on less than a year of watching. Null where none does. */
  readonly provisionalUntil: Day | null
}

/** Days of watching after which a band is no longer provisional. */
const YEAR = 365

/** Days first…last that belong to one period, within the range asked. */
interface Period {
  readonly first: Day
  readonly last: Day
  /** The day its value is read on. */
  readonly day: Day
  /** Its calendar end, which may lie after the range. */
  readonly end: Day
}

export function seriesOf(scoring: Scoring, from: Day, to: Day, bucket: Bucket): Series {
  const run = runOf(scoring, from, to)
  const { daily, covered } = run
  const periods = periodsOf(from, to, bucket, (day) => covered[day - daily.first] === 1)
  const columns = emptyColumns()
  let next = 0
  run.eachDay((day) => {
    if (day.day !== periods[next]?.day) return
    push(columns, day)
    next++
  })
  for (const p of periods) {
    columns.n.push(total(daily.counted, p.first - daily.first, p.last - daily.first))
    columns.uncounted.push(total(daily.uncounted, p.first - daily.first, p.last - daily.first))
  }
  return {
    ...columns,
    provisionalFrom: provisionalFrom(periods, columns.state),
    provisionalUntil: scoring.method === 'LEVEL' ? provisionalUntil(run) : null,
  }
}

/** The periods that touch a range, each with the day its value is read on. */
export function periodsOf(from: Day, to: Day, bucket: Bucket, isCovered: (day: Day) => boolean): Period[] {
  const periods: Period[] = []
  for (let start = periodStart(from, bucket); start <= to; ) {
    const end = periodEnd(start, bucket)
    const first = Math.max(start, from) as Day
    const last = Math.min(end, to) as Day
    let day: Day = last
    while (day > first && !isCovered(day)) day = addDays(day, -1)
    periods.push({ first, last, day: isCovered(day) ? day : last, end })
    start = addDays(end, 1)
  }
  return periods
}

/** The balance of two scores, −1 (all tension) to 1 (all engagement); the 5 keeps two small scores near 0. */
export function balanceOf(tension: number, engagement: number): number {
  return rounded((engagement - tension) / (engagement + tension + 5))
}

function emptyColumns() {
  return {
    days: [] as Day[],
    tension: [] as (number | null)[],
    tensionLow: [] as (number | null)[],
    tensionHigh: [] as (number | null)[],
    engagement: [] as (number | null)[],
    engagementLow: [] as (number | null)[],
    engagementHigh: [] as (number | null)[],
    n: [] as number[],
    uncounted: [] as number[],
    support: [] as number[],
    balance: [] as (number | null)[],
    state: [] as SeriesState[],
  }
}

function push(columns: ReturnType<typeof emptyColumns>, { day, state, support, bandOf }: ScoredDay): void {
  const score = (measure: MeasureKey) => (hasScore(state) ? bandOf(measure) : null)
  const [tension, engagement] = [score('tension'), score('engagement')]
  columns.days.push(day)
  columns.support.push(rounded(support))
  columns.state.push(state)
  columns.tension.push(tension?.score ?? null)
  columns.tensionLow.push(tension?.low ?? null)
  columns.tensionHigh.push(tension?.high ?? null)
  columns.engagement.push(engagement?.score ?? null)
  columns.engagementLow.push(engagement?.low ?? null)
  columns.engagementHigh.push(engagement?.high ?? null)
  columns.balance.push(tension === null || engagement === null ? null : balanceOf(tension.score, engagement.score))
}

function total(column: Int32Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i <= to; i++) sum += column[i] as number
  return sum
}

function provisionalFrom(periods: readonly Period[], states: readonly SeriesState[]): Day | null {
  let from: Day | null = null
  for (let i = periods.length - 1; i >= 0; i--) {
    if (!hasScore(states[i] as SeriesState)) continue
    const period = periods[i] as Period
    if (period.day === period.end) break
    from = period.day
  }
  return from
}

function provisionalUntil({ daily, covered }: Run): Day | null {
  const first = covered.indexOf(1)
  return first === -1 ? null : addDays(daily.first, first + YEAR)
}
