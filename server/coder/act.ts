/**
 * What each clause of a sentence does, as a code, and between which phrases. Who these are is left to statements.ts.
 */
import { goesOn, isPurpose, isQuestion, isUse } from './act.none.ts'
import { FEELING, hangingOn, holderOf, INVERSE, LAUNCHING, ONE_WAY, ownersOf, RAISED, RAISING } from './act.sides.ts'
import { isCarrying } from './beside.ts'
import type { Candidate } from './candidate.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict } from './compose.ts'
import { EXCHANGING } from './doer.ts'
import { type Draft, Drafts } from './draft.ts'
import { nounActs } from './happening.acts.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import type { Operator } from './lexicon.ts'
import { movedBy } from './moving.ts'
import { giftOf, thankedBy } from './thanks.ts'
import { isReaction } from './verb.ts'
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
    if (consumed.has(i - 1) && goesOn(clause, sentence)) {
      consumed.add(i)
      continue
    }
    // "Let Arnor open the gates, and let a third look on": wished by whoever writes.
    if (clause.verb.lemma === 'let' && sentence.words[0]?.lower === 'let') {
      if (clause.leadsTo !== null) consumed.add(clause.leadsTo)
      continue
    }
    for (const used of draft.used) consumed.add(used)
    const moved = movedBy(clause, sentence)
    if (moved) draft.leaf = moved.leaf
    if (draft.leaf !== null) acts.push(actFrom(i, clause, draft, sentence, clauses[clause.says ?? -1]))
    const joint = HOSTING.test(clause.verb.lemma) ? jointOf(clause, draft, sentence) : null
    if (joint !== null) acts.push({ ...actFrom(i, clause, draft, sentence), ...joint })
    const against = /^(?:URGE|DEMAND)$/.test(draft.operator ?? '') ? punishmentOf(clause, drafts, i) : null
    if (against !== null) {
      const own = actFrom(i, clause, draft, sentence)
      acts.push({ ...own, leaf: '110', candidates: against.candidates, triggers: against.triggers })
    }
    const thanked = draft.leaf?.startsWith('05') ? thankedBy(clause, sentence) : []
    const gift = thanked.length > 0 ? giftOf(clause, sentence) : null
    if (gift !== null) {
      const candidates = [{ phrases: clause.subject, rank: 0, preposition: '' }]
      const own = { ...actFrom(i, clause, draft, sentence), operator: null, strength: 0.6 }
      acts.push({ ...own, leaf: '070', source: thanked, candidates, triggers: [gift] })
    }
    const charge = draft.operator === 'ACCUSE' ? chargeOf(clause, drafts, i) : null
    if (charge !== null) acts.push({ ...actFrom(charge.at, charge.clause, charge.draft, sentence), charged: i })
  }
  return [...acts, ...nounActs(sentence, clauses, acts)]
}

const HOSTING = /^(?:host|broker|facilitate|chair|convene|sponsor|arrange|organise|organize|moderate|oversee|witness)$/

/** "hosted talks between Arnor and Bree": what those two do; null where no two are named. */
function jointOf({ object, prepositions }: Clause, { triggers }: Draft, { phrases, words }: Sentence) {
  const two = prepositions.find((p) => p.word === 'between' && p.phrases.length > 1)
  const head = phrases[object[0] ?? -1]?.head ?? -1
  const leaf = two && leafOfNoun(words, head)
  return leaf && /^(?:04|057|0871)/.test(leaf)
    ? { leaf, source: two.phrases, candidates: [], triggers: [triggers[0] ?? head, head], passive: false }
    : null
}

/** "accused Bree of shelling its villages", "of arming the rebels": the deed that is laid to its charge; null where it is none. */
function chargeOf({ object, leadsTo }: Clause, drafts: Drafts, by: number) {
  const draft = leadsTo === null || object.length === 0 ? null : drafts.of(leadsTo)
  const clause = leadsTo === null ? undefined : drafts.clauses[leadsTo]
  if (
    draft?.leaf == null ||
    !clause ||
    leadsTo === null ||
    !(isMaterialConflict(draft.leaf) || /^07/.test(draft.leaf)) ||
    draft.leaf === '196' ||
    leadsTo <= by
  )
    return null
  return { at: leadsTo, clause: { ...clause, subject: object }, draft }
}

/** "urged the council to punish Bree": what is asked against a third; null where nothing is. */
function punishmentOf({ object, prepositions, leadsTo }: Clause, drafts: Drafts, by: number) {
  const draft =
    leadsTo === null || leadsTo <= by || object.length + prepositions.length === 0 ? null : drafts.of(leadsTo)
  const punishes = draft?.leaf && /^(?:11|16)/.test(draft.leaf)
  const candidates = draft?.candidates.filter((c) => c.rank <= 3) ?? []
  return punishes && candidates.length > 0 ? { candidates, triggers: draft.triggers } : null
}

function actFrom(i: number, clause: Clause, draft: Draft, sentence: Sentence, said?: Clause): Act {
  const { phrases, words } = sentence
  const by = clause.prepositions.find((p) => p.word === 'by')
  const from = clause.prepositions.find((p) => p.word === 'from' || p.word === 'by')
  const receives = clause.verb.lemma === 'receive' || clause.verb.lemma === 'hear'
  const under = clause.verb.lemma === 'come' && clause.prepositions.some((p) => p.word === 'under')
  const turns =
    under || (INVERSE.test(clause.verb.lemma) && (/^(?:DO|CAUSE|URGE)$/.test(draft.operator ?? '') || receives))
  // "has the backing of Bree", "drew Bree's ire": whose it is.
  const owners = turns && !from && ONE_WAY.test(draft.leaf ?? '') ? ownersOf(clause, draft, sentence) : []
  const moved = movedBy(clause, sentence)
  const felt = FEELING.test(clause.verb.lemma)
  // "was quoted as saying": the subject is who says.
  // "is expected to host": the subject is who hosts.
  const quoted =
    clause.passive &&
    (/^(?:quote|cite)$/.test(clause.verb.lemma) || (clause.leadsTo !== null && RAISED.test(clause.verb.lemma)))
  let source = clause.subject
  let candidates = draft.candidates
  // "charged that Bree arms the rebels": Bree.
  if (draft.operator === 'ACCUSE' && clause.says !== null && clause.object.length === 0 && candidates.length === 0)
    candidates = [{ phrases: said?.subject ?? [], rank: 0, preposition: 'that' }]
  const subject: Candidate[] = [{ phrases: clause.subject, rank: 0, preposition: '' }]
  if (moved) {
    source = moved.source
    candidates = candidates.map((c) => (/^(?:in|into|on|near|inside|at)$/.test(c.preposition) ? { ...c, rank: 1 } : c))
  } else if (felt) {
    source = clause.passive ? clause.subject : clause.object
    candidates = [
      { phrases: clause.passive ? (by?.phrases ?? []) : clause.subject, rank: 0, preposition: '' },
      ...(clause.passive ? [] : hangingOn(clause, phrases, words).map((c) => ({ ...c, rank: 0.5 }))),
      ...candidates.filter((c) => c.rank > 0),
    ]
  } else if (owners.length > 0) {
    source = owners
    candidates = [...subject, ...candidates.filter((c) => !c.phrases.some((p) => owners.includes(p)))]
  } else if (
    turns &&
    !clause.passive &&
    (from || isForce(draft.leaf ?? '') || (receives && ONE_WAY.test(draft.leaf ?? '')))
  ) {
    // "has suffered attacks": by whom is not told.
    source = from?.phrases ?? []
    candidates = [...subject, ...candidates]
  } else if (clause.passive && !quoted && !(clause.leadsTo !== null && RAISING.test(clause.verb.lemma))) {
    const out = /^(?:17[0-9]|1662|201)/.test(draft.leaf ?? '')
      ? clause.prepositions.find((p) => p.word === 'from' || p.word === 'of')
      : undefined
    // "rockets launched from Arnor at Bree"
    const origin =
      isForce(draft.leaf ?? '') && LAUNCHING.test(clause.verb.lemma)
        ? clause.prepositions.find((p) => p.word === 'from')
        : undefined
    source = by?.phrases ?? out?.phrases ?? origin?.phrases ?? (receives ? (from?.phrases ?? []) : [])
    // "were killed in Arnorian strikes": whose these were.
    const within = isForce(draft.leaf ?? '') ? clause.prepositions.find((p) => p.word === 'in') : undefined
    const blow = phrases[within?.phrases[0] ?? -1]?.head ?? -1
    const struck = isForce(leafOfNoun(words, blow) ?? '') && !EXCHANGING.test(words[blow]?.lemma ?? '')
    if (source.length === 0 && within && struck) source = within.phrases
    // "was summoned to the ministry": by whom.
    const to = /^(?:summon|call)$/.test(clause.verb.lemma)
      ? clause.prepositions.find((p) => p.word === 'to')
      : undefined
    if (source.length === 0 && to) source = to.phrases
    if (source.length === 0 && /^(?:084|042)/.test(draft.leaf ?? '')) source = holderOf(clause, phrases, words)
    // "talks were held between Arnor and Bree"
    const between = clause.prepositions.find((p) => p.word === 'between' && p.phrases.length > 1)
    // "Arnor's withdrawal from Bree was completed": Arnor's.
    const own =
      source.length === 0 &&
      !between &&
      ownersOf({ ...clause, object: clause.subject, prepositions: [] }, draft, sentence).filter(
        (p) => leafOfNoun(words, phrases[p]?.head ?? -1) !== null,
      )
    if (own && own.length > 0 && !isReaction(clause.verb)) {
      source = own
      candidates = hangingOn(clause, phrases, words)
    } else if (source.length === 0 && between && !/^045/.test(draft.leaf ?? '')) source = between.phrases
    const others = candidates.filter((c) => c.preposition !== 'by' && !(receives && c.preposition === 'from'))
    // "the attack on Bree was carried out by": the subject is what was done, and what hangs on it to whom.
    if (!own || own.length === 0 || isReaction(clause.verb))
      candidates =
        (isCarrying(clause.verb) && clause.leadsTo === null) || draft.leaf === '045'
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
