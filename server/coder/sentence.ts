/** A sentence with the names, role nouns and phrases in it. */
import { chunksOf } from './chunk.ts'
import type { Dictionary } from './dictionary.ts'
import { mentionsIn, rolesIn } from './mentions.ts'
import { phrasesOf } from './phrase.ts'
import { atomsOf } from './trie.ts'
import type { Sentence } from './who.ts'
import { wordsOf } from './words.ts'

/** The sentence from `start` to `end` of a text. */
export function readSentence(dictionary: Dictionary, text: string, start: number, end: number): Sentence {
  const words = wordsOf(text, start, end)
  const atoms = atomsOf(words)
  const mentions = mentionsIn(words, dictionary, atoms)
  const roles = rolesIn(words, dictionary, atoms)
  return { words, mentions, roles, phrases: phrasesOf(chunksOf(words, mentions, roles), words, roles, mentions) }
}
