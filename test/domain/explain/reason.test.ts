/** The facts behind a change sum to it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../server/domain/day.ts'
import { change } from '../../../server/domain/explain/explain.ts'
import { reasonOf } from '../../../server/domain/explain/reason.ts'
import { AID, ATTACK, at, happening, PRAISE, questionOf, scoringOf, THREAT, worldOf } from '../../support/scoring.ts'
import { anyDayAsked, anyMeasure, anyQuestion, anyWorld } from '../../support/worlds.ts'

/** In these worlds each act is a leaf of its own; here a tag of its own too. */
const OWN = Int32Array.from([0, 1, 2, 3, 4, 5, 6])
const CLOSE = 1e-9

const readOf = (world: Parameters<typeof scoringOf>[0], q = questionOf()) => scoringOf(world, q)

describe('a reason', () => {
  it('has parts that sum to the change, however many tags it names', () => {
    const anyMost = fc.integer({ min: 0, max: 4 })
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, anyMeasure, anyMost, (world, q, day, measure, most) => {
        const moved = change(readOf(world, q), addDays(day, -31), day, measure)
        const r = reasonOf(moved, OWN, most)
        const sum = r.groups.reduce((total, g) => total + g.pull, r.fading + r.revised + r.rest)
        expect(Math.abs(sum - moved.total)).toBeLessThan(CLOSE)
        expect(r.groups.length).toBeLessThanOrEqual(most)
        const events = r.groups.reduce((total, g) => total + g.events, r.restEvents)
        expect(events).toBe(moved.pulls.reduce((total, p) => total + p.count, 0))
      }),
    )
  })

  it('names the largest first and sums the others', () => {
    // Nothing before day 10, so s_f = 0; on day 20 two attacks (w 10), a threat (w 4), aid and praise (w 0 for tension).
    const acts = [ATTACK, ATTACK, THREAT, AID, PRAISE]
    const scoring = readOf(worldOf(acts.map((act) => happening(20, act))))
    const r = reasonOf(change(scoring, at(10), at(20), 'TENSION'), OWN, 1)
    // Each pull is 10 w / (1 + 5): attacks 2 · 100/6, the threat 40/6; aid and praise pull nothing.
    expect(r.groups).toEqual([{ tag: ATTACK, events: 2, pull: expect.closeTo(200 / 6, 9) }])
    expect([r.rest, r.restEvents]).toEqual([expect.closeTo(40 / 6, 9), 1])
    expect([r.fading, r.revised, r.total]).toEqual([0, 0, expect.closeTo(240 / 6, 9)])
  })

  it('puts the tag that stands first in the codebook first where two move alike', () => {
    const scoring = readOf(worldOf([happening(20, ATTACK), happening(20, THREAT)]))
    const [moved] = [change(scoring, at(10), at(20), 'ENGAGEMENT')]
    const alike = {
      ...moved,
      pulls: moved.pulls.concat([
        { ...PULL, leaf: 4 },
        { ...PULL, leaf: 3 },
      ]),
    }
    expect(reasonOf(alike, OWN, 2).groups.map((g) => g.tag)).toEqual([3, 4])
  })
})

const PULL = {
  slice: 0,
  direction: 0,
  day: at(20),
  leaf: 0,
  evidence: 0,
  severity: 0,
  collection: 1,
  count: 1,
  pull: 2,
} as const
