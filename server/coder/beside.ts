/** What stands beside a verb and tells, or turns, what it does: the deed it lays to somebody, the noun it hangs on. */
import type { Clause } from './clause.ts'
import { isForce } from './compose.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import type { Operator } from './lexicon.ts'
import { headOf } from './phrase.ts'
import type { Sentence } from './who.ts'

/** "carry out", "plan", "claim": verbs that lay a deed to somebody. */
export const isCarrying = ({ lemma, particle }: Clause['verb']) =>
  (lemma === 'carry' && particle === 'out') ||
  /^(?:plan|orchestrate|mastermind|launch|conduct|perpetrate|stage|execute|claim|mount|commit|order)$/.test(lemma)

/** The deed of force that the subject of a passive names, or what its relative clause hangs on. */
export function deedOf(
  clause: Clause,
  { phrases, words }: Sentence,
): { readonly leaf: string; readonly at: number } | null {
  const relative = phrases.slice(Math.max(0, clause.at - 3), clause.at).some((p) => p.sort === 'REL')
  const before = relative ? Array.from({ length: Math.min(8, clause.at) }, (_, k) => clause.at - k - 1) : []
  for (const p of [...clause.subject, ...before]) {
    if (phrases[p]?.sort !== 'NP') continue
    const at = phrases[p]?.head ?? -1
    const leaf = leafOfNoun(words, at)
    if (leaf !== null && isForce(leaf)) return { leaf, at }
  }
  return null
}

/** Whether the object is no party: "anyone", "any group", "terrorists". */
export function anybody({ object: [first] }: Clause, sentence: Sentence): boolean {
  const { phrases, words } = sentence
  return (
    /^(?:any|no)$/.test(words[phrases[first ?? -1]?.from ?? -1]?.lower ?? '') ||
    /^(?:anyone|anybody|nobody|individual|terrorist|militant|soil|territory|land|group)$/.test(headOf(sentence, first))
  )
}

export function pronounBeside(clause: Clause, { phrases, words }: Sentence): boolean {
  const before = phrases[clause.at - 1]?.sort === 'NP' ? [clause.at - 1] : []
  return [...clause.object, ...before].some((p) => words[phrases[p]?.head ?? -1]?.pos === 'PRON')
}

/** "from entering", "for closing the border": whether the verb has such words after it. */
export function hasDoing(preposition: string, { verb, to }: Clause, { words }: Sentence): boolean {
  for (let i = verb.at; i + 1 < to; i++)
    if (words[i]?.lower === preposition && words[i + 1]?.lower.endsWith('ing')) return true
  return false
}

/** Nouns whose infinitive is no deed yet: "its order to attack". */
const NOUN_OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...'order plan promise pledge vow intention offer commitment willingness readiness proposal bid'
    .split(' ')
    .map((noun) => [noun, 'INTEND'] as const),
  ['decision', 'DO'],
  ['move', 'DO'],
  ['threat', 'THREATEN'],
  ['refusal', 'REFUSE'],
  ['failure', 'REFUSE'],
])

/** The operator of the noun before an infinitive; null where there is none. */
export function nounOperator({ at, verb }: Clause, { phrases, words }: Sentence): Operator | null {
  const before = phrases[at - 1]
  if (!verb.infinitive || before?.sort !== 'NP') return null
  return NOUN_OPERATORS.get(words[before.head]?.lemma ?? '') ?? null
}

/** Nouns whose that-clause is what is asked for. */
const ASKING: ReadonlyMap<string, Operator> = new Map([
  ['demand', 'DEMAND'],
  ['insistence', 'DEMAND'],
  ['call', 'URGE'],
  ['request', 'URGE'],
  ['appeal', 'URGE'],
])

/** "repeated its demand that Bree withdraw": what the noun asks of whom the clause is about; null where it asks nothing. */
export function askedBy({ object, says }: Clause, { phrases, words }: Sentence): Operator | null {
  const head = phrases[object[0] ?? -1]?.head ?? -1
  const asks = says !== null && words[head + 1]?.lower === 'that'
  return asks ? (ASKING.get(words[head]?.lemma ?? '') ?? null) : null
}
