/** What two do to, or with, each other. */
import type { Act } from './act.ts'
import type { Clause } from './clause.ts'
import { isForce } from './compose.ts'
import { EXCHANGING } from './doer.ts'
import type { Side } from './side.ts'
import type { Sentence } from './who.ts'

/** "exchanged fire", "a clash between": both do it to each other. */
export function isExchange({ leaf, triggers, source, candidates }: Act, { phrases, words }: Sentence): boolean {
  const heads = source.length === 1 ? [phrases[source[0] as number]?.head ?? -1] : []
  const lemmas = [...triggers, ...heads].map((t) => words[t]?.lemma ?? '')
  // "declared war on Bree": one does.
  if (/^(?:on|against)$/.test(candidates[0]?.preposition ?? '') && triggers.some((t) => words[t]?.lemma === 'war'))
    return false
  if (/^1[13]/.test(leaf)) return lemmas.some((lemma) => /^(?:trade|exchange|odds|loggerheads)$/.test(lemma))
  return isForce(leaf) && lemmas.some((lemma) => EXCHANGING.test(lemma))
}

/** "accused each other" */
export function isReciprocal({ candidates }: Act, { phrases, words }: Sentence): boolean {
  return candidates.some(({ phrases: of }) =>
    of.some((p) => {
      const at = phrases[p]?.from ?? -1
      return /^(?:each other|one another)/.test(`${words[at]?.lower} ${words[at + 1]?.lower}`)
    }),
  )
}

/** "discussed the dam", "spoke for an hour": of two, with each other. */
export const converse = ({ leaf }: Act, { verb }: Clause) =>
  leaf === '010' && /^(?:discuss|speak|talk)$/.test(verb.lemma)

/** "Arnor and Bree agreed to step up their efforts": on something, whatever it is. */
export const agree = ({ leaf, passive }: Act, { verb, negated }: Clause) =>
  /^(?:010|030)$/.test(leaf) && verb.lemma === 'agree' && verb.modal === null && !negated && !passive

/** "hosted talks between Arnor and Bree": both of a side are named after "between". */
export function areBetween({ candidates, hypothetical }: Act, { referents, phrase }: Side): boolean {
  const between = candidates.find((c) => c.preposition === 'between')
  return !hypothetical && referents.length === 2 && phrase !== null && between?.phrases.includes(phrase) === true
}
