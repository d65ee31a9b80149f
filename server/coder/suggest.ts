/**
 * From an article to suggested statements. Pure: the same text, directory and codebook give the same answer. Path: mask →
 * segments → words → names and roles → phrases → clauses → acts → statements → tags.
 */
import type { Day, Precision } from '../domain/day.ts'
import type { Refusal } from '../domain/error.ts'
import { type Coder, reasonOf, type Suggested } from './coder.ts'
import { datelineOf } from './dateline.ts'
import { withDenials } from './denial.ts'
import type { Dictionary } from './dictionary.ts'
import { Discourse } from './discourse.ts'
import { checkArticle, masked } from './mask.ts'
import { mentionsIn } from './mentions.ts'
import { closingOf, isOpen } from './quotation.ts'
import { segmentsOf } from './segment.ts'
import { readSentence } from './sentence.ts'
import type { Setting } from './side.ts'
import { listenTo, statementsIn } from './statements.ts'
import { suggestionOf } from './suggestion.found.ts'
import type { Suggestion } from './suggestion.ts'
import { Voices } from './voices.ts'
import { wordsOf } from './words.ts'
import { isWorth, unique } from './worth.ts'

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
    const sentence = readSentence(coder.dictionary, seen, segment.start + dateline, segment.end)
    const opens = isOpen(own, segment.quoted)
    if (opens && !segment.quoted) {
      const last = closingOf(segments, i)
      if (last) listenTo(readSentence(coder.dictionary, seen, last.start, last.end), setting)
    }
    voices.before()
    const found = statementsIn(sentence, setting, opens || segment.quoted || voices.speaks).filter(isWorth)
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
