/** Where a noun phrase ends that begins at a word, and which word of it says what it is. */
import type { Mention } from './mentions.ts'
import type { Word } from './words.ts'

const TIME =
  /^(?:year|month|week|weekend|day|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|tomorrow|tonight|night|morning|afternoon|evening|decade|hour|minute|moment|time|century|\d{4})s?$/
const TIMES = new Map<string, boolean>()

/** Whether a word, in small letters, tells of a time; remembered, for the words of a language are few. */
function isTimeWord(word: string): boolean {
  let known = TIMES.get(word)
  if (known === undefined) {
    known = TIME.test(word)
    if (TIMES.size > 20_000) TIMES.clear()
    if (word.length <= 40) TIMES.set(word, known)
  }
  return known
}

const YEAR = /^(?:1[89]|20)\d\ds?$/
const NOW = /^(?:today|yesterday|tomorrow|tonight)$/
export const NOMINAL = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM', 'X', 'INTJ'])

const POSSESSIVE = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their'])
export const possessive = (word: Word) => POSSESSIVE.has(word.lower)

export interface NounPhrase {
  /** Word after the last. */
  readonly to: number
  /** The head noun. */
  readonly head: number
  /** Whether it says when. */
  readonly time: boolean
}

export function nounPhraseAt(words: readonly Word[], mentions: readonly Mention[], from: number): NounPhrase {
  const to = nounPhraseEnd(words, mentions, from)
  const head = headOf(words, mentions, from, to)
  return { to, head, time: isTime(words, mentions, from, to, head) }
}

const DASHES = new Set(['-', '–', '/'])
const QUOTES = new Set(['"', '“', '”', '‘'])
const TRAILING = new Set([...QUOTES, ...DASHES])

function nounPhraseEnd(words: readonly Word[], mentions: readonly Mention[], from: number): number {
  let i = from
  let noun = false
  while (i < words.length) {
    const word = words[i] as Word
    const mention = beginningAt(mentions, i)
    // "On Monday Arnor accused": two phrases, whatever the tagger makes one name of.
    if (mention && i > from && saysWhen(words, from, i)) break
    // "On Sunday delegations met"
    if (from === 1 && i > from && words[0]?.lower === 'on' && !isTimeWord(word.lower) && saysWhen(words, from, i)) break
    if (mention) {
      i = mention.to
      noun = true
      continue
    }
    const before = words[i - 1]
    const owner = before?.pos === 'PART' && /^['’]s?$/.test(before.text)
    const dashed = i > from && (before?.text === '-' || before?.text === '–')
    // "the Afghan government the insurgent group", "Saudi Arabia Wednesday": another phrase begins.
    if (i > from && word.pos === 'DET' && noun && !owner) break
    if (
      i > from &&
      noun &&
      !owner &&
      isTimeWord(words[i + 1]?.lower ?? '') &&
      /^(?:last|this|next|late|early|earlier)$/.test(word.lower)
    )
      break
    if (
      i > from &&
      noun &&
      isTimeWord(word.lower) &&
      (word.pos === 'PROPN' || NOW.test(word.lower)) &&
      !owner &&
      !dashed
    )
      break
    if (NOMINAL.has(word.pos) || possessive(word)) noun ||= word.pos === 'NOUN' || word.pos === 'PROPN'
    else if (word.pos === 'PART' && /^['’]s?$/.test(word.text) && noun) noun = false
    else if (DASHES.has(word.text) && joined(words, i)) noun ||= false
    else if (dashed && /^(?:VERB|ADP|ADV|PART|CCONJ)$/.test(word.pos)) noun ||= false
    else if (word.text === '(' && abbreviation(words, i) > 0) i += abbreviation(words, i)
    else if (QUOTES.has(word.text) && i > from && nominalAhead(words, i)) noun ||= false
    else if (word.pos === 'VERB' && participleInside(words, i, from, noun, owner)) noun ||= false
    else if (word.pos === 'ADV' && i > from && !noun && describes(words[i + 1])) noun ||= false
    else if (word.pos === 'CCONJ' && !noun && before?.pos === 'ADJ' && words[i + 1]?.pos === 'ADJ') noun ||= false
    else break
    i++
  }
  while (i > from + 1 && TRAILING.has(words[i - 1]?.text ?? '')) i--
  return Math.max(i, from + 1)
}

/** Whether some words are a day or month alone, with numbers. */
function saysWhen(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i] as Word
    if (!isTimeWord(word.lower) && word.pos !== 'NUM' && !/^(?:the|last|this|next|late|early)$/.test(word.lower))
      return false
  }
  return (
    // "In 2015 Arnor bombed"
    YEAR.test(words[to - 1]?.lower ?? '') ||
    isTimeWord(words[to - 1]?.lower ?? '') ||
    (words[to - 1]?.pos === 'NUM' && isTimeWord(words[from]?.lower ?? ''))
  )
}

function beginningAt(mentions: readonly Mention[], at: number): Mention | null {
  for (const mention of mentions) if (mention.from === at) return mention
  return null
}

/** "most favoured", "newly appointed" */
const describes = (word: Word | undefined) =>
  word?.pos === 'ADJ' || (word?.pos === 'VERB' && /(?:ed|en)$/.test(word.lower))

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
    (/^(?:DET|ADJ|PART)$/.test(words[at - 1]?.pos ?? '') || possessive(words[at - 1] as Word))
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
  return isTimeWord(word.lower) || isTimeWord(last.lower)
}
