import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, formatDay } from '../../server/domain/day.ts'
import {
  decodeView,
  decodeWatch,
  encodeView,
  encodeWatch,
  isRangeText,
  monthAfter,
  rangeDay,
} from '../../server/figure/address/url.ts'
import { type RelationView, START, TABS, WATCH_SORTS, type WatchView } from '../../server/figure/address/view.ts'

const anyDay = fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2030, 12, 31) }).map((n) => formatDay(n as never))
const anyInstant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString())
const anySide = fc.oneof(
  fc.constant(null),
  anyDay,
  anyDay.map((d) => d.slice(0, 7)),
)
const anyCode = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
const some = <T>(known: readonly T[]) =>
  fc.option(fc.subarray([...known], { minLength: 1, maxLength: known.length - 1 }))
const QUADS = [
  'VERBAL_COOPERATION',
  'MATERIAL_COOPERATION',
  'VERBAL_CONFLICT',
  'MATERIAL_CONFLICT',
  'STATEMENT',
] as const

const anyView: fc.Arbitrary<RelationView> = fc
  .record({
    measures: fc.subarray(['tension', 'engagement'] as const, { minLength: 1 }),
    direction: fc.constantFrom('BOTH', 'A_TO_B', 'B_TO_A'),
    from: anySide,
    to: anySide,
    bucket: fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'),
    transform: fc.constantFrom('level', 'change', 'mean'),
    interval: fc.integer({ min: 50, max: 99 }),
    tab: fc.constantFrom(...TABS),
    calendar: fc.constantFrom('tension', 'engagement'),
    point: fc.option(fc.record({ day: anyDay, measure: fc.constantFrom('tension', 'engagement') })),
    codebook: anyCode,
    against: fc.option(anyCode),
    asOf: fc.option(fc.oneof(anyDay, anyInstant)),
    view: fc.option(fc.constantFrom('ENTITY', 'OFFICE', 'COUNTRY')),
    method: fc.option(fc.constantFrom('LEVEL', 'TONE')),
    halfLife: fc.option(fc.integer({ min: 1, max: 3650 })),
    collections: fc.option(fc.uniqueArray(anyCode, { minLength: 1, maxLength: 4 })),
    quads: some(QUADS),
  })
  .filter((v) => {
    const [first, last] = [rangeDay(v.from, 'from'), rangeDay(v.to, 'to')]
    return first === null || last === null || first <= last
  }) as fc.Arbitrary<RelationView>

describe('the address of a view', () => {
  it('gives the same view back', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeView(encodeView(view))).toEqual(view)
      }),
      { numRuns: 1000 },
    )
  })

  it('is empty where everything is as at the start', () => {
    expect(encodeView(START)).toBe('')
    expect(decodeView('')).toEqual(START)
  })

  it('reads the address of the design', () => {
    const search =
      '?m=tension~engagement&dir=both&t=2018-01..latest&f=week&ci=80&tab=chart&p=2018-06-15&w=default-1&asof=2026-11-20'
    expect(decodeView(search)).toEqual({
      ...START,
      from: '2018-01',
      point: { day: '2018-06-15', measure: 'tension' },
      codebook: 'default-1',
      asOf: '2026-11-20',
    })
    expect(encodeView(decodeView(search))).toBe('?t=2018-01..latest&w=default-1&asof=2026-11-20&p=2018-06-15')
  })

  it('ignores what it does not know and what cannot be', () => {
    expect(
      decodeView(
        '?utm=x&f=fortnight&ci=300&t=2018-02-31..latest&p=yesterday&h=-1&tab=&dir=north&c=A%20B&asof=2026-13-01T10:00:00Z&q=war&w=../etc',
      ),
    ).toEqual(START)
    expect(decodeView('?t=2018-05..2018-01')).toEqual(START)
  })

  it('is read whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const view = decodeView(text)
        expect(decodeView(encodeView(view))).toEqual(view)
      }),
    )
  })

  it('gives the home page back, too', () => {
    const anyWatch: fc.Arbitrary<WatchView> = fc.record({
      month: fc.option(anyDay.map((d) => d.slice(0, 7))),
      sort: fc.constantFrom(...WATCH_SORTS),
    })
    fc.assert(
      fc.property(anyWatch, (view) => {
        expect(decodeWatch(encodeWatch(view))).toEqual(view)
      }),
    )
    expect(decodeWatch('?month=2018-13&sort=luck')).toEqual({ month: null, sort: 'change' })
  })
})

describe('a side of a range', () => {
  it('is a day or a month; a month means its first or its last day', () => {
    expect(rangeDay('2018-02', 'from')).toBe('2018-02-01')
    expect(rangeDay('2018-02', 'to')).toBe('2018-02-28')
    expect(rangeDay('2018-02-10', 'to')).toBe('2018-02-10')
    expect(rangeDay(null, 'to')).toBeNull()
    expect(['2018-02', '2018-02-28', '2018-02-29', '2018', 'latest'].map(isRangeText)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('steps over the end of a year', () => {
    expect([monthAfter('2018-12', 1), monthAfter('2018-01', -1), monthAfter('2018-05', 24)]).toEqual([
      '2019-01',
      '2017-12',
      '2020-05',
    ])
  })
})
