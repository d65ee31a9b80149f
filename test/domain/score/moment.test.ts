/** Single days read as a series reads them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/day.ts'
import {
  differenceOf,
  lastCovered,
  lastEventDay,
  momentsOf,
  scoreIn,
  yearBefore,
} from '../../../server/domain/score/moment.ts'
import { seriesOf } from '../../../server/domain/score/series.ts'
import {
  ATTACK,
  at,
  COMMENT,
  day,
  happening,
  PRAISE,
  questionOf,
  SUD,
  scoringOf,
  worldOf,
} from '../../support/scoring.ts'
import { anyDayAsked, anyQuestion, anyWorld } from '../../support/worlds.ts'

const readOf = (world: Parameters<typeof scoringOf>[0], q = questionOf()) => scoringOf(world, q)

describe('the scores of single days', () => {
  it('are those of a series, whatever happened', () => {
    fc.assert(
      fc.property(anyWorld, anyQuestion, anyDayAsked, anyDayAsked, (world, q, x, y) => {
        const scoring = readOf(world, q)
        for (const moment of momentsOf(scoring, [x, y]).on) {
          const s = seriesOf(scoring, moment.day, moment.day, 'DAY')
          expect([moment.tension, moment.engagement, moment.state, moment.support]).toEqual([
            s.tension[0],
            s.engagement[0],
            s.state[0],
            s.support[0],
          ])
        }
      }),
    )
  })

  it('stand in the order asked, with the counted events between them', () => {
    const scoring = readOf(worldOf([0, 5, 10, 10].map((d) => happening(d, ATTACK)).concat(happening(7, COMMENT))))
    const { on, n, families } = momentsOf(scoring, [at(10), at(0)])
    expect(on.map((m) => m.day)).toEqual([at(10), at(0)])
    // After day 0 up to day 10: one on day 5, two on day 10; the comment of day 7 is not counted.
    expect(n).toBe(3)
    // All three are deeds of conflict.
    expect(families.slice(1)).toEqual([0, 0, 0, 3])
    expect(scoreIn(on[1] as (typeof on)[number], 'ENGAGEMENT')).toBe(0)
    // One attack of weight 10 beside n0 = 1: 10 · 10 / (1 + 1) = 50.
    expect(scoreIn(on[1] as (typeof on)[number], 'TENSION')).toBe(50)
  })

  it('differ only where both have a score', () => {
    expect([differenceOf(1, 3.5), differenceOf(null, 3), differenceOf(3, null)]).toEqual([2.5, null, null])
  })
})

describe('the last day', () => {
  it('on which anybody looked lies in a watch, or bears a statement', () => {
    const watched = worldOf([], { watches: [{ from: at(0), to: at(9) }] })
    expect(lastCovered(readOf(watched), at(500))).toBe(at(9))
    expect(lastCovered(readOf(watched), at(4))).toBe(at(4))
    const borne = worldOf([happening(12, COMMENT, { collection: 3 })], { watches: [], unmonitored: [3] })
    expect(lastCovered(readOf(borne), at(500))).toBe(at(12))
    expect(lastCovered(readOf(worldOf([], { watches: [] })), at(500))).toBeNull()
  })

  it('of an event counts those of the direction that still stand', () => {
    const world = worldOf([
      happening(1, PRAISE),
      happening(3, COMMENT, { source: SUD, target: happening(0, 0).source }),
      happening(5, ATTACK, { withdrawn: 2 }),
      happening(9, ATTACK),
    ])
    expect(lastEventDay(readOf(world), at(8))).toBe(at(3))
    expect(lastEventDay(readOf(world, questionOf({ direction: 'A_TO_B' })), at(8))).toBe(at(1))
    expect(lastEventDay(readOf(world), at(0))).toBeNull()
  })
})

describe('a year before', () => {
  it.each([
    ['2018-06-15', '2017-06-15'],
    ['2020-02-29', '2019-02-28'],
    ['2021-02-28', '2020-02-28'],
  ])('%s is %s', (text, before) => {
    expect(formatDay(yearBefore(day(text)))).toBe(before)
  })
})
