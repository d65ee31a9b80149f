/** What two do to, or with, each other. */
import type { Act } from './act.ts'
import { isForce } from './compose.ts'
import { EXCHANGING } from './doer.ts'
import type { Sentence } from './who.ts'

/** "exchanged fire", "a clash between": both do it to each other. */
export function isExchange({ leaf, triggers, source }: Act, { phrases, words }: Sentence): boolean {
  const heads = source.length === 1 ? [phrases[source[0] as number]?.head ?? -1] : []
  const lemmas = [...triggers, ...heads].map((t) => words[t]?.lemma ?? '')
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
