/** Other weights over a whole history at once give what the recursion gives day by day. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numeratorsOf, reweighed } from '../../../server/domain/score/reweight.ts'
import { runOf } from '../../../server/domain/score/run.ts'
import { ATTACK, at, COMMENT, happening, PRAISE, questionOf, scoringOf, worldOf } from '../../support/scoring.ts'
import { anyActs, anyQuestion, anyWorld, SPAN } from '../../support/worlds.ts'

/** Each act is a tag of its own. */
const TAG_OF_LEAF = Int32Array.of(0, 1, 2, 3, 4, 5, 6)

describe('a history reweighed', () => {
  it('has, under any weights, the scores of a series under these weights, on every day', () => {
    fc.assert(
      fc.property(anyWorld, anyActs, anyQuestion, fc.integer({ min: -9, max: SPAN }), (world, acts, q, n) => {
        // Prepared under the published weights, asked under others.
        const numerators = numeratorsOf(scoringOf(world, q), TAG_OF_LEAF, at(n), at(SPAN))
        const under = (key: 'tension' | 'engagement') =>
          reweighed(
            numerators,
            Float64Array.from(acts, (a) => a[key]),
          )
        const shown = { tension: under('tension'), engagement: under('engagement') }
        const other = scoringOf({ ...world, acts }, q)
        expect(numerators.first).toBeLessThanOrEqual(at(n))
        for (const day of [numerators.first, at(n), at(40), at(SPAN)]) {
          if (day < numerators.first) continue
          let expected = { tension: 0, engagement: 0 }
          runOf(other, day, day).eachDay(({ scoreOf }) => {
            expected = { tension: scoreOf('tension'), engagement: scoreOf('engagement') }
          })
          for (const key of ['tension', 'engagement'] as const) {
            expect(Math.abs((shown[key][day - numerators.first] as number) - expected[key])).toBeLessThan(1e-9)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('gathers leaves by tag, and leaves out comment and what is not counted', () => {
    const told = [
      happening(0, ATTACK),
      happening(0, PRAISE),
      happening(0, COMMENT),
      happening(1, ATTACK, { evidence: 'UNCOUNTED' }),
    ]
    const oneTag = Int32Array.of(9, 2, 2, 2, 2)
    const n = numeratorsOf(scoringOf(worldOf(told), questionOf({ halfLifeDays: 1 })), oneTag, at(0), at(1))
    expect([[...n.days], [...n.tags], [...n.evidence]]).toEqual([[0], [2], [2]])
    // N = 2, then 1: 10/3 and 10/2. Both events weigh 6: 10 × 12/3, then 10 × 6/2.
    const six = Float64Array.of(0, 0, 6)
    expect([...reweighed(n, six)]).toEqual([40, 30].map((x) => expect.closeTo(x, 12)))
  })

  it('has no days where the last lies before the first', () => {
    const n = numeratorsOf(scoringOf(worldOf([]), questionOf()), TAG_OF_LEAF, at(1), at(0))
    expect(reweighed(n, new Float64Array(7))).toHaveLength(0)
  })
})
