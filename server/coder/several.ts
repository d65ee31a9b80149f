/** Who is meant by words for several spoken of before: "both countries", "the two sides' commanders", "either of them", "the three". */
import type { Referent } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import type { Phrase } from './phrase.ts'
import type { Kind } from './recollection.ts'
import type { Sentence } from './who.ts'

const STATES =
  /^(?:countr|nation|state|government|neighbou?r|capital|republic|power|giant|president|premier|prime|foreign)/
const PARTIES =
  /^(?:side|part(?:y|ies)|leader|minister|official|president|premier|delegation|diplomat|army|armies|militar|force|foe|rival|enem|people|team|camp|men|movement|group|faction|ally|allies|partner)/
/** "the sides": without a number there are two where no more were spoken of. */
const SIDES =
  /^(?:sides|parties|delegations|neighbou?rs|foes|rivals|negotiators|capitals|pair|duo|adversaries|leaders|presidents|ministers)$/
const NUMBERS = new Map(Object.entries({ both: 2, two: 2, three: 3, four: 4, five: 5, six: 6 }))
const PEOPLE = /^(?:leader|minister|president|premier|prime|foreign|diplomat|official|men|general)/
const ALONE = /^(?:both|either|neither|each|two|three|four)$/

/** Those meant, two or more; null where the phrase is no such words, or nobody was spoken of. */
export function severalMeant(sentence: Sentence, phrase: Phrase, discourse: Discourse): readonly Referent[] | null {
  const { words } = sentence
  const { from, to, head } = phrase
  for (let i = from; i < to; i++) {
    const count = NUMBERS.get(words[i]?.lower ?? '')
    if (
      count === undefined ||
      (words[i]?.lower !== 'both' && !/^(?:the|these|those|all)$/.test(words[i - 1]?.lower ?? ''))
    )
      continue
    const noun = words.slice(i + 1, Math.min(to, i + 4)).find((w) => STATES.test(w.lower) || PARTIES.test(w.lower))
    const sort = noun && STATES.test(noun.lower) ? 'STATE' : null
    // "held talks, during which the two leaders reviewed": those of the talks.
    const here = count === 2 && noun && isDuring(words, from) ? discourse.bothHere(sort) : null
    if (here) return here
    if (noun) return enough(discourse.several(count, sort, kindOf(noun.lower)), count)
  }
  const [first, last] = [words[from]?.lower ?? '', words[head]?.lower ?? '']
  // "rang both his counterparts"
  if (first === 'both' && /^(?:his|her|its|their)$/.test(words[from + 1]?.lower ?? ''))
    return enough(discourse.several(2, null), 2)
  const alone =
    to - from === 1 || (first === 'the' && to - from === 2) || /^(?:of|the)$/.test(words[from + 1]?.lower ?? '')
  if (alone && ALONE.test(first === 'the' ? last : first)) {
    const pronoun = to - from < 3 || /^(?:them|us|you|which|whom)$/.test(words[to - 1]?.lower ?? '')
    const count = NUMBERS.get(first === 'the' ? last : first) ?? 2
    return pronoun ? enough(discourse.several(count, null), count) : null
  }
  const during = first === 'the' && SIDES.test(last) && isDuring(words, from) ? discourse.bothHere(null) : null
  if (during) return during
  // "urged all parties to show restraint"
  if (first === 'all' && /^(?:sides|parties)$/.test(last)) return enough(discourse.several(2, null), 2)
  // "the nuclear-armed neighbours", "the Balkan foes"
  if (
    first === 'the' &&
    to - from > 2 &&
    /^(?:neighbou?rs|rivals|foes|adversaries|arch-rivals|arch-foes)$/.test(last) &&
    head === to - 1
  )
    return enough(discourse.several(2, 'STATE', kindOf(last)), 2)
  if (first === 'the' && to - from === 2 && SIDES.test(last)) return enough(discourse.several(2, null, kindOf(last)), 2)
  return null
}

const enough = (referents: readonly Referent[], count: number) => (referents.length === count ? referents : null)

/** "during which", "where", before the phrase that begins at `from`. */
function isDuring(words: Sentence['words'], from: number): boolean {
  const link = words[from - 1]?.lower ?? ''
  return link === 'which' || link === 'where' || link === 'as'
}

function kindOf(noun: string): Kind {
  if (/^neighbou?rs?$/.test(noun)) return 'NEIGHBOURS'
  return PEOPLE.test(noun) ? 'PEOPLE' : null
}
