/**
 * How far a score hangs on each weight. A score is linear in the weights: the sum over tags of weight × leverage. So the
 * weight that moves it most, and the weight that would turn a change round, can be read off exactly.
 */
import type { Day } from '../day.ts'
import type { Numerators } from './reweight.ts'

/**
 * The leverage of each tag on a day, by index into the codebook's tags: points (0–100 scale) by which the score rises
 * when the tag's weight rises by 1. The same for tension and engagement. Zeros on a day outside the numerators.
 */
export function leverageOn(n: Numerators, day: Day, tags: number): Float64Array {
  const at = day - n.first
  const leverage = new Float64Array(tags)
  const scale = n.scale[at]
  if (scale === undefined) return leverage
  n.days.forEach((own, i) => {
    if (own > at) return
    const tag = n.tags[i] as number
    leverage[tag] = (leverage[tag] as number) + scale * (n.evidence[i] as number) * n.lambda ** (at - own)
  })
  return leverage
}

/** The weight of one tag at which a change between two days would be nothing; beyond it the change has the other sign. */
export interface Turn {
  /** Index into the codebook's tags. */
  readonly tag: number
  /** 0–10, the others staying as they are. */
  readonly weight: number
}

/** Every tag that could turn the change from one day to another by its weight alone, the least step first. */
export function turnsOf(before: Float64Array, after: Float64Array, weights: Float64Array): Turn[] {
  let change = 0
  weights.forEach((weight, tag) => {
    change += weight * ((after[tag] as number) - (before[tag] as number))
  })
  if (change === 0) return []
  const turns: Turn[] = []
  weights.forEach((weight, tag) => {
    const lift = (after[tag] as number) - (before[tag] as number)
    const turning = weight - change / lift
    if (lift !== 0 && turning >= 0 && turning <= 10) turns.push({ tag, weight: turning })
  })
  const step = ({ tag, weight }: Turn) => Math.abs(weight - (weights[tag] as number))
  return turns.sort((x, y) => step(x) - step(y) || x.tag - y.tag)
}
