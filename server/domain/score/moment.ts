/**
 * The two scores on a few single days, in one run of the recursion: what a table, a matrix or a comparison of codebooks
 * reads, where a series would give every period between.
 */

import { QUADS } from '../codebook/codebook.ts'
import { civilOf, type Day, dayOf, daysInMonth } from '../day.ts'
import type { Measure } from '../directory/relation.ts'
import { FAMILIES } from './daily.ts'
import { eachCell } from './reading.ts'
import { runOf } from './run.ts'
import { hasScore, rounded, type SeriesState } from './score.ts'
import type { MeasureKey } from './scoredDay.ts'
import type { Scoring } from './scoring.ts'

/** One day of one scoring. Scores 0–100, rounded to 1e-6; null where the state gives none. */
export interface Moment {
  readonly day: Day
  readonly state: SeriesState
  readonly tension: number | null
  readonly engagement: number | null
  /** N, in events. */
  readonly support: number
}

export interface Moments {
  /** One a day asked, in the order asked. */
  readonly on: readonly Moment[]
  /** Counted events after the first of the days asked, up to the last of them. */
  readonly n: number
  /** Of these, those of each family, by index in QUADS; mutual ones in every direction. */
  readonly families: readonly number[]
}

/** The scores on these days (at least one), each as a series with the same scoring would give it. */
export function momentsOf(scoring: Scoring, days: readonly Day[]): Moments {
  const [begin, end] = [days.reduce((x, y) => (y < x ? y : x)), days.reduce((x, y) => (y > x ? y : x))]
  const { daily, eachDay } = runOf(scoring, begin, end)
  const asked = new Set(days)
  const found = new Map<Day, Moment>()
  eachDay(({ day, state, support, scoreOf }) => {
    if (!asked.has(day)) return
    const score = (measure: MeasureKey) => (hasScore(state) ? rounded(scoreOf(measure)) : null)
    found.set(day, {
      day,
      state,
      tension: score('tension'),
      engagement: score('engagement'),
      support: rounded(support),
    })
  })
  let n = 0
  const families = QUADS.map(() => 0)
  for (let day = begin + 1; day <= end; day++) {
    const at = day - daily.first
    n += daily.counted[at] as number
    families.forEach((sum, quad) => {
      families[quad] = sum + (daily.families[at * FAMILIES + quad] as number)
    })
  }
  return { on: days.map((day) => found.get(day) as Moment), n, families }
}

/** The score of one measure. */
export function scoreIn(moment: Moment, measure: Measure): number | null {
  return measure === 'TENSION' ? moment.tension : moment.engagement
}

/** after − before, rounded to 1e-6; null where one of the two has no score. */
export function differenceOf(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : rounded(after - before)
}

/** The last day up to `to` on which anybody looked; null if nobody ever did. */
export function lastCovered(scoring: Scoring, to: Day): Day | null {
  const { daily, covered } = runOf(scoring, to, to)
  const last = covered.lastIndexOf(1)
  return last < 0 ? null : ((daily.first + last) as Day)
}

/** The last day up to `to` of an event on record that belongs to the direction read, counted or not; null: there is none. */
export function lastEventDay(scoring: Scoring, to: Day): Day | null {
  const counts = new Map<number, number>()
  eachCell(scoring.slices, scoring.reading, to, ({ cells }, row, factor) => {
    const day = cells.days[row] as number
    if (factor > 0) counts.set(day, (counts.get(day) ?? 0) + (cells.counts[row] as number))
  })
  let last: number | null = null
  for (const [day, n] of counts) if (n > 0 && (last === null || day > last)) last = day
  return last as Day | null
}

/** The same day of the year before; of 29 February, the 28th. */
export function yearBefore(day: Day): Day {
  const { year, month, date } = civilOf(day)
  return dayOf(year - 1, month, Math.min(date, daysInMonth(year - 1, month)))
}
