/** The limits of a level, and how news clusters. */
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../../server/domain/day.ts'
import { FAMILIES } from '../../../../server/domain/score/daily.ts'
import { levelClusteringOf, levelLimitsOf } from '../../../../server/domain/score/level/band.ts'
import { powersOf } from '../../../../server/domain/score/level/decay.ts'
import type { LeadSpan } from '../../../../server/domain/score/level/lead.ts'

const Z = 1.2815515655

describe('the limits of a level', () => {
  it('are those of a Poisson count where every event weighs the same and comes alone', () => {
    // Nine events of weight 1: k = 81/9 = 9. Low: 9 (1 − 1/81 − z/9)³; high with one more: k' = 10, 10 (1 − 1/90 + z/(3√10))³.
    const { low, high } = levelLimitsOf({ sum: 9, squares: 9, clustering: 1, typical: 1 }, Z)
    expect(low).toBeCloseTo(9 * (1 - 1 / 81 - Z / 9) ** 3, 12)
    expect(high).toBeCloseTo(10 * (1 - 1 / 90 + Z / (3 * Math.sqrt(10))) ** 3, 12)
    // The exact limits of a Poisson count of 9 at 80 % are 5.43 and 14.21 (Garwood 1936).
    expect([low, high]).toEqual([expect.closeTo(5.43, 1), expect.closeTo(14.21, 1)])
  })

  it('are wider where news clusters', () => {
    const width = (clustering: number) => {
      const { low, high } = levelLimitsOf({ sum: 9, squares: 9, clustering, typical: 1 }, Z)
      return high - low
    }
    expect(width(4)).toBeGreaterThan(width(1))
  })

  it('begin at 0 where nothing counts, and are 0 to 0 where no tag has weight', () => {
    // One unseen event could still be: Y = 1, k' = 1.
    expect(levelLimitsOf({ sum: 0, squares: 0, clustering: 1, typical: 1 }, Z)).toEqual({
      low: 0,
      high: expect.closeTo((1 - 1 / 9 + Z / 3) ** 3, 12),
    })
    expect(levelLimitsOf({ sum: 0, squares: 0, clustering: 1, typical: 0 }, Z)).toEqual({ low: 0, high: 0 })
  })

  it('hold the level where it rests on weights too small to have squares', () => {
    expect(levelLimitsOf({ sum: 1e-6, squares: 0, clustering: 1, typical: 0 }, Z)).toEqual({ low: 1e-6, high: 1e-6 })
  })

  it('reach down to 0 where one event is all there is', () => {
    // k = 1/25: 1 − 1/(9/25) < 0.
    expect(levelLimitsOf({ sum: 1, squares: 1, clustering: 25, typical: 1 }, Z).low).toBe(0)
  })
})

describe('how news clusters', () => {
  /** Days from 5 January 1970, a fortnight each with so many events on its first day. */
  const first = 4 as Day
  const families = (counts: readonly number[]) => {
    const daily = new Int32Array(counts.length * 14 * FAMILIES)
    counts.forEach((n, k) => {
      daily[k * 14 * FAMILIES + 4] = n
    })
    return daily
  }
  const span: LeadSpan = { from: first, to: 9999 as Day, lead: -1, volume: 10 }
  const on = (counts: readonly number[], fortnights: number, lead: LeadSpan | null = span) =>
    levelClusteringOf(families(counts), first, [3, 4], () => lead)((first + fortnights * 14 - 1) as Day)

  it('is 1.5 where there is nothing to tell from', () => {
    expect(on([], 0)).toBe(1.5)
    expect(on([5, 0, 9], 3, null)).toBe(1.5)
  })

  it('compares neighbouring fortnights that are over', () => {
    // (½ (4² + 6²) + 12) / (½ (4 + 6 + 4 + 0 … )): counts 4, 0, 6: squares 16 + 36 = 52, sums 4 + 6 = 10: (26 + 12)/(5 + 8).
    expect(on([4, 0, 6], 3)).toBeCloseTo(38 / 13, 12)
    // The third is not over yet: (8 + 12)/(2 + 8).
    expect(levelClusteringOf(families([4, 0, 6]), first, [3, 4], () => span)((first + 40) as Day)).toBe(2)
  })

  it('is 1 at least and 25 at most', () => {
    // Twelve events each fortnight, 20 times: (0 + 12)/(½ × 19 × 24 + 8) is less than 1.
    expect(on(Array(20).fill(12), 20)).toBe(1)
    expect(on([0, 500, 0, 500], 4)).toBe(25)
  })

  it('reads 26 fortnights, within the watch of who leads now', () => {
    const counts = [100, ...Array(30).fill(1)]
    expect(on(counts, 31)).toBe(on(counts.slice(1), 30))
    const late = { ...span, from: (first + 15) as Day }
    expect(on([100, 1, 1], 3, late)).toBe(on([0, 0, 1], 3, { ...span, from: (first + 28) as Day }))
    const over = { ...span, to: (first + 30) as Day }
    expect(on([2, 2, 100], 3, over)).toBeCloseTo(12 / 10, 12)
  })
})

describe('the powers of λ', () => {
  it('are made by multiplication alone', () => {
    expect([...powersOf(0.5, 3)]).toEqual([1, 0.5, 0.25, 0.125])
  })
})
