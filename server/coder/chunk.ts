/**
 * A sentence as a row of chunks: noun phrases, verb groups, prepositions, conjunctions. No tree: what belongs to what is
 * read off their order (clause.ts), which is enough for news prose and fast.
 */
import { isVerb } from './lexicon.ts'
import type { Mention, RoleNoun } from './mentions.ts'
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

const TIME =
  /^(?:year|month|week|weekend|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|tonight|night|morning|afternoon|evening|decade|hour|minute|moment|time|century|\d{4})s?$/
/** "-ing" words that are prepositions. */
const PREPOSITIONAL = new Set(['following', 'including', 'regarding', 'concerning', 'excluding'])
/** "disguised as policemen", "described as an attack": what comes is a noun phrase. */
const KNOWN_AS = new Set(
  'disguise describe know regard dress pose serve act treat use label portray identify see name view'.split(' '),
)
const NOW = /^(?:today|yesterday|tomorrow|tonight)$/
const SUBORDINATORS = new Set(
  'that if whether because since while although though unless until after before when where once as whereas so lest'.split(
    ' ',
  ),
)
const RELATIVES = new Set(['who', 'which', 'whom', 'whose'])
const NOMINAL = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'X', 'INTJ'])

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
    else if (verb) i = add('VG', i, verb.to, verb.at, verb)
    else if (/^["“”«»]$/.test(word.text)) i = add('QUOTE', i, i + 1)
    else if (word.text === ',') i = add('COMMA', i, i + 1)
    else if (RELATIVES.has(word.lower)) i = add('REL', i, i + 1)
    else if (word.lower === 'that' && startsClause(words, i))
      i = add(chunks.at(-1)?.sort === 'NP' ? 'REL' : 'SUB', i, i + 1)
    else if (word.lower === 'as' && words[i + 1]?.lower === 'well' && words[i + 2]?.lower === 'as')
      i = add('C', i, i + 3)
    else if (word.pos === 'CCONJ') i = add('C', i, i + 1)
    else if (word.pos === 'SCONJ' || (SUBORDINATORS.has(word.lower) && startsClause(words, i))) i = add('SUB', i, i + 1)
    else if (word.pos === 'ADP' || (word.pos === 'PART' && word.lower === 'to')) i = add('P', i, i + 1)
    else if (word.pos === 'PRON' && !possessive(word)) i = add('NP', i, i + 1)
    else if (NOMINAL.has(word.pos) || possessive(word)) {
      const to = nounPhraseEnd(words, mentions, i)
      const head = headOf(words, mentions, i, to)
      i = add(isTime(words, mentions, i, to, head) ? 'TIME' : 'NP', i, to, head)
    } else if (word.pos === 'ADV') i = add('ADV', i, i + 1)
    else i = add(/^[;:—–()[\]-]+$/.test(word.text) ? 'STOP' : 'ADV', i, i + 1)
  }
  return chunks
}

/** Mends what the tagger does not know: our names are names, role nouns nouns, and some verbs look like adjectives. */
function retag(words: readonly Word[], mentions: readonly Mention[], roles: readonly RoleNoun[]): void {
  for (const { from, to } of mentions)
    for (let i = from; i < to; i++) if (words[i]?.pos !== 'PUNCT') set(words, i, 'PROPN')
  for (const { from, to } of roles) {
    for (let i = from; i < to; i++)
      if (words[i]?.pos === 'VERB' && (i === to - 1 || to - from > 1)) set(words, i, 'NOUN')
  }
  const starts = new Set(mentions.map((m) => m.from))
  const ends = new Set(mentions.map((m) => m.to))
  const borne = new Set(roles.map((r) => r.to - 1))
  for (let i = 1; i < words.length - 1; i++) {
    const [before, word, after] = [words[i - 1] as Word, words[i] as Word, words[i + 1] as Word]
    const opensPhrase =
      after.pos === 'DET' || after.pos === 'PROPN' || (after.pos === 'PRON' && possessive(after)) || after.pos === 'NUM'
    const closesPhrase = before.pos === 'NOUN' || before.pos === 'PROPN'
    if (word.pos === 'VERB' && /[^s]s$/.test(word.lower) && /^(?:of|for|with|by|from)$/.test(before.lower))
      set(words, i, 'NOUN')
    // "to cozy up to", ", compelling Arnor to": verbs by where they stand.
    if (before.lower === 'to' && word.pos !== 'VERB' && isVerb(`${word.lemma} ${after.lower}`)) set(words, i, 'VERB')
    if (/^(?:ADJ|NOUN)$/.test(word.pos) && /ing$/.test(word.lower) && before.text === ',' && starts.has(i + 1)) {
      set(words, i, 'VERB')
    }
    if (
      word.pos === 'NOUN' &&
      /ing$/.test(word.lower) &&
      /^(?:of|from|for|by|without)$/.test(before.lower) &&
      opensPhrase
    ) {
      set(words, i, 'VERB')
    }
    if (
      /^(?:ADJ|INTJ|NOUN)$/.test(word.pos) &&
      word.lower === word.lemma &&
      ends.has(i) &&
      opensPhrase &&
      isVerb(word.lemma)
    ) {
      set(words, i, 'VERB')
    }
    if (word.pos === 'ADJ' && /ed$/.test(word.lower) && closesPhrase && (opensPhrase || after.pos === 'ADP'))
      set(words, i, 'VERB')
    // "Arnor plans to leave", "Gondor addresses new concerns": after a name, what looks like its plural noun.
    // "extradited suspected rebels", "Ousted president X": a past form before a noun, no verb of its own.
    if (
      word.pos === 'VERB' &&
      /ed$/.test(word.lower) &&
      /^(?:NOUN|PROPN|ADJ)$/.test(after.pos) &&
      before.pos === 'VERB'
    ) {
      set(words, i, 'ADJ')
    }
    const plans = (after.lower === 'to' && words[i + 2]?.pos === 'VERB') || opensPhrase || after.pos === 'ADJ'
    if (
      word.pos === 'NOUN' &&
      /[^s]s$/.test(word.lower) &&
      ends.has(i) &&
      plans &&
      isVerb(word.lemma) &&
      after.pos !== 'NUM' &&
      !borne.has(i)
    ) {
      set(words, i, 'VERB')
    }
  }
}

function set(words: readonly Word[], at: number, pos: string): void {
  const word = words[at]
  if (!word) return
  if (pos === 'VERB' && word.pos !== 'VERB') word.lemma = verbLemma(word.lower)
  word.pos = pos
}

/** The verb of a form that the tagger took for another word: "compelling", "apprehended", "plans". */
function verbLemma(form: string): string {
  const stem = form.replace(/(?:ing|ed|es|s)$/, '')
  const single = stem.replace(/(.)\1$/, '$1')
  return [form, stem, `${stem}e`, single, form.replace(/s$/, ''), form.replace(/ied$/, 'y')].find(isVerb) ?? stem
}

const possessive = (word: Word) => /^(?:my|our|your|his|her|its|their)$/.test(word.lower)

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
    if (words[i]?.text === ',' || pos === 'SCONJ') return false
  }
  return false
}

function nounPhraseEnd(words: readonly Word[], mentions: readonly Mention[], from: number): number {
  let i = from
  let noun = false
  while (i < words.length) {
    const word = words[i] as Word
    const mention = mentions.find((m) => m.from === i)
    if (mention) {
      i = mention.to
      noun = true
      continue
    }
    const before = words[i - 1]
    const owner = before?.pos === 'PART' && /^['’]s?$/.test(before.text)
    const dashed = /^[-–]$/.test(before?.text ?? '') && i > from
    // "the Afghan government the insurgent group", "Saudi Arabia Wednesday": another phrase begins.
    if (i > from && word.pos === 'DET' && noun && !owner) break
    if (
      i > from &&
      noun &&
      /^(?:last|this|next|late|early|earlier)$/.test(word.lower) &&
      !owner &&
      TIME.test(words[i + 1]?.lower ?? '')
    )
      break
    if (
      i > from &&
      noun &&
      TIME.test(word.lower) &&
      (word.pos === 'PROPN' || NOW.test(word.lower)) &&
      !owner &&
      !dashed
    )
      break
    if (NOMINAL.has(word.pos) || possessive(word)) noun ||= word.pos === 'NOUN' || word.pos === 'PROPN'
    else if (word.pos === 'PART' && /^['’]s?$/.test(word.text) && noun) noun = true
    else if (/^[-–/]$/.test(word.text) && joined(words, i)) noun ||= false
    else if (dashed && /^(?:VERB|ADP|ADV|PART|CCONJ)$/.test(word.pos)) noun ||= false
    else if (word.text === '(' && abbreviation(words, i) > 0) i += abbreviation(words, i)
    else if (/^["“”‘]$/.test(word.text) && i > from && nominalAhead(words, i)) noun ||= false
    else if (word.pos === 'VERB' && participleInside(words, i, from, noun, owner)) noun ||= false
    else if (word.pos === 'ADV' && i > from && !noun && words[i + 1]?.pos === 'ADJ') noun ||= false
    else if (word.pos === 'CCONJ' && !noun && before?.pos === 'ADJ' && words[i + 1]?.pos === 'ADJ') noun ||= false
    else break
    i++
  }
  while (i > from + 1 && /^["“”‘–/-]$/.test(words[i - 1]?.text ?? '')) i--
  return Math.max(i, from + 1)
}

/** A hyphen or slash within a word: no space on at least one side. */
function joined(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]]
  return (
    before !== undefined &&
    word !== undefined &&
    after !== undefined &&
    (before.end === word.start || word.end === after.start)
  )
}

/** "(TTP)", "(JUI-F)" after a name: how many words after the bracket it takes; 0 where it is none. */
function abbreviation(words: readonly Word[], at: number): number {
  for (let i = at + 1; i < Math.min(words.length, at + 6); i++) {
    if (words[i]?.text === ')') return i > at + 1 ? i - at : 0
    if (!/^(?:[\p{Lu}][\p{Lu}\p{Ll}]{0,9}|[-–])$/u.test(words[i]?.text ?? '')) return 0
  }
  return 0
}

/** A quotation that opens inside the phrase: the “practical engagement”. */
function nominalAhead(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]
  return (
    next !== undefined &&
    (next.pos === 'NOUN' || next.pos === 'ADJ') &&
    (words[at - 1]?.pos === 'DET' || words[at - 1]?.pos === 'ADJ')
  )
}

/** "the proposed talks", "its fighting force": a verb form before a noun, within the phrase. */
function participleInside(words: readonly Word[], at: number, from: number, noun: boolean, owner: boolean): boolean {
  const [word, next] = [words[at] as Word, words[at + 1]]
  if (!/(?:ed|ing|en)$/.test(word.lower) || at === from || !next) return false
  if (noun && !owner) return false
  return (
    next.pos === 'NOUN' ||
    next.pos === 'PROPN' ||
    next.pos === 'ADJ' ||
    (next.pos === 'VERB' && /ing$/.test(next.lower))
  )
}

function headOf(words: readonly Word[], mentions: readonly Mention[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    const pos = words[i]?.pos
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON') {
      const inside = mentions.find((m) => m.from <= i && i < m.to)
      return inside ? Math.min(inside.to, to) - 1 : i
    }
  }
  return to - 1
}

function isTime(words: readonly Word[], mentions: readonly Mention[], from: number, to: number, head: number): boolean {
  if (mentions.some((m) => m.from >= from && m.to <= to)) return false
  const [word, last] = [words[head] as Word, words[to - 1] as Word]
  return TIME.test(word.lower) || TIME.test(last.lower)
}
