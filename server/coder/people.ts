/** Whether a phrase of a sentence is people, and which: diplomats, refugees, a people by its name, one person. */
import { isPeople, isPerson, lastWord, roleOf } from './bearing.ts'
import { headOf } from './phrase.ts'
import type { Sentence } from './who.ts'

/** "the envoy", "its staff": sent by a state. */
export const isDiplomat = (p: number, sentence: Sentence) =>
  /^(?:diplomat|ambassador|envoy|staff|attach[eé]|consul)$/.test(headOf(sentence, p))

/** "refugees", "citizens": people who are moved, and no state. */
export const isRefugee = (p: number, sentence: Sentence) =>
  /^(?:refugee|migrant|national|citizen|people|family|worker|returnee)$/.test(headOf(sentence, p))

/** "its citizens" */
export const isItsOwn = (p: number, sentence: Sentence) =>
  /^(?:its|their|his|her)$/.test(sentence.words[sentence.phrases[p]?.from ?? -1]?.lower ?? '') && isRefugee(p, sentence)

/** "300 elves": its people and nobody else. */
export const isOfNation = (p: number, { phrases, words, mentions }: Sentence) =>
  mentions.some((m) => isPeople(words, m, phrases[p]?.head ?? -1))

/** "Ana Morell", "the minister": one person, and not the body it speaks for. */
export function isOnePerson(p: number, { phrases, roles, words, mentions }: Sentence): boolean {
  const phrase = phrases[p]
  const named = mentions.find((m) => phrase && m.from <= phrase.head && phrase.head < m.to)
  if (named?.meanings.some((m) => m.sort === 'PERSON' || m.sort === 'LEADER')) return true
  const role = phrase && roleOf(roles, phrase.from, phrase.to, phrase.core, phrase.head)
  return role != null && isPerson(role.role, lastWord(words, role))
}
