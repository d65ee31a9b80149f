/** The band around a mean weight, worked by hand, and how clustered the mix of families was. */
import { describe, expect, it } from 'vitest'
import { must } from '../../../server/domain/error.ts'
import { FAMILIES } from '../../../server/domain/score/daily.ts'
import { clusteringOf, limitsOf, quantileOf, typicalWeight } from '../../../server/domain/score/interval.ts'
import { seriesOf } from '../../../server/domain/score/series.ts'
import type { Act } from '../../support/bruteforce.ts'
import { at, happening, questionOf, scoringOf, worldOf } from '../../support/scoring.ts'

const Z = must(quantileOf(80))

describe('a band', () => {
  it('is a Wilson interval on the matched sample size', () => {
    // Two attacks of weight 10 and two praises on one day, g = 1, λ = ½; the only weight in use is x = 1, so w̄ = 1.
    // N = 4, A = 2, B = 2, Q1 = Q2 = 4. No week is closed: φ = 40/20 = 2. n_e = min(16/4, 1.5 × 16/4)/2 = 2.
    // m = ½; r = (2 × ½ + ½)/3 = ½; v = (2 × ½ + ½)/3 − ¼ = ¼; n* = 2 × ¼ / ¼ = 2.
    // z² = 1.642374: [½ + 0.410594 ± 1.281552 √(0.125 + 0.102648)] / 1.821187 = (0.910594 ± 0.611460)/1.821187
    const acts: Act[] = [
      { tension: 10, engagement: 0, quad: 'MATERIAL_CONFLICT' },
      { tension: 0, engagement: 10, quad: 'VERBAL_COOPERATION' },
    ]
    const world = worldOf(
      [0, 0, 1, 1].map((act) => happening(0, act)),
      { acts },
    )
    const s = seriesOf(scoringOf(world, questionOf({ halfLifeDays: 1 })), at(0), at(0), 'DAY')
    // The score itself has the neutral event beside it: 10 × 20 / 5 = 40.
    expect(s.tension).toEqual([40])
    expect(s.tensionLow[0]).toBeCloseTo(16.425, 2)
    expect(s.tensionHigh[0]).toBeCloseTo(83.575, 2)
    expect(s.engagementLow).toEqual(s.tensionLow)
  })

  it('widens in silence: of the two sample sizes the smaller counts', () => {
    // Old evidence decayed to a tenth: N²/Q2 stays 4, (1 + λ) N²/Q1 = 1.5 × 0.16/0.4 = 0.6.
    const fresh = { support: 4, sum: 2, squares: 2, q1: 4, q2: 4 }
    const old = { support: 0.4, sum: 0.2, squares: 0.2, q1: 0.4, q2: 0.04 }
    const [now, then] = [fresh, old].map((e) => limitsOf(e, 0.5, 1, 1, Z)) as [Limits, Limits]
    expect(then.high - then.low).toBeGreaterThan(now.high - now.low)
    // φ divides the sample size: φ = 4 on the fresh evidence leaves one event's worth, still more than 0.6.
    const clustered = limitsOf(fresh, 0.5, 1, 4, Z) as Limits
    expect(clustered.high - clustered.low).toBeGreaterThan(now.high - now.low)
    expect(clustered.high - clustered.low).toBeLessThan(then.high - then.low)
  })

  it('is null without evidence, nothing where no tag has weight, and starts at 0 where nothing of the kind happened', () => {
    const none = { support: 0, sum: 0, squares: 0, q1: 0, q2: 0 }
    const calm = { support: 3, sum: 0, squares: 0, q1: 3, q2: 3 }
    expect(limitsOf(none, 0.5, 1, 1, Z)).toBeNull()
    expect(limitsOf(calm, 0.5, 0, 1, Z)).toEqual({ low: 0, high: 0 })
    // n_e = 3; r = ½/4 = ⅛; v = ½/4 − 1/64 = 7/64; n* = 3 × (7/64)/(7/64) = 3; high = (z²/3)/(1 + z²/3) = 0.353777
    const limits = limitsOf(calm, 0.5, 1, 1, Z) as Limits
    expect(limits.low).toBe(0)
    expect(limits.high).toBeCloseTo(0.353777, 5)
  })

  it.each([50, 80, 90, 95, 99])('of %d percent has a quantile, more for more', (percent) => {
    // Φ(z) = (1 + percent/100)/2, checked by the error function as a sum: Φ(z) − ½ = ∫₀ᶻ φ.
    const z = must(quantileOf(percent))
    const steps = 20_000
    let area = 0
    for (let i = 0; i < steps; i++) area += (Math.exp(-((((i + 0.5) * z) / steps) ** 2) / 2) * z) / steps
    expect(2 * (area / Math.sqrt(2 * Math.PI))).toBeCloseTo(percent / 100, 7)
  })

  it('of any other coverage is refused', () => {
    expect(() => must(quantileOf(85))).toThrow('85: an interval is one of 50, 80, 90, 95, 99 percent')
  })
})

interface Limits {
  readonly low: number
  readonly high: number
}

describe('the typical weight', () => {
  it('is the mean of the weights in use, each weighed by itself', () => {
    // x = 0, 0.2, 0.4: (0.04 + 0.16)/0.6 = ⅓
    expect(typicalWeight([0, 2000, 4000])).toBeCloseTo(1 / 3, 15)
    expect(typicalWeight([10_000])).toBe(1)
    expect(typicalWeight([0, 0])).toBe(0)
    expect(typicalWeight([])).toBe(0)
  })
})

/** Daily counts out of counts by week: attacks and praises all fall on the week's Thursday. */
function weeks(...counts: readonly (readonly [attacks: number, praises: number])[]): Int32Array {
  const families = new Int32Array(counts.length * 7 * FAMILIES)
  counts.forEach(([attacks, praises], w) => {
    families[(7 * w + 3) * FAMILIES + 4] = attacks
    families[(7 * w + 3) * FAMILIES + 1] = praises
  })
  return families
}
const quiet = (n: number) => Array.from({ length: n }, () => [0, 0] as const)
const CLUSTERED = [
  [3, 0],
  [0, 3],
] as const

describe('the clustering φ', () => {
  it('is 2 before anything is known', () => {
    expect(clusteringOf(weeks([0, 0]), at(0))(at(6))).toBe(2)
  })

  it('is more than 2 where each week has one family, and less where each week has the mix of all', () => {
    // n = 6, p = ½ each. U = 2 weeks × 2 families × 1.5²/½ = 18; V = 2 × 3 × ½ × 6/5 = 3.6; (18 + 40)/(3.6 + 20)
    expect(clusteringOf(weeks(...CLUSTERED), at(0))(at(13))).toBeCloseTo(58 / 23.6, 12)
    // n = 8, U = 0, V = 2 × 4 × ½ × 8/7 = 32/7
    expect(clusteringOf(weeks([2, 2], [2, 2]), at(0))(at(13))).toBeCloseTo(40 / (32 / 7 + 20), 12)
  })

  it('reads closed weeks only: a week is closed at the end of its Sunday', () => {
    const phi = clusteringOf(weeks(...CLUSTERED), at(0))
    // Until Saturday only the first week is closed, and that has one family.
    expect([phi(at(12)), phi(at(13))]).toEqual([2, 58 / 23.6].map((x) => expect.closeTo(x, 12)))
  })

  it('knows Mondays, on whatever day the counts begin', () => {
    // The counts begin on Thursday: [3 attacks][…3 nothing] Monday … Thursday 3 praises.
    const families = weeks(...CLUSTERED).slice(3 * FAMILIES)
    expect(clusteringOf(families, at(3))(at(13))).toBeCloseTo(58 / 23.6, 12)
  })

  it('lies between 1 and 10', () => {
    // U = 4 × 50²/½ = 20,000 over V = 100.5; and U = 0 over V = 2 × 80 × ½ × 160/159 = 80.5
    expect(clusteringOf(weeks([100, 0], [0, 100]), at(0))(at(13))).toBe(10)
    expect(clusteringOf(weeks([40, 40], [40, 40]), at(0))(at(13))).toBe(1)
  })

  it('looks back 52 weeks and no further', () => {
    const phi = clusteringOf(weeks(...CLUSTERED, ...quiet(60)), at(0))
    const phiAfter = (closed: number) => phi(at(7 * closed - 1))
    expect(phiAfter(52)).toBeCloseTo(58 / 23.6, 12)
    // One of the two weeks has left, then both.
    expect(phiAfter(53)).toBe(2)
    expect(phiAfter(54)).toBe(2)
  })

  it('takes weeks after the last count for quiet', () => {
    const counted = clusteringOf(weeks(...CLUSTERED), at(0))
    const quietly = clusteringOf(weeks(...CLUSTERED, ...quiet(60)), at(0))
    for (const closed of [3, 13, 52, 54]) expect(counted(at(7 * closed - 1))).toBe(quietly(at(7 * closed - 1)))
  })

  it('compares weeks within one block of 13, not across', () => {
    // 13 weeks of attacks, then 13 of praise: each block has one family, though the year has two.
    const year = [
      ...Array.from({ length: 13 }, () => [3, 0] as const),
      ...Array.from({ length: 13 }, () => [0, 3] as const),
    ]
    expect(clusteringOf(weeks(...year), at(0))(at(7 * 26 - 1))).toBe(2)
  })

  it('skips a block of fewer than three events', () => {
    expect(clusteringOf(weeks([1, 0], [0, 1]), at(0))(at(13))).toBe(2)
  })
})
