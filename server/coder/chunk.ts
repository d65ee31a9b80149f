/**
 * A sentence as a row of chunks: noun phrases, verb groups, prepositions, conjunctions. No tree: what belongs to what is
 * read off their order (clause.ts), which is enough for news prose and fast.
 */
import { NOMINAL, nounPhraseAt, possessive } from './chunk.noun.ts'
import type { Mention, RoleNoun } from './mentions.ts'
import { retag } from './retag.ts'
import { type VerbGroup, verbGroupAt } from './verb.ts'
import type { Word } from './words.ts'

export type ChunkSort = 'NP' | 'VG' | 'P' | 'C' | 'SUB' | 'REL' | 'COMMA' | 'STOP' | 'TIME' | 'QUOTE' | 'ADV'

export interface Chunk {
  readonly sort: ChunkSort
  /** First word. */
  readonly from: number
  /** Word after the last. */
  readonly to: number
  /** The word that says what it is: the head noun, the preposition, the verb. */
  readonly head: number
  /** Of a VG. */
  readonly verb: VerbGroup | null
}

/** "-ing" words that are prepositions. */
const PREPOSITIONAL = new Set(['following', 'including', 'regarding', 'concerning', 'excluding'])
/** "disguised as policemen", "described as an attack": what comes is a noun phrase. */
const KNOWN_AS = new Set(
  'disguise describe know regard dress pose serve act treat use label portray identify see name view'.split(' '),
)
/** "for backing Bree": a preposition, whatever the tagger takes it for. */
const WITH_GERUND = new Set(['for', 'by', 'from', 'of', 'without', 'against', 'about'])
const QUOTES = new Set(['"', '“', '”', '«', '»'])
const SUBORDINATORS = new Set(
  'that if whether because since while although though unless until after before when where once as whereas so lest'.split(
    ' ',
  ),
)
const RELATIVES = new Set(['who', 'which', 'whom', 'whose'])

/** The chunks of a sentence, in order; every word is in one. */
export function chunksOf(words: readonly Word[], mentions: readonly Mention[], roles: readonly RoleNoun[]): Chunk[] {
  retag(words, mentions, roles)
  const chunks: Chunk[] = []
  const add = (sort: ChunkSort, from: number, to: number, head = to - 1, verb: VerbGroup | null = null) => {
    chunks.push({ sort, from, to, head, verb })
    return to
  }
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    const verb = verbGroupAt(words, i)
    const last = chunks.at(-1)
    if (
      PREPOSITIONAL.has(word.lower) &&
      (word.lower !== 'following' || words[i + 1]?.pos !== 'NUM') &&
      words[i - 1]?.pos !== 'AUX'
    ) {
      i = add('P', i, i + 1)
    } else if (word.lower === 'as' && last?.verb && KNOWN_AS.has(last.verb.lemma)) i = add('P', i, i + 1)
    else if (word.lower === 'according' && words[i + 1]?.lower === 'to') i = add('P', i, i + 2, i)
    else if (verb) i = add('VG', i, verb.to, verb.at, verb)
    else if (QUOTES.has(word.text)) i = add('QUOTE', i, i + 1)
    else if (word.text === ',') i = add('COMMA', i, i + 1)
    else if (RELATIVES.has(word.lower)) i = add('REL', i, i + 1)
    else if (word.lower === 'that' && startsClause(words, i))
      i = add(chunks.at(-1)?.sort === 'NP' ? 'REL' : 'SUB', i, i + 1)
    else if (word.lower === 'as' && words[i + 1]?.lower === 'well' && words[i + 2]?.lower === 'as')
      i = add('C', i, i + 3)
    else if (word.pos === 'CCONJ') i = add('C', i, i + 1)
    else if (words[i + 1]?.pos === 'VERB' && WITH_GERUND.has(word.lower) && words[i + 1]?.lower.endsWith('ing'))
      i = add('P', i, i + 1)
    else if (word.pos === 'SCONJ' || (SUBORDINATORS.has(word.lower) && startsClause(words, i))) i = add('SUB', i, i + 1)
    else if (word.pos === 'ADP' || (word.pos === 'PART' && word.lower === 'to')) i = add('P', i, i + 1)
    else if (word.pos === 'PRON' && !possessive(word)) i = add('NP', i, i + 1)
    else if (NOMINAL.has(word.pos) || possessive(word)) {
      const { to, head, time } = nounPhraseAt(words, mentions, i)
      i = add(time ? 'TIME' : 'NP', i, to, head)
    } else if (word.pos === 'ADV') i = add('ADV', i, i + 1)
    else i = add(/^[;:—–()[\]-]+$/.test(word.text) ? 'STOP' : 'ADV', i, i + 1)
  }
  return chunks
}

/** Whether the words after a "that", "as", "before" are a clause (a noun phrase with a verb), and not a noun phrase alone. */
function startsClause(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  if (!next) return false
  if (words[at]?.lower === 'that' && (next.pos === 'NOUN' || next.pos === 'ADJ')) {
    for (let i = at + 2; i < Math.min(words.length, at + 8); i++) {
      const pos = words[i]?.pos
      if (pos === 'VERB' || pos === 'AUX') return true
      if (pos === 'PUNCT') return false
    }
    return false
  }
  if (words[at]?.lower === 'that') return true
  for (let i = at + 1; i < Math.min(words.length, at + 14); i++) {
    const pos = words[i]?.pos
    if (pos === 'AUX' || pos === 'VERB') return true
    // "after Arnor's envoy, Ana Morell, met"
    if (words[i]?.text === ',' && pos === 'PUNCT') return isVerbAfterNext(words, i)
    if (pos === 'SCONJ') return false
  }
  return false
}

/** Whether a verb follows the next comma, a few words on. */
function isVerbAfterNext(words: readonly Word[], comma: number): boolean {
  for (let i = comma + 2; i < Math.min(words.length - 1, comma + 8); i++) {
    if (words[i]?.pos === 'VERB' || words[i]?.pos === 'AUX') return false
    if (words[i]?.text === ',') return /^(?:VERB|AUX)$/.test(words[i + 1]?.pos ?? '')
  }
  return false
}
