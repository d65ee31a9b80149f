/**
 * What each clause of a sentence does, as a code, and between which phrases. Who these are is left to statements.ts.
 */

import { isCarrying } from './beside.ts'
import { type Candidate, rankOf } from './candidate.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict } from './compose.ts'
import { type Draft, Drafts } from './draft.ts'
import { nounActs } from './happening.ts'
import type { Operator } from './lexicon.ts'
import type { Sentence } from './who.ts'

export interface Act {
  /** CAMEO code or our refinement. */
  readonly leaf: string
  /** Index of the clause; null for what a noun alone tells. */
  readonly clause: number | null
  /** Phrases of who does it. */
  readonly source: readonly number[]
  /** Phrases that may be the target, the likeliest first. */
  readonly candidates: readonly Candidate[]
  /** Words that say what is done. */
  readonly triggers: readonly number[]
  /** 0–1: how much the words alone say. */
  readonly strength: number
  readonly operator: Operator | null
  readonly hypothetical: boolean
  /** Told in passing: by a noun, in a subordinate clause. */
  readonly background: boolean
  /** "was endorsed by" */
  readonly passive: boolean
  /** Index of the clause that lays it to somebody's charge; null where none does. */
  readonly charged: number | null
  /** Index of the clause that is said; null where none. */
  readonly says: number | null
  readonly from: number
  readonly to: number
}

/** Verbs by which others than their subject expect what it does. */
const RAISED =
  /^(?:expect|believe|say|report|understand|think|know|schedule|slate|tip|allege|rumou?r|see|suspect|suppose|assume|estimate|due|set)$/

/** Verbs that turn what their noun tells around: to draw criticism from, to face attacks by. */
const INVERSE = /^(?:draw|face|receive|suffer|win|gain|enjoy|attract|get|undergo|sustain|earn|incur|await|have|come)$/

export function actsOf(sentence: Sentence, clauses: readonly Clause[]): Act[] {
  const drafts = new Drafts(sentence, clauses)
  const consumed = new Set<number>()
  const acts: Act[] = []
  for (const [i, clause] of clauses.entries()) {
    const draft = drafts.of(i)
    if (
      draft === null ||
      consumed.has(i) ||
      isPurpose(clause, sentence) ||
      isUse(clause, sentence) ||
      isQuestion(clause, sentence)
    )
      continue
    // "to create … and easing …": goes on with what was consumed.
    if (
      consumed.has(i - 1) &&
      sentence.phrases[clause.at - 1]?.sort === 'C' &&
      (clause.verb.infinitive || clause.verb.bare === 'ING' || isBare(clause, sentence))
    ) {
      consumed.add(i)
      continue
    }
    for (const used of draft.used) consumed.add(used)
    if (draft.leaf !== null) acts.push(actFrom(i, clause, draft, sentence))
    const against = /^(?:URGE|DEMAND)$/.test(draft.operator ?? '') ? punishmentOf(clause, drafts, i) : null
    if (against !== null) {
      const own = actFrom(i, clause, draft, sentence)
      acts.push({ ...own, leaf: '110', candidates: against.candidates, triggers: against.triggers })
    }
    const charge = draft.operator === 'ACCUSE' ? chargeOf(clause, drafts, i) : null
    if (charge !== null) acts.push({ ...actFrom(charge.at, charge.clause, charge.draft, sentence), charged: i })
  }
  return [...acts, ...nounActs(sentence, clauses, acts)]
}

/** "accused Bree of shelling its villages": the deed that is laid to its charge; null where it is none of force. */
function chargeOf({ object, leadsTo }: Clause, drafts: Drafts, by: number) {
  const draft = leadsTo === null || object.length === 0 ? null : drafts.of(leadsTo)
  const clause = leadsTo === null ? undefined : drafts.clauses[leadsTo]
  if (
    draft?.leaf == null ||
    !clause ||
    leadsTo === null ||
    !isMaterialConflict(draft.leaf) ||
    draft.leaf === '196' ||
    leadsTo <= by
  )
    return null
  return { at: leadsTo, clause: { ...clause, subject: object }, draft }
}

/** "pay the wages and lift the blockade": a verb in its plain form. */
function isBare({ at, verb }: Clause, { phrases, words }: Sentence): boolean {
  const main = words[verb.at]
  return main !== undefined && main.lower === main.lemma && phrases[at]?.from === verb.at && verb.modal === null
}

/** "whether it would recognise Bree": open. */
function isQuestion({ at, subject }: Clause, { phrases, words }: Sentence): boolean {
  const first = Math.min(at, ...subject)
  return words[phrases[first - 1]?.from ?? -1]?.lower === 'whether'
}

/** "weapons used to kill": for what, and by nobody told of. */
function isUse({ at, verb }: Clause, { phrases }: Sentence): boolean {
  const before = phrases[at - 1]?.verb
  return verb.infinitive && before?.lemma === 'use' && before.bare === 'ED' && phrases[at - 2]?.sort === 'NP'
}

/** "urged the council to punish Bree": what is asked against a third; null where nothing is. */
function punishmentOf({ object, prepositions, leadsTo }: Clause, drafts: Drafts, by: number) {
  const draft =
    leadsTo === null || leadsTo <= by || object.length + prepositions.length === 0 ? null : drafts.of(leadsTo)
  const punishes = draft?.leaf && (/^(?:11|15|16|17)/.test(draft.leaf) || isForce(draft.leaf))
  const candidates = draft?.candidates.filter((c) => c.rank <= 3) ?? []
  return punishes && candidates.length > 0 ? { candidates, triggers: draft.triggers } : null
}

/** "in order to provide": for what, and not done. */
function isPurpose({ at, verb }: Clause, { phrases, words }: Sentence): boolean {
  if (!verb.infinitive) return false
  const order = phrases[at - 1]
  if (order?.sort === 'C')
    return phrases.slice(Math.max(0, at - 10), at).some((p) => p.sort === 'NP' && words[p.head]?.lower === 'order')
  return order?.sort === 'NP' && words[order.head]?.lower === 'order' && words[order.from - 1]?.lower === 'in'
}

function actFrom(i: number, clause: Clause, draft: Draft, { phrases, words }: Sentence): Act {
  const by = clause.prepositions.find((p) => p.word === 'by')
  const from = clause.prepositions.find((p) => p.word === 'from' || p.word === 'by')
  const receives = clause.verb.lemma === 'receive' || clause.verb.lemma === 'hear'
  const turns = INVERSE.test(clause.verb.lemma) && (draft.operator === 'DO' || receives)
  // "was quoted as saying": the subject is who says.
  // "is expected to host": the subject is who hosts.
  const quoted =
    clause.passive &&
    (/^(?:quote|cite)$/.test(clause.verb.lemma) || (clause.leadsTo !== null && RAISED.test(clause.verb.lemma)))
  let source = clause.subject
  let candidates = draft.candidates
  const subject: Candidate[] = [{ phrases: clause.subject, rank: 0, preposition: '' }]
  if (turns && !clause.passive && (from || isForce(draft.leaf ?? ''))) {
    // "has suffered attacks": by whom is not told.
    source = from?.phrases ?? []
    candidates = [...subject, ...candidates]
  } else if (clause.passive && !quoted) {
    const out = /^(?:17[0-9]|1662|201)/.test(draft.leaf ?? '')
      ? clause.prepositions.find((p) => p.word === 'from' || p.word === 'of')
      : undefined
    source = by?.phrases ?? out?.phrases ?? (receives ? (from?.phrases ?? []) : [])
    // "was summoned to the ministry": by whom.
    const to = /^(?:summon|call)$/.test(clause.verb.lemma)
      ? clause.prepositions.find((p) => p.word === 'to')
      : undefined
    if (source.length === 0 && to) source = to.phrases
    const others = candidates.filter((c) => c.preposition !== 'by' && !(receives && c.preposition === 'from'))
    // "the attack on Bree was carried out by": the subject is what was done, and what hangs on it to whom.
    candidates =
      isCarrying(clause.verb) || draft.leaf === '045'
        ? [...hangingOn(clause, phrases, words), ...others]
        : [...subject, ...others]
  }
  const begin = Math.min(phrases[clause.at]?.from ?? 0, ...clause.subject.map((p) => phrases[p]?.from ?? 0))
  const ends = candidates.filter((c) => c.rank < 5).flatMap((c) => c.phrases.map((p) => phrases[p]?.to ?? 0))
  return {
    leaf: draft.leaf as string,
    clause: i,
    source,
    candidates: [...candidates].sort((a, b) => a.rank - b.rank),
    triggers: draft.triggers,
    strength: draft.strength,
    operator: draft.operator,
    hypothetical:
      draft.hypothetical || clause.conditional || /^(?:could|might|may|would|can)$/.test(clause.verb.modal ?? ''),
    background: isAside(clause, phrases, words),
    passive: clause.passive,
    charged: null,
    says: clause.says,
    from: begin,
    to: Math.min(words.length, Math.max(clause.to, ...draft.triggers.map((t) => t + 1), ...ends)),
  }
}

/** What stands between the subject and its verb, after prepositions. */
function hangingOn({ subject, at }: Clause, phrases: Sentence['phrases'], words: Sentence['words']): Candidate[] {
  const found: Candidate[] = []
  for (let p = (subject.at(-1) ?? at) + 1; p + 1 < at; p++) {
    if (phrases[p]?.sort !== 'P' || phrases[p + 1]?.sort !== 'NP') continue
    const preposition = words[phrases[p]?.from ?? -1]?.lower ?? ''
    found.push({ phrases: [p + 1], rank: rankOf(preposition), preposition })
  }
  return found
}

/** In a relative or subordinate clause of time or comparison. */
function isAside(clause: Clause, phrases: Sentence['phrases'], words: Sentence['words']): boolean {
  for (let j = clause.at - 1; j >= Math.max(0, clause.at - 4); j--) {
    const sort = phrases[j]?.sort
    const first = words[phrases[j]?.from ?? 0]?.lower ?? ''
    if (sort === 'REL') return first !== 'that'
    if (sort === 'SUB') return /^(?:after|before|since|as|when|while|where)$/.test(first)
    if (sort === 'VG' || sort === 'COMMA') return false
  }
  return false
}
