/** Who is meant by a phrase that stands alone: "the Arnorian defence minister". */
import type { Day } from '../domain/day.ts'
import { chunksOf } from './chunk.ts'
import type { Dictionary, Referent, Role } from './dictionary.ts'
import { Discourse } from './discourse.ts'
import { mentionsIn, rolesIn } from './mentions.ts'
import { phrasesOf } from './phrase.ts'
import { Who } from './who.ts'
import { wordsOf } from './words.ts'

export interface PhraseActor {
  readonly code: string
  readonly country: string | null
  readonly role: Role | null
  readonly sort: Referent['sort'] | null
}

/** The first actor the phrase names, with its role noun; null where it names none and has no role noun. */
export function phraseActor(dictionary: Dictionary, text: string, day: Day | null): PhraseActor | null {
  const words = wordsOf(text, 0, text.length)
  const mentions = mentionsIn(words, dictionary)
  const roles = rolesIn(words, dictionary)
  const phrases = phrasesOf(chunksOf(words, mentions, roles), words, roles, mentions)
  const who = new Who(dictionary, new Discourse(), day)
  for (const phrase of phrases) {
    if (phrase.sort !== 'NP') continue
    const meant = who.named({ words, mentions, roles, phrases }, phrase)
    const first = meant?.referents[0]
    if (first && first.code !== '')
      return { code: first.code, country: first.country, role: meant?.role ?? null, sort: first.sort }
  }
  return null
}
