/** A word whose part of speech is looked at, with what stands about it. */
import { possessive } from './chunk.noun.ts'
import { verbLemma } from './lexicon.ts'
import type { Mention, RoleNoun } from './mentions.ts'
import { endsInS, nominal } from './retag.form.ts'
import type { Word } from './words.ts'

/** What of the whole sentence is known before any word is looked at. */
export interface Known {
  /** Of the word after a name, the word before that name. */
  readonly named: ReadonlyMap<number, number>
  /** Last words of role nouns: "the police chief". */
  readonly borne: ReadonlySet<number>
  /** First words of role nouns of more than one word: "the Arnorian charge d'affaires". */
  readonly titled: ReadonlySet<number>
  /** Words after a name that somebody owns: "our Arnorian partners". */
  readonly owned: ReadonlySet<number>
  /** As tagged, it has no verb. */
  readonly verbless: boolean
}

export interface Place {
  readonly known: Known
  readonly words: readonly Word[]
  /** Index of the word. */
  readonly at: number
  readonly word: Word
  readonly before: Word
  readonly after: Word
  /** It stands right after a name. */
  readonly afterName: boolean
  /** What stands before that name. */
  readonly beforeName: Word | undefined
  /** What comes next begins a phrase of its own: "the", "Bree", "its", "two". */
  readonly opens: boolean
  /** What came before may end one: a noun or a name. */
  readonly closes: boolean
}

export function knownOf(words: readonly Word[], mentions: readonly Mention[], roles: readonly RoleNoun[]): Known {
  return {
    named: new Map(mentions.map((m) => [m.to, m.from - 1])),
    borne: new Set(roles.map((r) => r.to - 1)),
    titled: new Set(roles.flatMap((r) => (r.to - r.from > 1 ? [r.from] : []))),
    owned: new Set(mentions.flatMap((m) => (OWNING.test(words[m.from - 1]?.lower ?? '') ? [m.to] : []))),
    verbless: !words.some((w) => w.pos === 'VERB' || w.pos === 'AUX'),
  }
}

const OWNING = /^(?:our|their|his|her|its|the|these|those)$/

/** Of a word with others on both sides. */
export function placeOf(words: readonly Word[], at: number, known: Known): Place {
  const [before, after] = [words[at - 1] as Word, words[at + 1] as Word]
  const name = known.named.get(at)
  return {
    known,
    words,
    at,
    word: words[at] as Word,
    before,
    after,
    afterName: name !== undefined,
    beforeName: words[name ?? -1],
    opens: OPENING.has(after.pos) || (after.pos === 'PRON' && possessive(after)),
    closes: before.pos === 'NOUN' || before.pos === 'PROPN',
  }
}

const OPENING = new Set(['DET', 'PROPN', 'NUM'])

/** Gives a word another part of speech, and the lemma of a verb where it becomes one. */
export function set(words: readonly Word[], at: number, pos: string): void {
  const word = words[at]
  if (!word) return
  if (pos === 'VERB' && word.pos !== 'VERB') word.lemma = verbLemma(word.lower)
  word.pos = pos
}

/** "a football", "a ruined apartment": a noun of one thing, from its article on. */
export function isOne(words: readonly Word[], noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - 3); i--) {
    const { lower = '', pos = '' } = words[i] ?? {}
    if (/^(?:a|an|another|each|every)$/.test(lower)) return !SAME_PAST.test(words[noun + 1]?.lower ?? '')
    if (pos !== 'ADJ' && pos !== 'NOUN' && !/ed$/.test(lower)) return false
  }
  return false
}
/** Verbs whose past is their plain form. */
const SAME_PAST =
  /^(?:hit|cut|put|set|shut|let|beat|read|cost|hurt|quit|split|spread|burst|cast|shed|bid|come|become|run)$/

/** Whether a mark is the apostrophe of a plural, and no closing quotation mark. */
export function isOwner(before: Word, mark: Word, after: Word): boolean {
  if (mark.text !== "'" && mark.text !== '’') return false
  const plural = before.lower.endsWith('s') && (before.pos === 'NOUN' || before.pos === 'PROPN')
  return plural && before.end === mark.start && after.start > mark.end && (nominal(after) || after.pos === 'NUM')
}

/** "Arnor and the Bree": it stands after two names, joined. */
export function followsTwoNames({ words, known: { named }, at, beforeName }: Place): boolean {
  const and = (named.get(at) ?? -1) - (beforeName?.pos === 'DET' ? 1 : 0)
  return words[and]?.lower === 'and' && named.has(and)
}

/** "to leave", "the base", "new concerns", "that": what a verb has after it, and a noun hardly. */
export function mayFollowVerb({ words, at, after, opens, known: { verbless } }: Place): boolean {
  const infinitive = after.lower === 'to' && words[at + 2]?.pos === 'VERB'
  const only = verbless && (after.pos === 'NOUN' || after.pos === 'ADP') && !endsInS(after)
  return infinitive || opens || after.pos === 'ADJ' || after.lower === 'that' || only
}
