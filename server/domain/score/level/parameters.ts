/** What Level is computed with: the part that a codebook version fixes, and what a question adds to it. */
import type { Direction } from '../../directory/relation.ts'

/** Level’s parameters in a codebook version. */
export interface LevelMethod {
  /** c of the undirected series, in units of X: the score is 50 where X = c. */
  readonly constant: number
  /** Factor of an event of material conflict by the number killed (0–9 or unknown, 10–49, 50 and more), in tenths. */
  readonly severity: readonly [number, number, number]
  /** Scores at which a level has another word, ascending. */
  readonly cutoffs: readonly [number, number, number]
}

/** Level’s parameters for codebooks that were published without them. */
export const DEFAULT_LEVEL: LevelMethod = { constant: 30, severity: [10, 15, 20], cutoffs: [15, 35, 60] }

/**
 * c of a direction under a half-life: half the undirected one for a direction, and scaled so that a steady relation keeps
 * its level when the half-life changes. `published` is λ of the codebook, `lambda` that of the question, 0–1.
 */
export function constantOf(constant: number, direction: Direction, published: number, lambda: number): number {
  const scaled = lambda === published ? constant : (constant * (1 - published)) / (1 - lambda)
  return direction === 'BOTH' ? scaled : scaled / 2
}

export interface LevelParameters {
  /** λ, the share of weight that remains after one day, 0–1. */
  readonly lambda: number
  /** c of the direction and half-life asked, in units of X. */
  readonly constant: number
  /** Factor by class of severity, in tenths. */
  readonly severity: readonly [number, number, number]
  /** Σw² / (6 Σw) over the tags in use, w in points: the weight of one further event that the band allows for. */
  readonly typical: { readonly tension: number; readonly engagement: number }
  /** z of the band. */
  readonly z: number
}

/** Score 0–100 of a decayed sum X ≥ 0. */
export function levelCurve(x: number, constant: number): number {
  return (100 * x) / (x + constant)
}
