/**
 * Which of seven shades a number is printed on. The steps are fixed, so that two figures can be compared; the number
 * itself stands in the cell, the shade only leads the eye. Colours are in styles/shades.css.
 */
import type { Measure } from '../../../server/figure/model/points.ts'

export interface Shade {
  /** Orange or purple. */
  readonly hue: Measure
  /** 0 = next to nothing, 6 = strongest. */
  readonly step: number
}

/** Where the next shade begins: for scores from 0 to 100, and for differences between two of them. */
export const SCORE_STEPS = [5, 10, 20, 30, 45, 60] as const
export const DIFFERENCE_STEPS = [3, 6, 10, 15, 25, 40] as const

/** A score is shaded in the hue of its measure. */
export function scoreShade(score: number, measure: Measure): Shade {
  return { hue: measure, step: stepOf(score, SCORE_STEPS) }
}

/** Above 0 orange, below 0 purple, of either measure; the sign is printed, too. */
export function differenceShade(difference: number): Shade {
  return { hue: difference < 0 ? 'engagement' : 'tension', step: stepOf(Math.abs(difference), DIFFERENCE_STEPS) }
}

export function shadeClass({ hue, step }: Shade): string {
  return `shade ${hue} s${step}`
}

function stepOf(size: number, steps: readonly number[]): number {
  return steps.filter((from) => size >= from).length
}
