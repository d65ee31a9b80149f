/** From what the clauses of a sentence do to who did it to whom: the statements of one sentence, before they are tagged. */
import { type Act, actsOf } from './act.ts'
import { Aiming } from './aim.ts'
import type { Candidate } from './candidate.ts'
import { type Clause, clausesOf } from './clause.ts'
import { isForce, isMaterialConflict, isMaterialCooperation, operated } from './compose.ts'
import { type Dated, type DateFound, datedNear, datesIn } from './dates.ts'
import type { Referent } from './dictionary.ts'
import type { Dealing } from './discourse.ts'
import { Doers, EXCHANGING } from './doer.ts'
import { PERCEIVING } from './draft.ts'
import { Noting } from './noting.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { NOBODY, type Setting, type Side, shared, sideOf, spokenOf, textOf } from './side.ts'
import { Speech } from './speech.ts'
import { callsForTalks, toneOf } from './tone.ts'
import { finite } from './verb.ts'
import { type Sentence, Who } from './who.ts'

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
  readonly sourceHow: Side['how']
  readonly targetHow: Side['how']
}

const MUTUAL = /^(?:04[01346]|042|043|057|060|062|0312)/
const ACTING = new Set(['STATE', 'GROUP', 'ORGANISATION', 'PRIVATE'])
/** Done more than once, and on no day. */
const AGAIN = /^(?:repeatedly|often|long|always|traditionally|frequently|consistently|times|several|numerous|since)$/
/** What is at least so strong is remembered of who deals with whom. */
const SURE = 0.3
/** What a call for talks is worth, in whatever words. */
const CALLING = 0.7
/** Statements of one act at most. */
const MOST = 12

/** Who speaks in the quotation that a sentence ends is who speaks in what comes before it. */
export function listenTo(sentence: Sentence, setting: Setting): void {
  const clauses = clausesOf(sentence.phrases, sentence.words)
  new Reading(sentence, setting, clauses, actsOf(sentence, clauses), false).listen()
}

/** `quoted`: it stands in a quotation of several sentences. */
export function statementsIn(sentence: Sentence, setting: Setting, quoted = false): Found[] {
  // A question tells nothing.
  if (setting.article && sentence.words.at(-1)?.text === '?') return []
  const clauses = clausesOf(sentence.phrases, sentence.words)
  const acts = actsOf(sentence, clauses).sort((a, b) => (a.triggers[0] ?? 0) - (b.triggers[0] ?? 0))
  return new Reading(sentence, setting, clauses, acts, quoted).statements()
}

class Reading {
  private dates: readonly DateFound[] | null = null
  private readonly found: Found[] = []
  private readonly sides = new Map<Act, Side>()
  private readonly who: Who
  /** Phrases that are the subject of a verb. */
  private readonly subjects: ReadonlySet<number>
  private readonly aiming: Aiming
  private readonly speech: Speech
  private readonly doers: Doers
  /** Who is named after "according to". */
  private according: Side | null = null

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly acts: readonly Act[],
    private readonly quoted: boolean,
  ) {
    this.who = new Who(setting.dictionary, setting.discourse, setting.day)
    this.subjects = new Set(clauses.flatMap((c) => c.subject))
    const doing = new Set(clauses.flatMap((c) => (finite(c.verb) ? c.subject : [])))
    this.aiming = new Aiming(sentence, setting, this.who, clauses, doing)
    this.speech = new Speech(sentence, clauses, acts)
    this.doers = new Doers(sentence, setting, clauses, this.who)
  }

  statements(): Found[] {
    const { discourse } = this.setting
    discourse.begin()
    discourse.heard = discourse.speaker
    discourse.telling = this.acts.some((a) => a.operator === 'SAY' && a.clause !== null)
    const noting = new Noting(this.sentence, this.setting, this.subjects, this.who)
    this.listen()
    for (const { meanings } of this.sentence.mentions) {
      const [first] = meanings
      const one = first !== undefined && meanings.every((m) => m.key === first.key)
      if (one && /^(?:NATION|CAPITAL|PLACE)$/.test(first.sort)) discourse.countries.add(first.key)
    }
    const according = this.sentence.phrases.findIndex(
      (p) => p.sort === 'P' && this.sentence.words[p.from]?.lower === 'according',
    )
    if (according >= 0) this.according = sideOf(this.sentence, [according + 1], this.who)
    const { speaker } = discourse
    // Of a quotation of several sentences the speaker is told in another.
    if (this.quoted && speaker && !this.acts.some((a) => a.operator === 'SAY' && this.speech.closes(a))) {
      this.according ??= { ...NOBODY, referents: [speaker.referent], how: 'TOPIC', weight: 0.85 }
      discourse.telling = true
    }
    for (const act of this.acts) {
      noting.until(this.placeOf(act))
      const side = this.doers.of(act)
      this.sides.set(act, side)
      if (act.clause !== null && act.source.length > 0 && side.referents.length > 0 && side.how !== 'PRONOUN')
        discourse.unite(side.referents.length > 1 ? side.referents.filter((r) => ACTING.has(r.sort)) : [])
      const spoken = act.operator === 'SAY' && !act.hypothetical ? spokenOf(this.sentence, side) : null
      if (spoken) discourse.speaker = spoken
    }
    for (const act of this.acts) this.tell(act)
    this.counterfactual()
    noting.until(this.sentence.phrases.length)

    return this.found
  }

  /** "We will strike again", a general said: who speaks is told last, and meant from the start. */
  listen(): void {
    const closing = this.acts.findLast((a) => a.operator === 'SAY' && this.speech.closes(a))
    const speaker = closing ? spokenOf(this.sentence, this.doers.of(closing)) : null
    if (speaker) this.setting.discourse.speaker = speaker
  }

  private placeOf({ clause, from }: Act): number {
    return clause === null ? this.sentence.phrases.findIndex((p) => p.from === from) : (this.clauses[clause]?.at ?? 0)
  }

  private tell(act: Act): void {
    const side = this.sides.get(act) ?? NOBODY
    const sources = side.referents.filter((r) => ACTING.has(r.sort))
    const together = sources.length > 1 && act.says === null && this.converses(act)
    if (together) this.add({ ...act, strength: 0.75 }, '040', { ...side, referents: sources }, NOBODY, 0, null)
    else if (act.leaf === '010' && act.operator === 'SAY') this.comment(act, { ...side, referents: sources })
    // Found to be nothing done to anybody: of a single sentence its class, of an article nothing.
    else if (act.leaf !== '010' || !this.setting.article || this.isAsked(act))
      this.deed(act, { ...side, referents: sources })
  }

  private deed(act: Act, side: Side): void {
    const saying = this.speech.sayingOf(act)
    const speaker = this.speakerOf(act, saying)
    const told = speaker !== null && speaker.referents.length > 0
    const verb = this.modalVerbOf(act)
    const other = told && !shared(speaker.referents, side.referents)
    if (other && verb && this.isAsked(act)) {
      const leaf = operated(verb.modal === 'must' || this.insists(saying) ? 'DEMAND' : 'URGE', act.leaf)
      const asked = side.referents.length > 0 ? side : this.askedOf(act, speaker)
      if (leaf) this.add(act, leaf, speaker, { ...asked, weight: asked.weight * 0.9 }, 0, saying)
      return
    }
    if (act.leaf === '010' && this.setting.article) return
    // "if both asked for it": nothing is said.
    const open = this.setting.article && act.clause !== null && this.clauses[act.clause]?.conditional
    if (open && /^(?:0[1-5]|1[0-3])/.test(act.leaf)) return
    // "says that Bree harbours the rebels": what is told of is a charge, and the teller's.
    if (other && act.leaf === '112' && act.operator === null && side.referents.length > 0) {
      this.add(act, '112', speaker, side, 0, saying)
      return
    }
    // What is hoped or feared has not happened.
    if (saying && (saying.operator === 'HOPE' || saying.operator === 'FEAR')) return
    if (told && this.foretells(act, side)) {
      this.foretell(act, speaker, side, saying)
      return
    }
    // "Arnor and Bree traded fire": with each other, whoever else is named.
    const mutual =
      side.referents.length > 1 && (this.isReciprocal(act) || (this.isExchange(act) && !this.isAimed(act, side)))
    const aim = mutual ? { side: NOBODY, rank: 0 } : this.aiming.of(act, side.referents, told ? speaker : null)
    const addressed =
      told && !other && (aim.side.how === '' || aim.side.how === 'TOPIC') && this.setting.article
        ? this.addresseeOf(saying, speaker)
        : null
    if (addressed) {
      this.add(act, this.speech.announced(act, speaker, side), side, addressed, 1, saying)
      return
    }
    if (told && this.speech.accuses(saying, speaker, side.referents, aim.side, act.leaf)) {
      this.add(act, '112', speaker, side, 0, saying)
    }
    const against = act.leaf === '110' && /^(?:URGE|DEMAND)$/.test(act.operator ?? '')
    if (against && !(act.candidates.some((c) => c.phrases.includes(aim.side.phrase ?? -1)) && aim.side.how === 'NAME'))
      return
    // "they have not kept a single promise": what one says another did not do is a complaint.
    if (told && other && act.leaf.startsWith('12') && this.isUndone(act) && this.setting.article) {
      this.add(act, '111', speaker, side, 0, saying)
      return
    }
    this.add(act, this.speech.announced(act, speaker, side), side, aim.side, aim.rank, saying)
  }

  private isUndone({ clause: at, operator }: Act): boolean {
    const clause = at === null ? undefined : this.clauses[at]
    const group = clause && this.sentence.phrases[clause.at]
    const perfect = this.sentence.words.slice(group?.from ?? 0, group?.to ?? 0).some((w) => w.lemma === 'have')
    return clause?.negated === true && perfect && operator !== 'SAY'
  }

  private isAsked(act: Act): boolean {
    return /^(?:should|must|ought|need)$/.test(this.modalVerbOf(act)?.modal ?? '')
  }

  /** "the camps must be closed": of whom it is asked where nobody is named, whom the teller has to do with. */
  private askedOf({ candidates }: Act, speaker: Side): Side {
    const { article, discourse } = this.setting
    const [teller] = speaker.referents
    const named = candidates.some((c) => c.rank < 4 && sideOf(this.sentence, c.phrases, this.who).referents.length > 0)
    const other = article && teller && !named ? discourse.counterpart(teller, false) : null
    return other ? { ...NOBODY, referents: [other], how: 'TOPIC', weight: 0.6 } : NOBODY
  }

  /** "told Bree that it would help", "wrote to Bree": whom what is said is said to; null where that is no party. */
  private addresseeOf(saying: Act | null, speaker: Side): Side | null {
    const to = saying?.candidates.find((c) => (c.rank === 0 && c.preposition === '') || c.preposition === 'to')
    const side = to ? sideOf(this.sentence, to.phrases, this.who) : NOBODY
    const parties = side.referents.filter(
      (r) => ACTING.has(r.sort) && r.sort !== 'PRIVATE' && !speaker.referents.some((s) => s.code === r.code),
    )
    return parties.length > 0 && side.how === 'NAME' ? { ...side, referents: parties } : null
  }

  /** The verb of an act, or the one with a modal that leads to it: "must stop arming". */
  private modalVerbOf({ clause }: Act): Clause['verb'] | null {
    if (clause === null) return null
    const own = this.clauses[clause]?.verb ?? null
    const leader = own?.modal === null ? this.clauses.find((c) => c.leadsTo === clause) : undefined
    return leader?.verb.modal ? leader.verb : own
  }

  /** Whose words an act is told in; null where the text itself tells it. */
  private speakerOf(act: Act, saying: Act | null): Side | null {
    if (saying) return this.sides.get(saying) ?? NOBODY
    return act.clause === null ? null : this.according
  }

  private remember(pairs: readonly Pair[], leaf: string): void {
    const { dictionary, discourse, day } = this.setting
    const acting = (r: Referent) => (r.sort === 'PRIVATE' ? (dictionary.beside('GOV', r, day) ?? r) : r)
    for (const [s, t] of pairs) if (s && t) discourse.dealt(acting(s), acting(t), dealing(leaf))
  }

  /** "on Sunday it was said that …": what is but said is said on that day. */
  private datedBySaying(saying: Act | null, leaf: string): Dated | null {
    if (saying === null || isMaterialConflict(leaf) || isMaterialCooperation(leaf) || /^(?:04|057)/.test(leaf))
      return null
    const { day, precision } = this.setting
    const dated = datedNear(this.dates ?? [], saying.from, saying.to, saying.triggers[0] ?? saying.from, day, precision)
    return dated.words === '' ? null : dated
  }

  /** "discussed the dam", "spoke for an hour": of two, with each other. */
  private converses({ leaf, clause }: Act): boolean {
    const verb = clause === null ? '' : (this.clauses[clause]?.verb.lemma ?? '')
    return leaf === '010' && /^(?:discuss|speak|talk)$/.test(verb)
  }

  /** "insisted that Bree should withdraw" */
  private insists(saying: Act | null): boolean {
    const verb = saying?.clause == null ? '' : (this.clauses[saying.clause]?.verb.lemma ?? '')
    return /^(?:insist|demand|order|require)$/.test(verb)
  }

  /** "exchanged fire", "a clash between": both do it to each other. */
  private isExchange({ leaf, triggers, source }: Act): boolean {
    const { phrases, words } = this.sentence
    const heads = source.length === 1 ? [phrases[source[0] as number]?.head ?? -1] : []
    const lemmas = [...triggers, ...heads].map((t) => words[t]?.lemma ?? '')
    if (/^11/.test(leaf)) return lemmas.some((lemma) => /^(?:trade|exchange)$/.test(lemma))
    return isForce(leaf) && lemmas.some((lemma) => EXCHANGING.test(lemma))
  }

  /** "Arnor and Bree fought the rebels" */
  private isAimed({ candidates }: Act, { referents }: Side): boolean {
    return candidates.some(
      (c) =>
        c.rank < 2 &&
        sideOf(this.sentence, c.phrases, this.who).referents.some((r) => !referents.some((x) => x.code === r.code)),
    )
  }

  /** "accused each other" */
  private isReciprocal({ candidates }: Act): boolean {
    const { phrases, words } = this.sentence
    return candidates.some(({ phrases: of }) =>
      of.some((p) => {
        const at = phrases[p]?.from ?? -1
        return /^(?:each other|one another)/.test(`${words[at]?.lower} ${words[at + 1]?.lower}`)
      }),
    )
  }

  /** "Had they answered, it could have been averted": the teller finds fault with them. */
  private counterfactual(): void {
    const [first, subject] = this.sentence.phrases
    const { speaker } = this.setting.discourse
    const had = first?.sort === 'VG' && this.sentence.words[first.from]?.lower === 'had' && subject?.sort === 'NP'
    const act = this.acts.find((a) => a.clause !== null)
    if (!had || !speaker || !act) return
    const target = sideOf(this.sentence, [1], this.who)
    const source: Side = { ...NOBODY, referents: [speaker.referent], how: 'TOPIC', weight: 0.6 }
    if (target.referents.length === 0 || shared(target.referents, source.referents)) return
    this.add(
      { ...act, from: 0, to: this.sentence.words.length, hypothetical: false, strength: 0.7 },
      '111',
      source,
      target,
      0,
      null,
    )
  }

  /** "said the decision will halt the talks": no deed, but what the teller expects of somebody's doing. */
  private foretells(act: Act, side: Side): boolean {
    const modal = act.clause === null ? null : this.clauses[act.clause]?.verb.modal
    return (side.how === 'OWNER' || side.referents.length === 0) && /^(?:will|would|could|can|shall)$/.test(modal ?? '')
  }

  private foretell(act: Act, speaker: Side, side: Side, saying: Act | null): void {
    const bad = isMaterialConflict(act.leaf) || /^1|^012/.test(act.leaf)
    const owner = side.referents.filter((r) => !speaker.referents.some((s) => s.code === r.code))
    const aim = this.aiming.of({ ...act, candidates: [] }, speaker.referents, null).side
    const target = aim.how === 'TOPIC' || owner.length === 0 ? aim : { ...side, referents: owner }
    this.add({ ...act, hypothetical: false }, bad ? '012' : '013', speaker, target, 2, saying)
  }

  /** Something is said, and no more: of whom it speaks is its target, and its tone what it does. */
  private comment(act: Act, side: Side): void {
    const told = this.acts.some((a) => a !== act && this.speech.sayingOf(a) === act && a.leaf !== '010')
    // "was quoted as saying that …"
    const { leadsTo: leads = null, verb: { lemma: verb = '' } = {} } = this.clauses[act.clause ?? -1] ?? {}
    if (told || (leads !== null && this.acts.some((a) => a.operator === 'SAY' && a.clause === leads))) return
    const candidates = [...act.candidates, ...this.spokenOfBefore(act)]
    const aim = this.aiming.of({ ...act, candidates }, side.referents, null)
    // Of an article what is but said is told where it says of whom.
    const talks = callsForTalks(this.sentence.words, act.to)
    const from = this.speech.closes(act) && act.says === null ? 0 : act.from
    const tone = talks ? '026' : toneOf(this.sentence.words, from, this.sentence.words.length)
    // Of an article what is but said is told where it takes a side.
    if (this.setting.article && (PERCEIVING.test(verb) || tone === '010')) return
    const weight = aim.side.weight * (tone === '010' ? 0.7 : 1)
    this.add({ ...act, strength: talks ? CALLING : act.strength }, tone, side, { ...aim.side, weight }, aim.rank, null)
  }

  /** Of an earlier month or year, before what the article tells, or done time and again; not what has its day in the sentence. */
  private isBackground(act: Act, dated: Dated, told: boolean): boolean {
    if (dated.past) return true
    if (dated.words !== '' && dated.precision === 'DAY') return false
    if (act.background) return true
    const clause = act.clause === null ? undefined : this.clauses[act.clause]
    const group = clause && this.sentence.phrases[clause.at]
    if (!group || told) return false
    const words = this.sentence.words.slice(group.from, Math.max(group.to, act.to)).map((w) => w.lower)
    if (words[0] === 'had' && group.to - group.from > 1) return true
    return /^(?:has|have)$/.test(words[0] ?? '') && words.some((w) => AGAIN.test(w))
  }

  /** "Bree has chosen war", he said: of whom the words before speak. */
  private spokenOfBefore(act: Act): Candidate[] {
    if (!this.setting.article || act.says !== null || !this.speech.closes(act)) return []
    const told = this.clauses.filter((c) => c.at < (this.clauses[act.clause ?? -1]?.at ?? 0) && finite(c.verb))
    return told
      .slice(0, 1)
      .flatMap((c) => (c.subject.length > 0 ? [{ phrases: c.subject, rank: 1.5, preposition: 'that' }] : []))
  }

  private add(act: Act, code: string, source: Side, target: Side, rank: number, saying: Act | null): void {
    const { words } = this.sentence
    // A state's protest is a complaint, and no march.
    const leaf = code === '141' && source.referents.every((r) => r.sort === 'STATE') ? '111' : code
    const { day, precision } = this.setting
    this.dates ??= datesIn(words, precision === 'DAY' ? day : null)
    const verb = act.triggers[0] ?? act.from
    // "will meet on Saturday" is said today: what stands after it is when it is to be.
    const coming = act.clause !== null && /^(?:will|shall|'ll|wo)$/.test(this.clauses[act.clause]?.verb.modal ?? '')
    const dates = coming ? this.dates.filter(({ word }) => word < verb) : this.dates
    const dated = this.datedBySaying(saying, leaf) ?? datedNear(dates, act.from, act.to, verb, day, precision)
    const speaker = this.speakerOf(act, saying) ?? undefined
    const third = speaker?.referents[0]
    const telling = source === speaker
    const own = telling || (speaker !== undefined && shared(speaker.referents, source.referents))
    const together = source.referents.length > 1 && target.referents.length === 0
    const reach = together || rank <= 1.6 ? 1 : rank < 3 ? 0.9 : rank < 5 ? 0.75 : 0.5
    const person = source.meant?.person && source.phrase !== null ? textOf(this.sentence, source.phrase) : null
    const spoken = speaker && speaker.phrase !== null ? textOf(this.sentence, speaker.phrase) : null
    const base = {
      leaf,
      from: act.from,
      to: act.to,
      dated,
      mutual: MUTUAL.test(leaf),
      speaker: telling || third ? spoken : person,
      denied: saying?.operator === 'DENY',
      hypothetical: act.hypothetical && !telling && !this.speech.isAnnounced(act, leaf, source, speaker),
      background: this.isBackground(act, dated, third !== undefined),
      strength: act.strength * source.weight * (together ? 1 : target.weight) * reach,
      triggers: act.triggers,
      sourceHow: source.how,
      targetHow: target.how,
    }
    const exchange =
      target.referents.length === 0 || source.referents.length < 2
        ? this.isExchange(act) || this.isReciprocal(act)
        : false
    // "interference in the affairs of other countries": of nobody.
    if (target.how === 'OWNER' && target.referents.every((r) => r.code === 'INT') && this.setting.article) return
    const pairs = pairsOf(source.referents, target.referents, leaf, exchange).slice(0, MOST)
    const alike = source.referents.length > 1 ? source.referents : [...source.referents, ...target.referents]
    this.setting.discourse.joined(alike)
    // "if the base is not returned": who and whom would be two guesses.
    const conditional = act.clause !== null && this.clauses[act.clause]?.conditional
    const guessed = conditional && (source.how === 'TOPIC' || target.how === 'TOPIC')
    if (this.setting.article && guessed && !telling) return
    if (base.strength >= SURE) this.remember(pairs, leaf)
    for (const [s, t] of pairs) {
      const victim = isMaterialConflict(leaf) && isOf(third, t)
      const reported = third !== undefined && !own && third.code !== t?.code && !victim
      this.found.push({ ...base, source: s, target: t, reported })
    }
  }
}

/** Whether the people of whoever tells it suffered it. */
const isOf = (third: Referent | undefined, party: Referent | null) =>
  party?.sort === 'PRIVATE' && third?.sort === 'STATE' && party.country === third.country

function dealing(leaf: string): Dealing {
  if (isForce(leaf)) return 'FORCE'
  return leaf.startsWith('13') ? 'THREAT' : leaf.startsWith('112') ? 'CHARGE' : 'OTHER'
}
