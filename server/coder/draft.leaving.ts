/** Who is made to leave, held or kept away, and who leaves with no such thing meant. */
import type { Draft, Told } from './draft.ts'
import { isDiplomat, isItsOwn, isOfNation, isOnePerson, isRefugee } from './people.ts'

export function leaving(draft: Draft, { clause, sentence, inner }: Told): void {
  const { verb, object, subject } = clause
  const undergoing = clause.passive ? subject : object
  const leaves = sentence.words[inner?.triggers[0] ?? -1]?.lemma ?? ''
  // "ordered Bree's diplomats to leave"
  const dismissed = draft.operator === 'DEMAND' && /^(?:leave|depart|go)$/.test(leaves)
  if (dismissed && object.some((p) => isDiplomat(p, sentence))) draft.leaf = '1662'
  // "forced 300 elves to leave"
  const forced = /^(?:force|compel|pressure|order)$/.test(verb.lemma) && /^(?:leave|flee|return|go)$/.test(leaves)
  if (forced && undergoing.some((p) => isOfNation(p, sentence) || isRefugee(p, sentence))) draft.leaf = '174'
  // "suspended Bree from the bloc"
  if (verb.lemma === 'suspend' && draft.leaf === null && !clause.negated) draft.leaf = '160'
  // "sent back 300 elves"
  const back = verb.particle === 'back' && /^(?:send|turn|fly)$/.test(verb.lemma)
  if (back && draft.leaf === '084' && object.some((p) => isOfNation(p, sentence))) draft.leaf = '174'
  // "holds two elves": people, and no post or view.
  if (verb.lemma === 'hold' && draft.leaf === null && draft.operator === 'DO' && !clause.leadsTo) {
    const { roles, phrases } = sentence
    const hasRole = (p: number) => roles.some((r) => r.to - 1 === phrases[p]?.head)
    if (undergoing.some((p) => hasRole(p) || isOfNation(p, sentence))) draft.leaf = '173'
  }
  if (verb.lemma === 'leave' && draft.leaf?.startsWith('087')) {
    // "left them waiting", "left calls unanswered": nobody goes away.
    const place = object.map((p) => sentence.phrases[p])
    const named = place.some((p) => p && sentence.mentions.some((m) => m.from >= p.from && m.to <= p.to))
    // "before leaving Bree": a person goes away.
    if ((object.length > 0 && !named) || subject.some((p) => isOnePerson(p, sentence))) draft.leaf = null
  }
  // "evacuated its citizens": its own.
  if (/^(?:evacuate|repatriate|airlift|bring)$/.test(verb.lemma) && object.some((p) => isItsOwn(p, sentence)))
    draft.leaf = null
}
