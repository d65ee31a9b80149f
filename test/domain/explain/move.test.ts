/** Known moves: held against scores, and against chance. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../server/domain/day.ts'
import { checked, faultsOfMove, type NewMove, sumOf } from '../../../server/domain/explain/move.ts'
import type { DailyLines } from '../../../server/domain/score/reweight.ts'

const FIRST = 100
const at = (n: number) => (FIRST + n) as Day
const lines = (...tension: (number | null)[]): DailyLines => ({
  first: at(0),
  tension,
  engagement: tension.map(() => 7),
})
const move = (given: Partial<NewMove> = {}): NewMove => ({
  ...{ code: 'a-move', relation: 'ruritania-syldavia', measure: 'TENSION', sense: 'ROSE', from: at(0), to: at(1) },
  ...{ least: 2, note: 'They quarrelled.', source: 'The Herald' },
  ...given,
})

describe('a known move', () => {
  it('passes where the score moved as far as it must the right way, and fails where it did not', () => {
    expect(checked(move(), lines(10, 12))).toMatchObject({ verdict: 'PASS', before: 10, after: 12, change: 2 })
    expect(checked(move(), lines(10, 11.999)).verdict).toBe('FAIL')
    expect(checked(move({ sense: 'FELL' }), lines(10, 12)).verdict).toBe('FAIL')
    expect(checked(move({ sense: 'FELL' }), lines(12, 10)).verdict).toBe('PASS')
    expect(checked(move({ measure: 'ENGAGEMENT' }), lines(1, 90))).toMatchObject({
      verdict: 'FAIL',
      before: 7,
      change: 0,
    })
  })

  it('cannot be decided where a day has no score, lies outside the record, or the relation is not known', () => {
    for (const line of [lines(null, 12), lines(10, null), lines(10), null]) {
      expect(checked(move(), line)).toMatchObject({ verdict: 'UNDECIDED', change: null })
    }
    expect(checked(move({ from: at(-1), to: at(0) }), lines(10, 12)).verdict).toBe('UNDECIDED')
  })

  it('is held against every pair of days as far apart that does not overlap it', () => {
    // The move is from day 0 to day 1; pairs from day 2 on count: 5→9 rose, 9→9 did not, 9→null is none.
    const { placebo } = checked(move(), lines(10, 12, 5, 9, 9, null))
    expect(placebo).toMatchObject({ n: 2, alarms: 1, independent: 2, rate: 0.5 })
    // Wilson on two: z = 1.2816, z²/n = 0.8212; middle 0.5, half (1.2816 / 3.6424) √(0.5 + 0.4106) = 0.3358.
    expect(placebo.low).toBeCloseTo(0.1642, 3)
    expect(placebo.high).toBeCloseTo(0.8358, 3)
  })

  it('counts stretches that share days once for the interval', () => {
    const line = lines(0, 9, 9, 9, 9, 9, 9, 9, 9, 9)
    const { placebo } = checked(move({ to: at(2) }), line)
    // Starts 3 to 7; of these 3, 5 and 7 share no day but their ends.
    expect(placebo).toMatchObject({ n: 5, alarms: 0, independent: 3, rate: 0, low: 0 })
    expect(placebo.high).toBeGreaterThan(0.2)
  })

  it('says no rate where there is nothing to hold it against', () => {
    expect(checked(move(), lines(10, 12)).placebo).toEqual({
      ...{ n: 0, alarms: 0, independent: 0 },
      ...{ rate: null, low: null, high: null },
    })
  })

  it('has a rate within its interval, never outside 0 and 1, and no verdict by the days around it', () => {
    const anyLine = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 3, maxLength: 40 })
    fc.assert(
      fc.property(anyLine, fc.nat(5), fc.integer({ min: 1, max: 5 }), (line, from, span) => {
        const asked = move({ from: at(from), to: at(from + span) })
        const { verdict, placebo } = checked(asked, lines(...line))
        const alone = line.map((score, i) => (i === from || i === from + span ? score : null))
        expect(checked(asked, lines(...alone)).verdict).toBe(verdict)
        if (placebo.rate === null) return
        expect(placebo.alarms).toBeLessThanOrEqual(placebo.n)
        expect(placebo.independent).toBeLessThanOrEqual(placebo.n)
        expect([0, placebo.low, placebo.rate, placebo.high, 1]).toEqual(
          [0, placebo.low, placebo.rate, placebo.high, 1].toSorted((x, y) => Number(x) - Number(y)),
        )
      }),
    )
  })
})

describe('the sum of checks', () => {
  it('counts verdicts, and takes the placebo days of those that could be decided', () => {
    const all = [
      checked(move(), lines(10, 12, 5, 9, 9)),
      checked(move({ sense: 'FELL' }), lines(10, 12, 5, 9, 9)),
      checked(move(), lines(null, 12, 5, 9, 9)),
    ]
    expect(sumOf(all)).toMatchObject({ pass: 1, fail: 1, undecided: 1, placebo: { n: 4, alarms: 1, rate: 0.25 } })
    expect(sumOf([])).toMatchObject({ pass: 0, placebo: { n: 0, rate: null } })
  })
})

describe('a move that somebody states', () => {
  it('may stand, or every fault of it is named with its field', () => {
    expect(faultsOfMove(move(), ['ruritania-syldavia'])).toEqual([])
    const bad = move({ code: 'A move', to: at(0), least: 0, note: '', source: ' x' })
    expect(faultsOfMove(bad, []).map((f) => [f.field, f.refusal.code])).toEqual([
      ['code', 'BAD_CODE'],
      ['relation', 'UNKNOWN_RELATION'],
      ['to', 'BAD_RANGE'],
      ['least', 'BAD_NUMBER'],
      ['note', 'BAD_TEXT'],
      ['source', 'BAD_TEXT'],
    ])
    expect(faultsOfMove(move({ code: 'a'.repeat(81), least: 101 }), ['ruritania-syldavia'])).toHaveLength(2)
  })
})
