/** What nouns tell of: "an attack on", as CAMEO codes and our refinements of them (nouns.json). */
import nouns from './nouns.json' with { type: 'json' }
import type { Word } from './words.ts'

const NOUNS = new Map<string, string>()
for (const line of nouns) {
  const [names = '', leaf = ''] = line.split('|')
  for (const name of names.split(',')) NOUNS.set(name, leaf)
}

/** Last words of nouns of two words ("air strike"), and first words of those with an "of" ("exchange of fire"). */
const SECONDS = new Set<string>()
const OBJECTS = new Set<string>()
for (const name of NOUNS.keys()) {
  const [first = '', second = ''] = name.split(' ')
  if (second === 'of') OBJECTS.add(first)
  else if (second !== '') SECONDS.add(name.slice(first.length + 1))
}

const CLAIMS = new Set(['claim', 'suggestion', 'insinuation', 'assertion', 'contention'])

/** What a noun at a word does ("an attack on"), its own word before it considered ("air strike"); null where nothing. */
export function leafOfNoun(words: readonly Word[], at: number): string | null {
  const word = words[at]
  if (!word || (word.pos !== 'NOUN' && word.pos !== 'PROPN')) return null
  // "the use of force", but "security forces" are somebody.
  if (word.lower === 'forces') return null
  // "Arnor's claim that Bree harbours the rebels"
  if (CLAIMS.has(word.lemma) && words[at + 1]?.lower === 'that') return '112'
  const before = SECONDS.has(word.lemma) ? words[at - 1] : undefined
  const of = OBJECTS.has(word.lemma) && words[at + 1]?.lower === 'of' ? words[at + 2] : undefined
  return (
    (before && NOUNS.get(`${before.lemma} ${word.lemma}`)) ??
    (of && NOUNS.get(`${word.lemma} of ${of.lemma}`)) ??
    NOUNS.get(word.lemma) ??
    NOUNS.get(word.lower) ??
    null
  )
}
