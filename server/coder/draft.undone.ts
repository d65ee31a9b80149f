/** Verbs that tell that something is not done, so that neither is what they lead to. */
import { hasDoing } from './beside.ts'
import { isForce, negated } from './compose.ts'
import type { Draft, Told } from './draft.ts'

export function undone(draft: Draft, { clause, sentence, inner }: Told): void {
  const { verb, leadsTo, object } = clause
  // "has no plans to attack Bree"
  const force = inner?.leaf === '138' || isForce(inner?.leaf ?? '')
  if (clause.negated && leadsTo !== null && force && /^(?:have|plan|intend|want|seek)$/.test(verb.lemma)) {
    draft.leaf = '030'
    draft.used.push(leadsTo)
  }
  // "is in no hurry to recognise Bree"
  const before = sentence.phrases[clause.at - 1]
  const lacks = verb.infinitive && sentence.words[before?.from ?? -1]?.lower === 'no'
  if (lacks && /^(?:hurry|rush|mood|position)$/.test(sentence.words[before?.head ?? -1]?.lemma ?? ''))
    draft.leaf = draft.leaf === null ? null : negated(draft.leaf)
  // "barred nurses from travelling"
  if (leadsTo !== null && /^(?:bar|ban|prohibit|prevent|block|stop|deter|dissuade|keep|dare)$/.test(verb.lemma))
    draft.used.push(leadsTo)
  // "stopped lorries from entering"
  if (
    /^(?:prevent|block|stop)$/.test(verb.lemma) &&
    object.length > 0 &&
    !clause.negated &&
    hasDoing('from', clause, sentence)
  )
    draft.leaf = '172'
  // "gave the envoy a day to leave": what is told is the term.
  if (leadsTo !== null && /^(?:give|set|reserve)$/.test(verb.lemma) && /^(?:1|13)/.test(draft.leaf ?? ''))
    draft.used.push(leadsTo)
  // "heads the office in Bree"
  if (verb.lemma === 'head' && object.length > 0) draft.leaf = null
  // "has failed": nothing was asked.
  if (verb.lemma === 'fail' && inner === null && leadsTo === null) draft.leaf = null
  // "received no request"
  if (clause.negated && /^(?:receive|hear|get)$/.test(verb.lemma) && !draft.leaf?.startsWith('124')) draft.leaf = null
}
