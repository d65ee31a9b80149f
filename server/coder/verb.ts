/** Verb groups: which verb, and how it is meant: negated, passive, of the future, infinitive, with its particle. */
import type { Word } from './words.ts'

export interface VerbGroup {
  /** The main verb, or the adjective after "be" ("is ready"). */
  readonly at: number
  /** Word after the group. */
  readonly to: number
  readonly lemma: string
  /** "out" of "ruled out"; empty where there is none. */
  readonly particle: string
  readonly negated: boolean
  readonly passive: boolean
  /** "to withdraw". */
  readonly infinitive: boolean
  /** "accusing", "disguised", without an auxiliary; a bare past form may be either (see clause.ts). */
  readonly bare: 'ING' | 'ED' | null
  /** "will", "could", …; null where there is none. */
  readonly modal: string | null
}

/** Whether a verb can be that of a clause of its own. */
export const finite = (verb: VerbGroup | null | undefined) => Boolean(verb) && !verb?.infinitive && verb?.bare !== 'ING'

/** What is done about another's deed: rejected, denied, condemned, welcomed, ignored. */
export const isReaction = ({ lemma }: VerbGroup) => REACTING.test(lemma)
const REACTING =
  /^(?:reject|dismiss|deny|refute|rebut|rubbish|ignore|condemn|denounce|deplore|decry|criticise|criticize|slam|blast|protest|lament|welcome|hail|applaud|praise|accept|decline|spurn|rebuff|brush|shrug|wave|laugh|defy|answer|oppose|resent)$/

const PARTICLES = new Set(['out', 'off', 'up', 'down', 'back', 'away', 'apart', 'forward'])
/** Particles that are prepositions after most verbs. */
const PREPOSITIONAL: Readonly<Record<string, RegExp>> = {
  over: /^(?:hand|take|turn|give|roll)$/,
  in: /^(?:take|let|fly|haul|call|bring|send|ship|usher)$/,
  through: /^(?:let|wave)$/,
  aside: /^(?:brush|wave|push|cast)$/,
  home: /^(?:send|order)$/,
}
const MODALS = new Set([
  'will',
  'would',
  'could',
  'might',
  'may',
  'can',
  'should',
  'must',
  'shall',
  'ought',
  "'ll",
  "'d",
])
const BE = new Set([
  'be',
  'am',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  "'s",
  "'re",
  "'m",
  '’s',
  '’re',
  '’m',
  'get',
  'got',
])
/** Adjectives after "be" that say what someone does or means to do. */
const ADJECTIVES = new Set(
  (
    'ready willing unwilling prepared able unable reluctant set due determined committed opposed hopeful optimistic ' +
    'concerned worried adamant critical responsible confident pessimistic sceptical skeptical guilty grateful sorry ' +
    'disappointed open keen eager afraid alarmed angry furious supportive sympathetic interested pleased happy proud ' +
    'behind dangerous unacceptable regrettable illegal wrong complicit likely unlikely certain sure aware against ' +
    'troubled dismayed appalled shocked saddened frustrated upset outraged necessary essential crucial important possible free capable thankful delighted glad heartened indebted incensed livid unhappy displeased dissatisfied uneasy wary'
  ).split(' '),
)

/** The verb group that begins at a word; null where none does. */
export function verbGroupAt(words: readonly Word[], from: number): VerbGroup | null {
  let i = from
  let negated = false
  let infinitive = false
  let modal: string | null = null
  let auxiliary: string | null = null
  const first = words[i] as Word
  if (first.lower === 'to' && verbAhead(words, i + 1)) {
    infinitive = true
    i++
  } else if (first.pos === 'ADV' || first.pos === 'PART') {
    if (!isNot(first)) return null
    const next = words[i + 1]
    if (next?.lower === 'to' && verbAhead(words, i + 2)) {
      negated = infinitive = true
      i += 2
    } else if (next?.pos === 'VERB') negated = true
    else return null
    if (negated && !infinitive) i++
  } else if (first.pos !== 'AUX' && first.pos !== 'VERB') return null
  for (; i < words.length; i++) {
    const word = words[i] as Word
    if (isNot(word)) negated = true
    else if (word.lower === 'never' || (word.lower === 'no' && words[i + 1]?.lower === 'longer')) {
      negated = true
      if (word.lower === 'no') i++
    } else if (word.pos === 'ADV' && (auxiliary !== null || infinitive || modal !== null)) continue
    else if (word.lower === 'having' && i === from && words[i + 1]?.pos === 'VERB') auxiliary = word.lower
    else if (word.pos === 'AUX' || (MODALS.has(word.lower) && word.pos !== 'NOUN' && auxiliary === null)) {
      if (MODALS.has(word.lower) || MODALS.has(word.lemma)) modal = word.lemma
      auxiliary = word.lower
    } else break
  }
  const obliged = words[i]?.pos === 'VERB' && words[i]?.lemma === 'have' && words[i + 1]?.lower === 'to'
  const to = obliged ? i + 1 : i
  if (words[to]?.lower === 'to' && verbAhead(words, to + 1)) {
    const led = ledBy(words, from, to, obliged)
    if (led !== null) {
      modal ??= led === 'not' ? null : led
      negated ||= led === 'not'
      for (i = to + 1; words[i]?.pos !== 'VERB' && words[i]?.pos !== 'AUX'; ) i++
      if (words[i]?.pos === 'AUX') auxiliary = (words[i++] as Word).lower
      else auxiliary = words[to - 1]?.lower === 'yet' ? 'have' : 'do'
    }
  }
  // "stands ready to", "remain opposed to"
  if (/^(?:stand|remain|feel|seem|appear)$/.test(words[i]?.lemma ?? '') && ADJECTIVES.has(words[i + 1]?.lower ?? '')) {
    auxiliary = 'be'
    i++
  }
  const main = words[i]
  const be = auxiliary !== null && BE.has(auxiliary)
  if (main?.pos === 'VERB') {
    const particle = particleAfter(words, i)
    return {
      at: i,
      to: i + 1 + (particle ? 1 : 0),
      lemma: main.lemma,
      particle,
      negated,
      passive: be && !/ing$/.test(main.lower),
      infinitive,
      bare:
        auxiliary === 'having'
          ? 'ING'
          : auxiliary || infinitive || modal
            ? null
            : /ing$/.test(main.lower)
              ? 'ING'
              : main.lower !== main.lemma && !/s$/.test(main.lower)
                ? 'ED'
                : null,
      modal,
    }
  }
  if (auxiliary === null) return null
  if (be && main && ADJECTIVES.has(main.lower) && !/^(?:NOUN|PROPN)$/.test(words[i + 1]?.pos ?? '')) {
    return { at: i, to: i + 1, lemma: main.lower, particle: '', negated, passive: false, infinitive, bare: null, modal }
  }
  // "is about to restore": what follows is what counts.
  const last = lastAuxiliary(words, from, i)
  return {
    at: last,
    to: i,
    lemma: (words[last] as Word).lemma,
    particle: '',
    negated,
    passive: false,
    infinitive,
    bare: null,
    modal,
  }
}

/** "are to meet" will, "has to leave" must, "has yet to answer" did not: what the words before an infinitive make of it; null where they make nothing of it. */
function ledBy(
  words: readonly Word[],
  from: number,
  to: number,
  obliged: boolean,
): 'will' | 'would' | 'must' | 'not' | null {
  const before = words[to - 1]?.lower ?? ''
  if (before === 'yet') return words.slice(from, to).some((w) => w.lemma === 'have') ? 'not' : null
  if (obliged || /^(?:has|have|had)$/.test(before)) return 'must'
  if (/^(?:is|are|'s|'re)$/.test(before)) return 'will'
  return /^(?:was|were)$/.test(before) ? 'would' : null
}

const isNot = (word: Word) => word.lower === 'not' || word.lower === "n't"

function verbAhead(words: readonly Word[], from: number): boolean {
  let i = from
  while (words[i]?.pos === 'ADV' || (words[i] && isNot(words[i] as Word))) i++
  return words[i]?.pos === 'VERB' || words[i]?.pos === 'AUX'
}

function lastAuxiliary(words: readonly Word[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (words[i]?.pos === 'AUX') return i
  return from
}

function particleAfter(words: readonly Word[], at: number): string {
  const next = words[at + 1]
  if (!next || !/^(?:ADP|ADV|PART)$/.test(next.pos))
    return next?.lower === 'home' && next.pos === 'NOUN' && PREPOSITIONAL.home?.test((words[at] as Word).lemma)
      ? 'home'
      : ''
  if (PARTICLES.has(next.lower)) return next.lower
  return PREPOSITIONAL[next.lower]?.test((words[at] as Word).lemma) ? next.lower : ''
}
