/** Who is meant by a phrase that stands alone: "the Arnorian defence minister". */
import type { Day } from '../domain/day.ts'
import { chunksOf } from './chunk.ts'
import type { Dictionary, Referent, Role } from './dictionary.ts'
import { Discourse } from './discourse.ts'
import { type Mention, mentionsIn, rolesIn } from './mentions.ts'
import { phrasesOf } from './phrase.ts'
import { Who } from './who.ts'
import { wordsOf } from './words.ts'

export interface PhraseActor {
  /** Actor code; empty where the phrase names nobody. */
  readonly code: string
  readonly country: string | null
  /** What its role noun says; null where it has none. */
  readonly role: Role | null
}

/** The first actor the phrase names and its role noun; null where it has neither. */
export function phraseActor(dictionary: Dictionary, text: string, day: Day | null): PhraseActor | null {
  const words = wordsOf(text, 0, text.length)
  const mentions = mentionsIn(words, dictionary)
  const roles = rolesIn(words, dictionary)
  const phrases = phrasesOf(chunksOf(words, mentions, roles), words, roles, mentions)
  const who = new Who(dictionary, new Discourse(), day)
  // Of a phrase without a name its head's, else the first.
  const heads = new Set(phrases.map((p) => p.head + 1))
  const role = (roles.find((r) => heads.has(r.to)) ?? roles[0])?.role ?? null
  for (const phrase of phrases) {
    const meant = phrase.sort === 'NP' ? who.named({ words, mentions, roles, phrases }, phrase) : null
    const first = meant?.referents[0]
    if (first && first.code !== '')
      return { code: first.code, country: first.country, role: meant?.role ?? role ?? impliedRole(mentions[0], first) }
  }
  return role === null ? null : { code: '', country: null, role }
}

/** What a name says of its bearer's role without a role noun. */
function impliedRole(mention: Mention | undefined, { code, sort }: Referent): Role | null {
  const meaning = mention?.meanings[0]
  if (meaning?.sort === 'BODY') return meaning.key.split('/')[1] ?? null
  if (meaning?.sort === 'LEADER' || meaning?.sort === 'CAPITAL' || meaning?.sort === 'PERSON') return 'GOV'
  if (code.endsWith('.ARM')) return 'REB'
  return meaning?.sort === 'ACTOR' && sort === 'STATE' ? 'GOV' : null
}
