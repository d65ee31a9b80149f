/**
 * Dates and numbers as Intl writes them, in every browser the same: Chromium knows no Pashto, so its numbers are those of
 * Dari and the names of its months stand here (CLDR 48, ps, months of the Gregorian calendar).
 */
import { directionOf } from './languages.ts'

type Options = Intl.DateTimeFormatOptions

const PASHTO_MONTHS = [
  'جنوري',
  'فبروري',
  'مارچ',
  'اپریل',
  'مۍ',
  'جون',
  'جولای',
  'اګست',
  'سپټمبر',
  'اکتوبر',
  'نومبر',
  'دسمبر',
] as const

const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()

/** British order (15 June 2018) for plain English: the source texts are written in it. */
function regional(locale: string): string {
  if (locale === 'ps') return 'fa-AF'
  return locale === 'en' ? 'en-GB' : locale
}

function dateFormat(locale: string, options: Options): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const kept = dates.get(key)
  if (kept) return kept
  const made = new Intl.DateTimeFormat(regional(locale), { ...options, timeZone: 'UTC', calendar: 'gregory' })
  dates.set(key, made)
  return made
}

/** Milliseconds since 1970-01-01 UTC. */
export function dateText(locale: string, at: number, options: Options): string {
  const format = dateFormat(locale, options)
  if (locale !== 'ps') return format.format(at)
  return inPashto(format.formatToParts(at), [new Date(at).getUTCMonth()])
}

export function dateRangeText(locale: string, from: number, to: number, options: Options): string {
  const format = dateFormat(locale, options)
  if (locale !== 'ps') return format.formatRange(from, to)
  const months = [from, to].map((at) => new Date(at).getUTCMonth())
  const parts = format.formatRangeToParts(from, to)
  const named = parts.filter(({ type }) => type === 'month')
  return inPashto(parts, named.length === 1 ? months.slice(0, 1) : months)
}

/** Parts in Dari with the names of months, in their order, in Pashto. */
function inPashto(parts: readonly { readonly type: string; readonly value: string }[], months: readonly number[]) {
  const left = [...months]
  return parts
    .map(({ type, value }) => {
      if (type === 'month') return PASHTO_MONTHS[left.shift() ?? 0] ?? value
      return type === 'literal' ? value.replace(' تا ', '–') : value
    })
    .join('')
}

export function decimalText(locale: string, value: number, options: Intl.NumberFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale === 'ps' ? 'fa-AF' : locale, options)
    numbers.set(key, format)
  }
  return format.format(value)
}

/** A name or a phrase of another language inside a line that runs from right to left, held together. */
export function isolated(locale: string, text: string): string {
  return directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text
}

/** Who acts and toward whom, in the order of the lines whatever script the two names are in. */
export function arrowText(locale: string, source: string, target: string): string {
  // An isolate of its own, from right to left: names in another script would turn it round, and the arrow with it.
  return directionOf(locale) === 'rtl'
    ? `\u2067${isolated(locale, source)} ← ${isolated(locale, target)}\u2069`
    : `${source} → ${target}`
}

/** Before a sign, so that it stays before its number where lines run from right to left. */
export function signMark(locale: string): string {
  return directionOf(locale) === 'rtl' ? '\u200e' : ''
}
