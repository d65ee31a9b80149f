/**
 * The watch table: each relation's month against the month before, or against the mean of the twelve before.
 */
import { addDays, type Day, periodEnd, periodStart } from '../day.ts'
import { differenceOf } from './moment.ts'
import { rounded, type SeriesState } from './score.ts'
import type { Scoring } from './scoring.ts'
import { seriesOf } from './series.ts'

export const WATCH_RULES = ['PREVIOUS_MONTH', 'MEAN_OF_TWELVE'] as const
/** What a month is held against. */
export type WatchRule = (typeof WATCH_RULES)[number]

export const WATCH_ORDERS = ['WORTH', 'TENSION_ROSE', 'TENSION_FELL', 'ENGAGEMENT_ROSE', 'ENGAGEMENT_FELL'] as const
/** In which order relations are listed: of worth, or by how far a score moved, the farthest first. */
export type WatchOrder = (typeof WATCH_ORDERS)[number]

const MONTHS = 12

/** Scores 0–100; null where there is none. */
export interface Watched {
  /** The last covered day of the month, on which its scores are read; its last day where none is covered. */
  readonly day: Day
  /** The same of the month before. */
  readonly dayBefore: Day
  readonly state: SeriesState
  readonly tension: number | null
  readonly engagement: number | null
  readonly tensionBefore: number | null
  readonly engagementBefore: number | null
  /** month − before; null where one of them has no score. */
  readonly tensionChange: number | null
  readonly engagementChange: number | null
  /** Months with a score that stand behind `before`: 0 or 1, or up to 12 for the mean. */
  readonly monthsBefore: number
  /** Counted events in the month. */
  readonly n: number
}

/** First and last day of the month a day lies in. */
export function monthOf(day: Day): { readonly from: Day; readonly to: Day } {
  return { from: periodStart(day, 'MONTH'), to: periodEnd(day, 'MONTH') }
}

/** The month in which `month` lies, as far as the record goes (`last`), against what the rule says. */
export function watchOf(scoring: Scoring, month: Day, last: Day, rule: WatchRule): Watched {
  let from = monthOf(month).from
  for (let i = 0; i < MONTHS; i++) from = monthOf(addDays(from, -1)).from
  const to = Math.max(monthOf(month).from, Math.min(monthOf(month).to, last)) as Day
  const s = seriesOf(scoring, from, to, 'MONTH')
  const before = (column: readonly (number | null)[]): number[] => {
    const months = rule === 'PREVIOUS_MONTH' ? column.slice(MONTHS - 1, MONTHS) : column.slice(0, MONTHS)
    return months.filter((score) => score !== null)
  }
  const [tension, engagement] = [s.tension[MONTHS] as number | null, s.engagement[MONTHS] as number | null]
  const [tensionBefore, engagementBefore] = [meanOf(before(s.tension)), meanOf(before(s.engagement))]
  return {
    day: s.days[MONTHS] as Day,
    dayBefore: s.days[MONTHS - 1] as Day,
    state: s.state[MONTHS] as SeriesState,
    tension,
    engagement,
    tensionBefore,
    engagementBefore,
    tensionChange: differenceOf(tensionBefore, tension),
    engagementChange: differenceOf(engagementBefore, engagement),
    monthsBefore: before(s.tension).length,
    n: s.n[MONTHS] as number,
  }
}

function meanOf(scores: readonly number[]): number | null {
  return scores.length === 0 ? null : rounded(scores.reduce((sum, score) => sum + score, 0) / scores.length)
}

/** Rows in this order; those whose score is not known to have moved come last, and what is equal stays as it was. */
export function inOrder<T extends Pick<Watched, 'tensionChange' | 'engagementChange'>>(
  rows: readonly T[],
  order: WatchOrder,
): T[] {
  if (order === 'WORTH') return [...rows]
  const [measure, sense] = order.split('_')
  const moved = (row: T): number => {
    const change = measure === 'TENSION' ? row.tensionChange : row.engagementChange
    return change === null ? -Infinity : sense === 'ROSE' ? change : -change
  }
  return [...rows].sort((x, y) => (moved(x) === moved(y) ? 0 : moved(y) - moved(x)))
}
