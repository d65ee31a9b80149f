/** What each clause of a sentence tells, before it is known who does it: a code, whom it may be done to, and how surely. */
import { type Candidate, candidatesOf, candidatesSaid } from './candidate.ts'
import type { Clause } from './clause.ts'
import { operated } from './compose.ts'
import { askedIn } from './draft.asked.ts'
import { finish, OBLIGED } from './draft.finish.ts'
import { apply, negatedOf, strengthOf, strong } from './draft.leaf.ts'
import { overNoun } from './draft.noun.ts'
import { isSilent } from './draft.silent.ts'
import { windowOf } from './draft.window.ts'
import { judgementOf } from './draft.words.ts'
import { happeningOf } from './happening.ts'
import { type Operator, type Sense, senseOf, type Window } from './lexicon.ts'
import type { Sentence } from './who.ts'

export interface Draft {
  /** Null where nothing is left to tell. */
  leaf: string | null
  candidates: Candidate[]
  triggers: number[]
  strength: number
  operator: Operator | null
  hypothetical: boolean
  /** Clauses whose sense is in this one. */
  used: number[]
}

/** What a draft is made of. */
export interface Told {
  readonly clause: Clause
  readonly sentence: Sentence
  /** Over what the clause leads to. */
  readonly operator: Operator | null
  /** What it leads to. */
  readonly inner: Draft | null
}

/** Chains of verbs are followed so far. */
const DEEPEST = 6
/** "is scheduled to meet": the subject is to do it. */
const EXPECTED = /^(?:expect|schedule|plan|poise|slate|set|tip|bind|anticipate)$/
/** "made it clear that": said. */
const CLEAR: Sense = { operator: 'SAY', leaf: null, matched: 0, at: [], ours: true, fallback: null }

/** Words after the verb that a pattern may see beyond its own clause. */
const WIDEST = 16

export class Drafts {
  private readonly known = new Map<number, Draft | null>()

  constructor(
    private readonly sentence: Sentence,
    readonly clauses: readonly Clause[],
  ) {}

  /** The draft of a clause; null where neither lexicon knows its verb. */
  of(i: number, depth = 0): Draft | null {
    const known = this.known.get(i)
    if (known !== undefined) return known
    this.known.set(i, null)
    const clause = this.clauses[i]
    const draft = clause && depth <= DEEPEST ? this.draft(clause, depth) : null
    this.known.set(i, draft)
    return draft
  }

  private draft(given: Clause, depth: number): Draft | null {
    const { verb } = given
    const leads = this.at(given.leadsTo)
    if (isSilent(given, leads)) return null
    const own = windowOf(given, leads, this.sentence)
    const sense = this.clears(given) ? CLEAR : senseOf(own)
    if (!sense) return this.unknown(given)
    // "gave no answer": the pattern has its "no" already.
    const said = sense.at.some((at) => this.sentence.words[at]?.lower === 'no')
    const clause = said ? { ...given, negated: verb.negated } : given
    const inner = clause.leadsTo === null ? null : this.of(clause.leadsTo, depth + 1)
    const draft: Draft = {
      leaf: null,
      candidates: candidatesOf(clause, this.sentence),
      triggers: [verb.at, ...sense.at],
      strength: strengthOf(sense),
      operator: sense.operator,
      hypothetical: inner?.hypothetical ?? false,
      used: [],
    }
    // "joined Bree in opposing the plan": not of Bree.
    if (verb.lemma === 'join' && inner !== null && clause.object.length > 0)
      draft.candidates = draft.candidates.filter((c) => c.preposition !== '')
    const operator = this.operatorOf(clause, sense, own, inner !== null)
    if (sense.operator === 'HOPE' && operator === 'INTEND') draft.hypothetical = true
    const says = this.at(clause.says)
    if (says && /^(?:HOPE|FEAR|SAY|THREATEN)$/.test(operator ?? ''))
      draft.candidates.push(...candidatesSaid(says, this.sentence))
    const asked = says ? askedIn(says, clause, sense, this.sentence) : null
    if (asked !== null && clause.says !== null) return this.asking(draft, clause.says, asked, depth)
    const composes =
      operator !== null && inner !== null && inner.leaf !== null && (sense.leaf === null || this.adjacent(clause))
    if (composes || sense.leaf === null) this.follow(draft, clause, sense, inner)
    if (composes) this.compose(draft, clause, operator, inner)
    else if (sense.leaf !== null) {
      draft.leaf = clause.negated ? negatedOf(sense.leaf) : sense.leaf
      // "signed an agreement to …": what it holds is not done yet.
      if (sense.leaf === '057' && clause.leadsTo !== null) draft.used.push(clause.leadsTo)
    } else if (operator) this.operate(draft, clause, operator, sense, own)
    if (operator && draft.leaf !== null) this.consume(draft, clause, operator)
    finish(draft, { clause, sentence: this.sentence, operator, inner })
    return draft
  }

  private at(clause: number | null): Clause | undefined {
    return clause === null ? undefined : this.clauses[clause]
  }

  /** "must honour its word": asked, by whatever verb; nothing where a verb that nobody knows tells something done. */
  private unknown(clause: Clause): Draft | null {
    const judged = judgementOf(clause, this.sentence)
    if (judged === null && !OBLIGED.test(clause.verb.modal ?? '')) return null
    return {
      leaf: judged ?? '010',
      candidates: candidatesOf(clause, this.sentence),
      triggers: [clause.verb.at],
      strength: judged === null ? 0.6 : 0.7,
      operator: null,
      hypothetical: false,
      used: judged === null && clause.leadsTo !== null ? [clause.leadsTo] : [],
    }
  }

  private asking(draft: Draft, says: number, operator: Operator, depth: number): Draft {
    const said = this.clauses[says] as Clause
    const inner = this.of(says, depth + 1)
    draft.leaf = operated(operator, inner?.leaf ?? null) ?? operated(operator, null)
    draft.operator = operator
    draft.strength = 0.8
    // "urged Bree that Arnor …": who is addressed comes first.
    const addressed = draft.candidates.some((c) => c.rank === 0)
    draft.candidates = [{ phrases: said.subject, rank: addressed ? 0.5 : 0, preposition: 'that' }, ...draft.candidates]
    // "demanded that the camps in Bree be closed"
    if (said.passive) for (const c of inner?.candidates ?? []) draft.candidates.push({ ...c, rank: c.rank + 0.5 })
    draft.used.push(says, ...(inner?.used ?? []))
    return draft
  }

  /** The operator over what the verb leads to; where a pattern took its place, over an infinitive still. */
  private operatorOf(clause: Clause, sense: Sense, own: Window, leads: boolean): Operator | null {
    const { verb, passive, object, leadsTo } = clause
    const { lemma } = verb
    // "hopes to visit": meant, and no more.
    if (leads && sense.operator === 'HOPE' && clause.says === null) return 'INTEND'
    // "want Bree to withdraw", "would like Bree to withdraw"
    const wants = sense.leaf === null && /^(?:want|like|need|prefer)$/.test(lemma)
    if (leads && wants && object.length > 0) return 'URGE'
    // "told Bree to withdraw"
    if (lemma === 'tell' && (passive || object.length > 0) && this.at(leadsTo)?.verb.infinitive) return 'DEMAND'
    // "is expected to drop", "is considering removing Arnor from the list": meant, and no more.
    if (leads && ((passive && EXPECTED.test(lemma)) || /^(?:consider|mull)$/.test(lemma))) return 'INTEND'
    // "expects Bree to withdraw"
    if (leads && lemma === 'expect' && object.length > 0) return 'URGE'
    if (sense.operator !== null || leadsTo === null) return sense.operator
    const bare = senseOf({ ...own, to: own.at + 1 })?.operator ?? null
    // "take a role in talks to counter …": the pattern told it, the infinitive is for what.
    return bare === 'DO' || bare === 'TRY' || bare === 'SAY' || bare === 'EXPRESS' ? null : bare
  }

  /** Whether nothing but an object stands between the verb and what it leads to. */
  private adjacent({ at, leadsTo }: Clause): boolean {
    const to = leadsTo === null ? at : (this.clauses[leadsTo]?.at ?? at)
    return !this.sentence.phrases.slice(at + 1, to).some((p) => p.sort === 'P' || p.sort === 'COMMA')
  }

  /** The targets of what it leads to may be its own. */
  private follow(draft: Draft, clause: Clause, sense: Sense, inner: Draft | null): void {
    const asks = /^(?:URGE|DEMAND|ACCUSE|ALLOW)$/.test(sense.operator ?? '')
    // "pleaded before Bree to …": the one who is asked.
    const addressed = asks ? draft.candidates.findIndex((c) => /^(?:before|on|upon|to)$/.test(c.preposition)) : -1
    const asked = draft.candidates[addressed]
    if (asked) draft.candidates[addressed] = { ...asked, rank: 0.3 }
    const speech = asks && (clause.object.length > 0 || asked !== undefined)
    const denied = sense.operator === 'DENY'
    for (const c of inner?.candidates ?? [])
      if (!denied || c.preposition === 'against') draft.candidates.push({ ...c, rank: c.rank + (speech ? 4 : 0.5) })
  }

  private compose(draft: Draft, clause: Clause, operator: Operator, inner: Draft): void {
    draft.leaf = apply(operator, inner.leaf, clause.negated)
    draft.triggers = [clause.verb.at, ...inner.triggers]
    draft.strength = Math.max(inner.strength, strong(operator) ? 0.6 : 0)
    draft.operator = operator
    if (clause.leadsTo !== null && draft.leaf !== null && operator !== 'CAUSE')
      draft.used.push(clause.leadsTo, ...inner.used)
  }

  /** What is asked, refused or threatened is not told as done, known or not. */
  private consume(draft: Draft, clause: Clause, operator: Operator): void {
    if (!/^(?:URGE|DEMAND|REFUSE|THREATEN|INTEND|DENY|ACCUSE)$/.test(operator)) return
    for (
      let next = clause.leadsTo;
      next !== null && !draft.used.includes(next);
      next = this.clauses[next]?.leadsTo ?? null
    ) {
      draft.used.push(next)
    }
  }

  /** An operator over a noun, or alone. */
  private operate(draft: Draft, clause: Clause, operator: Operator, sense: Sense, own: Window): void {
    const noun = happeningOf(clause, this.sentence)
    if (noun !== null && overNoun(draft, clause, operator, noun)) return
    const leads = this.at(clause.leadsTo)
    const end = Math.max(own.to, leads?.to ?? 0, own.at + WIDEST)
    const broad = leads ? senseOf({ ...own, to: Math.min(own.words.length, end) }) : null
    if (broad?.leaf && broad.operator === null) {
      draft.leaf = clause.negated ? null : broad.leaf
      draft.triggers = [own.at, ...broad.at]
    } else draft.leaf = apply(operator, null, clause.negated) ?? (clause.negated ? null : sense.fallback)
  }

  private clears({ verb }: Clause): boolean {
    if (verb.lemma !== 'make') return false
    return this.sentence.words.slice(verb.at + 1, verb.at + 3).some((w) => w.lower === 'clear' || w.lower === 'plain')
  }
}
