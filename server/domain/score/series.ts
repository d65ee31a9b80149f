/**
 * A series: the two scores of a relation by period, in columns. A period's value is the value on its last covered day.
 */

import { addDays, type Bucket, type Day, periodEnd, periodStart } from '../day.ts'
import { coveredDays, type DaySpan } from '../record/coverage.ts'
import { dailyOf, type LeafWeights } from './daily.ts'
import { clusteringOf } from './interval.ts'
import type { CellSlice, Reading } from './reading.ts'
import {
  decay,
  hasScore,
  type Parameters,
  rounded,
  type Score,
  type SeriesState,
  type Sums,
  scoreOf,
  stateOf,
} from './score.ts'

/** What a score is computed from: cells, the days somebody looked, weights, multipliers, what is read, and how. */
export interface Scoring {
  readonly slices: readonly CellSlice[]
  readonly watches: readonly DaySpan[]
  readonly weights: LeafWeights
  /** g by evidence class in ten-thousandths (multipliers). */
  readonly multipliers: Float64Array
  readonly reading: Reading
  readonly parameters: Parameters
}

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
  /** Pressure only: scores before this day rest on less than one half-life of covered days. */
  readonly provisionalUntil: Day | null
}

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
  const { reading, parameters, watches } = scoring
  const daily = dailyOf(scoring.slices, scoring.weights, scoring.multipliers, reading, earliest(from, watches), to)
  const covered = coveredDays(watches, daily.borne, daily.first)
  const isCovered = (day: Day) => covered[day - daily.first] === 1
  const periods = periodsOf(from, to, bucket, isCovered)
  const clustering = clusteringOf(daily.families, daily.first)
  const columns = emptyColumns()
  let next = 0
  let firstCovered: Day | null = null
  decay(daily, covered, parameters.lambda, (sums) => {
    if (firstCovered === null && isCovered(sums.day)) firstCovered = sums.day
    if (sums.day !== periods[next]?.day) return
    const state = stateOf(sums, isCovered(sums.day))
    push(columns, sums, state, hasScore(state) ? scores(sums, parameters, clustering(sums.day)) : null)
    next++
  })
  for (const p of periods) {
    columns.n.push(total(daily.counted, p.first - daily.first, p.last - daily.first))
    columns.uncounted.push(total(daily.uncounted, p.first - daily.first, p.last - daily.first))
  }
  return {
    ...columns,
    provisionalFrom: provisionalFrom(periods, columns.state),
    provisionalUntil: parameters.method === 'PRESSURE' ? provisionalUntil(firstCovered, parameters.lambda) : null,
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

function scores(sums: Sums, p: Parameters, clustering: number): { tension: Score; engagement: Score } {
  return { tension: scoreOf(sums, 'tension', p, clustering), engagement: scoreOf(sums, 'engagement', p, clustering) }
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

function push(
  columns: ReturnType<typeof emptyColumns>,
  sums: Sums,
  state: SeriesState,
  both: { tension: Score; engagement: Score } | null,
): void {
  columns.days.push(sums.day)
  columns.support.push(rounded(sums.support))
  columns.state.push(state)
  columns.tension.push(both?.tension.score ?? null)
  columns.tensionLow.push(both?.tension.low ?? null)
  columns.tensionHigh.push(both?.tension.high ?? null)
  columns.engagement.push(both?.engagement.score ?? null)
  columns.engagementLow.push(both?.engagement.low ?? null)
  columns.engagementHigh.push(both?.engagement.high ?? null)
  columns.balance.push(both === null ? null : balanceOf(both.tension.score, both.engagement.score))
}

function earliest(from: Day, watches: readonly DaySpan[]): Day {
  return Math.min(from, ...watches.map((w) => w.from)) as Day
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

function provisionalUntil(firstCovered: Day | null, lambda: number): Day | null {
  return firstCovered === null ? null : addDays(firstCovered, Math.round(Math.LN2 / -Math.log(lambda)))
}
