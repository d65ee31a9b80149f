/** A change taken apart: what corrections, fading and each new event did to a score, under either method. */
import { levelCurve } from '../score/level/parameters.ts'
import { unroundedScore } from '../score/score.ts'
import type { ScoredDay } from '../score/scoredDay.ts'
import type { Scoring } from '../score/scoring.ts'

/** One measure on one day. */
export interface Point {
  /** Σ w g S of Tone, X of Level. */
  readonly sum: number
  /** N, in events. */
  readonly support: number
  /** 0–100, unrounded. */
  readonly score: number
}

export function pointOf(day: ScoredDay, measure: 'tension' | 'engagement'): Point {
  return { sum: day.sumOf(measure), support: day.support, score: day.scoreOf(measure) }
}

export interface Parts {
  /** What corrections of the record changed in the earlier score. */
  readonly revised: number
  /** What the earlier score lost by fading alone; never positive. */
  readonly fading: number
  /** What a new event of a weight (0–10) did, from its quality and its further factor, the quality decayed to the later day. */
  readonly pullOf: (weight: number, quality: number, volume: number) => number
}

/**
 * From `recorded` (the earlier day as the record then had it) over `old` (the same day as it is recorded now) to `now`.
 * `left` is what of an event's weight remains after the days between, 0–1.
 */
export function partsOf(scoring: Scoring, recorded: Point, old: Point, now: Point, left: number): Parts {
  if (scoring.method === 'TONE') {
    const { priorEvents } = scoring.parameters
    const faded = unroundedScore({ support: old.support * left }, old.sum * left, { priorEvents })
    const denominator = priorEvents + now.support
    return {
      revised: old.score - recorded.score,
      fading: faded - old.score,
      pullOf: (weight, quality) => (quality * (10 * weight - faded)) / denominator,
    }
  }
  const c = scoring.parameters.constant
  const faded = old.sum * left
  const ratio = (100 * c) / ((faded + c) * (now.sum + c))
  return {
    revised: levelCurve(old.sum, c) - levelCurve(recorded.sum, c),
    fading: levelCurve(faded, c) - levelCurve(old.sum, c),
    pullOf: (weight, quality, volume) => ratio * weight * quality * volume,
  }
}
