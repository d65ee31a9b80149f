/** What one more event does to a score. */
import type { Parameters, Sums } from '../score/score.ts'

export const KEYS = { TENSION: 'tension', ENGAGEMENT: 'engagement' } as const

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
