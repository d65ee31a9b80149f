/** How a verb stands in its sentence: as a participle that hangs on a noun, in a condition, with another beside its subject. */
import { listFrom, type Phrase, SAYING } from './phrase.ts'
import { finite } from './verb.ts'
import type { Word } from './words.ts'

/** "Arnor, along with Bree,", "Together with Bree, Arnor": who does it too. */
export function alongWith(
  subject: readonly number[],
  phrases: readonly Phrase[],
  words: readonly Word[],
): readonly number[] {
  const [first, last] = [subject[0] as number, subject.at(-1) as number]
  const after = phrases[last + 1]?.sort === 'COMMA' ? last + 2 : last + 1
  for (const at of first === 4 && phrases[3]?.sort === 'COMMA' ? [after, 0] : [after]) {
    const joins = /^(?:along|together|alongside)$/.test(word(phrases, at, words))
    const next =
      word(phrases, at, words) === 'alongside' ? at + 1 : word(phrases, at + 1, words) === 'with' ? at + 2 : -1
    if (joins && phrases[next]?.sort === 'NP') return listFrom(phrases, next, words).filter((p) => !subject.includes(p))
  }
  return []
}

export const NONE = /^(?:no|not|none|neither|nobody|nothing)$/
export const word = (phrases: readonly Phrase[], i: number, words: readonly Word[]) =>
  words[phrases[i]?.from ?? -1]?.lower ?? ''

/** "gunmen disguised as …", "talks held in …": a past form that hangs on the noun before it, for a verb of its own comes. */
export function reduced(phrases: readonly Phrase[], at: number, words: readonly Word[]): boolean {
  if (phrases[at - 1]?.sort !== 'NP' && phrases[at - 1]?.sort !== 'COMMA' && at > 0) return false
  // "she said", "Arnor protested": no verb that hangs on them.
  if (/^(?:he|she|they|we|i)$/.test(word(phrases, at - 1, words)) || WHOLE.test(phrases[at]?.verb?.lemma ?? ''))
    return false
  if (word(phrases, at + 1, words) === 'by') return !BYING.test(words[phrases[at]?.head ?? -1]?.lemma ?? '')
  if (at === 0 && (phrases[at + 1]?.sort === 'P' || word(phrases, at + 1, words) === 'whether')) return true
  if (phrases[at + 1]?.sort === 'NP' || (phrases[at + 1]?.sort === 'SUB' && word(phrases, at + 1, words) !== 'as'))
    return false
  // "a fighter convicted in May of plotting, landed": nobody whom he convicted is told.
  const next = phrases[at + 1]?.sort
  if (
    at > 0 &&
    (next === 'P' || next === 'COMMA' || next === 'TIME') &&
    SUFFERED.test(words[phrases[at]?.head ?? -1]?.lemma ?? '')
  )
    return true
  // "refused to allow", "ruled out letting"
  if (phrases[at + 1]?.verb?.bare === 'ING') return false
  if (phrases[at + 1]?.verb?.infinitive) return false
  if (endsObject(phrases, at, words)) return true
  for (let i = at + 1; i < phrases.length; i++) {
    const { sort, verb } = phrases[i] as Phrase
    if (sort === 'COMMA' || sort === 'C' || sort === 'REL' || sort === 'QUOTE') return false
    if (sort === 'SUB' && word(phrases, i, words) !== 'as') return false
    // "walked away from a truce brokered by Bree"
    if (sort === 'VG' && verb?.bare === 'ED' && word(phrases, i + 1, words) === 'by') continue
    if (sort === 'VG' && finite(verb)) return true
  }
  return false
}

/** Verbs that have nothing done to anybody. */
const WHOLE = /^(?:protest|complain|insist|respond|reply|arrive|vow|appeal|retaliate|apologi[sz]e|speak|talk)$/

/** What is done to somebody, who is its object where it is active. */
const SUFFERED = /^(?:arrest|convict|detain|jail|imprison|sentence|kidnap|abduct|deport|appoint|elect|exile)$/
/** "stood by Bree", "spoke by phone": no passives. */
const BYING = /^(?:stand|speak|abide|swear|pass|come|go|stay|drop|swing|fly|travel)$/

/** "rejected objections to the raid carried out in May": it hangs on what a finite verb before it has for an object. */
export function endsObject(phrases: readonly Phrase[], at: number, words: readonly Word[]): boolean {
  if (phrases[at - 1]?.sort !== 'NP') return false
  for (let j = at - 2; j >= 0; j--) {
    const { sort, verb, head } = phrases[j] as Phrase
    if (sort === 'NP' || sort === 'P' || sort === 'ADV' || sort === 'TIME') continue
    if (sort !== 'VG' || !finite(verb) || SAYING.has(words[head]?.lemma ?? '')) return false
    // "shells fired by Bree landed": no verb of its own either.
    return verb?.bare !== 'ED' || word(phrases, j + 1, words) !== 'by'
  }
  return false
}

export function isConditional(phrases: readonly Phrase[], at: number, words: readonly Word[]): boolean {
  for (let i = at - 1, steps = 0; i >= 0 && steps < 5; i--, steps++) {
    const { sort } = phrases[i] as Phrase
    if (sort === 'SUB') return /^(?:if|unless|whether|lest)$/.test(word(phrases, i, words))
    if (sort === 'VG')
      return i === 0 && /^(?:had|should|were)$/.test(word(phrases, i, words)) && phrases[i + 1]?.sort === 'NP'
    if (sort === 'COMMA') return false
  }
  return false
}
