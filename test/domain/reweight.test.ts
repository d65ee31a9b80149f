/** Other weights over a whole history: the same numbers as scoring it anew, for a fraction of the work. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numeratorsOf, reweighed } from '../../server/domain/reweight.ts'
import { seriesOf } from '../../server/domain/series.ts'
import { ACTS, at, happening, questionOf, scoringOf, THREAT, worldOf } from '../support/scoring.ts'
import { anyActs, anyIntensityQuestion, anyWatchedWorld, SPAN } from '../support/worlds.ts'

describe('a what-if over a whole history', () => {
  it('gives every score that a series under those weights gives', () => {
    fc.assert(
      fc.property(anyWatchedWorld, anyIntensityQuestion, anyActs, (world, q, acts) => {
        const prepared = numeratorsOf(scoringOf(world, q), Int32Array.from(acts.keys()), at(-5), at(SPAN))
        const weights = (key: 'tension' | 'engagement') => Float64Array.from(acts, (act) => act[key])
        const shown = reweighed(prepared, weights('tension'), weights('engagement'))
        const series = seriesOf(scoringOf({ ...world, acts }, q), at(-5), at(SPAN), 'DAY')
        series.days.forEach((day, i) => {
          if (series.tension[i] === null) return
          expect(shown.tension[day - prepared.first]).toBeCloseTo(series.tension[i] as number, 5)
          expect(shown.engagement[day - prepared.first]).toBeCloseTo(series.engagement[i] as number, 5)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('adds up events of one tag on one day before it begins', () => {
    const world = worldOf([happening(0, THREAT), happening(0, THREAT), happening(1, THREAT)])
    const prepared = numeratorsOf(scoringOf(world, questionOf()), Int32Array.from(ACTS.keys()), at(0), at(1))
    expect([...prepared.days]).toEqual([0, 1])
    expect([...prepared.tags]).toEqual([THREAT, THREAT])
    // Twice the evidence on the first day.
    expect((prepared.evidence[0] as number) / (prepared.evidence[1] as number)).toBe(2)
  })

  it('of an empty range is empty', () => {
    const prepared = numeratorsOf(scoringOf(worldOf([]), questionOf()), Int32Array.from(ACTS.keys()), at(1), at(0))
    expect(reweighed(prepared, new Float64Array(9), new Float64Array(9)).tension).toHaveLength(0)
  })
})
