/** κ of the pressure curve, read from a panel. */
import { describe, expect, it } from 'vitest'
import { kappaOf, pressuresOf } from '../../../server/domain/score/kappa.ts'
import { curve } from '../../../server/domain/score/score.ts'
import { ATTACK, at, happening, questionOf, scoringOf, worldOf } from '../../support/scoring.ts'

describe('κ', () => {
  it('is the 95th percentile over ln 5, so that the percentile shows as 80', () => {
    // 0, 1 … 100: the 95th percentile is 95; 95 / ln 5 = 95 / 1.6094379 = 59.026819
    const kappa = kappaOf(Array.from({ length: 101 }, (_, i) => i))
    expect(kappa).toBe(59.026819)
    expect(curve(95, kappa as number)).toBeCloseTo(80, 6)
  })

  it('lies between two values where the percentile does', () => {
    // Two values 0 and 10: place 0.95, so 9.5; 9.5 / ln 5 = 5.902682
    expect(kappaOf([10, 0])).toBe(5.902682)
  })

  it.each([[[]], [[0, 0, 0]]])('is refused for the panel %j', (panel) => {
    expect(kappaOf(panel)).toMatchObject({ refused: true, code: 'INCOMPLETE' })
  })
})

describe('the pressure of a day', () => {
  it('is the decayed weight over the decayed covered days, for covered days of the range alone', () => {
    const world = worldOf([happening(0, ATTACK)], { watches: [{ from: at(0), to: at(1) }] })
    // Day 0: 10 / 1. Day 1: 10 λ / (λ + 1) with λ = 2^(−1/30) = 0.977160: 9.7716 / 1.97716 = 4.942240. Day 2 is not covered.
    const pressures = pressuresOf(scoringOf(world, questionOf()), 'tension', at(0), at(2))
    expect(pressures.map((x) => Number(x.toFixed(5)))).toEqual([10, 4.94224])
    expect(pressuresOf(scoringOf(world, questionOf()), 'tension', at(1), at(2))).toHaveLength(1)
  })
})
