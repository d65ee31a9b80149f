/** A sentence by itself that is known to hold a statement: who or whom may stay unknown, its family is by its words and its deed. */
import type { Leaf, Tag } from '../domain/codebook/codebook.ts'
import type { Day, Precision } from '../domain/day.ts'
import type { Refusal } from '../domain/error.ts'
import { classify, type Probabilities } from './classifier.ts'
import { type Coder, reasonOf, type Suggested } from './coder.ts'
import { Discourse } from './discourse.ts'
import { familyOf, nearestLeaf } from './family.ts'
import type { Found } from './found.ts'
import { checkArticle, masked } from './mask.ts'
import { sentencesOf } from './segment.ts'
import { readSentence } from './sentence.ts'
import type { Setting } from './side.ts'
import { statementsIn } from './statements.ts'
import { suggestionOf } from './suggestion.found.ts'
import type { Suggestion } from './suggestion.ts'
import type { Sentence } from './who.ts'
import { LEAST, unique } from './worth.ts'

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
  const read = [...sentencesOf(seen)].map(([start, end]) => readSentence(coder.dictionary, seen, start, end))
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
