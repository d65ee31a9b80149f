/** Days and numbers in the reader's language: Gregorian calendar, no time zone of the machine, no rounding by hand. */
import { addDays, type Bucket, civilOf, type Day, periodEnd } from '../../domain/day.ts'
import type { TimeTick } from '../model/ticks.ts'
import { dateRangeText, dateText, decimalText, signMark } from './format.intl.ts'

type Options = Intl.DateTimeFormatOptions

const LONG: Options = { year: 'numeric', month: 'long', day: 'numeric' }
const SHORT: Options = { year: 'numeric', month: 'short', day: 'numeric' }
const TICKS: Readonly<Record<TimeTick['form'], Options>> = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  'month-year': { year: 'numeric', month: 'short' },
  day: { month: 'short', day: 'numeric' },
}

const MS = 86_400_000

/** A quarter of a year: Intl has no word for it. */
const QUARTERS: Readonly<Record<string, (quarter: string, year: string) => string>> = {
  ur: (quarter, year) => `سہ ماہی ${quarter}، ${year}`,
  'fa-AF': (quarter, year) => `ربع ${quarter}، ${year}`,
  ps: (quarter, year) => `ربع ${quarter}، ${year}`,
  ru: (quarter, year) => `${quarter} кв. ${year}`,
  ar: (quarter, year) => `الربع ${quarter}، ${year}`,
}
const QUARTER_IN_ENGLISH = (quarter: string, year: string) => `${year} Q${quarter}`

export function dayText(locale: string, day: Day, form: 'long' | 'short' = 'long'): string {
  return dateText(locale, day * MS, form === 'long' ? LONG : SHORT)
}

export function monthText(locale: string, day: Day, form: 'long' | 'short' = 'long'): string {
  return dateText(locale, day * MS, { year: 'numeric', month: form })
}

export function tickText(locale: string, tick: TimeTick): string {
  return dateText(locale, tick.day * MS, TICKS[tick.form])
}

/** What a period is called without the word for its kind: a day, the first and last day of a week, a month, a quarter, a year. */
export function periodText(locale: string, day: Day, bucket: Bucket): string {
  switch (bucket) {
    case 'DAY':
      return dayText(locale, day)
    case 'WEEK': {
      const last = periodEnd(day, 'WEEK')
      return rangeText(locale, addDays(last, -6), last)
    }
    case 'MONTH':
      return monthText(locale, day)
    case 'QUARTER': {
      const { year, month } = civilOf(day)
      const write = QUARTERS[locale] ?? QUARTER_IN_ENGLISH
      return write(numberText(locale, Math.ceil(month / 3)), numberText(locale, year, 0, false))
    }
    case 'YEAR':
      return dateText(locale, day * MS, { year: 'numeric' })
  }
}

export function rangeText(locale: string, from: Day, to: Day): string {
  return dateRangeText(locale, from * MS, to * MS, SHORT)
}

export function numberText(locale: string, value: number, digits = 0, grouping = true): string {
  // A value that rounds to nothing has no sign.
  const shown = Number(value.toFixed(digits)) === 0 ? 0 : value
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: grouping }
  return decimalText(locale, shown, options)
}

/** As few decimals as it has, three at most: 1, 0.5, 2.125. */
export function plainText(locale: string, value: number): string {
  return decimalText(locale, value, { maximumFractionDigits: 3 })
}

/** With its sign, zero without: +12, −3.5, 0. */
export function signedText(locale: string, value: number, digits = 0): string {
  const text = numberText(locale, Math.abs(value), digits)
  if (Number(value.toFixed(digits)) === 0) return text
  return `${signMark(locale)}${value > 0 ? '+' : '\u2212'}${text}`
}
