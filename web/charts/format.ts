/** Days and numbers in the reader's language: Gregorian calendar, no time zone of the machine, no rounding by hand. */
import { addDays, type Bucket, civilOf, type Day, periodEnd } from '../../server/domain/day.ts'
import type { TimeTick } from './model.ticks.ts'

type Options = Intl.DateTimeFormatOptions
const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

function date(locale: string, day: Day, options: Options): string {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = dates.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' })
    dates.set(key, format)
  }
  return format.format(day * 86_400_000)
}

const LONG: Options = { year: 'numeric', month: 'long', day: 'numeric' }
const SHORT: Options = { year: 'numeric', month: 'short', day: 'numeric' }
const TICKS: Readonly<Record<TimeTick['form'], Options>> = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  'month-year': { year: 'numeric', month: 'short' },
  day: { month: 'short', day: 'numeric' },
}

/** British order (15 June 2018) for plain English: the source texts are written in it. */
function regional(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

export function dayText(locale: string, day: Day, form: 'long' | 'short' = 'long'): string {
  return date(regional(locale), day, form === 'long' ? LONG : SHORT)
}

export function monthText(locale: string, day: Day, form: 'long' | 'short' = 'long'): string {
  return date(regional(locale), day, { year: 'numeric', month: form })
}

export function tickText(locale: string, tick: TimeTick): string {
  return date(regional(locale), tick.day, TICKS[tick.form])
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
      return `${numberText(locale, year, 0, false)} Q${Math.ceil(month / 3)}`
    }
    case 'YEAR':
      return date(regional(locale), day, { year: 'numeric' })
  }
}

export function rangeText(locale: string, from: Day, to: Day): string {
  const format = new Intl.DateTimeFormat(regional(locale), { ...SHORT, timeZone: 'UTC', calendar: 'gregory' })
  return format.formatRange(from * 86_400_000, to * 86_400_000)
}

export function numberText(locale: string, value: number, digits = 0, grouping = true): string {
  const key = `${locale} ${digits} ${grouping}`
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: grouping,
    })
    numbers.set(key, format)
  }
  const text = format.format(value)
  // A value that rounds to nothing has no sign.
  return Number(value.toFixed(digits)) === 0 ? format.format(0) : text
}

/** As few decimals as it has, three at most: 1, 0.5, 2.125. */
export function plainText(locale: string, value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value)
}

/** With its sign, zero without: +12, −3.5, 0. */
export function signedText(locale: string, value: number, digits = 0): string {
  const text = numberText(locale, Math.abs(value), digits)
  if (Number(value.toFixed(digits)) === 0) return text
  return value > 0 ? `+${text}` : `\u2212${text}`
}
