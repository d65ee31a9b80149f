/** What stood in a revision. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInstant, type Revision, stands } from '../../../server/domain/record/revision.ts'

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
    ['2026-11-20T23:59:59.999Z', '2026-11-20T23:59:59.999Z'],
    ['2026-11-20T23:59Z', '2026-11-20T23:59:00.000Z'],
    ['2026-11-20T12:00:00.123456789Z', '2026-11-20T12:00:00.123Z'],
    // Kabul is 4½ hours ahead: half past midnight there is the evening before in UTC.
    ['2021-08-15T00:30:00+04:30', '2021-08-14T20:00:00.000Z'],
    ['2020-02-28T22:15:00-05:00', '2020-02-29T03:15:00.000Z'],
  ])('%s is %s in UTC', (text, utc) => {
    expect(parseInstant(text)).toBe(utc)
  })

  it('agrees with the platform clock', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
        (date) => {
          expect(parseInstant(date.toISOString())).toBe(date.toISOString())
        },
      ),
    )
  })

  it.each([
    ['2026-11-20', 'an instant is written YYYY-MM-DDTHH:MM:SSZ'],
    ['2026-11-20T10:00:00', 'an instant is written YYYY-MM-DDTHH:MM:SSZ'],
    ['2026-02-30T10:00:00Z', '2026-02 has 28 days'],
    ['2026-11-20T24:00:00Z', 'there is no such time of day or offset'],
    ['2026-11-20T10:60:00Z', 'there is no such time of day or offset'],
    ['2026-11-20T10:00:60Z', 'there is no such time of day or offset'],
    ['2026-11-20T10:00:00+15:00', 'there is no such time of day or offset'],
  ])('%s is refused: %s', (text, rule) => {
    expect(parseInstant(text)).toMatchObject({ refused: true, rule })
  })
})
