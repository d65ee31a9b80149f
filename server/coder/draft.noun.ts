/** What a verb that stands over others makes of the deed that a noun beside it names. */
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict } from './compose.ts'
import { apply } from './draft.leaf.ts'
import type { Draft } from './draft.ts'
import type { Happening } from './happening.ts'
import type { Operator } from './lexicon.ts'

/** Changes the draft; whether the noun tells anything under this verb. */
export function overNoun(draft: Draft, clause: Clause, operator: Operator, noun: Happening): boolean {
  const { verb, negated } = clause
  const direct = noun.preposition === ''
  // "ordered airstrikes on Bree": what is ordered is done.
  const ordered = direct && /^(?:order|authori[sz]e)$/.test(verb.lemma)
  // "answered with tariffs"
  const answered = noun.preposition === 'with' && /^(?:answer|respond|reply|react|counter)$/.test(verb.lemma)
  const done = (ordered || answered) && isMaterialConflict(noun.leaf) && !negated
  const announced = direct && /^(?:announce|declare|proclaim)$/.test(verb.lemma)
  if (operator === 'SAY' && !done && !announced) return false
  draft.triggers.push(noun.at)
  draft.strength = 0.7
  if (done) {
    draft.leaf = noun.leaf
    draft.operator = null
    return true
  }
  const judging = direct && /^(?:call|term|brand|label|dub|describe|deem|characteri[sz]e|portray)$/.test(verb.lemma)
  // "called the meeting useful": no meeting.
  if (judging && !isForce(noun.leaf)) return true
  // "called the shooting a cruel act": what is said of it is no praise.
  draft.leaf = judging ? '111' : apply(operator, noun.leaf, negated)
  draft.candidates.push({ phrases: [noun.phrase], rank: 4.5, preposition: 'of' })
  return true
}
