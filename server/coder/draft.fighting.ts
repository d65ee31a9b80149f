/** Fighting that is claimed, planned or spoken of beside its verb; soldiers who go to a border, or home. */
import { deedOf, isCarrying, pronounBeside } from './beside.ts'
import type { Draft, Told } from './draft.ts'
import { headOf } from './phrase.ts'

export function fighting(draft: Draft, { clause, sentence }: Told): void {
  const { verb, passive, prepositions } = clause
  // "claimed an attack": the deed, and whose it was.
  const claimed =
    verb.lemma === 'claim' && draft.leaf === '015' && !passive
      ? deedOf({ ...clause, subject: clause.object }, sentence)
      : null
  if (claimed !== null) {
    draft.leaf = claimed.leaf
    draft.triggers.push(claimed.at)
  }
  // "had started it": the fighting spoken of.
  if (/^(?:start|begin)$/.test(verb.lemma) && draft.leaf === null && pronounBeside({ ...clause, at: 0 }, sentence))
    draft.leaf = '190'
  // "sent tanks to the border": at whom, and not to whom.
  const border = (p: number) => /^(?:border|frontier|boundary)$/.test(headOf(sentence, p))
  const sent = /^(?:072|074|062)$/.test(draft.leaf ?? '')
  if (sent && prepositions.some((p) => p.word !== 'with' && p.phrases.some(border))) draft.leaf = '150'
  // "the attack was planned by", "it was carried out by": the deed is named beside the verb, or was before.
  const deed = passive && isCarrying(verb) ? deedOf(clause, sentence) : null
  if (deed !== null) {
    draft.leaf = deed.leaf
    draft.strength = Math.max(draft.strength, 0.75)
    draft.triggers.push(deed.at)
  } else if (isCarrying(verb) && draft.leaf === null && pronounBeside(clause, sentence)) draft.leaf = '180'
}
