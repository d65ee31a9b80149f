/** The formulas of an explanation: of a score with its numbers filled in, and of what one more event would do. */

import type { Measure } from '../directory/relation.ts'
import type { Parameters } from '../score/score.ts'
import type { Explanation } from './explain.ts'
import { KEYS } from './pull.ts'

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
