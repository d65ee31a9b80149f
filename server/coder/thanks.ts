/** What thanks tell of beside themselves: that whoever is thanked did something. */
import type { Clause } from './clause.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import type { Sentence } from './who.ts'

const GRATITUDE = /^(?:gratitude|thank|appreciation)$/
/** What is thanked for and is no thing that is given. */
const ABSTRACT =
  /^(?:effort|work|role|position|stance|stand|friendship|hospitality|attention|patience|understanding|leadership|service|sacrifice|interest|participation|welcome|reception|contribution|mediation|wish|word|message|readiness|willingness|decision|policy|move|step|what|that|this|it)$/

/** Phrases of whom a clause thanks; empty where it thanks nobody. */
export function thankedBy(
  { verb, object, prepositions }: Pick<Clause, 'verb' | 'object' | 'prepositions'>,
  { phrases, words }: Pick<Sentence, 'phrases' | 'words'>,
): readonly number[] {
  if (verb.lemma === 'thank') return object
  const head = words[phrases[object[0] ?? -1]?.head ?? -1]?.lemma ?? ''
  return GRATITUDE.test(head) || /^(?:grateful|thankful|indebted)$/.test(verb.lemma)
    ? (prepositions.find((p) => p.word === 'to')?.phrases ?? [])
    : []
}

/** "thanked Bree for a field hospital": the word of what was given; null where it is no thing, or its noun tells it by itself. */
export function giftOf({ prepositions }: Clause, { phrases, words }: Sentence): number | null {
  const head = phrases[prepositions.find((p) => p.word === 'for')?.phrases[0] ?? -1]?.head
  const word = words[head ?? -1]
  if (head === undefined || word?.pos !== 'NOUN' || ABSTRACT.test(word.lemma)) return null
  return leafOfNoun(words, head) === null ? head : null
}
