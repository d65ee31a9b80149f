/** What becomes of the draft of a clause by its verb, and by what stands beside it: a leave that is no retreat, a judgement, a deed that is claimed. */

import { isPeople, isPerson, lastWord, roleOf } from './bearing.ts'
import { anybody, deedOf, isCarrying, nounOperator, pronounBeside } from './beside.ts'
import type { Clause } from './clause.ts'
import { isForce } from './compose.ts'
import { apply, willBe } from './draft.leaf.ts'
import type { Draft } from './draft.ts'
import type { Operator } from './lexicon.ts'
import { toneOf } from './tone.ts'
import type { Sentence } from './who.ts'

export const OBLIGED = /^(?:must|should|ought)$/
/** "must understand that": no saying of its own. */
export const PERCEIVING =
  /^(?:understand|know|realise|realize|learn|see|hear|find|show|feel|assume|accept|remember|consider|recognise|recognize|acknowledge|think)$/
const NAMING = /^(?:call|term|brand|label|deem|dub)$/
const JUDGING = /^(?:consider|regard|view|describe|call|deem|term|brand|label|see|dub)$/

/** `operator`: over what it leads to; `inner`: what it leads to. Changes the draft. */
export function finish(
  draft: Draft,
  clause: Clause,
  sentence: Sentence,
  operator: Operator | null,
  inner: Draft | null,
): void {
  const { verb } = clause
  const over = draft.leaf === null ? null : nounOperator(clause, sentence)
  if (over !== null) draft.leaf = apply(over, draft.leaf, false)
  // "claimed an attack": the deed, and whose it was.
  const claimed =
    verb.lemma === 'claim' && draft.leaf === '015' && !clause.passive
      ? deedOf({ ...clause, subject: clause.object }, sentence)
      : null
  if (claimed !== null) {
    draft.leaf = claimed.leaf
    draft.triggers.push(claimed.at)
  }
  // "was called to the ministry"
  const called =
    clause.passive &&
    verb.lemma === 'call' &&
    clause.prepositions.some((p) => p.word === 'to' && isOffice(p.phrases, sentence))
  if (called) {
    draft.leaf = '114'
    draft.operator = null
  }
  // "barred nurses from travelling": not done.
  if (/^(?:bar|ban|prohibit|prevent|block|stop|deter|dissuade|keep|dare)$/.test(verb.lemma) && clause.leadsTo !== null)
    draft.used.push(clause.leadsTo)
  // "stopped lorries from entering"
  const said = sentence.words.slice(verb.at, clause.to)
  const kept = said.some((w, i) => w.lower === 'from' && /ing$/.test(said[i + 1]?.lower ?? ''))
  if (kept && /^(?:prevent|block|stop)$/.test(verb.lemma) && clause.object.length > 0 && !clause.negated)
    draft.leaf = '172'
  // "gave the envoy a day to leave": what is told is the term.
  if (/^(?:give|set)$/.test(verb.lemma) && clause.leadsTo !== null && /^(?:1|13)/.test(draft.leaf ?? ''))
    draft.used.push(clause.leadsTo)
  // "ordered Bree's diplomats to leave"
  const leaves = sentence.words[inner?.triggers[0] ?? -1]?.lemma
  if (draft.operator === 'DEMAND' && /^(?:leave|depart|go)$/.test(leaves ?? '') && isDiplomat(clause.object, sentence))
    draft.leaf = '1662'
  // "forced 300 elves to leave"
  if (/^(?:force|compel|pressure|order)$/.test(verb.lemma) && /^(?:leave|flee|return|go)$/.test(leaves ?? '')) {
    const moved = clause.passive ? clause.subject : clause.object
    if (isPeopleOf(moved, sentence) || moved.some((p) => isRefugee(p, sentence))) draft.leaf = '174'
  }
  // "suspended Bree from the bloc"
  if (draft.leaf === null && verb.lemma === 'suspend' && !clause.negated) draft.leaf = '160'
  // "sent back 300 elves"
  if (
    draft.leaf === '084' &&
    /^(?:send|turn|fly)$/.test(verb.lemma) &&
    verb.particle === 'back' &&
    isPeopleOf(clause.object, sentence)
  )
    draft.leaf = '174'
  // "called the deal an act of aggression": what it is called says more than what it is.
  const named = NAMING.test(verb.lemma) && clause.object.length > 1
  const judged = named || draft.leaf === null || draft.leaf === '010' ? judgementOf(clause, sentence) : null
  if (judged !== null) {
    draft.leaf = judged
    draft.operator = null
    draft.strength = 0.7
  }
  // "had started it": the fighting spoken of.
  if (/^(?:start|begin)$/.test(verb.lemma) && draft.leaf === null && pronounBeside({ ...clause, at: 0 }, sentence))
    draft.leaf = '190'
  // "discussed ways of deepening their trade": talk of it, and no more.
  if (/^(?:discuss|explore|deliberate|review|debate)$/.test(verb.lemma) && /^0[5-8]/.test(draft.leaf ?? ''))
    draft.leaf = '040'
  // "holds two elves": people, and no post or view.
  if (verb.lemma === 'hold' && draft.leaf === null && draft.operator === 'DO') {
    const held = clause.passive ? clause.subject : clause.object
    const people =
      held.some((p) => sentence.roles.some((r) => r.to - 1 === sentence.phrases[p]?.head)) || isPeopleOf(held, sentence)
    if (people && !clause.leadsTo) draft.leaf = '173'
  }
  // "fought alongside Bree": with it, and against whom is not told.
  if (isForce(draft.leaf ?? '') && clause.prepositions.some((p) => p.word === 'alongside')) draft.leaf = null
  // "summoned the envoy to receive a note"
  if (draft.leaf === '111' && /^(?:summon|call|haul)$/.test(verb.lemma) && clause.leadsTo !== null)
    draft.used.push(clause.leadsTo)
  // "left them waiting"
  if (
    verb.lemma === 'leave' &&
    clause.object.some((p) => sentence.words[sentence.phrases[p]?.head ?? -1]?.pos === 'PRON')
  )
    draft.leaf = null
  // "reminded Bree of its promise"
  if (verb.lemma === 'remind' && clause.object.length > 0 && !clause.negated) {
    draft.leaf = '111'
    draft.strength = 0.75
  }
  // "heads the office in Bree"
  if (verb.lemma === 'head' && clause.object.length > 0) draft.leaf = null
  // "evacuated its citizens": its own.
  if (/^(?:evacuate|repatriate|airlift|bring)$/.test(verb.lemma) && clause.object.some((p) => isItsOwn(p, sentence)))
    draft.leaf = null
  // "before leaving Bree": a person goes away.
  if (verb.lemma === 'leave' && draft.leaf?.startsWith('087') && isByPerson(clause, sentence)) draft.leaf = null
  // "has failed": nothing was asked.
  if (verb.lemma === 'fail' && inner === null && clause.leadsTo === null) draft.leaf = null
  // "does not agree with": no refusal, where nothing was asked.
  if (verb.lemma === 'agree' && clause.negated && inner === null) draft.leaf = '110.rebut'
  // "the attack was planned by", "it was carried out by": the deed is named beside the verb, or was before.
  const deed = clause.passive && isCarrying(verb) ? deedOf(clause, sentence) : null
  if (deed !== null) {
    draft.leaf = deed.leaf
    draft.strength = Math.max(draft.strength, 0.75)
    draft.triggers.push(deed.at)
  } else if (isCarrying(verb) && draft.leaf === null && pronounBeside(clause, sentence)) draft.leaf = '180'
  // "received no request": nothing was done.
  if (/^(?:receive|hear|get)$/.test(verb.lemma) && clause.negated && !draft.leaf?.startsWith('124')) draft.leaf = null
  // "will not allow anyone to use its soil": a promise.
  const promise = /^(?:allow|permit|let)$/.test(verb.lemma) && clause.negated && anybody(clause, sentence)
  if (promise) draft.leaf = '030'
  // "must stop it": asked, whatever it is.
  const perceives = draft.operator === 'SAY' && PERCEIVING.test(verb.lemma)
  if (OBLIGED.test(verb.modal ?? '')) {
    if (perceives) draft.operator = null
    if ((draft.leaf === null || perceives) && !draft.operator?.match(/^(?:SAY|CAUSE)$/)) draft.leaf = '010'
  }
  const coming = /^(?:will|shall|'ll|wo)$/.test(verb.modal ?? '') && !operator
  if (coming && draft.leaf !== null) draft.leaf = willBe(draft.leaf)
  // "wants to impose": a wish.
  if (/^(?:want|wish|seek|desire)$/.test(verb.lemma)) {
    draft.hypothetical = true
    draft.strength *= 0.6
  }
}

function isDiplomat(of: readonly number[], { phrases, words }: Sentence): boolean {
  return of.some((p) =>
    /^(?:diplomat|ambassador|envoy|staff|attach[eé]|consul)$/.test(words[phrases[p]?.head ?? -1]?.lemma ?? ''),
  )
}

/** "its citizens" */
const isItsOwn = (p: number, { phrases, words }: Sentence) =>
  /^(?:its|their|his|her)$/.test(words[phrases[p]?.from ?? -1]?.lower ?? '') && isRefugee(p, { phrases, words })

function isRefugee(p: number, { phrases, words }: Pick<Sentence, 'phrases' | 'words'>): boolean {
  return /^(?:refugee|migrant|national|citizen|people|family|worker|returnee)$/.test(
    words[phrases[p]?.head ?? -1]?.lemma ?? '',
  )
}

/** "300 elves": its people and nobody else. */
function isPeopleOf(of: readonly number[], { phrases, words, mentions }: Sentence): boolean {
  return of.some((p) => mentions.some((m) => isPeople(words, m, phrases[p]?.head ?? -1)))
}

/** "consider this a brutal act", "termed the step regrettable": what a verb of judging says of its object; null where it takes no side. */
export function judgementOf({ verb, object, to }: Clause, { words }: Sentence): string | null {
  if (!JUDGING.test(verb.lemma) || object.length === 0) return null
  const tone = toneOf(words, verb.at + 1, Math.min(words.length, Math.max(to, verb.at + 8)))
  return tone === '010' ? null : tone === '013' ? '051' : '111'
}

/** "the ministry", "the foreign office" */
function isOffice(of: readonly number[], { phrases, words }: Sentence): boolean {
  return of.some((p) => /^(?:ministry|office)$/.test(words[phrases[p]?.head ?? -1]?.lemma ?? ''))
}

function isByPerson({ subject }: Clause, { phrases, roles, words, mentions }: Sentence): boolean {
  return subject.some((p) => {
    const phrase = phrases[p]
    const named = mentions.find((m) => phrase && m.from <= phrase.head && phrase.head < m.to)
    if (named?.meanings.some((m) => m.sort === 'PERSON' || m.sort === 'LEADER')) return true
    const role = phrase && roleOf(roles, phrase.from, phrase.to, phrase.core, phrase.head)
    return role != null && isPerson(role.role, lastWord(words, role))
  })
}
