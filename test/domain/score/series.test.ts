/** Periods, the day a period is read on, gaps, and what is provisional. 2018-01-01 was a Monday. */
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/day.ts'
import { type Series, seriesOf } from '../../../server/domain/score/series.ts'
import type { World } from '../../support/bruteforce.ts'
import {
  ATTACK,
  at,
  COMMENT,
  day,
  happening,
  PRAISE,
  questionOf,
  scoringOf,
  THREAT,
  worldOf,
} from '../../support/scoring.ts'

const days = (s: Series) => s.days.map(formatDay)
const shownDay = (d: Series['provisionalFrom']) => d && formatDay(d)

function read(
  world: World,
  from: string,
  to: string,
  bucket: 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR',
  q = questionOf(),
) {
  return seriesOf(scoringOf(world, q), day(from), day(to), bucket)
}

/** Watched between these days, and nothing else. */
const watched = (...spans: readonly (readonly [string, string])[]) => ({
  watches: spans.map(([from, to]) => ({ from: day(from), to: day(to) })),
})

describe('a period', () => {
  it('of a week runs from Monday to Sunday, cut by the range at both ends', () => {
    // Attacks on Tuesday 2, Sunday 7, Monday 8, Tuesday 16 January; asked from Wednesday 3 to Tuesday 16.
    const world = worldOf([1, 6, 7, 15].map((d) => happening(d, ATTACK)))
    const s = read(world, '2018-01-03', '2018-01-16', 'WEEK')
    expect(days(s)).toEqual(['2018-01-07', '2018-01-14', '2018-01-16'])
    // The attack of the 2nd lies before the range: it weighs, but is not counted in the period.
    expect(s.n).toEqual([1, 1, 1])
    // λ = 2^(−1/30): N on the 7th is λ⁵ + 1 = 1.890899
    expect(s.support[0]).toBeCloseTo(1.890899, 6)
  })

  it('counts what is kept but not counted beside what is', () => {
    const world = worldOf([
      happening(0, ATTACK),
      happening(1, COMMENT),
      happening(1, PRAISE, { evidence: 'UNCOUNTED' }),
    ])
    const s = read(world, '2018-01-01', '2018-02-28', 'MONTH')
    expect([s.n, s.uncounted]).toEqual([
      [1, 0],
      [2, 0],
    ])
  })

  it('of any length has the value of its last day', () => {
    const world = worldOf([0, 40, 80, 120, 200].flatMap((d) => [happening(d, ATTACK), happening(d, THREAT)]))
    const daily = read(world, '2018-01-01', '2018-12-31', 'DAY')
    for (const bucket of ['WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const) {
      const s = read(world, '2018-01-01', '2018-12-31', bucket)
      expect(s.tension).toEqual(s.days.map((d) => daily.tension[d - at(0)]))
      expect(s.n.reduce((x, y) => x + y)).toBe(10)
    }
  })
})

describe('a gap', () => {
  const world = worldOf(
    [0, 1, 2, 3, 40, 41].flatMap((d) => [happening(d, ATTACK), happening(d, THREAT)]),
    {
      ...watched(['2018-01-01', '2018-01-10'], ['2018-02-08', '2018-02-20']),
    },
  )

  it('has no scores, and says that nobody looked', () => {
    const s = read(world, '2018-01-09', '2018-01-12', 'DAY')
    expect(s.state).toEqual(['SCORED', 'SCORED', 'NOT_COVERED', 'NOT_COVERED'])
    expect(s.tension.map((x) => x === null)).toEqual([false, false, true, true])
    for (const column of [s.tensionLow, s.tensionHigh, s.engagement, s.engagementLow, s.engagementHigh, s.balance]) {
      expect(column.map((x) => x === null)).toEqual([false, false, true, true])
    }
    // What is known keeps its weight.
    expect(s.support[2]).toBeGreaterThan(4)
  })

  it('in a period moves its value to the last covered day; a period of nothing else stands on its last day', () => {
    const s = read(world, '2018-01-01', '2018-03-31', 'MONTH')
    expect(days(s)).toEqual(['2018-01-10', '2018-02-20', '2018-03-31'])
    expect(s.state).toEqual(['SCORED', 'SCORED', 'NOT_COVERED'])
    const weeks = read(world, '2018-01-08', '2018-01-21', 'WEEK')
    expect(days(weeks)).toEqual(['2018-01-10', '2018-01-21'])
    expect(weeks.state).toEqual(['SCORED', 'NOT_COVERED'])
  })

  it('of articles that are not monitored is every day they do not speak of, in any direction', () => {
    const back = { source: 'SUD', target: 'NOR', collection: 3 }
    const told = [happening(0, ATTACK, { collection: 3 }), happening(2, COMMENT, back)]
    const s = read({ ...worldOf(told, { unmonitored: [3] }), watches: [] }, '2018-01-01', '2018-01-04', 'DAY', {
      ...questionOf({ direction: 'A_TO_B' }),
    })
    expect(s.state).toEqual(['SPARSE', 'NOT_COVERED', 'NOT_ENOUGH', 'NOT_COVERED'])
  })

  it('is all there is where nothing is on record and nobody looked', () => {
    const s = read(worldOf([], { watches: [] }), '2018-01-01', '2018-01-03', 'DAY')
    expect(s.state).toEqual(['NOT_COVERED', 'NOT_COVERED', 'NOT_COVERED'])
    expect([s.n, s.support, s.provisionalFrom, s.provisionalUntil]).toEqual([[0, 0, 0], [0, 0, 0], null, null])
  })

  it('is not silence: a watched day without news has too little, not nothing', () => {
    const s = read(worldOf([]), '2018-01-01', '2018-01-02', 'DAY')
    expect(s.state).toEqual(['NOT_ENOUGH', 'NOT_ENOUGH'])
  })
})

describe('the day from which scores are provisional', () => {
  const told = [0, 1, 2, 3, 4, 5].map((d) => happening(d, ATTACK))
  const from = (world: World, to: string) => shownDay(read(world, '2018-01-01', to, 'MONTH').provisionalFrom)

  it('is none where the last scored period is over and covered to its end', () => {
    expect(from(worldOf(told), '2018-02-28')).toBeNull()
  })

  it('is that of a period which is not over', () => {
    expect(from(worldOf(told), '2018-02-10')).toBe('2018-02-10')
  })

  it('is the first of the last periods not covered to their ends', () => {
    const until = (...spans: readonly (readonly [string, string])[]) => worldOf(told, watched(...spans))
    expect(from(until(['2018-01-01', '2018-02-14']), '2018-02-28')).toBe('2018-02-14')
    // Periods without a score do not matter.
    expect(from(until(['2018-01-01', '2018-02-14']), '2018-05-31')).toBe('2018-02-14')
    expect(from(until(['2018-01-01', '2018-01-20'], ['2018-02-01', '2018-02-14']), '2018-02-28')).toBe('2018-01-20')
    // A month covered to its end closes what came before.
    expect(from(until(['2018-01-01', '2018-01-20'], ['2018-02-01', '2018-02-28']), '2018-02-28')).toBeNull()
  })
})
