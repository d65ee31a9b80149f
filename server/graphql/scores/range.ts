/** From when to when a question goes, and how many points that makes: both have bounds. */
import { type Bucket, type Day, formatDay } from '../../domain/day.ts'
import { type Refusal, refuse } from '../../domain/error.ts'
import type { Scoring } from '../../domain/score/scoring.ts'
import type { Context } from '../schema/context.ts'
import { orGraphQLError } from '../schema/errors.ts'

const MOST_DAYS = 36_525

/** From and to as asked; null: the first day on record for these slices, and the last day on record at all. */
export function rangeOf(scoring: Scoring, from: Day | null | undefined, to: Day): { from: Day; to: Day } {
  const begins = [...scoring.slices.flatMap((s) => s.cells.days[0] ?? []), ...scoring.watches.map((w) => w.from)]
  const first = begins.reduce<number>((earliest, day) => Math.min(earliest, day), to) as Day
  const begin = from ?? first
  if (begin > to) {
    const range = `${formatDay(begin)}..${formatDay(to)}`
    return orGraphQLError<never>(refuse('BAD_RANGE', range, 'a range begins before it ends', 'Exchange from and to'))
  }
  if (to - Math.min(begin, first) > MOST_DAYS) {
    const range = `${formatDay(Math.min(begin, first) as Day)}..${formatDay(to)}`
    return orGraphQLError<never>(
      refuse('TOO_MUCH', range, 'a question spans at most 100 years of record', 'Give a nearer from and to'),
    )
  }
  return { from: begin, to }
}

/** The range again, its points taken from what the request may have; refused where that is not enough. */
export function pointsWithin(ctx: Context, range: { from: Day; to: Day }, bucket: Bucket): { from: Day; to: Day } {
  const { points } = ctx
  points.asked += pointsOf(range.from, range.to, bucket)
  return points.asked <= points.allowed ? range : orGraphQLError<never>(tooManyPoints(points.asked, points.allowed))
}

/** How many points a series has, or a few more. */
export function pointsOf(from: Day, to: Day, bucket: Bucket): number {
  const days = { DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, YEAR: 365 }[bucket]
  return Math.max(0, Math.ceil((to - from + 1) / days))
}

export function tooManyPoints(points: number, most: number): Refusal {
  const cure = 'Give a longer bucket or a shorter range, or ask in several requests'
  return refuse('TOO_MUCH', points, `the series of an operation hold at most ${most} points together`, cure)
}
