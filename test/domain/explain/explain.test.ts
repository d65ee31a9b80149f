/** Why a score is what it is, worked by hand with λ = ½ (half-life 1 day) and n0 = 1. */
import { describe, expect, it } from 'vitest'
import { must } from '../../../server/domain/error.ts'
import { change, explain, formerShare } from '../../../server/domain/explain/explain.ts'
import { formulaOf } from '../../../server/domain/explain/formula.ts'
import { slicesOf } from '../../../server/domain/score/slice.ts'
import type { Happening, Question } from '../../support/bruteforce.ts'
import { NORLAND_AND_SUDMARK, relation } from '../../support/directory.ts'
import {
  AID,
  ATTACK,
  at,
  COMMENT,
  day,
  happening,
  PRAISE,
  questionOf,
  SUD,
  scoringOf,
  THREAT,
  worldOf,
} from '../../support/scoring.ts'

const scoring = (told: readonly Happening[], q: Partial<Question> = {}) =>
  scoringOf(worldOf(told), questionOf({ halfLifeDays: 1, ...q }))

describe('an explanation', () => {
  it('gives each event its share, the largest first', () => {
    const e = explain(scoring([happening(0, THREAT), happening(1, ATTACK), happening(1, PRAISE)]), at(1), 'TENSION')
    // N = ½ + 2 = 2.5. Raw: threat 10 × 4 × ½ = 20, attack 100; score 120/3.5. The praise weighs in N alone.
    expect(e.raw).toBe(120)
    expect(e.support).toBe(2.5)
    expect(e.score?.score).toBe(34.285714)
    expect(e.contributions.map((c) => [c.leaf, c.count, c.raw, c.weight, c.quality, c.ageDays])).toEqual([
      [ATTACK, 1, 100, 10, 1, 0],
      [THREAT, 1, 20, 4, 1, 1],
    ])
    expect(e.contributions.map((c) => c.share)).toEqual([100 / 3.5, 20 / 3.5].map((x) => expect.closeTo(x, 12)))
  })

  it('gathers equal events of a day in one cell, whatever revisions they came in, without those withdrawn', () => {
    const told = [
      happening(0, ATTACK, { added: 1 }),
      happening(0, ATTACK, { added: 2 }),
      happening(0, ATTACK, { added: 3, withdrawn: 4 }),
      happening(0, THREAT, { added: 1, withdrawn: 2 }),
    ]
    const counts = (revision: number) =>
      explain(scoring(told, { revision }), at(0), 'TENSION').contributions.map((c) => [c.leaf, c.count])
    expect([1, 2, 3, 4].map(counts)).toEqual([
      [
        [ATTACK, 1],
        [THREAT, 1],
      ],
      [[ATTACK, 2]],
      [[ATTACK, 3]],
      [[ATTACK, 2]],
    ])
  })

  it('keeps apart what differs in direction, leaf, evidence or collection, the later day first of equals', () => {
    const told = [
      happening(0, ATTACK),
      happening(0, ATTACK, { source: SUD, target: 'NOR' }),
      happening(0, ATTACK, { mutual: true }),
      happening(0, ATTACK, { collection: 2 }),
      happening(0, ATTACK, { evidence: 'TWO' }),
      // With λ = ½ an attack of g = 1 yesterday and one of g = ½ today weigh the same.
      happening(1, ATTACK, { evidence: 'THREE_REPORTED' }),
    ]
    const { contributions } = explain(scoring(told), at(1), 'TENSION')
    expect(contributions.map((c) => c.count)).toEqual([1, 1, 1, 1, 1, 1])
    // All raw 50 but that of g = 0.9, which is 45; today's before yesterday's.
    expect(contributions.map((c) => Math.round(c.raw))).toEqual([50, 50, 50, 50, 50, 45])
    expect(contributions[0]?.ageDays).toBe(0)
    expect(new Set(contributions.map((c) => `${c.slice} ${c.direction} ${c.collection} ${c.evidence}`)).size).toBe(6)
  })

  it('halves a mutual event in a direction, and leaves out the other direction, comment and what is not counted', () => {
    const told = [
      happening(0, ATTACK, { mutual: true }),
      happening(0, ATTACK, { source: SUD, target: 'NOR' }),
      happening(0, COMMENT),
      happening(0, ATTACK, { evidence: 'UNCOUNTED' }),
    ]
    const { contributions } = explain(scoring(told, { direction: 'A_TO_B' }), at(0), 'TENSION')
    expect(contributions.map((c) => [c.direction, c.quality, c.raw])).toEqual([[2, 0.5, 50]])
  })

  it('says nothing of a day nobody looked at, and has no shares where all weights are 0', () => {
    const e = explain(scoring([happening(0, AID)]), at(-1), 'ENGAGEMENT')
    expect(e).toMatchObject({ state: 'NOT_COVERED', score: null, raw: 0, contributions: [] })
    expect(explain(scoring([happening(0, AID)]), at(0), 'TENSION')).toMatchObject({
      state: 'SPARSE',
      score: { score: 0, low: 0 },
      contributions: [],
    })
  })

  it('writes its formula with the numbers filled in', () => {
    const told = [happening(0, ATTACK), happening(0, ATTACK)]
    const written = (q: Partial<Question>, when = at(0)) => {
      const s = scoring(told, q)
      return formulaOf(explain(s, when, 'TENSION'), s)
    }
    // 10 × 20 / 3
    expect(written({})).toBe('66.667 = 10 × 20 / (1 + 2)')
    // A direction has half the prior: 200 / 2.5
    expect(written({ direction: 'A_TO_B' })).toBe('80 = 10 × 20 / (0.5 + 2)')
    expect(written({}, at(-1))).toBe('')
  })
})

describe('a change', () => {
  const told = [happening(0, ATTACK), happening(0, ATTACK), happening(1, ATTACK), happening(1, THREAT)]

  it('of intensity is what faded, and what each new event pulled up or down', () => {
    const c = change(scoring(told), at(0), at(1), 'TENSION')
    // Before: 200/3. Had nothing happened: N = 1, 100/2 = 50. Now: N = 3, 10 × (10 + 10 + 4)/4 = 60.
    expect([c.before, c.after, c.total]).toEqual([200 / 3, 60, 60 - 200 / 3].map((x) => expect.closeTo(x, 12)))
    expect(c.fading).toBeCloseTo(50 - 200 / 3, 12)
    // The new attack: (100 − 50)/4; the threat is milder than what went before and lowers: (40 − 50)/4.
    expect([c.raised, c.lowered]).toEqual([12.5, -2.5])
    expect(c.pulls.map((p) => [p.leaf, p.count, p.pull])).toEqual([
      [ATTACK, 1, 12.5],
      [THREAT, 1, -2.5],
    ])
  })

  it('has news of no weight that lowers: one praise makes the average less hostile', () => {
    const c = change(
      scoring([happening(0, ATTACK), happening(0, ATTACK), happening(1, PRAISE)]),
      at(0),
      at(1),
      'TENSION',
    )
    // s_f = 50, N = 2: (0 − 50)/3; now 10 × 10/3 = 33⅓
    expect([c.raised, c.lowered]).toEqual([0, expect.closeTo(-50 / 3, 12)])
    expect(c.after).toBeCloseTo(100 / 3, 12)
  })

  it('leaves out news that pulls nowhere', () => {
    // Nothing tense before, nothing tense now.
    expect(change(scoring([happening(1, PRAISE)]), at(0), at(1), 'TENSION').pulls).toEqual([])
  })

  it('names the later of equal pulls first', () => {
    // Half-life 1: an attack of g = 1 the day before and one of g = ½ today pull alike.
    const equal = [happening(1, ATTACK), happening(2, ATTACK, { evidence: 'THREE_REPORTED' })]
    expect(change(scoring(equal), at(0), at(2), 'TENSION').pulls.map((p) => p.day)).toEqual([at(2), at(1)])
  })
})

describe('the share of a former holder', () => {
  const slices = must(slicesOf(NORLAND_AND_SUDMARK, relation('NOR', 'SUD.GOV'), 'OFFICE', day('2018-12-31')))
  const toward = (target: string, when: string) => happening(0, THREAT, { target, day: day(when) })

  it('is what stems from before the change, as it ages', () => {
    const told = [toward('SUD.OLD', '2018-03-31'), toward('SUD.NEW', '2018-04-01')]
    const s = scoringOf(worldOf(told), questionOf({ halfLifeDays: 1 }), slices)
    // On 31 March all is of the holder; on 1 April ½ of 1½ is of the former.
    expect(formerShare(s, day('2018-03-31'))).toBe(0)
    expect(formerShare(s, day('2018-04-01'))).toBeCloseTo(1 / 3, 12)
  })

  it('is null without support', () => {
    expect(formerShare(scoringOf(worldOf([]), questionOf(), slices), day('2018-04-01'))).toBeNull()
  })

  it('counts an event only while its actor held the office', () => {
    const told = [toward('SUD.NEW', '2018-03-31'), toward('SUD.OLD', '2018-04-01')]
    expect(formerShare(scoringOf(worldOf(told), questionOf(), slices), day('2018-04-02'))).toBeNull()
  })
})
