/**
 * A calendar day, without hours or zones, as the number of days since 1970-01-01 in the proleptic Gregorian calendar.
 * Arithmetic by days_from_civil and civil_from_days (Howard Hinnant, 2013), so that no Date can shift a day.
 */
import { type Refusal, refuse } from './error.ts'

/** Whole days since 1970-01-01 (negative before); year 0001 to 9999. */
export type Day = number & { readonly __brand: 'Day' }

/** How exactly a day is known. MONTH: lies on the month's last day. UNKNOWN: stands on its document's day and is not counted. */
export const PRECISIONS = ['DAY', 'MONTH', 'UNKNOWN'] as const
export type Precision = (typeof PRECISIONS)[number]

export const BUCKETS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const
/** A period of the calendar. Weeks are ISO weeks, Monday first. */
export type Bucket = (typeof BUCKETS)[number]

export interface Civil {
  readonly year: number
  /** 1–12 */
  readonly month: number
  /** 1–31 */
  readonly date: number
}

/** The day of a year, month (1–12) and date that exist; the caller vouches for them. */
export function dayOf(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146097 + dayOfEra - 719468) as Day
}

export function civilOf(day: Day): Civil {
  const z = day + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return next - dayOf(year, month, 1)
}

/** `YYYY-MM-DD` of a day that exists, years 0001–9999; anything else is refused. */
export function parseDay(text: string): Day | Refusal {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return refuse('BAD_DAY', text, 'a day is written YYYY-MM-DD', 'Write it like 2018-02-28')
  }
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  if (year < 1 || month < 1 || month > 12) {
    return refuse('BAD_DAY', text, 'there is no such month', 'Give a month from 01 to 12 of a year from 0001')
  }
  // Every month has 28 days: most need no further look at the calendar, and histories have thousands.
  if (date < 1 || date > 28) {
    const last = daysInMonth(year, month)
    if (date < 1 || date > last) {
      return refuse('BAD_DAY', text, `${text.slice(0, 7)} has ${last} days`, `Give a day from 01 to ${last}`)
    }
  }
  return dayOf(year, month, date)
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, date } = civilOf(day)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** The first day of the period that holds `day`. */
export function periodStart(day: Day, bucket: Bucket): Day {
  const { year, month } = civilOf(day)
  switch (bucket) {
    case 'DAY':
      return day
    case 'WEEK':
      return addDays(day, 1 - weekday(day))
    case 'MONTH':
      return dayOf(year, month, 1)
    case 'QUARTER':
      return dayOf(year, month - ((month - 1) % 3), 1)
    case 'YEAR':
      return dayOf(year, 1, 1)
  }
}

/** The last day of the period that holds `day`. */
export function periodEnd(day: Day, bucket: Bucket): Day {
  const { year, month } = civilOf(day)
  switch (bucket) {
    case 'DAY':
      return day
    case 'WEEK':
      return addDays(day, 7 - weekday(day))
    case 'MONTH':
      return dayOf(year, month, daysInMonth(year, month))
    case 'QUARTER': {
      const last = month - ((month - 1) % 3) + 2
      return dayOf(year, last, daysInMonth(year, last))
    }
    case 'YEAR':
      return dayOf(year, 12, 31)
  }
}

/** Where a happening known only to its month lies: the month's last day. */
export function monthEnd(day: Day): Day {
  return periodEnd(day, 'MONTH')
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
