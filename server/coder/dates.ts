/**
 * On which day something was said or done, by the words of its sentence held against the document's day. A day known only
 * to its month lies on the month's last day; a year alone, or "earlier", gives none.
 */
import { addDays, civilOf, type Day, dayOf, daysInMonth, monthEnd, type Precision, weekday } from '../domain/day.ts'
import type { Word } from './words.ts'

export interface Dated {
  /** Null where no day can be said. */
  readonly day: Day | null
  readonly precision: Precision
  /** The words it was read from; empty where the document's own day was taken. */
  readonly words: string
  /** Before the news itself: an earlier month or year, or some time ago. */
  readonly past: boolean
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ')

const MONTH = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`
const PATTERNS: readonly (readonly [RegExp, (m: RegExpExecArray, day: Day | null) => Omit<Dated, 'words'> | null])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, (m) => exact(Number(m[1]), Number(m[2]), Number(m[3]))],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| )((?:19|20)\\d{2})\\b`),
    (m) => exact(Number(m[3]), monthOf(m[1]), Number(m[2])),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH},? ((?:19|20)\\d{2})\\b`),
    (m) => exact(Number(m[3]), monthOf(m[2]), Number(m[1])),
  ],
  [new RegExp(`\\b${MONTH} (?:of )?((?:19|20)\\d{2})\\b`), (m, day) => inMonth(Number(m[2]), monthOf(m[1]), day)],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b`),
    (m, day) => day && nearest(day, monthOf(m[1]), Number(m[2])),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\b`),
    (m, day) => day && nearest(day, monthOf(m[2]), Number(m[1])),
  ],
  [/\byesterday\b/, (_, day) => known(day, -1)],
  [/\btoday\b/, (_, day) => known(day, 0)],
  [
    new RegExp(`\\b(\\d{1,2}|${NUMBERS.join('|')}) days? (?:ago|earlier)\\b`),
    (m, day) => known(day, -(NUMBERS.indexOf(m[1] as string) + 1 || Number(m[1]))),
  ],
  [/\b(?:a|one|the) day (?:earlier|before)\b(?! yesterday)/, (_, day) => known(day, -1)],
  // "met a day after Bree attacked": the attack.
  [/\b(?:a|one) day after\b/, (_, day) => known(day, -1)],
  [
    /\b(?:last|earlier this|past|previous) week\b|\b(?:a|one|two|several|few) (?:days|weeks?) (?:ago|earlier|before)\b|\bearlier\b.{0,12}\bweek\b/,
    (_, day) => (day === null ? null : { day: monthEnd(addDays(day, -7)), precision: 'MONTH', past: false }),
  ],
  [
    /\b(?:earlier|late|early|later) this month\b/,
    (_, day) => (day === null ? null : { day: monthEnd(day), precision: 'MONTH', past: false }),
  ],
  [
    /\blast month\b|\bprevious month\b|\ba month (?:ago|earlier)\b/,
    (_, day) =>
      day === null ? null : { day: monthEnd(addDays(day, 1 - 1 - civilOf(day).date)), precision: 'MONTH', past: true },
  ],
  [
    new RegExp(`\\b(?:in|since|early|late|last|this|of|until|by|mid-?)\\s*${MONTH}\\b(?: this year| last year)?`),
    (m, day) => (day === null ? null : latestMonth(day, monthOf(m[1]), /last year/.test(m[0]))),
  ],
  [
    /\b(?:last|past|previous) (?:year|decade|century)\b|\b(?:years?|decades?|months) (?:ago|earlier|before)\b|\bin (?:the )?(?:19|20)\d{2}s?\b|\bonce\b(?! again| more| the\b)|\bpreviously\b|\bformerly\b(?! twitter| known| called)|\bfor (?:many |several |\w+ )?(?:years|decades)\b|\bunder (?:the|a) (?:previous|former)\b/,
    () => ({ day: null, precision: 'UNKNOWN', past: true }),
  ],
  [
    /\b(?:in|over|during|for) (?:the )?(?:last|past|recent)\b.{0,16}\b(?:months|weeks|days)\b|\bin recent (?:months|weeks)\b/,
    (_, day) => (day === null ? null : { day: monthEnd(day), precision: 'MONTH', past: false }),
  ],
  [
    new RegExp(`\\b(?:(last|next) )?(${WEEKDAYS.join('|')})\\b`),
    (m, day) => (day === null ? null : lastWeekday(day, WEEKDAYS.indexOf(m[2] as string) + 1, m[1] ?? null)),
  ],
]

/** A date in a sentence, and the word it begins at. */
export interface DateFound {
  readonly dated: Dated
  readonly word: number
}

/** What a pattern cannot do without, by its place in the list; most are never asked. */
const NEEDED: readonly (readonly string[])[] = [
  ['-'],
  ...Array.from({ length: 5 }, () => MONTHS.map((month) => month.slice(0, 3))),
  ['yesterday'],
  ['today'],
  ['ago', 'earlier'],
  ['day'],
  ['day'],
  ['week', 'days'],
  ['month'],
  ['month'],
  MONTHS.map((month) => month.slice(0, 3)),
  ['year', 'decade', 'century', 'months', '19', '20', 'once', 'previously', 'formerly', 'under'],
  ['months', 'weeks', 'days'],
  ['day'],
]
const ANY = PATTERNS.map(([pattern, read]) => [new RegExp(pattern.source, 'g'), read] as const)
/** What a word of every date has, or is: most sentences have none, and are not read further. */
const HINT =
  /\d|day|week|month|year|decade|century|ago|earlier|once|previous|formerly|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
/** By word, remembered, for the words of a language are few: 0 where it hints at no date. */
const HINTED = new Map<string, number>()
/** A word that hints at a date. */
const HINTS = 1 << PATTERNS.length

/** Of which patterns a word has what they need, a bit for each, and whether it hints at a date. */
function hintsOf(word: string): number {
  const known = HINTED.get(word)
  if (known !== undefined) return known
  let hints = HINT.test(word) ? HINTS : 0
  for (const [i, parts] of NEEDED.entries()) if (parts.some((part) => word.includes(part))) hints |= 1 << i
  if (HINTED.size > 20_000) HINTED.clear()
  if (word.length <= 40) HINTED.set(word, hints)
  return hints
}

/** Patterns that tell nothing where the document is known to its month only: "yesterday", "on Monday". */
const BY_DAY = new Set([6, 7, 8, 9, 10, 11, PATTERNS.length - 1])

/** The dates of a sentence, held against the document's day, or the end of its month; null where neither is known. */
export function datesIn(words: readonly Word[], day: Day | null, precision: Precision = 'DAY'): DateFound[] {
  let hints = 0
  for (const { lower } of words) hints |= hintsOf(lower)
  if ((hints & HINTS) === 0) return []
  const text = words.map((w) => w.lower).join(' ')
  const found: DateFound[] = []
  const starts: number[] = []
  let at = 0
  for (const w of words) {
    starts.push(at)
    at += w.lower.length + 1
  }
  const taken: [number, number][] = []
  for (const [i, [pattern, read]] of ANY.entries()) {
    if ((hints & (1 << i)) === 0 || (precision !== 'DAY' && BY_DAY.has(i))) continue
    pattern.lastIndex = 0
    for (let m = pattern.exec(text); m !== null; m = pattern.exec(text)) {
      const end = m.index + m[0].length
      if (taken.some(([a, b]) => m.index < b && end > a)) continue
      const known = read(m, day)
      if (!known) continue
      // "since May": from then on.
      const on = /^(?:since|for)\b/.test(m[0]) || text.slice(0, m.index).endsWith('since ')
      const dated = on ? { ...known, past: false } : known
      taken.push([m.index, end])
      found.push({ dated: { ...dated, words: m[0] }, word: starts.findLastIndex((s) => s <= m.index) })
    }
  }
  return found
}

/** Dates further from the verb than this many words are another's. */
const REACH = 26
/** What a date outside the clause counts as further. */
const OUTSIDE = 6

/** The day of what stands in the words `from` to `to`: by the date nearest to the verb, else the document's own. */
export function datedNear(
  dates: readonly DateFound[],
  from: number,
  to: number,
  verb: number,
  day: Day | null,
  precision: Precision,
): Dated {
  let best: Dated | null = null
  let least = Infinity
  for (const { dated, word } of dates) {
    // "a day after …" is the day of what comes next.
    if (word > verb && dated.words.endsWith('after')) continue
    const distance = Math.abs(word - verb) + (word < from || word >= to ? OUTSIDE : 0)
    // "once its donor, it ended its aid in April": a day says more than that it was long ago.
    const rank = distance + (dated.day === null ? OUTSIDE : 0)
    if (distance > REACH || rank > least) continue
    best = dated
    least = rank
  }
  if (best) return best
  if (day === null) return { day: null, precision: 'UNKNOWN', words: '', past: false }
  if (precision === 'UNKNOWN') return { day: null, precision, words: '', past: false }
  return { day: precision === 'MONTH' ? monthEnd(day) : day, precision, words: '', past: false }
}

function monthOf(name: string | undefined): number {
  const key = (name ?? '').replace('.', '').slice(0, 3)
  return MONTHS.findIndex((month) => month.startsWith(key)) + 1
}

/** A day that exists, else null. */
function exact(year: number, month: number, date: number): Omit<Dated, 'words'> | null {
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return { day: dayOf(year, month, date), precision: 'DAY', past: false }
}

function inMonth(year: number, month: number, day: Day | null): Omit<Dated, 'words'> {
  const end = monthEnd(dayOf(year, month, 1))
  return { day: end, precision: 'MONTH', past: day !== null && end < day - 31 }
}

/** The date nearest to the document's day, at most a month after it. */
function nearest(day: Day, month: number, date: number): Omit<Dated, 'words'> | null {
  const { year } = civilOf(day)
  const days = [year - 1, year, year + 1].flatMap((y) => exact(y, month, date) ?? [])
  const before = days.filter((d) => (d.day as Day) <= day + 31).at(-1)
  return before ? { ...before, past: (before.day as Day) < day - 31 } : null
}

function known(day: Day | null, shift: number): Omit<Dated, 'words'> | null {
  return day === null ? null : { day: addDays(day, shift), precision: 'DAY', past: false }
}

/** The latest such month that had begun on the document's day. */
function latestMonth(day: Day, month: number, lastYear: boolean): Omit<Dated, 'words'> {
  const now = civilOf(day)
  const year = lastYear || month > now.month ? now.year - 1 : now.year
  return { day: monthEnd(dayOf(year, month, 1)), precision: 'MONTH', past: year !== now.year || month !== now.month }
}

/** The latest such day of the week, the document's own day included. */
function lastWeekday(day: Day, wanted: number, which: string | null): Omit<Dated, 'words'> {
  if (which === 'next') return { day: null, precision: 'UNKNOWN', past: false }
  const back = (weekday(day) - wanted + 7) % 7
  return { day: addDays(day, -(back === 0 && which === 'last' ? 7 : back)), precision: 'DAY', past: false }
}

/** The document's own day, from its text's first lines or the name of its file; null where neither tells. */
export function documentDay(
  text: string,
  file: string | null,
): { readonly day: Day; readonly precision: Precision } | null {
  const named = file === null ? null : /(?<!\d)((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?!\d)/.exec(file)
  const fromName = named && exact(Number(named[1]), Number(named[2]), Number(named[3]))
  if (fromName?.day != null) return { day: fromName.day, precision: 'DAY' }
  const head = text.slice(0, 600).toLowerCase()
  const dateline = /\b(?:date|published|updated|posted)\b[: ]{1,3}(?:on )?([^\n]{6,30})/.exec(head)
  const candidates = dateline
    ? [dateline[1] as string]
    : head
        .split('\n')
        .slice(0, 4)
        .filter((line) => line.trim().length < 40)
  for (const candidate of candidates) {
    for (const [pattern, read] of PATTERNS.slice(0, 3)) {
      const m = pattern.exec(candidate)
      const found = m && read(m, null)
      if (found?.day != null) return { day: found.day, precision: 'DAY' }
    }
  }
  const month = file === null ? null : /(?<!\d)((?:19|20)\d{2})-?(0[1-9]|1[0-2])(?!\d)/.exec(file)
  if (month) return { day: monthEnd(dayOf(Number(month[1]), Number(month[2]), 1)), precision: 'MONTH' }
  const year = file === null ? null : /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(file)
  // The year alone: names are understood as of its middle, and nothing is dated by it.
  return year ? { day: dayOf(Number(year[1]), 7, 1), precision: 'UNKNOWN' } : null
}
