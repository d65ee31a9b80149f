/**
 * What each clause of a sentence does, as a code: the verb's sense, and what operators make of the verb or noun they lead
 * to. Who does it to whom is told as phrases; who these are is left to statements.ts.
 */
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict, isMaterialCooperation, negated, operated, promised } from './compose.ts'
import { leafOfNoun, type Operator, type Sense, senseOf } from './lexicon.ts'
import type { Sentence } from './who.ts'

/** Phrases that may be the target, the likeliest first by rank. */
export interface Candidate {
  readonly phrases: readonly number[]
  /** 0 the object … 5 a place. */
  readonly rank: number
  readonly preposition: string
}

export interface Act {
  /** CAMEO code or our refinement. */
  readonly leaf: string
  /** Index of the clause; null for what a noun alone tells. */
  readonly clause: number | null
  /** Phrases of who does it. */
  readonly source: readonly number[]
  readonly candidates: readonly Candidate[]
  /** Words that say what is done. */
  readonly triggers: readonly number[]
  /** 0–1: how much the words alone say. */
  readonly strength: number
  readonly operator: Operator | null
  readonly hypothetical: boolean
  /** Told in passing: by a noun, in a subordinate clause. */
  readonly background: boolean
  /** Index of the clause that is said; null where none. */
  readonly says: number | null
  readonly from: number
  readonly to: number
}

interface Draft {
  leaf: string | null
  candidates: Candidate[]
  triggers: number[]
  strength: number
  operator: Operator | null
  hypothetical: boolean
  used: number[]
}

/** Verbs that turn what their noun tells around: to draw criticism from, to face attacks by. */
const INVERSE = /^(?:draw|face|receive|suffer|win|gain|enjoy|attract|get|undergo|sustain|earn|incur|await|have|come)$/
/** Only these follow whom something is done to. */
const RANKS: Readonly<Record<string, number>> = {
  with: 1,
  against: 1,
  to: 1,
  toward: 1,
  towards: 1,
  on: 2,
  upon: 1,
  before: 2,
  for: 3,
  of: 2,
  from: 2,
  over: 4,
  about: 3,
  between: 1,
  at: 3,
  into: 3,
  through: 4,
  by: 4,
  after: 5,
  as: 6,
  despite: 6,
  following: 6,
  under: 5,
  during: 6,
  in: 5,
  near: 5,
  inside: 5,
  across: 5,
  outside: 5,
}

export function actsOf(sentence: Sentence, clauses: readonly Clause[]): Act[] {
  const drafts = new Map<number, Draft | null>()
  const consumed = new Set<number>()
  const acts: Act[] = []
  for (const [i, clause] of clauses.entries()) {
    const draft = draftOf(i, 0, sentence, clauses, drafts)
    if (draft === null || consumed.has(i)) continue
    for (const used of draft.used) consumed.add(used)
    if (draft.leaf === null) continue
    acts.push(actFrom(i, clause, draft, sentence))
  }
  return [...acts, ...nounActs(sentence, clauses, acts)]
}

function actFrom(i: number, clause: Clause, draft: Draft, { phrases, words }: Sentence): Act {
  const by = clause.prepositions.find((p) => p.word === 'by')
  const from = clause.prepositions.find((p) => p.word === 'from' || p.word === 'by')
  const inverse = !clause.passive && draft.operator === 'DO' && INVERSE.test(clause.verb.lemma) && from !== undefined
  let source = clause.subject
  let candidates = draft.candidates
  if (inverse && from) {
    source = from.phrases
    candidates = [{ phrases: clause.subject, rank: 0, preposition: '' }, ...candidates]
  } else if (clause.passive) {
    source = by?.phrases ?? (/^(?:receive|hear)$/.test(clause.verb.lemma) ? (from?.phrases ?? []) : [])
    candidates = [
      { phrases: clause.subject, rank: 0, preposition: '' },
      ...candidates.filter((c) => c.preposition !== 'by'),
    ]
  }
  const begin = Math.min(phrases[clause.at]?.from ?? 0, ...clause.subject.map((p) => phrases[p]?.from ?? 0))
  const last = Math.max(
    clause.to,
    ...draft.triggers.map((t) => t + 1),
    ...candidates.filter((c) => c.rank < 6).flatMap((c) => c.phrases.map((p) => phrases[p]?.to ?? 0)),
  )
  const modal = clause.verb.modal
  const hypothetical = draft.hypothetical || clause.conditional || /^(?:could|might|may|would|can)$/.test(modal ?? '')
  return {
    leaf: draft.leaf as string,
    clause: i,
    source,
    candidates: [...candidates].sort((a, b) => a.rank - b.rank),
    triggers: draft.triggers,
    strength: draft.strength,
    operator: draft.operator,
    hypothetical,
    background: isAside(clause, phrases, words),
    says: clause.says,
    from: begin,
    to: Math.min(last, words.length),
  }
}

/** In a relative or subordinate clause of time or comparison. */
function isAside(clause: Clause, phrases: Sentence['phrases'], words: Sentence['words']): boolean {
  for (let j = clause.at - 1; j >= Math.max(0, clause.at - 4); j--) {
    const sort = phrases[j]?.sort
    if (sort === 'REL') return words[phrases[j]?.from ?? 0]?.lower !== 'that'
    if (sort === 'SUB')
      return /^(?:after|before|since|as|when|while|where)$/.test(words[phrases[j]?.from ?? 0]?.lower ?? '')
    if (sort === 'VG' || sort === 'COMMA') return false
  }
  return false
}

function draftOf(
  i: number,
  depth: number,
  sentence: Sentence,
  clauses: readonly Clause[],
  known: Map<number, Draft | null>,
): Draft | null {
  if (known.has(i)) return known.get(i) ?? null
  known.set(i, null)
  const clause = clauses[i]
  if (!clause || depth > 6) return null
  const { words, phrases } = sentence
  const { verb } = clause
  const own = {
    words,
    at: verb.at,
    particle: verb.particle,
    from: Math.max(0, verb.at - 8),
    to: Math.min(words.length, ownEnd(clause, clauses, phrases)),
  }
  const wide = { ...own, to: Math.min(words.length, Math.max(own.to, wideEnd(clause, clauses)), verb.at + 16) }
  const narrow = senseOf(own)
  if (!narrow) return null
  const inner = clause.leadsTo === null ? null : draftOf(clause.leadsTo, depth + 1, sentence, clauses, known)
  const noun = nounIn(clause, sentence)
  const draft: Draft = {
    leaf: null,
    candidates: candidatesOf(clause, depth),
    triggers: [verb.at, ...narrow.at],
    strength: strengthOf(narrow),
    operator: narrow.operator,
    hypothetical: inner?.hypothetical ?? false,
    used: [],
  }
  if (clause.says !== null && (narrow.operator === 'HOPE' || narrow.operator === 'FEAR' || narrow.operator === 'SAY')) {
    draft.candidates.push(...candidatesSaid(clauses[clause.says]))
  }
  if (narrow.leaf === '042') {
    for (const [k, c] of draft.candidates.entries()) {
      if (/^(?:for|to|in|at)$/.test(c.preposition)) draft.candidates[k] = { ...c, rank: 0.2 }
    }
  }
  if (inner)
    draft.candidates.push(
      ...inner.candidates.map((c) => ({
        ...c,
        rank: c.rank + (isSpeech(narrow) && clause.object.length > 0 ? 4 : 0.5),
      })),
    )
  let operator = narrow.operator ?? operatorOf(clause, own)
  // "hopes to visit": meant, and no more.
  if (operator === 'HOPE' && clause.says === null && inner) {
    operator = 'INTEND'
    draft.hypothetical = true
  }
  if (operator && inner?.leaf) {
    draft.leaf = apply(operator, inner.leaf, verb.negated)
    draft.triggers = [verb.at, ...inner.triggers]
    draft.strength = inner.strength
    draft.operator = operator
    if (clause.leadsTo !== null && draft.leaf !== null && operator !== 'CAUSE')
      draft.used.push(clause.leadsTo, ...inner.used)
  } else if (narrow.leaf !== null) {
    draft.leaf = verb.negated ? negatedOf(narrow, noun) : narrow.leaf
  } else if (operator) {
    const broad = senseOf(wide)
    const leaf = noun?.leaf ?? (broad?.operator === null && broad.ours ? null : null)
    if (
      leaf !== null &&
      (operator !== 'SAY' || (noun?.preposition === '' && /^(?:announce|declare|proclaim)$/.test(verb.lemma)))
    ) {
      draft.triggers.push(noun?.at ?? verb.at)
      draft.strength = 0.7
      draft.leaf = apply(operator, leaf, verb.negated)
      if (/^(?:from|by)$/.test(noun?.preposition ?? '') === false && noun)
        draft.candidates.push({ phrases: [noun.phrase], rank: 4.5, preposition: 'of' })
    } else if (broad?.leaf && broad.operator === null) {
      draft.leaf = verb.negated ? null : broad.leaf
      draft.triggers = [verb.at, ...broad.at]
    } else draft.leaf = apply(operator, null, verb.negated) ?? (verb.negated ? null : narrow.fallback)
  }
  if (draft.leaf !== null && /^(?:will|shall|'ll|wo)$/.test(verb.modal ?? '') && !operator)
    draft.leaf = coming(draft.leaf)
  known.set(i, draft)
  return draft
}

const isSpeech = (sense: Sense) =>
  sense.operator === 'URGE' || sense.operator === 'DEMAND' || sense.operator === 'ACCUSE' || sense.operator === 'ALLOW'

/** "will attack" announces; "will not" was seen to by its negation. */
function coming(leaf: string): string {
  return isMaterialConflict(leaf) || isMaterialCooperation(leaf) || leaf.startsWith('04') ? promised(leaf) : leaf
}

/** A pattern took the operator's place; over an infinitive it is an operator still: "agreed with X to stop". */
function operatorOf(clause: Clause, window: Parameters<typeof senseOf>[0]): Operator | null {
  if (clause.leadsTo === null) return null
  return senseOf({ ...window, to: window.at + 1 })?.operator ?? null
}

function apply(operator: Operator, leaf: string | null, not: boolean): string | null {
  if (!not) return operated(operator, leaf)
  switch (operator) {
    case 'INTEND':
    case 'ALLOW':
      return operated('REFUSE', leaf)
    case 'TRY':
    case 'DO':
    case 'EXPRESS':
      return leaf === null ? null : negated(leaf)
    case 'HOPE':
      return '012'
    case 'STOP':
      return leaf === null || isForce(leaf) ? (leaf === null ? null : promised(leaf)) : '124'
    case 'SAY':
      return leaf === null ? '010' : negated(leaf)
    default:
      return null
  }
}

function negatedOf(sense: Sense, noun: { readonly leaf: string } | null): string | null {
  const leaf = sense.leaf as string
  if (leaf.startsWith('12') || leaf.startsWith('08')) return leaf.startsWith('08') ? '124' : null
  return negated(leaf) ?? (noun && isForce(noun.leaf) ? null : null)
}

function strengthOf(sense: Sense): number {
  if (sense.ours) return sense.matched > 0 ? 0.9 : sense.leaf !== null ? 0.75 : 0.5
  return sense.matched > 1 ? 0.6 : sense.matched === 1 ? 0.5 : 0.35
}

const ownEnd = (clause: Clause, clauses: readonly Clause[], phrases: Sentence['phrases']) =>
  clause.leadsTo === null
    ? clause.to
    : Math.min(clause.to, phrases[clauses[clause.leadsTo]?.at ?? 0]?.from ?? clause.to)
const wideEnd = (clause: Clause, clauses: readonly Clause[]) =>
  clause.leadsTo === null ? clause.to : (clauses[clause.leadsTo]?.to ?? clause.to)

function candidatesOf(clause: Clause, depth: number): Candidate[] {
  const candidates: Candidate[] = []
  if (clause.object.length > 0) candidates.push({ phrases: clause.object, rank: 0, preposition: '' })
  for (const { word, phrases } of clause.prepositions)
    candidates.push({ phrases, rank: (RANKS[word] ?? 4) + 0.01 * depth, preposition: word })
  return candidates
}

/** Of whom it is said, hoped, feared. */
function candidatesSaid(said: Clause | undefined): Candidate[] {
  if (!said) return []
  const subject: Candidate[] =
    said.subject.length > 0 ? [{ phrases: said.subject, rank: 1.5, preposition: 'that' }] : []
  return [...subject, ...candidatesOf(said, 0).map((c) => ({ ...c, rank: c.rank + 2 }))]
}

interface Happening {
  readonly leaf: string
  readonly at: number
  readonly phrase: number
  readonly preposition: string
}

/** The first noun of the object, or after a preposition, that tells of something done. */
function nounIn(clause: Clause, { words, phrases }: Sentence): Happening | null {
  const places = [
    { phrases: clause.object, preposition: '' },
    ...clause.prepositions
      .filter((p) => /^(?:for|to|on|in|of|at|with|against|under|into)$/.test(p.word))
      .map((p) => ({ phrases: p.phrases, preposition: p.word })),
  ]
  for (const place of places) {
    for (const p of place.phrases) {
      const phrase = phrases[p]
      if (!phrase) continue
      const order = [phrase.head, ...Array.from({ length: phrase.to - phrase.from }, (_, k) => phrase.from + k)]
      for (const at of order) {
        const leaf = leafOfNoun(words, at)
        if (leaf !== null && leaf !== '010') return { leaf, at, phrase: p, preposition: place.preposition }
      }
    }
  }
  return null
}

/** What nouns tell beside the verbs: "despite Arnor's repeated requests", "daily attacks by X on Y". */
function nounActs({ words, phrases }: Sentence, clauses: readonly Clause[], acts: readonly Act[]): Act[] {
  const told = new Set(acts.flatMap((a) => a.triggers))
  const found: Act[] = []
  for (const [p, phrase] of phrases.entries()) {
    if (phrase.sort !== 'NP') continue
    const leaf = leafOfNoun(words, phrase.head)
    if (leaf === null || leaf === '010' || told.has(phrase.head)) continue
    const source: number[] = []
    const candidates: Candidate[] = []
    let to = phrase.to
    for (let j = p + 1; phrases[j]?.sort === 'P' && phrases[j + 1]?.sort === 'NP'; j += 2) {
      const preposition = words[phrases[j]?.from ?? 0]?.lower ?? ''
      if (preposition === 'by' || (preposition === 'from' && !leaf.startsWith('06'))) source.push(j + 1)
      else if ((RANKS[preposition] ?? 9) <= 3)
        candidates.push({ phrases: [j + 1], rank: RANKS[preposition] ?? 3, preposition })
      else continue
      to = phrases[j + 1]?.to ?? to
    }
    const owner = source.length === 0
    if (owner) source.push(p)
    else candidates.push({ phrases: [p], rank: 2, preposition: 'of' })
    // The infinitive after it says to whom: "its order to attack Bree" is told by its own verb.
    if (clauses.some((c) => c.at === p + 1 && c.verb.infinitive)) continue
    found.push({
      leaf,
      clause: null,
      source,
      candidates,
      triggers: [phrase.head],
      strength: 0.45,
      operator: null,
      hypothetical: false,
      background: true,
      says: null,
      from: phrase.from,
      to,
    })
  }
  return found
}
