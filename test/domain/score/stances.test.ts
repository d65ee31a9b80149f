/** The mix of what was done, by period. */
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/day.ts'
import { seriesOf } from '../../../server/domain/score/series.ts'
import { stancesOf } from '../../../server/domain/score/stances.ts'
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

/** The codebook has the tags in the order attack, threat, aid, praise, comment. */
const TAG_OF_LEAF = Int32Array.of(4, 3, 2, 1, 0)

const weekly = (told: readonly Happening[], q: Partial<Question> = {}) =>
  stancesOf(scoringOf(worldOf(told), questionOf(q)), TAG_OF_LEAF, at(0), at(13), 'WEEK')

describe('stances', () => {
  it('count the events of each family by period', () => {
    const told = [PRAISE, PRAISE, AID, THREAT, ATTACK, COMMENT].map((act) => happening(2, act))
    const s = weekly([...told, happening(9, AID), happening(-1, ATTACK)])
    expect(s.days.map(formatDay)).toEqual(['2018-01-07', '2018-01-14'])
    expect(s.verbalCooperation).toEqual([2, 0])
    expect(s.materialCooperation).toEqual([1, 1])
    expect(s.verbalConflict).toEqual([1, 0])
    expect(s.materialConflict).toEqual([1, 0])
    expect(s.statement).toEqual([1, 0])
  })

  it('name the tag of most counted events, of equals the first in the codebook', () => {
    // Week 1: praise 2. Week 2: aid and attack once each; the attack stands first in the codebook.
    const told = [
      happening(0, PRAISE),
      happening(1, PRAISE),
      happening(1, ATTACK),
      happening(8, AID),
      happening(9, ATTACK),
    ]
    expect(weekly(told).leading).toEqual([3, 0])
  })

  it('have no leading tag where there is only comment, or what is denied, or the other direction', () => {
    const told = [happening(0, COMMENT), happening(1, ATTACK, { evidence: 'UNCOUNTED' })]
    expect(weekly(told).leading).toEqual([null, null])
    expect(weekly(told).statement).toEqual([1, 0])
    const back = weekly([happening(0, ATTACK, { source: SUD, target: NOR })], { direction: 'A_TO_B' })
    expect([back.leading, back.materialConflict]).toEqual([
      [null, null],
      [0, 0],
    ])
  })

  it('leave out what was withdrawn', () => {
    const s = weekly([happening(0, ATTACK, { withdrawn: 2 }), happening(0, PRAISE)])
    expect([s.leading[0], s.materialConflict[0], s.verbalCooperation[0]]).toEqual([3, 0, 1])
  })

  it('lie on the days of the series, with its balance', () => {
    const scoring = scoringOf(worldOf([0, 1, 8].map((d) => happening(d, PRAISE))), questionOf())
    const series = seriesOf(scoring, at(0), at(20), 'WEEK')
    const s = stancesOf(scoring, TAG_OF_LEAF, at(0), at(20), 'WEEK')
    expect([s.days, s.balance]).toEqual([series.days, series.balance])
  })
})
