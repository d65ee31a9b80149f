/** What becomes of the draft of a clause by its verb, and by what stands beside it. */

import { anybody, nounOperator } from './beside.ts'
import { fighting } from './draft.fighting.ts'
import { apply, willBe } from './draft.leaf.ts'
import { leaving } from './draft.leaving.ts'
import type { Draft, Told } from './draft.ts'
import { undone } from './draft.undone.ts'
import { inWords } from './draft.words.ts'

export const OBLIGED = /^(?:must|should|ought)$/
/** "must understand that": no saying of its own. */
export const PERCEIVING =
  /^(?:understand|know|realise|realize|learn|see|hear|find|show|feel|assume|accept|remember|consider|recognise|recognize|acknowledge|think)$/

/** Changes the draft. Each step sees what those before it made of it. */
export function finish(draft: Draft, told: Told): void {
  // "its order to attack Bree"
  const over = draft.leaf === null ? null : nounOperator(told.clause, told.sentence)
  if (over !== null) draft.leaf = apply(over, draft.leaf, false)
  undone(draft, told)
  inWords(draft, told)
  leaving(draft, told)
  fighting(draft, told)
  toCome(draft, told)
}

/** Promised, asked, announced or wished, and so not done yet. */
function toCome(draft: Draft, { clause, sentence, operator }: Told): void {
  const { verb } = clause
  // "will not allow anyone to use its soil"
  if (/^(?:allow|permit|let)$/.test(verb.lemma) && clause.negated && anybody(clause, sentence)) draft.leaf = '030'
  // "must stop it": asked, whatever it is.
  if (OBLIGED.test(verb.modal ?? '')) {
    const perceives = draft.operator === 'SAY' && PERCEIVING.test(verb.lemma)
    if (perceives) draft.operator = null
    if ((draft.leaf === null || perceives) && !/^(?:SAY|CAUSE)$/.test(draft.operator ?? '')) draft.leaf = '010'
  }
  // "will attack Bree"
  if (/^(?:will|shall|'ll|wo)$/.test(verb.modal ?? '') && !operator && draft.leaf !== null)
    draft.leaf = willBe(draft.leaf)
  // "wants to impose": a wish.
  if (/^(?:want|wish|seek|desire)$/.test(verb.lemma)) {
    draft.hypothetical = true
    draft.strength *= 0.6
  }
}
