/** Clauses that tell no act of their own: what a thing is for, what is asked, what goes on with another. */
import type { Clause } from './clause.ts'
import type { Sentence } from './who.ts'

/** "to create … and easing …", "to settle it by talking": joined to what was told before it. */
export function goesOn(clause: Clause, sentence: Sentence): boolean {
  const { at, verb } = clause
  const before = sentence.phrases[at - 1]
  if (before?.sort === 'P') return verb.bare === 'ING' && sentence.words[before.from]?.lower === 'by'
  return before?.sort === 'C' && (verb.infinitive || verb.bare === 'ING' || isBare(clause, sentence))
}

/** "pay the wages and lift the blockade": a verb in its plain form. */
function isBare({ at, verb }: Clause, { phrases, words }: Sentence): boolean {
  const main = words[verb.at]
  return main !== undefined && main.lower === main.lemma && phrases[at]?.from === verb.at && verb.modal === null
}

/** "whether it would recognise Bree": open. */
export function isQuestion({ at, subject }: Clause, { phrases, words }: Sentence): boolean {
  const first = Math.min(at, ...subject)
  return words[phrases[first - 1]?.from ?? -1]?.lower === 'whether'
}

/** "weapons used to kill": for what, and by nobody told of. */
export function isUse({ at, verb }: Clause, { phrases }: Sentence): boolean {
  const before = phrases[at - 1]?.verb
  return verb.infinitive && before?.lemma === 'use' && before.bare === 'ED' && phrases[at - 2]?.sort === 'NP'
}

/** "in order to provide": for what, and not done. */
export function isPurpose({ at, verb }: Clause, { phrases, words }: Sentence): boolean {
  if (!verb.infinitive) return false
  const order = phrases[at - 1]
  if (order?.sort === 'C')
    return phrases.slice(Math.max(0, at - 10), at).some((p) => p.sort === 'NP' && words[p.head]?.lower === 'order')
  return order?.sort === 'NP' && words[order.head]?.lower === 'order' && words[order.from - 1]?.lower === 'in'
}
