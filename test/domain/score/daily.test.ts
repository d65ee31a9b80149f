/** What each day adds, in whole numbers of small units. */
import { describe, expect, it } from 'vitest'
import { dailyOf, FAMILIES } from '../../../server/domain/score/daily.ts'
import type { Happening, Question } from '../../support/bruteforce.ts'
import {
  AID,
  ATTACK,
  at,
  COMMENT,
  happening,
  NOR,
  questionOf,
  SUD,
  scoringOf,
  wholeSlice,
  worldOf,
} from '../../support/scoring.ts'

function sums(told: readonly Happening[], from: number, to: number, q: Partial<Question> = {}, slice = wholeSlice()) {
  const s = scoringOf(worldOf(told, { unmonitored: [3] }), questionOf(q), [slice])
  return dailyOf(s.slices, s.weights, s.multipliers, s.reading, at(from), at(to))
}

describe('the sums of a day', () => {
  it('are whole numbers: g in 10⁻⁴, w g in 10⁻⁷, g² in 10⁻⁸, w² g in 10⁻¹⁰', () => {
    // Two attacks (w = 10) of g = 0.7 and one aid (w = 8) of g = 0.45
    const told = [
      happening(0, ATTACK, { evidence: 'ONE' }),
      happening(0, ATTACK, { evidence: 'ONE' }),
      happening(0, AID, { evidence: 'TWO_REPORTED' }),
    ]
    const d = sums(told, 0, 0)
    expect(d.evidence[0]).toBe(2 * 7000 + 4500)
    expect(d.tension[0]).toBe(2 * 7000 * 10_000)
    expect(d.engagement[0]).toBe(4500 * 8000)
    expect(d.squares[0]).toBe(2 * 7000 ** 2 + 4500 ** 2)
    expect(d.tensionSquares[0]).toBe(2 * 7000 * 10_000 ** 2)
    expect(d.engagementSquares[0]).toBe(4500 * 8000 ** 2)
    expect([d.counted[0], d.uncounted[0]]).toEqual([3, 0])
    // STATEMENT, verbal and material cooperation, verbal and material conflict
    expect([...d.families]).toEqual([0, 0, 1, 0, 2])
  })

  it('of a direction take half of g of a mutual event, and so a quarter of g²', () => {
    const d = sums([happening(0, ATTACK, { mutual: true })], 0, 0, { direction: 'B_TO_A' })
    expect([d.evidence[0], d.squares[0], d.counted[0]]).toEqual([5000, 25_000_000, 1])
  })

  it('are nothing for an event added and withdrawn', () => {
    const d = sums([happening(0, ATTACK, { evidence: 'ONE', withdrawn: 2 })], 0, 0)
    for (const column of [d.evidence, d.tension, d.squares, d.tensionSquares, d.counted, d.families, d.borne]) {
      expect([...column].every((x) => x === 0)).toBe(true)
    }
  })

  it('begin with the first cell of a slice, or before it where asked', () => {
    const told = [happening(3, ATTACK)]
    expect([sums(told, 5, 6).first - at(0), sums(told, 5, 6).length]).toEqual([3, 4])
    expect([sums(told, 1, 6).first - at(0), sums(told, 1, 6).length]).toEqual([1, 6])
    // A slice that begins later has no earlier days.
    const late = { ...wholeSlice(), from: at(4) }
    expect(sums(told, 6, 6, {}, late).first - at(0)).toBe(4)
    expect(sums([], 2, 1).length).toBe(0)
  })

  it('say which days the statements of unmonitored collections bear, counted or not, in any direction', () => {
    const told = [
      happening(0, COMMENT, { collection: 3 }),
      happening(1, ATTACK, { collection: 3, source: SUD, target: NOR }),
      happening(2, ATTACK, { collection: 1 }),
    ]
    const d = sums(told, 0, 2, { direction: 'A_TO_B' })
    expect([...d.borne]).toEqual([1, 1, 0])
    expect([...d.counted]).toEqual([0, 0, 1])
    expect([...d.uncounted]).toEqual([1, 0, 0])
    expect(d.families).toHaveLength(3 * FAMILIES)
  })
})
