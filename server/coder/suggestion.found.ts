/** A statement as found, as it is suggested: its words, its tag, how surely, and why. */
import type { Leaf, Tag } from '../domain/codebook/codebook.ts'
import { calibrated } from './confidence.ts'
import type { Found } from './found.ts'
import type { Suggestion } from './suggestion.ts'
import type { Sentence } from './who.ts'

export function suggestionOf(
  f: Found,
  { words }: Sentence,
  text: string,
  tagOf: (leaf: Leaf) => Tag | null,
): Suggestion {
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
    confidence: calibrated(f.strength),
    reason: reasonFor(f, triggers.join(' … '), tag),
  }
}

/** How a side was understood, for a person. */
const HOW: Readonly<Record<Found['sourceHow'], string>> = {
  NAME: 'named',
  OWNER: 'by what is theirs',
  ROLE: 'by role, named before',
  NEAR: 'by role, of the country named nearest',
  PRONOUN: 'by a word for one named before',
  PLACE: 'by a place of theirs',
  TOPIC: 'not named here, from the text before',
  '': 'not known',
}

function reasonFor(f: Found, words: string, tag: Tag): string {
  const day =
    f.dated.words === ''
      ? ''
      : ` Day from “${f.dated.words}”${f.dated.precision === 'MONTH' ? ', known to the month' : ''}.`
  return `“${words}” is ${tag.code} (${f.leaf}). Source ${HOW[f.sourceHow]}; target ${f.mutual && f.targetHow === '' ? 'the other of the two' : HOW[f.targetHow]}.${day}`
}
