/** What a verb asks for, or threatens with, by the clause of what it says. */
import { askedBy } from './beside.ts'
import type { Clause } from './clause.ts'
import type { Operator, Sense } from './lexicon.ts'
import { headOf } from './phrase.ts'
import type { Sentence } from './who.ts'

/** Null where it but says it. */
export function askedIn(said: Clause, clause: Clause, sense: Sense, sentence: Sentence): Operator | null {
  const { verb, negated, leadsTo } = clause
  // "insisted that Bree open its market"
  if (!negated && /^(?:insist|propose|suggest|recommend)$/.test(verb.lemma) && isSubjunctive(said, sentence))
    return verb.lemma === 'insist' ? 'DEMAND' : 'URGE'
  // "said that Bree will pay a price"
  if (!negated && sense.operator === 'SAY' && isDoom(said, sentence)) return 'THREATEN'
  if (leadsTo !== null) return null
  // "demanded that Bree withdraw": what is said is what is asked.
  const demands = !negated && (sense.operator === 'URGE' || sense.operator === 'DEMAND')
  return askedBy(clause, sentence) ?? (demands ? sense.operator : null)
}

/** "that Bree faces consequences", "will pay a price" */
function isDoom({ verb, negated, object }: Clause, sentence: Sentence): boolean {
  if (negated || !/^(?:face|suffer|pay|bear|regret|have|be)$/.test(verb.lemma)) return false
  const doom = /^(?:consequence|price|retaliation|reprisal|wrath|cost|repercussion)$/
  return object.some((p) => doom.test(headOf(sentence, p)))
}

/** "that Bree open its market": what is to be, and not what is. */
function isSubjunctive({ verb, at, subject }: Clause, { words, phrases }: Sentence): boolean {
  const word = words[verb.at]
  const bare = verb.modal === null && verb.at === phrases[at]?.from && word?.lower === word?.lemma
  const plural = subject.length > 1 || subject.some((p) => words[phrases[p]?.head ?? -1]?.lower.endsWith('s'))
  return bare && !plural
}
