/**
 * Scores worked by hand. Half-life 1 day makes λ = ½, so every number can be followed with a pencil; weights of the acts
 * (0–10): comment 0, praise engages 3, aid engages 8, threat tenses 4, attack tenses 10.
 */
import { describe, expect, it } from 'vitest'
import { must } from '../../../server/domain/error.ts'
import { explain } from '../../../server/domain/explain/explain.ts'
import {
  decay,
  lambdaOf,
  priorOf,
  rounded,
  type Sums,
  scoreOf,
  stateOf,
  sumsOn,
} from '../../../server/domain/score/score.ts'
import { balanceOf, seriesOf } from '../../../server/domain/score/series.ts'
import type { Happening, Question } from '../../support/bruteforce.ts'
import {
  AID,
  ATTACK,
  at,
  COMMENT,
  happening,
  NOR,
  PRAISE,
  questionOf,
  SUD,
  scoringOf,
  THREAT,
  worldOf,
} from '../../support/scoring.ts'

/** The daily series of the first days, λ = ½. */
function days(happenings: readonly Happening[], length: number, rest: Partial<Question> = {}) {
  return seriesOf(
    scoringOf(worldOf(happenings), questionOf({ halfLifeDays: 1, ...rest })),
    at(0),
    at(length - 1),
    'DAY',
  )
}

/** Sums of one day that only differ in what a state asks. */
const sums = (support: number, activeDays: number): Sums => ({
  ...{ day: at(0), tension: 0, engagement: 0, tensionSquares: 0, engagementSquares: 0, q1: 0, q2: 0, coveredDays: 1 },
  support,
  activeDays,
})

describe('intensity', () => {
  it('is ten times the mean weight, with one neutral event beside the evidence', () => {
    const s = days([happening(0, ATTACK), happening(0, AID), happening(0, PRAISE)], 1)
    // N = 3; tension 10 × 10 / (1 + 3) = 25; engagement 10 × (8 + 3) / 4 = 27.5
    expect(s.support).toEqual([3])
    expect(s.tension).toEqual([25])
    expect(s.engagement).toEqual([27.5])
    // (27.5 − 25) / (27.5 + 25 + 5) = 2.5 / 57.5
    expect(s.balance[0]).toBeCloseTo(0.0434783, 6)
  })

  it('fades as its evidence ages, and ends where less than one event is left', () => {
    const s = days(
      [0, 0, 0].map((d) => happening(d, ATTACK)),
      3,
    )
    // N = 3, 1.5, 0.75: 300/4 = 75, then 150/2.5 = 60, then too little.
    expect(s.support).toEqual([3, 1.5, 0.75])
    expect(s.tension).toEqual([75, 60, null])
    expect(s.state).toEqual(['SPARSE', 'SPARSE', 'NOT_ENOUGH'])
  })

  it('weighs an event by its evidence: half for what a third party reports', () => {
    const reported = { evidence: 'THREE_REPORTED' } as const
    const s = days([happening(0, ATTACK, reported), happening(0, ATTACK, reported), happening(0, PRAISE)], 1)
    // N = ½ + ½ + 1 = 2: tension 10 × (5 + 5) / 3, engagement 10 × 3 / 3
    expect(s.tension).toEqual([33.333333])
    expect(s.engagement).toEqual([10])
  })

  it('counts a mutual event half in each direction and once in both together', () => {
    const told = [
      happening(0, THREAT),
      happening(0, AID, { mutual: true }),
      // A mutual event stands under either name.
      happening(0, AID, { mutual: true, source: SUD, target: NOR }),
      happening(0, PRAISE, { source: SUD, target: NOR }),
    ]
    // Norland → Sudmark: N = 1 + ½ + ½ = 2, n0 = ½: tension 40 / 2.5, engagement 80 / 2.5
    const there = days(told, 1, { direction: 'A_TO_B' })
    expect([there.support[0], there.tension[0], there.engagement[0]]).toEqual([2, 16, 32])
    // Sudmark → Norland: N = 2: tension 0, engagement 10 × (3 + 8) / 2.5
    const back = days(told, 1, { direction: 'B_TO_A' })
    expect([back.support[0], back.tension[0], back.engagement[0]]).toEqual([2, 0, 44])
    // Both: N = 4, n0 = 1: tension 40 / 5, engagement 10 × (8 + 8 + 3) / 5; each half-way between the two
    const both = days(told, 1)
    expect([both.support[0], both.tension[0], both.engagement[0]]).toEqual([4, 8, 38])
    // A mutual event is one event wherever it is shown.
    expect([there.n[0], back.n[0], both.n[0]]).toEqual([3, 3, 4])
  })

  it('leaves out plain comment and what is denied, but says how many there were', () => {
    const s = days([happening(0, ATTACK), happening(0, COMMENT), happening(0, ATTACK, { evidence: 'UNCOUNTED' })], 1)
    // N = 1: 100 / 2
    expect([s.n[0], s.uncounted[0], s.support[0], s.tension[0]]).toEqual([1, 2, 1, 50])
  })

  it('reads the record as it stood at a revision', () => {
    const told = [happening(0, ATTACK, { added: 1, withdrawn: 3 }), happening(0, PRAISE, { added: 2 })]
    // 1: the attack, 100/2. 2: beside the praise, 100/3. 3: the attack is withdrawn.
    const tension = [0, 1, 2, 3].map((revision) => days(told, 1, { revision }).tension[0])
    expect(tension).toEqual([null, 50, 33.333333, 0])
  })

  it('reads only the collections asked for', () => {
    const told = [happening(0, ATTACK, { collection: 1 }), happening(0, PRAISE, { collection: 2 })]
    const tension = [[1], [2], [1, 2], null, []].map((collections) => days(told, 1, { collections }).tension[0])
    expect(tension).toEqual([50, 0, 33.333333, 33.333333, null])
  })
})

describe('the state of a day', () => {
  it.each([
    [9, 9, false, 'NOT_COVERED'],
    [0.999, 9, true, 'NOT_ENOUGH'],
    [1, 1, true, 'SPARSE'],
    [4.999, 3, true, 'SPARSE'],
    [9, 1.999, true, 'SPARSE'],
    [5, 2, true, 'SCORED'],
  ] as const)('with support %d, %d days of evidence and covered %s is %s', (support, activeDays, covered, state) => {
    expect(stateOf(sums(support, activeDays), covered)).toBe(state)
  })

  it('goes from too little over sparse to scored as news of several days comes in, and back as it ages', () => {
    const told = [0, 1, 1, 2, 2, 2].map((d) => happening(d, PRAISE))
    const s = days(told, 250, { halfLifeDays: 60 })
    // λ = 2^(−1/60) = 0.98851. Day 0: N = 1. Day 2: N = 0.977 + 1.977 + 3 = 5.954, P = 1 + 0.989 + 0.977 = 2.966.
    expect(s.state.slice(0, 3)).toEqual(['SPARSE', 'SPARSE', 'SCORED'])
    // N falls below 5 after log₂(5.954/5) × 60 = 15.1 days, and below 1 after log₂(5.954) × 60 = 154.4.
    expect([s.state[2 + 15], s.state[2 + 16]]).toEqual(['SCORED', 'SPARSE'])
    expect([s.state[2 + 154], s.state[2 + 155]]).toEqual(['SPARSE', 'NOT_ENOUGH'])
  })

  it('stays sparse where all evidence is from one day, however much it is', () => {
    // N = 40, P = 1
    const s = days(
      Array.from({ length: 40 }, () => happening(0, THREAT)),
      1,
    )
    expect([s.support[0], s.state[0]]).toEqual([40, 'SPARSE'])
  })

  it('does not take a day of plain comment for a day of evidence', () => {
    const told = [0, 0, 0, 0, 0, 0, 0].map((d) => happening(d, PRAISE))
    const comments = [1, 2, 3].map((d) => happening(d, COMMENT))
    const s = days([...told, ...comments], 4, { halfLifeDays: 365 })
    expect(s.state).toEqual(['SPARSE', 'SPARSE', 'SPARSE', 'SPARSE'])
  })
})

describe('the parameters', () => {
  it('give λ to twelve decimals', () => {
    expect(lambdaOf(1)).toBe(0.5)
    // 2^(−1/30) = 0.97715996843424…
    expect(lambdaOf(30)).toBe(0.977159968434)
  })

  it.each([0, 0.9, 3651, Number.NaN, Number.POSITIVE_INFINITY])('refuse a half-life of %d days', (days) => {
    expect(() => must(lambdaOf(days))).toThrow(`${days}: a half-life lies between 1 and 3650 days. Give a number`)
  })

  it('give each direction half of the prior', () => {
    expect((['BOTH', 'A_TO_B', 'B_TO_A'] as const).map((d) => priorOf(3, d))).toEqual([3, 1.5, 1.5])
  })

  it('give a day without evidence a score of 0 and no band', () => {
    const { parameters } = scoringOf(worldOf([]), questionOf())
    expect(scoreOf(sums(0, 0), 'tension', parameters, 2)).toEqual({ score: 0, low: 0, high: 0 })
  })

  it('round to a millionth', () => {
    expect([1 / 3, 2 / 3, 12].map(rounded)).toEqual([0.333333, 0.666667, 12])
    // toBe tells 0 from −0.
    expect(rounded(-1e-9)).toBe(0)
    expect(balanceOf(0.000001, 0)).toBe(0)
  })
})

describe('the balance', () => {
  it('lies near 0 for two small scores and within ±1', () => {
    // (0 − 0)/5, (40 − 0)/45, (0 − 40)/45, (1 − 0)/6
    expect([balanceOf(0, 0), balanceOf(0, 40), balanceOf(40, 0), balanceOf(0, 1)]).toEqual([
      0, 0.888889, -0.888889, 0.166667,
    ])
  })
})

describe('the sums of a day', () => {
  it('are zero before the first day', () => {
    const scoring = scoringOf(worldOf([happening(0, ATTACK)]), questionOf({ halfLifeDays: 1 }))
    expect(explain(scoring, at(-9), 'TENSION')).toMatchObject({ state: 'NOT_COVERED', score: null, raw: 0, support: 0 })
  })

  it('decay each at its own rate', () => {
    const column = (...values: number[]) => Float64Array.from(values)
    const count = (...values: number[]) => Int32Array.from(values)
    // Day 0: one event of g = 0.9 and weights 4 and 2; day 1: nothing.
    const sample = {
      first: at(0),
      length: 2,
      evidence: column(9000, 0),
      tension: column(4 * 0.9 * 1e7, 0),
      engagement: column(2 * 0.9 * 1e7, 0),
      squares: column(0.81 * 1e8, 0),
      tensionSquares: column(16 * 0.9 * 1e10, 0),
      engagementSquares: column(4 * 0.9 * 1e10, 0),
      counted: count(1, 0),
      uncounted: count(0, 0),
      families: count(0, 0, 0, 1, 0, 0, 0, 0, 0, 0),
      borne: count(0, 0),
    }
    // λ = ½: everything halves but Q2, which decays by λ² = ¼.
    expect(sumsOn(sample, 0.5, at(1))).toEqual({
      day: at(1),
      support: 0.45,
      tension: 1.8,
      engagement: 0.9,
      tensionSquares: 7.2,
      engagementSquares: 1.8,
      q1: 0.405,
      q2: 0.2025,
      activeDays: 0.5,
    })
    expect(sumsOn(sample, 0.5, at(-1))).toMatchObject({ day: at(-1), support: 0 })
    const seen: number[] = []
    decay(sample, 0.5, (s, i) => seen.push(s.day - at(i)))
    expect(seen).toEqual([0, 0])
  })
})
