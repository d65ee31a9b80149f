/** What the form of a word shows of it. */
import type { Word } from './words.ts'

/** "attack", and no "attacked": the form that is in dictionaries. */
export const plain = ({ lower, lemma }: Word) => lower === lemma
/** "attacks", "demands", and no "press". */
export const endsInS = ({ lower }: Word) => /[^s]s$/.test(lower)
export const past = ({ lower }: Word) => lower.endsWith('ed')
export const ing = ({ lower }: Word) => lower.endsWith('ing')
export const nominal = ({ pos }: Word) => pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ'
