/** The day as of which a sentence means whoever it names: "In 1995 Kabul asked" is of who held it then. */
import { civilOf, type Day, dayOf, monthEnd } from '../domain/day.ts'
import type { Word } from './words.ts'

const AT =
  /^(?:in|of|during|early|late|mid|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2})$/

const MONTHS = 'january february march april may june july august september october november december'.split(' ')

/** The end of an earlier year or month that a sentence tells of; else the document's own day. "Since 2021", "a 1973 treaty" tell of no other day. */
export function eraOf(words: readonly Word[], day: Day | null): Day | null {
  if (day === null) return null
  for (let i = 1; i < words.length; i++) {
    const { text } = words[i] as Word
    if (text.length !== 4 || !/^(?:19|20)\d\d$/.test(text)) continue
    const [before, after] = [words[i - 1] as Word, words[i + 1]]
    if (!AT.test(before.lower) || after?.pos === 'NOUN' || Number(text) >= civilOf(day).year) continue
    const month = MONTHS.indexOf(before.lower) + 1
    return monthEnd(dayOf(Number(text), month || 12, 1))
  }
  return day
}
