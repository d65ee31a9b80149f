/** What the nouns beside a verb tell of: "held talks with". */
import type { Clause } from './clause.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import type { Sentence } from './who.ts'

export interface Happening {
  readonly leaf: string
  /** Word. */
  readonly at: number
  /** Phrase. */
  readonly phrase: number
  /** Empty where the phrase is the object. */
  readonly preposition: string
}

const TELLING = /^(?:for|to|on|in|of|at|with|under|into|than)$/

/** The first noun of a verb's object, or after a preposition, that tells of something done; null where none does. */
export function happeningOf(clause: Clause, { words, phrases }: Sentence): Happening | null {
  const places = [
    { phrases: clause.object, preposition: '' },
    ...clause.prepositions
      .filter((p) => TELLING.test(p.word))
      .map((p) => ({ phrases: p.phrases, preposition: p.word })),
  ]
  for (const place of places) {
    for (const p of place.phrases) {
      const phrase = phrases[p]
      if (!phrase) continue
      const order = [phrase.head, ...Array.from({ length: phrase.to - phrase.from }, (_, k) => phrase.from + k)]
      for (const at of order) {
        const leaf = leafOfNoun(words, at)
        // "acted at the request of Bree": Bree's.
        if (
          place.preposition === 'at' &&
          /^(?:request|invitation|behest|urging|insistence|appeal)$/.test(words[at]?.lemma ?? '')
        )
          continue
        if (leaf !== null && leaf !== '010') return { leaf, at, phrase: p, preposition: place.preposition }
      }
    }
  }
  return null
}
