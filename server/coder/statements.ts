/** From what the clauses of a sentence do to who did it to whom: the statements of one sentence, before they are tagged. */
import type { Day, Precision } from '../domain/day.ts'
import { type Act, actsOf, type Candidate } from './act.ts'
import { type Clause, clausesOf } from './clause.ts'
import { isForce, isMaterialConflict, operated } from './compose.ts'
import { type Dated, type DateFound, datedNear, datesIn } from './dates.ts'
import type { Dictionary, Referent } from './dictionary.ts'
import type { Discourse, Spoken } from './discourse.ts'
import { type How, type Meant, type Sentence, Who } from './who.ts'

/** A statement as found: its codebook tag and its confidence as a share are given by suggest.ts. */
export interface Found {
  readonly source: Referent | null
  readonly target: Referent | null
  readonly mutual: boolean
  readonly leaf: string
  /** Word range. */
  readonly from: number
  readonly to: number
  readonly dated: Dated
  readonly speaker: string | null
  readonly reported: boolean
  readonly denied: boolean
  readonly hypothetical: boolean
  readonly background: boolean
  /** 0–1, uncalibrated. */
  readonly strength: number
  readonly triggers: readonly number[]
  readonly sourceHow: string
  readonly targetHow: string
}

export interface Setting {
  readonly dictionary: Dictionary
  readonly discourse: Discourse
  readonly day: Day | null
  readonly precision: Precision
  /** Whether sentences before it may tell who is meant. */
  readonly article: boolean
}

const MUTUAL = /^(?:04[01346]|042|043|057|062|0312)/
const ACTING = new Set(['STATE', 'GROUP', 'ORGANISATION', 'PRIVATE'])

interface Side {
  readonly referents: readonly Referent[]
  readonly how: string
  readonly weight: number
  readonly meant: Meant | null
  readonly phrase: number | null
}

export function statementsIn(sentence: Sentence, setting: Setting): Found[] {
  const clauses = clausesOf(sentence.phrases, sentence.words)
  const acts = actsOf(sentence, clauses).sort((a, b) => (a.triggers[0] ?? 0) - (b.triggers[0] ?? 0))
  return new Reading(sentence, setting, clauses, acts).statements()
}

class Reading {
  private noted = 0
  private dates: readonly DateFound[] | null = null
  private readonly found: Found[] = []
  private readonly sides = new Map<Act, Side>()
  private readonly subjects: ReadonlySet<number>

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly acts: readonly Act[],
  ) {
    this.subjects = new Set(clauses.flatMap((c) => c.subject))
  }

  statements(): Found[] {
    for (const act of this.acts) {
      const at =
        act.clause === null
          ? this.sentence.phrases.findIndex((p) => p.from === act.from)
          : (this.clauses[act.clause]?.at ?? 0)
      this.noteUntil(at)
      const who = new Who(this.setting.dictionary, this.setting.discourse, this.setting.day)
      this.sides.set(act, this.sideOf(act.source, who))
    }
    for (const act of this.acts) this.tell(act)
    this.noteUntil(this.sentence.phrases.length)
    const said = this.acts.find(
      (a) => a.operator === 'SAY' || a.operator === 'URGE' || a.operator === 'HOPE' || a.operator === 'FEAR',
    )
    const side = said && this.sides.get(said)
    const speaker = side && this.spoken(side)
    if (speaker) this.setting.discourse.speaker = speaker
    const last = this.found.findLast(
      (f) => f.source && f.target && f.source.sort !== 'PRIVATE' && f.target.sort !== 'PRIVATE',
    )
    if (last?.source && last.target) this.setting.discourse.pair = [last.source, last.target]
    return this.found
  }

  /** Notes who is spoken of in the phrases before `until`, in their order. */
  private noteUntil(until: number): void {
    const { phrases } = this.sentence
    const who = new Who(this.setting.dictionary, this.setting.discourse, this.setting.day)
    for (; this.noted < until && this.noted < phrases.length; this.noted++) {
      const phrase = phrases[this.noted]
      if (phrase === undefined || phrase.sort !== 'NP') continue
      const meant = who.meant(this.sentence, phrase)
      if (!meant || meant.how === 'PRONOUN') continue
      const head = this.sentence.words[phrase.head]
      const person = meant.person && meant.how !== 'OWNER'
      // A name after a role noun: "Defence Minister Ana Morell".
      const named =
        person &&
        head?.pos === 'PROPN' &&
        !this.sentence.mentions.some((m) => m.from <= phrase.head && phrase.head < m.to)
      const spoken = {
        noun: meant.how === 'OWNER' ? null : meant.noun,
        role: meant.role,
        text: this.textOf(this.noted),
        person,
        subject: this.subjects.has(this.noted),
      }
      for (const referent of meant.referents) {
        this.setting.discourse.note({ ...spoken, referent }, named && head.lower.length > 2 ? head.lower : null)
      }
    }
  }

  private textOf(phrase: number): string {
    const { phrases, words } = this.sentence
    const { from, to } = phrases[phrase] ?? { from: 0, to: 0 }
    let text = ''
    for (let i = from; i < to; i++)
      text += (i > from && (words[i - 1]?.end ?? 0) < (words[i]?.start ?? 0) ? ' ' : '') + words[i]?.text
    return text
  }

  private spoken(side: Side): Spoken | null {
    const referent = side.referents[0]
    if (!referent || side.phrase === null || !side.meant) return null
    return {
      referent,
      noun: side.meant.noun,
      role: side.meant.role,
      text: this.textOf(side.phrase),
      person: side.meant.person,
      subject: true,
    }
  }

  /** Who a row of phrases means, all of them together. */
  private sideOf(phrases: readonly number[], who: Who): Side {
    const referents: Referent[] = []
    let how = ''
    let weight = 1
    let first: Meant | null = null
    let at: number | null = null
    for (const p of phrases) {
      const phrase = this.sentence.phrases[p]
      const meant = phrase && who.meant(this.sentence, phrase)
      if (!meant) continue
      for (const r of meant.referents) if (!referents.some((x) => x.code === r.code)) referents.push(r)
      first ??= meant
      at ??= p
      how ||= meant.how
      weight = Math.min(weight, WEIGHTS[meant.how])
    }
    return { referents, how, weight, meant: first, phrase: at }
  }

  private tell(act: Act): void {
    const side = this.sides.get(act) as Side
    const saying = this.sayingOf(act)
    const speaker = saying ? this.sides.get(saying) : undefined
    const sources = side.referents.filter((r) => ACTING.has(r.sort))
    if (act.leaf === '010' && act.operator === 'SAY') {
      this.comment(act, sources, side)
      return
    }
    const verb = act.clause === null ? null : this.clauses[act.clause]?.verb
    const should = verb && /^(?:should|must|ought|need)$/.test(verb.modal ?? '')
    if (should && speaker && speaker.referents.length > 0 && !same(speaker.referents, sources)) {
      const leaf = operated(verb.modal === 'must' ? 'DEMAND' : 'URGE', act.leaf)
      if (leaf) this.add(act, leaf, speaker, { ...side, weight: side.weight * 0.9 }, 0, saying)
      return
    }
    // What is hoped or feared has not happened.
    if (saying && (saying.operator === 'HOPE' || saying.operator === 'FEAR')) return
    const target = this.targetOf(act, sources)
    if (speaker && saying && isForce(act.leaf) && this.accuses(saying, speaker, sources, target.side)) {
      this.add(act, '112', speaker, side, 0, saying)
    }
    this.add(act, act.leaf, { ...side, referents: sources }, target.side, target.rank, saying)
  }

  private add(act: Act, leaf: string, source: Side, target: Side, rank: number, saying: Act | null): void {
    const { words } = this.sentence
    const { day, precision } = this.setting
    this.dates ??= datesIn(words, precision === 'DAY' ? day : null)
    const dated = datedNear(this.dates, act.from, act.to, act.triggers[0] ?? act.from, day, precision)
    const speaker = saying ? this.sides.get(saying) : undefined
    const accusing = leaf === '112' && saying !== null && source === speaker
    const own = source.meant?.person && source.phrase !== null ? this.textOf(source.phrase) : null
    const together = source.referents.length > 1 && target.referents.length === 0
    const reach = together || rank <= 1.6 ? 1 : rank < 3 ? 0.9 : rank < 5 ? 0.75 : 0.5
    const strength = act.strength * source.weight * (together ? 1 : target.weight) * reach
    const base = {
      leaf,
      from: act.from,
      to: act.to,
      dated,
      denied: false,
      hypothetical: act.hypothetical && !accusing && !this.isAnnounced(act, leaf, source, speaker),
      background: act.background || dated.past,
      strength,
      triggers: act.triggers,
      sourceHow: source.how,
      targetHow: target.how,
    }
    const mutual = MUTUAL.test(leaf)
    const pairs: [Referent | null, Referent | null][] = []
    const targets = target.referents.filter(
      (t) => source.referents.length !== 1 || t.code !== source.referents[0]?.code,
    )
    if (source.referents.length > 1 && targets.length === 0 && !isMaterialConflict(leaf))
      pairs.push([source.referents[0] as Referent, source.referents[1] as Referent])
    else {
      for (const s of source.referents.length > 0 ? source.referents : [null]) {
        for (const t of targets.length > 0 ? targets : [null])
          if (s === null || t === null || s.code !== t.code) pairs.push([s, t])
      }
    }
    for (const [s, t] of pairs.slice(0, 12)) {
      const codes = [s?.code, t?.code]
      const third = speaker?.referents[0]
      this.found.push({
        ...base,
        source: s,
        target: t,
        mutual,
        speaker: accusing || third ? this.speakerText(speaker) : own,
        reported: !accusing && third !== undefined && !codes.includes(third.code),
      })
    }
  }

  private speakerText(side: Side | undefined): string | null {
    return side && side.phrase !== null ? this.textOf(side.phrase) : null
  }

  /** "said that it would go", "said that it could strike": no supposition, but what was announced or threatened. */
  private isAnnounced(act: Act, leaf: string, source: Side, speaker: Side | undefined): boolean {
    const modal = (act.clause === null ? null : this.clauses[act.clause]?.verb.modal) ?? ''
    if (speaker === undefined || act.clause === null || this.clauses[act.clause]?.conditional) return false
    if (modal === 'would') return true
    return /^13/.test(leaf) && /^(?:could|can|may|might)$/.test(modal) && same(speaker.referents, source.referents)
  }

  /** Whether telling of an attack lays it to somebody's charge: by the verb, or because the teller was its target. */
  private accuses(saying: Act, speaker: Side, sources: readonly Referent[], target: Side): boolean {
    if (sources.length === 0 || speaker.referents.length === 0 || same(speaker.referents, sources)) return false
    const verb = saying.clause === null ? '' : (this.clauses[saying.clause]?.verb.lemma ?? '')
    return (
      /^(?:claim|allege|believe|accuse|blame|charge|suspect|insist|maintain)$/.test(verb) ||
      same(speaker.referents, target.referents)
    )
  }

  /** The act of saying whose words an act is. */
  private sayingOf(act: Act): Act | null {
    if (act.clause === null) return null
    let found: Act | null = null
    for (const other of this.acts) {
      if (other === act || other.clause === null || !SPEECH.has(other.operator ?? '')) continue
      const says = other.says
      if (says !== null && act.clause >= says && other.clause < act.clause) found = other
      else if (
        says === null &&
        other.operator === 'SAY' &&
        other.clause > act.clause &&
        found === null &&
        this.closes(other)
      )
        found = other
    }
    return found
  }

  /** ", the minister said.": at the end, after what was said. */
  private closes(act: Act): boolean {
    const clause = this.clauses[act.clause ?? -1]
    const first = Math.min(...(clause?.subject ?? []), clause?.at ?? 0)
    const before = this.sentence.phrases[first - 1]?.sort
    return before === 'COMMA' || before === 'QUOTE'
  }

  private targetOf(act: Act, sources: readonly Referent[]): { readonly side: Side; readonly rank: number } {
    const who = new Who(this.setting.dictionary, this.setting.discourse, this.setting.day)
    const force = isForce(act.leaf)
    const tried = (candidate: Candidate) => {
      const side = this.sideOf(candidate.phrases, who)
      const others = side.referents.filter((r) => !sources.some((s) => s.code === r.code) && r.sort !== 'MEDIA')
      return { ...side, referents: others }
    }
    for (const candidate of act.candidates) {
      const place = candidate.rank >= 5 && !/^04[23]/.test(act.leaf)
      const side = tried(candidate)
      if (side.referents.length === 0 || (place && !force)) continue
      if (candidate.rank >= 6) continue
      return { side, rank: candidate.rank >= 5 && !place ? 2 : candidate.rank }
    }
    if (force) {
      const victim = this.victimOf(act, sources)
      if (victim) return { side: victim, rank: 4 }
    }
    for (const candidate of act.candidates) {
      const side = tried(candidate)
      if (side.referents.length > 0 && candidate.rank < 6) return { side, rank: 5 }
    }
    return { side: this.otherIn(act, sources, who), rank: 5 }
  }

  /** "killed 16 people": who, beside those who are named. */
  private victimOf(act: Act, sources: readonly Referent[]): Side | null {
    const beside = sources[0] ?? this.setting.discourse.latestOf('STATE')?.referent
    if (!beside) return null
    for (const { phrases } of act.candidates) {
      for (const p of phrases) {
        const phrase = this.sentence.phrases[p]
        const role = phrase && this.sentence.roles.find((r) => r.from >= phrase.from && r.to <= phrase.to)
        const referent = role && this.setting.dictionary.beside(role.role, beside, this.setting.day)
        if (referent && !sources.some((s) => s.code === referent.code))
          return { referents: [referent], how: 'ROLE', weight: 0.6, meant: null, phrase: p }
      }
    }
    return null
  }

  /** Nobody stands where the target should: the other one named in the sentence, if there is just one. */
  private otherIn(act: Act, sources: readonly Referent[], who: Who): Side {
    const none = { referents: [], how: '', weight: 0.5, meant: null, phrase: null }
    const others = new Map<string, Referent>()
    for (const phrase of this.sentence.phrases) {
      if (phrase.sort !== 'NP' || phrase.from < act.from - 12) continue
      const meant = who.named(this.sentence, phrase)
      for (const r of meant?.referents ?? [])
        if (ACTING.has(r.sort) && r.sort !== 'PRIVATE' && !sources.some((s) => s.code === r.code)) others.set(r.code, r)
    }
    if (others.size === 1) return { ...none, referents: [...others.values()], how: 'NAME' }
    const { pair } = this.setting.discourse
    if (!this.setting.article || others.size > 0 || sources.length !== 1 || pair === null) return none
    const other = pair.find((r) => r.code !== sources[0]?.code)
    return other && pair.some((r) => r.code === sources[0]?.code)
      ? { ...none, referents: [other], how: 'PRONOUN', weight: 0.4 }
      : none
  }

  /** Something is said, and no more: of whom it speaks is its target. */
  private comment(act: Act, sources: readonly Referent[], side: Side): void {
    if (
      act.says !== null &&
      this.acts.some((a) => a !== act && a.clause !== null && a.clause >= (act.says ?? 0) && a.leaf !== '010')
    )
      return
    const target = this.targetOf(act, sources)
    this.add(
      act,
      '010',
      { ...side, referents: sources },
      { ...target.side, weight: target.side.weight * 0.8 },
      target.rank,
      null,
    )
  }
}

const SPEECH = new Set<string>(['SAY', 'HOPE', 'FEAR', 'ACCUSE', 'THREATEN'])
const WEIGHTS: Readonly<Record<How, number>> = {
  NAME: 1,
  OWNER: 0.85,
  ROLE: 0.8,
  PRONOUN: 0.75,
  PLACE: 0.7,
  NEAR: 0.55,
}

function same(a: readonly Referent[], b: readonly Referent[]): boolean {
  return a.some((x) => b.some((y) => x.code === y.code))
}
