/**
 * From an article, or a single sentence, to suggested statements. Pure: the same text, directory and codebook give the same
 * answer. Path: mask → segments → words → names and roles → phrases → clauses → acts → statements → tags.
 */

import type { Codebook, Leaf, Tag } from '../domain/codebook.ts'
import { tagOfLeaf } from '../domain/codebook.weights.ts'
import type { Day, Precision } from '../domain/day.ts'
import type { Refusal } from '../domain/error.ts'
import { type Chunk, chunksOf } from './chunk.ts'
import { classify, type Probabilities } from './classifier.ts'
import { isForce, isMaterialConflict } from './compose.ts'
import { datelineOf } from './dateline.ts'
import { withDenials } from './denial.ts'
import type { Dictionary } from './dictionary.ts'
import { Discourse } from './discourse.ts'
import { familyOf, nearestLeaf } from './family.ts'
import type { Found } from './found.ts'
import { checkArticle, masked } from './mask.ts'
import { mentionsIn, rolesIn } from './mentions.ts'
import type { Model } from './model.ts'
import { phrasesOf } from './phrase.ts'
import { closingOf, isOpen } from './quotation.ts'
import { segmentsOf, sentencesOf } from './segment.ts'
import type { Setting } from './side.ts'
import { listenTo, statementsIn } from './statements.ts'
import { suggestionOf } from './suggestion.found.ts'
import type { Suggestion } from './suggestion.ts'
import { atomsOf } from './trie.ts'
import { Voices } from './voices.ts'
import type { Sentence } from './who.ts'
import { type Word, wordsOf } from './words.ts'

export interface Coder {
  /** Knows the family of a sentence by its words; null: rules alone. */
  readonly model: Model | null
  readonly dictionary: Dictionary
  readonly tagOf: (leaf: Leaf) => Tag | null
}

/** Build it once, ask it often. */
export function coderOf(dictionary: Dictionary, codebook: Pick<Codebook, 'tags'>, model: Model | null): Coder {
  return { dictionary, tagOf: tagOfLeaf(codebook), model }
}

export interface Suggested {
  readonly suggestions: readonly Suggestion[]
  /** Why there are none; null where there are some. */
  readonly reason: string | null
}

/** Below this an article's suggestion is not worth an analyst's look. */
const LEAST = 0.3
/** Of plain words of conflict, refusals, hopes and demands, whom they mean is rarely wrong where it is not told. */
const LEAST_PLAIN = 0.19
const PLAIN = /^(?:013|036|10|111|120|13)/
/** Words to somebody who is but a role near a name: "asked the villagers". */
const LEAST_NEAR = 0.36

function isWorth({ leaf, strength, targetHow }: Found): boolean {
  if (targetHow === 'NEAR') return strength >= (isMaterialConflict(leaf) ? LEAST : LEAST_NEAR)
  return strength >= (PLAIN.test(leaf) ? LEAST_PLAIN : LEAST)
}

/** The statements of an article, in its order; refused where it is no text or too long. */
export function suggest(coder: Coder, text: string, day: Day | null, precision: Precision): Suggested | Refusal {
  const refusal = checkArticle(text)
  if (refusal) return refusal
  const seen = masked(text)
  const discourse = new Discourse()
  const setting: Setting = { dictionary: coder.dictionary, discourse, day, precision, article: true }
  const voices = new Voices(discourse)
  const suggestions: Suggestion[] = []
  const segments = segmentsOf(seen)
  for (const [i, segment] of segments.entries()) {
    if (segment.chaff !== null) continue
    const own = seen.slice(segment.start, segment.end)
    const label = voices.labelOf(own)
    if (voices.asks) continue
    const dateline = label || datelineOf(own)
    if (dateline > label) discourse.home ??= countryIn(coder.dictionary, seen, segment.start, dateline, day)
    const sentence = readSentence(coder.dictionary, wordsOf(seen, segment.start + dateline, segment.end))
    const opens = isOpen(own, segment.quoted)
    if (opens && !segment.quoted) {
      const last = closingOf(segments, i)
      if (last) listenTo(readSentence(coder.dictionary, wordsOf(seen, last.start, last.end)), setting)
    }
    voices.before()
    const found = statementsIn(sentence, setting, opens || segment.quoted || voices.speaks).filter(
      (f) => f.source && f.target && isWorth(f),
    )
    voices.after(own)
    suggestions.push(...unique(found).map((f) => suggestionOf(f, sentence, text, coder.tagOf)))
  }
  return {
    suggestions: withDenials(suggestions),
    reason: suggestions.length > 0 ? null : reasonOf(segments.length, segments.filter((s) => s.chaff === null).length),
  }
}

/** The country of the first place that a dateline names; null where we know none. */
function countryIn(dictionary: Dictionary, seen: string, start: number, length: number, day: Day | null) {
  for (const { meanings } of mentionsIn(wordsOf(seen, start, start + length), dictionary)) {
    const country = meanings[0] && dictionary.resolve(meanings[0], null, day)?.country
    if (country) return country
  }
  return null
}

/** A sentence by itself, and the day it was told on. */
export interface Lone {
  readonly text: string
  readonly day: Day | null
  readonly precision: Precision
}

/**
 * The statements of one sentence that is known to hold one, the surest first: who or whom may stay unknown, and its family is
 * what its words and its deed say together.
 */
export function suggestSentence(
  coder: Coder,
  text: string,
  day: Day | null,
  precision: Precision,
): Suggested | Refusal {
  return suggestSentences(coder, [{ text, day, precision }])[0] as Suggested | Refusal
}

/**
 * The same of many sentences, in their order: all are classified first, and then read, for the table of the classifier and the
 * rules drive each other out of the processor's cache.
 */
export function suggestSentences(coder: Coder, sentences: readonly Lone[]): (Suggested | Refusal)[] {
  const { model } = coder
  const seen = sentences.map(({ text }) => checkArticle(text) ?? masked(text))
  const families = seen.map((s) =>
    model === null || typeof s !== 'string' || s.trim() === '' ? null : classify(model, s),
  )
  return sentences.map((sentence, i) => {
    const text = seen[i] as string | Refusal
    return typeof text === 'string' ? ofOne(coder, sentence, text, families[i] ?? null) : text
  })
}

/** `words`: of which family its words are; null where nobody was asked. */
function ofOne(coder: Coder, { text, day, precision }: Lone, seen: string, words: Probabilities | null): Suggested {
  const read = [...sentencesOf(seen)].map(([start, end]) => readSentence(coder.dictionary, wordsOf(seen, start, end)))
  const last = read.length === 1
  const setting: Setting = {
    dictionary: coder.dictionary,
    discourse: new Discourse(),
    day,
    precision,
    article: false,
    last,
  }
  const all = read.flatMap((sentence) => unique(statementsIn(sentence, setting)).map((f) => ({ f, sentence })))
  const found = surest(all.sort((a, b) => b.f.strength - a.f.strength))
  const suggestions = found.map(({ f, sentence }) => suggestionOf(f, sentence, text, coder.tagOf))
  const placed = words === null ? suggestions : inFamily(coder, words, seen, text, suggestions)
  return { suggestions: placed, reason: placed.length > 0 ? null : reasonOf(read.length, read.length) }
}
interface Placed {
  readonly f: Found
  readonly sentence: Sentence
}

/** All that tell of both sides clearly; else the best of what there is. */
function surest(all: readonly Placed[]): readonly Placed[] {
  const full = all.filter(({ f }) => f.source && f.target)
  const telling = full.filter(({ f }) => f.strength >= LEAST && f.leaf !== '010')
  return telling.length > 0 ? telling : (full.length > 0 ? full : all).slice(0, 1)
}

/** With the family of the words and the deed: the surest suggestion's, and that of all that tell the same deed. */
function inFamily(
  coder: Coder,
  words: Probabilities,
  seen: string,
  text: string,
  suggestions: readonly Suggestion[],
): readonly Suggestion[] {
  const [best] = suggestions
  const { quad, probability } = familyOf(words, best ?? null)
  const leaf = best?.quad === quad ? best.leaf : nearestLeaf(best?.leaf ?? null, quad)
  const tag = coder.tagOf(leaf) as Tag
  if (best === undefined) return [nobodyTold(text, seen, leaf, tag, probability)]
  return suggestions.map((s) => {
    if (s.leaf !== best.leaf || s.quad === quad) return s
    const reason = `${s.reason} By its words the sentence is ${quad.toLowerCase().replaceAll('_', ' ')}.`
    return { ...s, leaf, tag: tag.code, quad, reason }
  })
}

/** A sentence of which the words tell the family, and nothing more. */
function nobodyTold(text: string, seen: string, leaf: Leaf, tag: Tag, probability: number): Suggestion {
  const start = seen.length - seen.trimStart().length
  const end = seen.trimEnd().length
  const open = { source: null, target: null, mutual: false, day: null, speaker: null, precision: 'UNKNOWN' as const }
  const flags = { reported: false, denied: false, hypothetical: false, background: false }
  const reason = 'No verb or noun of the lexicon tells what is done; the family is by the words of the sentence alone.'
  const confidence = Math.round(100 * probability) / 1000
  return {
    start,
    end,
    text: text.slice(start, end),
    ...open,
    tag: tag.code,
    leaf,
    quad: tag.quad,
    ...flags,
    confidence,
    reason,
  }
}

function reasonOf(segments: number, sentences: number): string {
  if (segments === 0) return 'The text is empty.'
  if (sentences === 0)
    return 'Nothing in it is a sentence of an article: only captions, headlines or lines of the site.'
  return 'No sentence in it tells what one known actor says or does to another.'
}

export function readSentence(dictionary: Dictionary, words: readonly Word[]): Sentence {
  const atoms = atomsOf(words)
  const mentions = mentionsIn(words, dictionary, atoms)
  const roles = rolesIn(words, dictionary, atoms)
  const chunks: Chunk[] = chunksOf(words, mentions, roles)
  return { words, mentions, roles, phrases: phrasesOf(chunks, words, roles, mentions) }
}

/** One statement a pair and code: the strongest. */
function unique(found: readonly Found[]): readonly Found[] {
  if (found.length < 2) return found
  const best = new Map<string, Found>()
  for (const f of found) {
    const pair = f.mutual ? [f.source?.code, f.target?.code].sort() : [f.source?.code, f.target?.code]
    // "attacked a post, killing four": one deed.
    const key = `${pair.join('>')} ${isForce(f.leaf) ? 'force' : f.leaf}`
    const before = best.get(key)
    if (!before || before.strength < f.strength) best.set(key, f)
  }
  const all = [...best.values()]
  return all.length < 2 ? all : all.filter((f) => !all.some((other) => tellsMore(other, f)))
}

/** "raided a hideout of Bree, killing three rebels": the same deed, of which one telling says to whom. */
function tellsMore(other: Found, f: Found): boolean {
  if (!isForce(f.leaf) || !isForce(other.leaf) || other === f || other.source?.code !== f.source?.code) return false
  const vague = (x: Found) => x.targetHow === 'NEAR' || x.targetHow === 'ROLE' || x.targetHow === 'TOPIC'
  return vague(f) && !vague(other)
}
