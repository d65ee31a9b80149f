/** What a score hangs on: the leverage of each weight, and the weight that turns a change round. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../server/domain/day.ts'
import { leverageOn, turnsOf } from '../../../server/domain/score/leverage.ts'
import { numeratorsOf, numeratorsOfCells, reweighed } from '../../../server/domain/score/reweight.ts'
import { at, scoringOf } from '../../support/scoring.ts'
import { anyActs, anyQuestion, anyWorld, SPAN } from '../../support/worlds.ts'

const TAG_OF_LEAF = Int32Array.of(0, 1, 2, 3, 4, 5, 6)
const day = (n: number) => n as Day
/** Half-life of one day, one neutral event. */
const METHOD = { lambda: 0.5, priorEvents: 1 }

describe('the leverage of a weight', () => {
  it('times the weight, over all tags, is the score of the day', () => {
    fc.assert(
      fc.property(anyWorld, anyActs, anyQuestion, (world, acts, q) => {
        const n = numeratorsOf(scoringOf(world, q), TAG_OF_LEAF, at(0), at(SPAN))
        const weights = Float64Array.from(acts, (a) => a.tension)
        const shown = reweighed(n, weights)
        for (const on of [at(0), at(40), at(SPAN)]) {
          const leverage = leverageOn(n, on, weights.length)
          const score = weights.reduce((sum, weight, tag) => sum + weight * (leverage[tag] as number), 0)
          expect(score).toBeCloseTo(shown[on - n.first] as number, 9)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is the tag’s share of the evidence and the neutral event, times ten', () => {
    const cells = [
      { day: day(0), tag: 0, evidence: 20_000 },
      { day: day(1), tag: 1, evidence: 10_000 },
      { day: day(2), tag: 1, evidence: 10_000 },
    ]
    const n = numeratorsOfCells(cells, METHOD, day(0), day(2))
    // Day 1: tag 0 has 2 × ½ = 1, tag 1 has 1, N = 2: 10 × 1/3 each; what came on day 2 is not seen.
    expect([...leverageOn(n, day(1), 2)]).toEqual([10 / 3, 10 / 3].map((x) => expect.closeTo(x, 12)))
    // The day itself counts whole: 10 × 2/3 on day 0.
    expect(leverageOn(n, day(0), 2)[0]).toBeCloseTo(20 / 3, 12)
  })

  it('is nothing on a day that lies outside', () => {
    const n = numeratorsOfCells([], METHOD, day(0), day(0))
    expect([...leverageOn(n, day(5), 1)]).toEqual([0])
  })
})

describe('the weight that turns a change round', () => {
  it('is the one at which the change is nothing', () => {
    // Change: 6 × (3 − 1) + 2 × (1 − 2) = 10. Tag 0: 6 − 10/2 = 1. Tag 1: 2 − 10/(−1) = 12, out of reach.
    expect(turnsOf(Float64Array.of(1, 2), Float64Array.of(3, 1), Float64Array.of(6, 2))).toEqual([
      { tag: 0, weight: 1 },
    ])
  })

  it('comes with the least step first', () => {
    // Change: 5 × 1 + 5 × 2 = 15. Tag 0: 5 − 15 = −10, out of reach. Tag 1: 5 − 7.5, out of reach. With weights 1, 2:
    // 1 × 1 + 2 × (−1) = −1. Tag 0: 1 + 1 = 2. Tag 1: 2 − 1 = 1. Both steps are 1: the order of the tags.
    const none = Float64Array.of(0, 0)
    expect(turnsOf(none, Float64Array.of(1, 2), Float64Array.of(5, 5))).toEqual([])
    expect(turnsOf(none, Float64Array.of(1, -1), Float64Array.of(1, 2)).map((t) => t.tag)).toEqual([0, 1])
    // 4 × 1 + 2 × (−0.5) = 3. Tag 0: 4 − 3 = 1, a step of 3. Tag 1: 2 + 6 = 8, a step of 6.
    expect(turnsOf(none, Float64Array.of(-0.5, 1), Float64Array.of(2, 4))).toEqual([
      { tag: 1, weight: 1 },
      { tag: 0, weight: 8 },
    ])
  })

  it('is none where nothing changed, and never a tag that did not move', () => {
    const same = Float64Array.of(1, 1)
    expect(turnsOf(same, same, same)).toEqual([])
    expect(turnsOf(Float64Array.of(0, 1), Float64Array.of(1, 1), Float64Array.of(1, 1))).toEqual([
      { tag: 0, weight: 0 },
    ])
  })
})
