/**
 * On which day something was said or done, by the words of its sentence held against the document's day. A day known only
 * to its month lies on the month's last day; a year alone, or "earlier", gives none.
 */
import { type Day, monthEnd, type Precision } from '../domain/day.ts'
import { DATE_FORMS, type ToldDay } from './dates.forms.ts'
import type { Word } from './words.ts'

export interface Dated extends ToldDay {
  /** The words it was read from; empty where the document's own day was taken. */
  readonly words: string
}

/** A date in a sentence, and the word it begins at. */
export interface DateFound {
  readonly dated: Dated
  readonly word: number
}

/** What a word of every date has, or is: most sentences have none, and are not read further. */
const HINT =
  /\d|day|week|month|year|decade|century|ago|earlier|once|previous|formerly|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/
/** By word, remembered, for the words of a language are few: 0 where it hints at no date. */
const HINTED = new Map<string, number>()
/** A word that hints at a date. */
const HINTS = 1 << DATE_FORMS.length

/** Of which forms a word has what they need, a bit for each, and whether it hints at a date. */
function hintsOf(word: string): number {
  const known = HINTED.get(word)
  if (known !== undefined) return known
  let hints = HINT.test(word) ? HINTS : 0
  for (const [i, { needs }] of DATE_FORMS.entries()) if (needs.some((part) => word.includes(part))) hints |= 1 << i
  if (HINTED.size > 20_000) HINTED.clear()
  if (word.length <= 40) HINTED.set(word, hints)
  return hints
}

/** The dates of a sentence, held against the document's day, or the end of its month; null where neither is known. */
export function datesIn(words: readonly Word[], day: Day | null, precision: Precision = 'DAY'): DateFound[] {
  let hints = 0
  for (const { lower } of words) hints |= hintsOf(lower)
  if ((hints & HINTS) === 0) return []
  const text = words.map((w) => w.lower).join(' ')
  const starts: number[] = []
  let at = 0
  for (const { lower } of words) {
    starts.push(at)
    at += lower.length + 1
  }
  const found: DateFound[] = []
  const taken: [number, number][] = []
  for (const [i, { pattern, read, byDay }] of DATE_FORMS.entries()) {
    if ((hints & (1 << i)) === 0 || (precision !== 'DAY' && byDay)) continue
    for (const m of text.matchAll(pattern)) {
      const end = m.index + m[0].length
      if (taken.some(([a, b]) => m.index < b && end > a)) continue
      const told = read(m, day)
      if (!told) continue
      // "since May": from then on.
      const on = /^(?:since|for)\b/.test(m[0]) || text.slice(0, m.index).endsWith('since ')
      taken.push([m.index, end])
      found.push({
        dated: { ...told, past: told.past && !on, words: m[0] },
        word: starts.findLastIndex((s) => s <= m.index),
      })
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
  if (day === null || precision === 'UNKNOWN') return { day: null, precision: 'UNKNOWN', words: '', past: false }
  return { day: precision === 'MONTH' ? monthEnd(day) : day, precision, words: '', past: false }
}
