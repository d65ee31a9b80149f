import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  BUCKETS,
  civilOf,
  type Day,
  dayOf,
  daysInMonth,
  formatDay,
  monthEnd,
  parseDay,
  periodEnd,
  periodStart,
  weekday,
} from '../../server/domain/day.ts'
import { must } from '../../server/domain/error.ts'

const day = (text: string) => must(parseDay(text))
const anyDay = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9999, 12, 31) }).map((n) => n as Day)

describe('a day', () => {
  it('counts from 1970-01-01', () => {
    expect(day('1970-01-01')).toBe(0)
    expect(day('1970-01-02')).toBe(1)
    expect(day('1969-12-31')).toBe(-1)
    // 30 years, 7 leap days in 1972 … 1996: 30 × 365 + 7
    expect(day('2000-01-01')).toBe(10957)
  })

  it('is written and read back the same, from year 1 to 9999', () => {
    fc.assert(fc.property(anyDay, (d) => parseDay(formatDay(d)) === d))
  })

  it('agrees with the platform calendar on every day', () => {
    fc.assert(fc.property(anyDay, (d) => new Date(d * 86_400_000).toISOString().slice(0, 10) === formatDay(d)))
  })

  it('knows leap years: 2000 and 2024 have a 29 February, 1900 and 2023 have not', () => {
    expect([2000, 2024, 1900, 2023].map((y) => daysInMonth(y, 2))).toEqual([29, 29, 28, 28])
    expect(daysInMonth(2023, 12)).toBe(31)
  })

  it.each([
    ['2018-02-31', '"2018-02-31": 2018-02 has 28 days. Give a day from 01 to 28.'],
    ['2018-02-00', '"2018-02-00": 2018-02 has 28 days. Give a day from 01 to 28.'],
    ['2018-13-01', '"2018-13-01": there is no such month. Give a month from 01 to 12 of a year from 0001.'],
    ['0000-01-01', '"0000-01-01": there is no such month. Give a month from 01 to 12 of a year from 0001.'],
    ['1 May 2018', '"1 May 2018": a day is written YYYY-MM-DD. Write it like 2018-02-28.'],
    ['2018-5-01', '"2018-5-01": a day is written YYYY-MM-DD. Write it like 2018-02-28.'],
  ])('refuses %s with the value, the rule and the cure', (text, message) => {
    expect(() => must(parseDay(text))).toThrow(message)
  })
})

describe('a period', () => {
  it('of the ISO week runs from Monday to Sunday', () => {
    // 1 January 2018 was a Monday.
    expect(weekday(day('2018-01-01'))).toBe(1)
    expect(weekday(day('1969-12-31'))).toBe(3)
    expect(formatDay(periodStart(day('2018-01-07'), 'WEEK'))).toBe('2018-01-01')
    expect(formatDay(periodEnd(day('2018-01-01'), 'WEEK'))).toBe('2018-01-07')
  })

  it.each([
    ['DAY', '2020-02-12', '2020-02-12'],
    ['MONTH', '2020-02-01', '2020-02-29'],
    ['QUARTER', '2020-01-01', '2020-03-31'],
    ['YEAR', '2020-01-01', '2020-12-31'],
  ] as const)('of a %s around 12 February 2020 runs from %s to %s', (bucket, from, to) => {
    expect(formatDay(periodStart(day('2020-02-12'), bucket))).toBe(from)
    expect(formatDay(periodEnd(day('2020-02-12'), bucket))).toBe(to)
  })

  it('of a quarter ends in March, June, September and December', () => {
    const ends = ['2021-01-31', '2021-05-01', '2021-09-30', '2021-10-01'].map((d) => periodEnd(day(d), 'QUARTER'))
    expect(ends.map(formatDay)).toEqual(['2021-03-31', '2021-06-30', '2021-09-30', '2021-12-31'])
  })

  it('holds its day, and the day after its end starts the next', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...BUCKETS), (d, bucket) => {
        const [start, end] = [periodStart(d, bucket), periodEnd(d, bucket)]
        expect(start <= d && d <= end).toBe(true)
        expect(periodStart(addDays(end, 1), bucket)).toBe(end + 1)
        expect(periodEnd(start, bucket)).toBe(end)
      }),
    )
  })

  it('of a month gives a happening known only to its month the last day', () => {
    expect(formatDay(monthEnd(day('2020-02-01')))).toBe('2020-02-29')
    expect(civilOf(monthEnd(day('2019-04-30'))).date).toBe(30)
  })
})
