/**
 * From an article, or a single sentence, to suggested statements. Pure: the same text, directory and codebook give the same
 * answer. Path: mask → segments → words → names and roles → phrases → clauses → acts → statements → tags.
 */

import type { Codebook, Leaf, Tag } from '../domain/codebook.ts'
import { tagOfLeaf } from '../domain/codebook.weights.ts'
import type { Day, Precision } from '../domain/day.ts'
import { isRefusal, type Refusal, sentenceOf } from '../domain/error.ts'
import { type Chunk, chunksOf } from './chunk.ts'
import type { Dictionary } from './dictionary.ts'
import { Discourse } from './discourse.ts'
import { checkArticle, masked } from './mask.ts'
import { mentionsIn, rolesIn } from './mentions.ts'
import { phrasesOf } from './phrase.ts'
import { segmentsOf } from './segment.ts'
import type { Setting } from './side.ts'
import { type Found, statementsIn } from './statements.ts'
import type { Suggestion } from './suggestion.ts'
import type { Sentence } from './who.ts'
import { type Word, wordsOf } from './words.ts'

export interface Coder {
  readonly dictionary: Dictionary
  readonly tagOf: (leaf: Leaf) => Tag | null
}

/** Build it once, ask it often. */
export function coderOf(dictionary: Dictionary, codebook: Pick<Codebook, 'tags'>): Coder {
  return { dictionary, tagOf: tagOfLeaf(codebook) }
}

export interface Suggested {
  readonly suggestions: readonly Suggestion[]
  /** Why there are none; null where there are some. */
  readonly reason: string | null
}

/** Below this an article's suggestion is not worth an analyst's look. */
const LEAST = 0.3

/** The statements of an article, in its order; refused where it is no text or too long. */
export function suggest(coder: Coder, text: string, day: Day | null, precision: Precision): Suggested | Refusal {
  const refusal = checkArticle(text)
  if (refusal) return refusal
  const seen = masked(text)
  const discourse = new Discourse()
  const setting: Setting = { dictionary: coder.dictionary, discourse, day, precision, article: true }
  const suggestions: Suggestion[] = []
  const segments = segmentsOf(seen)
  for (const segment of segments) {
    if (segment.chaff !== null) continue
    const sentence = readSentence(coder.dictionary, wordsOf(seen, segment.start, segment.end))
    const found = statementsIn(sentence, setting).filter((f) => f.source && f.target && f.strength >= LEAST)
    suggestions.push(...unique(found).map((f) => suggestionOf(f, sentence, text, coder.tagOf)))
  }
  return {
    suggestions,
    reason: suggestions.length > 0 ? null : reasonOf(segments.length, segments.filter((s) => s.chaff === null).length),
  }
}

/** The statements of one sentence that is known to hold one: who or whom may stay unknown. */
export function suggestSentence(
  coder: Coder,
  text: string,
  day: Day | null,
  precision: Precision,
): Suggested | Refusal {
  const refusal = checkArticle(text)
  if (refusal) return refusal
  const seen = masked(text)
  const setting: Setting = { dictionary: coder.dictionary, discourse: new Discourse(), day, precision, article: false }
  const suggestions: Suggestion[] = []
  for (const { start, end } of segmentsOf(seen)) {
    const sentence = readSentence(coder.dictionary, wordsOf(seen, start, end))
    const all = unique(statementsIn(sentence, setting))
    const full = all.filter((f) => f.source && f.target).sort((a, b) => b.strength - a.strength)
    const telling = full.filter((f) => f.strength >= LEAST && f.leaf !== '010')
    const found =
      telling.length > 0 ? telling : (full.length > 0 ? full : all.sort((a, b) => b.strength - a.strength)).slice(0, 1)
    suggestions.push(...found.map((f) => suggestionOf(f, sentence, text, coder.tagOf)))
  }
  return { suggestions, reason: suggestions.length > 0 ? null : reasonOf(1, 1) }
}

/** Whether what `suggest` answered is an answer; for callers that print. */
export function sentenceOrNull(answer: Suggested | Refusal): string | null {
  return isRefusal(answer) ? sentenceOf(answer) : answer.reason
}

function reasonOf(segments: number, sentences: number): string {
  if (segments === 0) return 'The text is empty.'
  if (sentences === 0)
    return 'Nothing in it is a sentence of an article: only captions, headlines or lines of the site.'
  return 'No sentence in it tells what one known actor says or does to another.'
}

export function readSentence(dictionary: Dictionary, words: readonly Word[]): Sentence {
  const mentions = mentionsIn(words, dictionary)
  const roles = rolesIn(words, dictionary)
  const chunks: Chunk[] = chunksOf(words, mentions, roles)
  return { words, mentions, roles, phrases: phrasesOf(chunks, words, roles, mentions) }
}

/** One statement a pair and code: the strongest. */
function unique(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>()
  for (const f of found) {
    const pair = f.mutual ? [f.source?.code, f.target?.code].sort() : [f.source?.code, f.target?.code]
    const key = `${pair.join('>')} ${f.leaf}`
    const before = best.get(key)
    if (!before || before.strength < f.strength) best.set(key, f)
  }
  return [...best.values()]
}

function suggestionOf(f: Found, { words }: Sentence, text: string, tagOf: (leaf: Leaf) => Tag | null): Suggestion {
  const tag = tagOf(f.leaf as Leaf) ?? (tagOf('010' as Leaf) as Tag)
  const start = words[f.from]?.start ?? 0
  const end = words[Math.max(f.from, f.to - 1)]?.end ?? start
  const triggers = [...new Set(f.triggers)].sort((a, b) => a - b).map((t) => words[t]?.text)
  return {
    start,
    end,
    text: text.slice(start, end),
    source: f.source?.code ?? null,
    target: f.target?.code ?? null,
    mutual: f.mutual,
    tag: tag.code,
    leaf: f.leaf as Leaf,
    quad: tag.quad,
    day: f.dated.day,
    precision: f.dated.precision,
    speaker: f.speaker,
    reported: f.reported,
    denied: f.denied,
    hypothetical: f.hypothetical,
    background: f.background,
    confidence: Math.round(f.strength * 1000) / 1000,
    reason: `“${triggers.join(' … ')}” (${f.leaf}); source by ${f.sourceHow || 'nothing'}, target by ${f.targetHow || 'nothing'}${f.dated.words ? `; day from “${f.dated.words}”` : ''}.`,
  }
}
