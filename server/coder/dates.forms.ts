/** The forms in which a text tells a day, and what each tells on a given day of its document. */
import { addDays, civilOf, type Day, dayOf, daysInMonth, monthEnd, type Precision, weekday } from '../domain/day.ts'

/** A day as a form tells it. */
export interface ToldDay {
  /** Null where no day can be said. */
  readonly day: Day | null
  readonly precision: Precision
  /** Before the news itself: an earlier month or year, or some time ago. */
  readonly past: boolean
}

/** Null where what it matches is no date, or where it says nothing without the document's day. */
type Read = (match: RegExpMatchArray, day: Day | null) => ToldDay | null

export interface DateForm {
  readonly pattern: RegExp
  /** One of these is part of a word of whatever it matches. */
  readonly needs: readonly string[]
  readonly read: Read
  /** Tells nothing where the document is known to its month only: "yesterday", "on Monday". */
  readonly byDay: boolean
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const MONTH = `(${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`
const MONTH_PARTS = MONTHS.map((month) => month.slice(0, 3))
const YEAR = '((?:19|20)\\d{2})'
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?'
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ')

/** What is read from the document's day, and says nothing without it. */
const from =
  (read: (day: Day, match: RegExpMatchArray) => ToldDay | null): Read =>
  (match, day) =>
    day === null ? null : read(day, match)
const form = (pattern: RegExp | string, needs: readonly string[], read: Read, byDay = false): DateForm => ({
  pattern: new RegExp(pattern, 'g'),
  needs,
  read,
  byDay,
})

/** Whole dates, which need no other day to be understood. */
export const WHOLE_DATES: readonly DateForm[] = [
  form(/\b(\d{4})-(\d{2})-(\d{2})\b/, ['-'], (m) => exact(Number(m[1]), Number(m[2]), Number(m[3]))),
  form(`\\b${MONTH} ${DATE}(?: ?, ?| )${YEAR}\\b`, MONTH_PARTS, (m) =>
    exact(Number(m[3]), monthOf(m[1]), Number(m[2])),
  ),
  form(`\\b${DATE} (?:of )?${MONTH},? ${YEAR}\\b`, MONTH_PARTS, (m) =>
    exact(Number(m[3]), monthOf(m[2]), Number(m[1])),
  ),
]

/** The forms in the order in which they are looked for; what one has matched is no other's. */
export const DATE_FORMS: readonly DateForm[] = [
  ...WHOLE_DATES,
  form(`\\b${MONTH} (?:of )?${YEAR}\\b`, MONTH_PARTS, (m, day) => inMonth(Number(m[2]), monthOf(m[1]), day)),
  form(
    `\\b${MONTH} ${DATE}\\b`,
    MONTH_PARTS,
    from((day, m) => nearest(day, monthOf(m[1]), Number(m[2]))),
  ),
  form(
    `\\b${DATE} (?:of )?${MONTH}\\b`,
    MONTH_PARTS,
    from((day, m) => nearest(day, monthOf(m[2]), Number(m[1]))),
  ),
  form(
    /\byesterday\b/,
    ['yesterday'],
    from((day) => exactly(day, -1)),
    true,
  ),
  form(
    /\btoday\b/,
    ['today'],
    from((day) => exactly(day, 0)),
    true,
  ),
  form(
    `\\b(\\d{1,2}|${NUMBERS.join('|')}) days? (?:ago|earlier)\\b`,
    ['ago', 'earlier'],
    from((day, m) => exactly(day, -(NUMBERS.indexOf(m[1] as string) + 1 || Number(m[1])))),
    true,
  ),
  form(
    /\b(?:a|one|the) day (?:earlier|before)\b(?! yesterday)/,
    ['day'],
    from((day) => exactly(day, -1)),
    true,
  ),
  // "met a day after Bree attacked": the attack.
  form(
    /\b(?:a|one) day after\b/,
    ['day'],
    from((day) => exactly(day, -1)),
    true,
  ),
  form(
    /\b(?:last|earlier this|past|previous) week\b|\b(?:a|one|two|several|few) (?:days|weeks?) (?:ago|earlier|before)\b|\bearlier\b.{0,12}\bweek\b/,
    ['week', 'days'],
    from((day) => monthOn(addDays(day, -7))),
    true,
  ),
  form(
    /\b(?:earlier|late|early|later) this month\b/,
    ['month'],
    from((day) => monthOn(day)),
  ),
  form(
    /\blast month\b|\bprevious month\b|\ba month (?:ago|earlier)\b/,
    ['month'],
    from((day) => monthOn(addDays(day, -civilOf(day).date), true)),
  ),
  form(
    `\\b(?:in|since|early|late|last|this|of|until|by|mid-?)\\s*${MONTH}\\b(?: this year| last year)?`,
    MONTH_PARTS,
    from((day, m) => latestMonth(day, monthOf(m[1]), /last year/.test(m[0]))),
  ),
  form(
    /\b(?:last|past|previous) (?:year|decade|century)\b|\b(?:years?|decades?|months) (?:ago|earlier|before)\b|\bin (?:the )?(?:19|20)\d{2}s?\b|\bonce\b(?! again| more| the\b)|\bpreviously\b|\bformerly\b(?! twitter| known| called)|\bfor (?:many |several |\w+ )?(?:years|decades)\b|\bunder (?:the|a) (?:previous|former)\b/,
    ['year', 'decade', 'century', 'months', '19', '20', 'once', 'previously', 'formerly', 'under'],
    () => ({ day: null, precision: 'UNKNOWN', past: true }),
  ),
  form(
    /\b(?:in|over|during|for) (?:the )?(?:last|past|recent)\b.{0,16}\b(?:months|weeks|days)\b|\bin recent (?:months|weeks)\b/,
    ['months', 'weeks', 'days'],
    from((day) => monthOn(day)),
  ),
  form(
    `\\b(?:(last|next) )?(${WEEKDAYS.join('|')})\\b`,
    ['day'],
    from((day, m) => lastWeekday(day, WEEKDAYS.indexOf(m[2] as string) + 1, m[1] ?? null)),
    true,
  ),
]

function monthOf(name: string | undefined): number {
  const key = (name ?? '').slice(0, 3)
  return MONTHS.findIndex((month) => month.startsWith(key)) + 1
}

/** A day that exists, else null. */
export function exact(year: number, month: number, date: number): ToldDay | null {
  if (year < 1 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null
  return exactly(dayOf(year, month, date))
}

const exactly = (day: Day, shift = 0): ToldDay => ({ day: addDays(day, shift), precision: 'DAY', past: false })

/** The month that a day is of. */
const monthOn = (day: Day, past = false): ToldDay => ({ day: monthEnd(day), precision: 'MONTH', past })

function inMonth(year: number, month: number, day: Day | null): ToldDay {
  const end = monthEnd(dayOf(year, month, 1))
  return monthOn(end, day !== null && end < day - 31)
}

/** The date nearest to the document's day, at most a month after it. */
function nearest(day: Day, month: number, date: number): ToldDay | null {
  const { year } = civilOf(day)
  const days = [year - 1, year, year + 1].flatMap((y) => exact(y, month, date) ?? [])
  const before = days.filter((d) => (d.day as Day) <= day + 31).at(-1)
  return before ? { ...before, past: (before.day as Day) < day - 31 } : null
}

/** The latest such month that had begun on the document's day. */
function latestMonth(day: Day, month: number, lastYear: boolean): ToldDay {
  const now = civilOf(day)
  const year = lastYear || month > now.month ? now.year - 1 : now.year
  return monthOn(dayOf(year, month, 1), year !== now.year || month !== now.month)
}

/** The latest such day of the week, the document's own day included. */
function lastWeekday(day: Day, wanted: number, which: string | null): ToldDay {
  if (which === 'next') return { day: null, precision: 'UNKNOWN', past: false }
  const back = (weekday(day) - wanted + 7) % 7
  return exactly(day, -(back === 0 && which === 'last' ? 7 : back))
}
