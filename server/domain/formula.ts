/** The formulas of an explanation: of a score with its numbers filled in, and of what one more event would do. */
import type { Explanation } from './explain.ts'
import type { Measure } from './relation.ts'
import type { Parameters, Sums } from './score.ts'

export const KEYS = { TENSION: 'tension', ENGAGEMENT: 'engagement' } as const

/** The formula of an explanation with its numbers filled in. */
export function formulaOf(e: Explanation, p: Parameters, measure: Measure): string {
  if (e.score === null) return ''
  const n = (x: number) => (Math.round(x * 1000) / 1000).toString()
  const key = KEYS[measure]
  if (p.method === 'INTENSITY') {
    return `${n(e.score.score)} = 10 × ${n(e.sums[key])} / (${n(p.priorEvents)} + ${n(e.support)})`
  }
  // A day that has a score is covered.
  const x = e.sums[key] / e.sums.coveredDays
  return `${n(e.score.score)} = 100 × (1 − exp(−${n(x)} / ${n(p.kappa[key])}))`
}

/**
 * The pull of one new event of weight w and decayed quality q. Intensity: q (10 w − s_f) / (n0 + N), so an event milder
 * than what went before lowers the score. Pressure adds only, scaled so that the parts sum on the display curve.
 */
export function pullFormula(
  p: Parameters,
  sf: number,
  after: number,
  now: Sums,
  oldLeft: number,
  key: 'tension' | 'engagement',
) {
  if (p.method === 'INTENSITY') {
    const denominator = p.priorEvents + now.support
    return (weight: number, quality: number) => (quality * (10 * weight - sf)) / denominator
  }
  const added = now[key] - oldLeft
  const perUnit = added > 0 ? (after - sf) / added : 0
  return (weight: number, quality: number) => weight * quality * perUnit
}
