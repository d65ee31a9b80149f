/**
 * What is drawn of a series: its level, its change since the period before, or its mean over three months. Silence stays
 * silence: nothing is reckoned across a period without a score.
 */
import type { Bucket } from '../../domain/day.ts'
import type { Columns, PointState } from './points.ts'

export const TRANSFORMS = ['level', 'change', 'mean'] as const
export type Transform = (typeof TRANSFORMS)[number]

/** How many periods three months are. A quarter or a year is no less than three months: its mean is its level. */
const PERIODS: Readonly<Record<Bucket, number>> = { DAY: 91, WEEK: 13, MONTH: 3, QUARTER: 1, YEAR: 1 }

/** Of the periods of three months at least this share must have a score, the last among them. */
export const MEAN_SHARE = 2 / 3

/**
 * Columns of the same days, in points of the scale. A change needs a score in the period and in the one right before it;
 * a mean takes the scores of the last three months and needs two thirds of their periods, this one included. What has no
 * value though it has a score is NOT_ENOUGH. The band is that of the level alone, so the others have none.
 */
export function transformed(columns: Columns, bucket: Bucket, transform: Transform): Columns {
  if (transform === 'level') return columns
  const value = columns.value.map((score, i) =>
    score === null
      ? null
      : transform === 'change'
        ? changeTo(score, columns.value[i - 1])
        : meanOf(columns.value.slice(Math.max(0, i + 1 - PERIODS[bucket]), i + 1), PERIODS[bucket]),
  )
  const none = value.map(() => null)
  return { ...columns, value, low: none, high: none, state: columns.state.map((state, i) => stateOf(state, value[i])) }
}

function changeTo(score: number, before: number | null | undefined): number | null {
  return before == null ? null : score - before
}

function meanOf(window: readonly (number | null)[], periods: number): number | null {
  const scores = window.filter((score) => score !== null)
  // Counted in whole periods: 9 of 13 weeks, 61 of 91 days, 2 of 3 months.
  if (scores.length < Math.ceil(periods * MEAN_SHARE)) return null
  return scores.reduce((sum, score) => sum + score, 0) / scores.length
}

function stateOf(state: PointState, value: number | null | undefined): PointState {
  return value == null && state !== 'NOT_COVERED' ? 'NOT_ENOUGH' : state
}
