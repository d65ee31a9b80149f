/** Who is meant by what stands beside a phrase between commas: "Ana Morell, the minister of Arnor", "its neighbour, Bree". */
import { OUTFIT } from './bearing.ts'
import { besides, type Phrase } from './phrase.ts'
import type { Meant, Sentence, Who } from './who.ts'

export const KIN = /^(?:neighbou?r|ally|rival|arch-rival|foe|arch-foe|enemy|adversary|partner|friend)$/

/** "Arnor's neighbour": another than whose it is. */
export const isKin = ({ words }: Sentence, { head }: Phrase) => KIN.test(words[head]?.lemma ?? '')

function beside(sentence: Sentence, phrase: Phrase): Phrase | undefined {
  const [next] = besides(sentence.phrases, sentence.phrases.indexOf(phrase))
  return next === undefined ? undefined : sentence.phrases[next]
}

/** By the name that follows between commas, of a `person` alone where asked so; null where none does. */
export function namedBeside(sentence: Sentence, phrase: Phrase, who: Who, person: boolean): Meant | null {
  const next = beside(sentence, phrase)
  const meant = next ? who.named(sentence, next) : null
  return meant?.how === 'NAME' && (!person || (meant.person && meant.role === null)) ? meant : null
}

/** A name nobody knows, by the post told before or after it; "an armed group" by the group named before it. */
export function apposed(sentence: Sentence, phrase: Phrase, who: Who): Meant | null {
  const { phrases, words } = sentence
  const head = words[phrase.head]
  if (head?.pos !== 'PROPN' && !OUTFIT.test(head?.lemma ?? '')) return null
  const at = phrases.indexOf(phrase)
  const before = phrases[at - 1]?.sort === 'COMMA' ? phrases[at - 2] : undefined
  const named = before?.sort === 'NP' ? who.named(sentence, before) : null
  if (head?.pos !== 'PROPN') {
    const kind = /^(?:a|an|the)$/.test(words[phrase.from]?.lower ?? '')
    return kind && named?.referents[0]?.sort === 'GROUP' ? named : null
  }
  if (named?.person && named.role !== null && named.how === 'NAME') return named
  const next = beside(sentence, phrase)
  const meant = next && (who.named(sentence, next) ?? who.implied(sentence, next))
  return meant?.person && meant.role !== null ? { ...meant, how: 'NAME' } : null
}
