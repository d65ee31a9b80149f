/**
 * What verbs and nouns do to somebody, as CAMEO codes and our refinements of them. Our own list (lexicon.json, nouns.json)
 * is asked first; what it lacks is looked up in PETRARCH's patterns (verbs.json; Open Event Data Alliance, MIT).
 */
import own from './lexicon.json' with { type: 'json' }
import petrarch from './verbs.json' with { type: 'json' }
import type { Word } from './words.ts'

export const OPERATORS = [
  'SAY',
  'ACCUSE',
  'REFUSE',
  'DENY',
  'THREATEN',
  'INTEND',
  'TRY',
  'HOPE',
  'FEAR',
  'URGE',
  'DEMAND',
  'ALLOW',
  'STOP',
  'EXPRESS',
  'DO',
  'CAUSE',
] as const
/** A verb whose sense is in what it leads to: "refused to meet", "called for talks". */
export type Operator = (typeof OPERATORS)[number]

interface Pattern {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly leaf: string
}

/** By their first word; under "&" those whose first word is a set. */
type Patterns = ReadonlyMap<string, readonly Pattern[]>

function indexed(patterns: readonly Pattern[]): Patterns {
  const index = new Map<string, Pattern[]>()
  for (const pattern of patterns) {
    const first = pattern.after[0] ?? pattern.before[0] ?? ''
    const key = first.startsWith('&') ? '&' : first
    const known = index.get(key)
    if (known) known.push(pattern)
    else index.set(key, [pattern])
  }
  return index
}

interface Entry {
  readonly operator: Operator | null
  readonly leaf: string | null
  /** Of an operator that leads to nothing known: "agreed that …". */
  readonly fallback: string | null
  readonly patterns: Patterns
}

/** What a verb was found to do, and by which words. */
export interface Sense {
  readonly operator: Operator | null
  /** The code of the best pattern that fits; else the verb's own; null for an operator without a pattern that fits. */
  readonly leaf: string | null
  /** Words of the pattern that fitted: 0 for the verb alone. */
  readonly matched: number
  /** Word indexes of what the pattern named. */
  readonly at: readonly number[]
  readonly ours: boolean
  readonly fallback: string | null
}

const OWN = new Map<string, Entry>()
for (const line of own) {
  const [verbs = '', kind = '', patterns = ''] = line.split('|')
  const [name = '', fallback = null] = kind.split(':')
  const operator = (OPERATORS as readonly string[]).includes(name) ? (name as Operator) : null
  const entry: Entry = {
    operator,
    leaf: operator ? null : kind,
    fallback,
    patterns: indexed(patterns.split(';').flatMap(ownPattern)),
  }
  for (const verb of verbs.split(',')) if (!OWN.has(verb)) OWN.set(verb, entry)
}

function ownPattern(text: string): Pattern[] {
  const [words, leaf] = text.split('=')
  return words && leaf ? [{ before: [], after: words.split(' '), leaf }] : []
}

const SETS = new Map(
  petrarch.sets.map((line) => [
    line.slice(0, line.indexOf('=')),
    new Set(line.slice(line.indexOf('=') + 1).split(',')),
  ]),
)

const PETRARCH = new Map<string, Entry>()
for (const line of petrarch.verbs) {
  const [verbs = '', leaf = '', patterns = ''] = line.split('|')
  const entry: Entry = {
    operator: null,
    leaf: leaf || null,
    fallback: null,
    patterns: indexed(patterns.split(';').flatMap(petrarchPattern)),
  }
  for (const verb of verbs.split(',')) if (!PETRARCH.has(verb)) PETRARCH.set(verb, entry)
}

function petrarchPattern(text: string): Pattern[] {
  const m = /^(.*?)>(.*)=(\w+)$/.exec(text)
  if (!m) return []
  const words = (part: string | undefined) => (part ?? '').split(' ').filter((w) => w !== '')
  return [{ before: words(m[1]), after: words(m[2]), leaf: m[3] as string }]
}

/** First words of the verbs of more than one word. */
const firsts = (verbs: ReadonlyMap<string, Entry>) =>
  new Set([...verbs.keys()].flatMap((verb) => (verb.includes(' ') ? [verb.slice(0, verb.indexOf(' '))] : [])))
const OWN_TWO = firsts(OWN)
const PETRARCH_TWO = firsts(PETRARCH)

/** Whether either list has it as a verb. */
export const isVerb = (lemma: string) => OWN.has(lemma) || PETRARCH.has(lemma)

const IRREGULAR = new Map(
  'said say,sent send,shot shoot,struck strike,sold sell,bought buy,brought bring,built build,held hold,led lead,met meet,made make,given give,taken take,withdrawn withdraw,broken break,begun begin,told tell'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The verb of a form that was taken for another word or another verb: "compelling", "apprehended", "plans", "staged". */
export function verbLemma(form: string): string {
  const stem = form.replace(/(?:ing|ed|es|s)$/, '')
  const single = stem.replace(/(.)\1$/, '$1')
  return (
    IRREGULAR.get(form) ??
    [form, stem, `${stem}e`, single, form.replace(/s$/, ''), form.replace(/ie[ds]$/, 'y')].find(isVerb) ??
    stem
  )
}

export interface Window {
  readonly words: readonly Word[]
  /** Index of the verb. */
  readonly at: number
  readonly particle: string
  /** First word that may count as before the verb. */
  readonly from: number
  /** First word that may count as after it: of a passive its subject. */
  readonly after: number
  /** Word after the last that may count. */
  readonly to: number
}

/** What a verb does in its surroundings; null where neither list knows it. */
export function senseOf(window: Window): Sense | null {
  const { words, at, particle } = window
  const lemma = words[at]?.lemma ?? ''
  const next = words[at + 1 + (particle ? 1 : 0)]?.lower ?? ''
  const lower = words[at]?.lower ?? ''
  const two = OWN_TWO.has(lemma) ? OWN.get(`${lemma} ${particle || next}`) : undefined
  const entry = two ?? OWN.get(lemma) ?? (particle ? undefined : OWN.get(lower))
  const found = entry && best(entry.patterns, window, false)
  if (entry && (found || entry.leaf !== null)) {
    return {
      operator: found ? null : entry.operator,
      leaf: found?.leaf ?? entry.leaf,
      matched: found?.at.length ?? 0,
      at: found?.at ?? [],
      ours: true,
      fallback: entry.fallback,
    }
  }
  if (entry) return { operator: entry.operator, leaf: null, matched: 0, at: [], ours: true, fallback: entry.fallback }
  const theirs = (PETRARCH_TWO.has(lemma) && PETRARCH.get(`${lemma} ${particle || next}`)) || PETRARCH.get(lemma)
  const pattern = theirs && best(theirs.patterns, window, true)
  if (pattern)
    return {
      operator: null,
      leaf: pattern.leaf,
      matched: pattern.at.length,
      at: pattern.at,
      ours: false,
      fallback: null,
    }
  return theirs?.leaf ? { operator: null, leaf: theirs.leaf, matched: 0, at: [], ours: false, fallback: null } : null
}

interface Fit {
  readonly leaf: string
  readonly at: readonly number[]
}

/** The pattern that names most words; of equals the one whose words come first. */
function best(patterns: Patterns, window: Window, ordered: boolean): Fit | null {
  if (patterns.size === 0) return null
  let found: Fit | null = null
  const attempt = (pattern: Pattern) => {
    const after = placesOf(pattern.after, window.words, window.after, window.to, ordered)
    const before = after && placesOf(pattern.before, window.words, window.from, window.at, ordered)
    if (!before) return
    const at = [...before, ...after]
    const sooner = at.length === found?.at.length && (after[0] ?? 0) < (found.at[0] ?? 0)
    if (found === null || at.length > found.at.length || sooner) found = { leaf: pattern.leaf, at }
  }
  for (const pattern of patterns.get('&') ?? []) attempt(pattern)
  for (let i = Math.min(window.from, window.after); i < window.to; i++) {
    const { lemma, lower } = window.words[i] as Word
    const byLemma = patterns.get(lemma)
    if (byLemma) for (const pattern of byLemma) attempt(pattern)
    const byForm = lower === lemma ? undefined : patterns.get(lower)
    if (byForm) for (const pattern of byForm) attempt(pattern)
  }
  return found
}

function placesOf(
  pattern: readonly string[],
  words: readonly Word[],
  from: number,
  to: number,
  ordered: boolean,
): number[] | null {
  const places: number[] = []
  let start = from
  for (const wanted of pattern) {
    let found = -1
    for (let i = start; i < to; i++) {
      if (fits(wanted, words[i] as Word)) {
        found = i
        break
      }
    }
    if (found < 0) return null
    places.push(found)
    if (ordered) start = found + 1
  }
  return places
}

function fits(wanted: string, word: Word): boolean {
  if (wanted.startsWith('&')) {
    const set = SETS.get(wanted)
    return set !== undefined && (set.has(word.lemma) || set.has(word.lower))
  }
  return wanted === word.lemma || wanted === word.lower
}
