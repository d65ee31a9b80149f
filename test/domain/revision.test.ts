/** What stood in a revision. */
import { describe, expect, it } from 'vitest'
import { isRefusal, sentenceOf } from '../../server/domain/error.ts'
import { parseInstant, type Revision, stands } from '../../server/domain/revision.ts'

const revision = (n: number) => n as Revision

describe('a row', () => {
  it('stands from the revision that added it', () => {
    const row = { addedIn: revision(3), supersededIn: null }
    expect([2, 3, 4].map((r) => stands(row, revision(r)))).toEqual([false, true, true])
  })

  it('stands no more in the revision that superseded it', () => {
    const row = { addedIn: revision(3), supersededIn: revision(5) }
    expect([2, 3, 4, 5, 6].map((r) => stands(row, revision(r)))).toEqual([false, true, true, false, false])
  })
})

describe('an instant', () => {
  it.each([
    ['2018-02-28T12:30:15Z', '2018-02-28T12:30:15.000Z'],
    ['2018-02-28T12:30Z', '2018-02-28T12:30:00.000Z'],
    ['2018-02-28T12:30:15.5Z', '2018-02-28T12:30:15.500Z'],
    ['2018-02-28T12:30:15.123987Z', '2018-02-28T12:30:15.123Z'],
    // Kabul is four and a half hours ahead: half past three in the morning there is eleven in the evening before.
    ['2018-03-01T03:30:00+04:30', '2018-02-28T23:00:00.000Z'],
    ['2018-12-31T22:15:00-05:00', '2019-01-01T03:15:00.000Z'],
    ['2018-01-01T00:00:00+14:00', '2017-12-31T10:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant)
  })

  it.each([
    ['2018-02-28', 'an instant is written YYYY-MM-DDTHH:MM:SSZ'],
    // Without an offset it would mean another instant in every place.
    ['2018-02-28T12:30:15', 'an instant is written YYYY-MM-DDTHH:MM:SSZ'],
    ['2018-02-30T12:30:15Z', '2018-02 has 28 days'],
    ['2018-02-28T24:00:00Z', 'there is no such time of day or offset'],
    ['2018-02-28T12:60:00Z', 'there is no such time of day or offset'],
    ['2018-02-28T12:30:60Z', 'there is no such time of day or offset'],
    ['2018-02-28T12:30:00+14:01', 'there is no such time of day or offset'],
  ])('%s is refused: %s', (text, rule) => {
    const refusal = parseInstant(text)
    expect(isRefusal(refusal) && sentenceOf(refusal)).toContain(rule)
  })
})
