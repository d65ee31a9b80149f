import { askedBy } from './beside.ts'
import { type Candidate, candidatesOf, candidatesSaid } from './candidate.ts'
import type { Clause } from './clause.ts'
import { isForce, operated } from './compose.ts'
import { finish, judgementOf, OBLIGED } from './draft.finish.ts'
import { apply, negatedOf, strengthOf, strong } from './draft.leaf.ts'
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

/** "demanded that Bree withdraw": what is said is what is asked. */
const demands = ({ operator }: Sense) => operator === 'URGE' || operator === 'DEMAND'

/** Chains of verbs are followed so far. */
const DEEPEST = 6
/** "is scheduled to meet": the subject is to do it. */
export const EXPECTED = /^(?:expect|schedule|plan|poise|slate|set|tip|bind|anticipate)$/
const MUTE = /^(?:comment|say|elaborate|name|identify|answer|give|discuss|confirm)$/

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
    // "Commenting on the talks": what is said comes after.
    if (verb.lemma === 'comment' && verb.bare === 'ING') return null
    // "Asked about the talks", "asked whether": a question.
    if (
      verb.lemma === 'ask' &&
      given.passive &&
      given.leadsTo === null &&
      !given.prepositions.some((p) => p.word === 'by')
    )
      return null
    // "weapons used to kill"
    if (verb.lemma === 'use' && given.passive && verb.bare === 'ED') return null
    // "declined to comment", "refused to say whether": nothing was refused to anybody.
    if (/^(?:decline|refuse)$/.test(verb.lemma) && MUTE.test(this.clauses[given.leadsTo ?? -1]?.verb.lemma ?? ''))
      return null
    // "blasts were heard"
    if (given.passive && /^(?:hear|feel|see)$/.test(verb.lemma) && given.leadsTo === null) return null
    const own = this.windowOf(given)
    const sense = senseOf(own)
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
    if (clause.says !== null && /^(?:HOPE|FEAR|SAY|THREATEN)$/.test(operator ?? '')) {
      draft.candidates.push(...candidatesSaid(this.clauses[clause.says], this.sentence))
    }
    const insisted =
      /^(?:insist|propose|suggest|recommend)$/.test(verb.lemma) && !clause.negated && this.isSubjunctive(clause.says)
    if (insisted && clause.says !== null)
      return this.asking(draft, clause.says, verb.lemma === 'insist' ? 'DEMAND' : 'URGE', depth)
    if (clause.says !== null && sense.operator === 'SAY' && !clause.negated && this.isDoom(this.clauses[clause.says]))
      return this.asking(draft, clause.says, 'THREATEN', depth)
    const asked = askedBy(clause, this.sentence) ?? (demands(sense) && !clause.negated ? sense.operator : null)
    if (asked !== null && clause.says !== null && clause.leadsTo === null)
      return this.asking(draft, clause.says, asked, depth)
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
    finish(draft, clause, this.sentence, operator, inner)
    return draft
  }

  /** "must honour its word": asked, by whatever verb; nothing where a verb that nobody knows tells something done. */
  private unknown(clause: Clause): Draft | null {
    const judged = judgementOf(clause, this.sentence)
    if (judged !== null) {
      const base = { operator: null, hypothetical: false, used: [], triggers: [clause.verb.at], strength: 0.7 }
      return { ...base, leaf: judged, candidates: candidatesOf(clause, this.sentence) }
    }
    if (!OBLIGED.test(clause.verb.modal ?? '')) return null
    const bare = { operator: null, hypothetical: false, used: clause.leadsTo === null ? [] : [clause.leadsTo] }
    return {
      ...bare,
      leaf: '010',
      candidates: candidatesOf(clause, this.sentence),
      triggers: [clause.verb.at],
      strength: 0.6,
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

  private windowOf(clause: Clause): Window {
    const { words, phrases } = this.sentence
    const { at, lemma } = clause.verb
    const particle = clause.verb.particle || this.lateParticle(clause)
    const leads = clause.leadsTo === null ? undefined : this.clauses[clause.leadsTo]
    // "made efforts for bringing peace": a light verb sees what it leads to.
    const light = /^(?:make|take|have|undertake|launch|hold|give)$/.test(lemma)
    const end = leads
      ? light
        ? Math.max(clause.to, leads.to)
        : Math.min(clause.to, phrases[leads.at]?.from ?? clause.to)
      : clause.to
    const first = clause.passive ? Math.min(at, ...clause.subject.map((p) => phrases[p]?.from ?? at)) : at + 1
    const to = Math.min(words.length, end, this.lateEnd(clause))
    return { words, at, particle, from: Math.max(0, at - 8), after: first, to }
  }

  /** "drove the rebels out of Bree", "called the talks off"; empty where there is none. */
  private lateParticle({ at, object }: Clause): string {
    const { words, phrases } = this.sentence
    const last = phrases[object.at(-1) ?? -1] === phrases[at + 1] ? phrases[at + 2] : undefined
    const after = phrases[at + 3]
    const word = words[last?.from ?? -1]?.lower ?? ''
    const over = word === 'over' && words[phrases[at + 3]?.from ?? -1]?.lower === 'to'
    if (!last || (!over && !/^(?:out|off|back|down|away|home)$/.test(word)) || last.to - last.from > 1) return ''
    return !after || /^(?:P|ADV|COMMA|TIME|SUB|C|STOP)$/.test(after.sort) ? word : ''
  }

  /** Where something else begins that the verb's patterns must not see: "leave Arnor following a deal". */
  private lateEnd({ verb, prepositions }: Clause): number {
    // "came under fire" is one thing.
    const under = /^(?:come|be|remain)$/.test(verb.lemma)
    const late = prepositions.find(
      (p) =>
        /^(?:following|after|since|despite|amid|during|because|without)$/.test(p.word) ||
        (p.word === 'under' && !under),
    )
    return this.sentence.phrases[late?.phrases[0] ?? -1]?.from ?? Infinity
  }

  /** The operator over what the verb leads to; where a pattern took its place, over an infinitive still. */
  private operatorOf(clause: Clause, sense: Sense, own: Window, leads: boolean): Operator | null {
    // "hopes to visit": meant, and no more.
    if (sense.operator === 'HOPE' && clause.says === null && leads) return 'INTEND'
    // "is considering removing Arnor from the list": meant, and no more.
    // "want Bree to withdraw", "would like Bree to withdraw"
    const wants = /^(?:want|like|need|prefer)$/.test(clause.verb.lemma) && leads && clause.object.length > 0
    if (wants && sense.leaf === null) return 'URGE'
    // "told Bree to withdraw"
    const told = clause.verb.lemma === 'tell' && clause.object.length > 0 && leads
    if (told && this.clauses[clause.leadsTo ?? -1]?.verb.infinitive) return 'DEMAND'
    // "is expected to drop"
    if (clause.passive && leads && EXPECTED.test(clause.verb.lemma)) return 'INTEND'
    if (/^(?:consider|mull)$/.test(clause.verb.lemma) && leads) return 'INTEND'
    // "expects Bree to withdraw"
    if (clause.verb.lemma === 'expect' && leads && clause.object.length > 0) return 'URGE'
    if (sense.operator !== null || clause.leadsTo === null) return sense.operator
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
    const { verb } = clause
    const noun = happeningOf(clause, this.sentence)
    const announced = noun?.preposition === '' && /^(?:announce|declare|proclaim)$/.test(verb.lemma)
    if (noun && (operator !== 'SAY' || announced)) {
      draft.triggers.push(noun.at)
      draft.strength = 0.7
      // "called the shooting a cruel act": what is said of it is no praise.
      const judging = /^(?:call|term|brand|label|dub|describe|deem|characteri[sz]e|portray)$/.test(verb.lemma)
      // "called the meeting useful": no meeting.
      if (judging && noun.preposition === '' && !isForce(noun.leaf)) return
      const judged = judging && noun.preposition === ''
      draft.leaf = judged ? '111' : apply(operator, noun.leaf, clause.negated)
      draft.candidates.push({ phrases: [noun.phrase], rank: 4.5, preposition: 'of' })
      return
    }
    const wide = clause.leadsTo === null ? own.to : Math.max(own.to, this.clauses[clause.leadsTo]?.to ?? 0, 0)
    const broad = senseOf({ ...own, to: Math.min(own.words.length, Math.max(wide, verb.at + WIDEST)) })
    if (clause.leadsTo !== null && broad?.leaf && broad.operator === null) {
      draft.leaf = clause.negated ? null : broad.leaf
      draft.triggers = [verb.at, ...broad.at]
    } else draft.leaf = apply(operator, null, clause.negated) ?? (clause.negated ? null : sense.fallback)
  }

  /** "that Bree faces consequences", "will pay a price" */
  private isDoom(said: Clause | undefined): boolean {
    if (!said || !/^(?:face|suffer|pay|bear|regret|have|be)$/.test(said.verb.lemma) || said.negated) return false
    const heads = [...said.object].map((p) => this.sentence.words[this.sentence.phrases[p]?.head ?? -1]?.lemma ?? '')
    return heads.some((head) => /^(?:consequence|price|retaliation|reprisal|wrath|cost|repercussion)$/.test(head))
  }

  /** "that Bree open its market": what is to be, and not what is. */
  private isSubjunctive(says: number | null): boolean {
    const said = this.clauses[says ?? -1]
    const word = this.sentence.words[said?.verb.at ?? -1]
    const plural =
      said?.subject.some((p) => /s$/.test(this.sentence.words[this.sentence.phrases[p]?.head ?? -1]?.lower ?? '')) ||
      (said?.subject.length ?? 0) > 1
    return (
      said !== undefined &&
      word !== undefined &&
      said.verb.modal === null &&
      said.verb.at === this.sentence.phrases[said.at]?.from &&
      word.lower === word.lemma &&
      !plural
    )
  }
}
