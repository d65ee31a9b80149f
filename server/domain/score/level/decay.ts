/** The recursion of Level: daily sums decay, and each day has its two sums X, what the band needs, and its state. */
import type { Day } from '../../day.ts'
import type { SeriesState } from '../score.ts'
import { EVIDENCE_UNIT, type LevelDaily, Q_UNIT, SQUARE_UNIT } from './daily.ts'

/** Decayed sums at the end of one day. */
export interface LevelSums {
  readonly day: Day
  /** N, in events. */
  support: number
  /** X, in points of weight. */
  tension: number
  engagement: number
  /** V, in points². */
  tensionSquares: number
  engagementSquares: number
  /** P: decayed number of days with a counted event. */
  activeDays: number
  /** D: decayed number of watched days. */
  watchedDays: number
  /** M: events of any family on the last 365 days, neither denied nor hypothetical. */
  mentions: number
}

/** Days over which mentions are counted. */
const MENTION_DAYS = 365
/** The share of recent days that must be watched for silence to mean calm. */
const WATCHED_SHARE = 0.75

/**
 * Runs the recursion from the first day to the last and hands the sums of each day to `visit`, in one object that is used
 * again for the next day. `watched` holds one byte a day from `daily.first` on.
 */
export function decayLevel(
  daily: LevelDaily,
  watched: Uint8Array,
  lambda: number,
  visit: (sums: LevelSums, at: number) => void,
): void {
  const sums = noSums(daily.first)
  const squared = lambda * lambda
  for (let i = 0; i < daily.length; i++) {
    ;(sums as { day: Day }).day = (daily.first + i) as Day
    sums.support = lambda * sums.support + (daily.evidence[i] as number) * EVIDENCE_UNIT
    sums.tension = lambda * sums.tension + (daily.tension[i] as number) * Q_UNIT
    sums.engagement = lambda * sums.engagement + (daily.engagement[i] as number) * Q_UNIT
    sums.tensionSquares = squared * sums.tensionSquares + (daily.tensionSquares[i] as number) * SQUARE_UNIT
    sums.engagementSquares = squared * sums.engagementSquares + (daily.engagementSquares[i] as number) * SQUARE_UNIT
    sums.activeDays = lambda * sums.activeDays + ((daily.counted[i] as number) > 0 ? 1 : 0)
    sums.watchedDays = lambda * sums.watchedDays + (watched[i] as number)
    sums.mentions +=
      (daily.mentions[i] as number) - (i >= MENTION_DAYS ? (daily.mentions[i - MENTION_DAYS] as number) : 0)
    visit(sums, i)
  }
}

/**
 * The state of a day, the first that holds: nobody looked; too little is on record for a score, and the relation is not one
 * whose silence is known to mean calm; few events, or not watched long enough; scored.
 */
export function levelStateOf(sums: LevelSums, covered: boolean, lambda: number): SeriesState {
  if (!covered) return 'NOT_COVERED'
  const isWatched = (1 - lambda) * sums.watchedDays >= WATCHED_SHARE
  if (sums.support < 1 && (!isWatched || sums.mentions < 5)) return 'NOT_ENOUGH'
  return sums.support >= 3 && sums.activeDays >= 2 && isWatched ? 'SCORED' : 'SPARSE'
}

export function noSums(day: Day): LevelSums {
  return {
    day,
    support: 0,
    tension: 0,
    engagement: 0,
    tensionSquares: 0,
    engagementSquares: 0,
    activeDays: 0,
    watchedDays: 0,
    mentions: 0,
  }
}

/** λ⁰ … λⁿ by repeated multiplication: the same bits in every engine, which a power function does not promise. */
export function powersOf(lambda: number, n: number): Float64Array {
  const powers = new Float64Array(n + 1)
  powers[0] = 1
  for (let i = 1; i <= n; i++) powers[i] = (powers[i - 1] as number) * lambda
  return powers
}
