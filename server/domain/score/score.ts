/**
 * Tone: how hostile, how cooperative what they lately did and said is on average. Daily sums decay, and each day has its
 * two scores, their bands and how much stands behind them.
 */
import { publishedLambda } from '../codebook/method.ts'
import type { Day } from '../day.ts'
import type { Direction } from '../directory/relation.ts'
import { type Refusal, refuse } from '../error.ts'
import type { Daily } from './daily.ts'
import { limitsOf } from './interval.ts'

export const SCORING_METHODS = ['LEVEL', 'TONE'] as const
/** LEVEL: how much there was. TONE: how it was on average. */
export type ScoringMethod = (typeof SCORING_METHODS)[number]

/** The version of each method, as stamps name it. */
export const METHOD_VERSIONS = { LEVEL: 'detente-2', TONE: 'detente-1' } as const satisfies Record<
  ScoringMethod,
  string
>

export const SERIES_STATES = ['SCORED', 'SPARSE', 'NOT_ENOUGH', 'NOT_COVERED'] as const
/** NOT_COVERED: nobody looked. NOT_ENOUGH: support below 1. SPARSE: support below 5, or from fewer than three days (P ≥ 2 takes three, as each day's part fades). */
export type SeriesState = (typeof SERIES_STATES)[number]

export interface ToneParameters {
  /** λ, the share of weight that remains after one day, 0–1. */
  readonly lambda: number
  /** n0 of the direction asked, in events. */
  readonly priorEvents: number
  /** w̄ of each measure, 0–1 (typicalWeight). */
  readonly typical: { readonly tension: number; readonly engagement: number }
  /** z of the band (quantileOf). */
  readonly z: number
}

/** Decayed sums at the end of one day, in events; weights as w, 0–10. */
export interface Sums {
  readonly day: Day
  /** N */
  support: number
  /** Σ w g S */
  tension: number
  engagement: number
  /** Σ w² g S */
  tensionSquares: number
  engagementSquares: number
  q1: number
  q2: number
  /** P: decayed number of days with a counted event. */
  activeDays: number
}

/** A score 0–100 with its band. */
export interface Score {
  readonly score: number
  readonly low: number
  readonly high: number
}

/** λ = 2^(−1/H) to 12 decimals; H in days, at least 1 and at most 3,650. */
export function lambdaOf(halfLifeDays: number): number | Refusal {
  if (!(halfLifeDays >= 1 && halfLifeDays <= 3650)) {
    return refuse(
      'BAD_NUMBER',
      halfLifeDays,
      'a half-life lies between 1 and 3650 days',
      'Give a number of days; 30 is usual',
    )
  }
  return publishedLambda(halfLifeDays) / 1e12
}

/** n0 of a direction, in events, from that of the undirected series: half, so that the two directions weigh up to the whole. */
export function priorOf(priorEvents: number, direction: Direction): number {
  return direction === 'BOTH' ? priorEvents : priorEvents / 2
}

/**
 * Runs the recursion from the first day to the last and hands the sums of each day to `visit`, in one object that is
 * used again for the next day.
 */
export function decay(daily: Daily, lambda: number, visit: (sums: Sums, at: number) => void): void {
  const sums = zeroSums(daily.first)
  const squared = lambda * lambda
  for (let i = 0; i < daily.length; i++) {
    ;(sums as { day: Day }).day = (daily.first + i) as Day
    sums.support = lambda * sums.support + (daily.evidence[i] as number) / 1e4
    sums.tension = lambda * sums.tension + (daily.tension[i] as number) / 1e7
    sums.engagement = lambda * sums.engagement + (daily.engagement[i] as number) / 1e7
    sums.tensionSquares = lambda * sums.tensionSquares + (daily.tensionSquares[i] as number) / 1e10
    sums.engagementSquares = lambda * sums.engagementSquares + (daily.engagementSquares[i] as number) / 1e10
    sums.q1 = lambda * sums.q1 + (daily.squares[i] as number) / 1e8
    sums.q2 = squared * sums.q2 + (daily.squares[i] as number) / 1e8
    sums.activeDays = lambda * sums.activeDays + ((daily.counted[i] as number) > 0 ? 1 : 0)
    visit(sums, i)
  }
}

/** The sums at the end of one day; zero sums for a day before the first. */
export function sumsOn(daily: Daily, lambda: number, day: Day): Sums {
  let found = zeroSums(day)
  decay(daily, lambda, (sums) => {
    if (sums.day === day) found = { ...sums }
  })
  return found
}

export function stateOf(sums: Sums, covered: boolean): SeriesState {
  if (!covered) return 'NOT_COVERED'
  if (sums.support < 1) return 'NOT_ENOUGH'
  return sums.support >= 5 && sums.activeDays >= 2 ? 'SCORED' : 'SPARSE'
}

/** Does the state give a score? */
export function hasScore(state: SeriesState): boolean {
  return state === 'SCORED' || state === 'SPARSE'
}

/** Score and band of one measure, rounded to 1e-6; for a day whose state has a score. `clustering` is φ of the day. */
export function scoreOf(sums: Sums, measure: 'tension' | 'engagement', p: ToneParameters, clustering: number): Score {
  const weighted = sums[measure]
  const evidence = {
    support: sums.support,
    sum: weighted / 10,
    squares: sums[`${measure}Squares`] / 100,
    q1: sums.q1,
    q2: sums.q2,
  }
  const limits = limitsOf(evidence, p.lambda, p.typical[measure], clustering, p.z) ?? { low: 0, high: 0 }
  const score = unroundedScore(sums, weighted, p)
  const { low, high } = { low: 100 * limits.low, high: 100 * limits.high }
  return { score: rounded(score), low: rounded(Math.min(low, score)), high: rounded(Math.max(high, score)) }
}

/** The score, unrounded, of a weighted sum Σ w g S that goes with these sums. */
export function unroundedScore(
  sums: Pick<Sums, 'support'>,
  weighted: number,
  p: Pick<ToneParameters, 'priorEvents'>,
): number {
  return (10 * weighted) / (p.priorEvents + sums.support)
}

/** Results are given to 1e-6; there is one zero, for "-0" would be shown as such. */
export function rounded(x: number): number {
  return Math.round(x * 1e6) / 1e6 + 0
}

function zeroSums(day: Day): Sums {
  return {
    day,
    support: 0,
    tension: 0,
    engagement: 0,
    tensionSquares: 0,
    engagementSquares: 0,
    q1: 0,
    q2: 0,
    activeDays: 0,
  }
}
