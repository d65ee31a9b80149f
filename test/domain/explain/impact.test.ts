/** How far scores move between two codebooks. */
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../server/domain/day.ts'
import { impactOf, placesOf } from '../../../server/domain/explain/impact.ts'
import { type DailyLines, dailyLines, numeratorsOfCells } from '../../../server/domain/score/reweight.ts'

const lines = (first: number, ...tension: (number | null)[]): DailyLines => ({
  ...{ first: first as Day, tension, engagement: [] },
})

describe('an impact', () => {
  it('is the day of the largest move with its sign, the mean without, and the last scores', () => {
    const impact = impactOf(lines(10, 1, null, 5, 9), lines(10, 2, 3, 1, 9), 'tension')
    expect(impact).toEqual({ before: 9, after: 9, day: 12, largest: -4, mean: expect.closeTo(5 / 3, 6), n: 3 })
  })

  it('sets days against each other by the calendar, and takes the first of equal moves', () => {
    expect(impactOf(lines(10, 1, 2, 3), lines(9, 7, 3, 4, 3), 'tension')).toMatchObject({
      day: 10,
      largest: 2,
      n: 3,
    })
  })

  it('is nothing where no day has a score under both', () => {
    expect(impactOf(lines(10, null, 1), lines(10, 2, null), 'tension')).toEqual({
      ...{ before: 1, after: 2, day: null, largest: null, mean: null, n: 0 },
    })
    expect(impactOf(lines(10), lines(10), 'engagement')).toMatchObject({ before: null, after: null })
  })
})

describe('places', () => {
  it('go by score, the highest first, equal ones as they came; who has none has no place', () => {
    expect(placesOf([3, null, 9, 3])).toEqual([2, null, 1, 3])
  })
})

describe('daily lines', () => {
  it('have a score on covered days with support of one event or more, and none elsewhere', () => {
    const cells = [
      { day: 5 as Day, tag: 0, evidence: 10_000 },
      { day: 7 as Day, tag: 0, evidence: 10_000 },
    ]
    const n = numeratorsOfCells(cells, { lambda: 0.5, priorEvents: 1 }, 5 as Day, 9 as Day)
    // N: 1, ½, 1¼, ⅝, 5/16. A weight of 6: 60 N / (1 + N) where N ≥ 1.
    const shown = dailyLines(n, Uint8Array.of(1, 1, 1, 1, 1), Float64Array.of(6), Float64Array.of(0))
    expect(shown).toEqual({
      first: 5,
      tension: [30, null, 33.333333, null, null],
      engagement: [0, null, 0, null, null],
    })
    expect(dailyLines(n, Uint8Array.of(0, 1, 1), Float64Array.of(6), Float64Array.of(0)).tension[0]).toBeNull()
  })
})
