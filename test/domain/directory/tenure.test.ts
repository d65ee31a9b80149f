/** Who held an office when. */
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/day.ts'
import { holdingsOf, holdsOn, type OfficeCode, tenureOn, tenuresOf } from '../../../server/domain/directory/tenure.ts'
import { tenure } from '../../support/directory.ts'
import { day } from '../../support/scoring.ts'

const PALACE = 'SUD.GOV' as OfficeCode
const tenures = [
  tenure('SUD.GOV', 'SUD.NEW', '2018-04-01', null),
  tenure('SUD.GOV', 'SUD.OLD', null, '2018-02-28'),
  tenure('NOR.UN', 'NOR', null, null),
]

describe('the tenure on a day', () => {
  it('is that of the holder, both ends of it included', () => {
    const holder = (when: string) => tenureOn(tenures, PALACE, day(when))?.holder ?? null
    expect(['0001-01-01', '2018-02-28', '2018-03-01', '2018-03-31', '2018-04-01', '9999-12-31'].map(holder)).toEqual([
      'SUD.OLD',
      'SUD.OLD',
      null,
      null,
      'SUD.NEW',
      'SUD.NEW',
    ])
  })

  it('is the later begun where two overlap, in whatever order they stand', () => {
    const overlapping = [
      tenure('SUD.GOV', 'SUD.OLD', null, null),
      tenure('SUD.GOV', 'SUD.NEW', '2018-01-01', null),
      tenure('SUD.GOV', 'SUD.MID', '2017-01-01', null),
    ]
    expect(tenureOn(overlapping, PALACE, day('2018-06-01'))?.holder).toBe('SUD.NEW')
    expect(tenureOn(overlapping.toReversed(), PALACE, day('2018-06-01'))?.holder).toBe('SUD.NEW')
    expect(tenureOn(overlapping, PALACE, day('2016-06-01'))?.holder).toBe('SUD.OLD')
  })
})

describe('the tenures of an office', () => {
  it('are those that touch the range, oldest first', () => {
    const within = (from: string, to: string) => tenuresOf(tenures, PALACE, day(from), day(to)).map((t) => t.holder)
    expect(within('2018-01-01', '2018-12-31')).toEqual(['SUD.OLD', 'SUD.NEW'])
    expect(within('2018-02-28', '2018-03-31')).toEqual(['SUD.OLD'])
    expect(within('2018-03-01', '2018-03-31')).toEqual([])
    expect(within('2018-03-01', '2018-04-01')).toEqual(['SUD.NEW'])
  })
})

describe('a holding', () => {
  const holdings = (...rows: readonly [holder: string, from: string | null, to: string | null][]) =>
    holdingsOf(
      rows.map(([holder, from, to]) => tenure('SUD.GOV', holder, from, to)),
      PALACE,
      day('0001-01-01'),
      day('9999-12-31'),
    ).map((h) => [h.holder, h.from && formatDay(h.from), h.to && formatDay(h.to)])

  it('joins tenures of one holder that adjoin', () => {
    expect(holdings(['X', null, '2018-01-31'], ['X', '2018-02-01', '2018-02-28'], ['Y', '2018-03-01', null])).toEqual([
      ['X', null, '2018-02-28'],
      ['Y', '2018-03-01', null],
    ])
  })

  it('joins tenures of one holder that overlap, to the later end', () => {
    expect(holdings(['X', null, null], ['X', '2018-01-01', '2018-01-31'])).toEqual([['X', null, null]])
    expect(holdings(['X', null, '2018-01-31'], ['X', null, null])).toEqual([['X', null, null]])
    expect(holdings(['X', null, '2018-03-31'], ['X', '2018-01-01', '2018-01-31'])).toEqual([['X', null, '2018-03-31']])
  })

  it('does not join across a gap, nor across another holder', () => {
    expect(holdings(['X', null, '2018-01-31'], ['X', '2018-02-02', null])).toHaveLength(2)
    expect(
      holdings(['X', null, '2018-01-31'], ['Y', '2018-02-01', '2018-02-28'], ['X', '2018-03-01', null]),
    ).toHaveLength(3)
  })
})

describe('a span', () => {
  it('holds its ends, and every day where it is open', () => {
    const span = { from: day('2018-01-02'), to: day('2018-01-03') }
    expect(['2018-01-01', '2018-01-02', '2018-01-03', '2018-01-04'].map((d) => holdsOn(span, day(d)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(holdsOn({ from: null, to: null }, day('0001-01-01'))).toBe(true)
  })
})
