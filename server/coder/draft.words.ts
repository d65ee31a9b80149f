/** Verbs that tell of words, whatever else they look like: a judgement, a summons, a reproach, talk. */
import { hasDoing } from './beside.ts'
import type { Clause } from './clause.ts'
import type { Draft, Told } from './draft.ts'
import { headOf } from './phrase.ts'
import { toneOf } from './tone.ts'
import type { Sentence } from './who.ts'

const NAMING = /^(?:call|term|brand|label|deem|dub)$/
const JUDGING =
  /^(?:cast|portray|paint|characteri[sz]e|consider|regard|view|describe|call|deem|term|brand|label|see|dub)$/

export function inWords(draft: Draft, { clause, sentence, inner }: Told): void {
  const { verb, object, negated } = clause
  // "was called to the ministry"
  const called = clause.passive && verb.lemma === 'call'
  const office = (p: number) => /^(?:ministry|office)$/.test(headOf(sentence, p))
  if (called && clause.prepositions.some((p) => p.word === 'to' && p.phrases.some(office))) {
    draft.leaf = '114'
    draft.operator = null
  }
  // "called the deal an act of aggression": what it is called says more than what it is.
  const named = NAMING.test(verb.lemma) && object.length > 1
  const judged = named || draft.leaf === null || draft.leaf === '010' ? judgementOf(clause, sentence) : null
  if (judged !== null) {
    draft.leaf = judged
    draft.operator = null
    draft.strength = 0.7
  }
  // "discussed ways of deepening their trade": talk of it, and no more.
  if (/^(?:discuss|explore|deliberate|review|debate)$/.test(verb.lemma) && /^0[5-8]/.test(draft.leaf ?? ''))
    draft.leaf = '040'
  // "summoned the envoy to receive a note"
  if (draft.leaf === '111' && clause.leadsTo !== null && /^(?:summon|call|haul)$/.test(verb.lemma))
    draft.used.push(clause.leadsTo)
  // "attacked Bree for closing the border"
  if (verb.lemma === 'attack' && hasDoing('for', clause, sentence)) draft.leaf = '111'
  // "reminded Bree of its promise"
  if (verb.lemma === 'remind' && object.length > 0 && !negated) {
    draft.leaf = '111'
    draft.strength = 0.75
  }
  // "does not agree with": no refusal, where nothing was asked.
  if (verb.lemma === 'agree' && negated && inner === null) draft.leaf = '110.rebut'
}

/** "consider this a brutal act", "termed the step regrettable": what a verb of judging says of its object; null where it takes no side. */
export function judgementOf({ verb, object, to }: Clause, { words }: Sentence): string | null {
  if (!JUDGING.test(verb.lemma) || object.length === 0) return null
  const tone = toneOf(words, verb.at + 1, Math.min(words.length, Math.max(to, verb.at + 8)))
  return tone === '010' ? null : tone === '013' ? '051' : '111'
}
