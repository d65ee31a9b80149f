/** What an act says, as statements: on which day, told by whom, with which flags, and how surely; and what it leaves for what comes after. */
import type { Act } from './act.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict, isMaterialCooperation } from './compose.ts'
import { type Dated, type DateFound, datedNear, datesIn } from './dates.ts'
import type { Referent } from './dictionary.ts'
import type { Dealing } from './discourse.ts'
import { isExchange, isReciprocal } from './mutual.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { type Setting, type Side, shared, textOf } from './side.ts'
import type { Speech } from './speech.ts'
import type { Sentence } from './who.ts'

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
/** Done more than once, and on no day. */
const AGAIN = /^(?:repeatedly|often|long|always|traditionally|frequently|consistently|times|several|numerous|since)$/
/** What is at least so strong is remembered of who deals with whom. */
const SURE = 0.3
/** Statements of one act at most. */
const MOST = 12

/** Whom an act is done to, where that stands (0 the object … 5 taken from elsewhere), and in whose words it is told. */
export interface Telling {
  readonly target: Side
  readonly rank: number
  readonly saying: Act | null
  readonly speaker: Side | null
}

export class Findings {
  readonly found: Found[] = []
  private dates: readonly DateFound[] | null = null

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly speech: Speech,
  ) {}

  add(act: Act, code: string, source: Side, { target, rank, saying, speaker }: Telling): void {
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
    const third = speaker?.referents[0]
    const telling = source === speaker
    const own = telling || (speaker !== null && shared(speaker.referents, source.referents))
    const together = source.referents.length > 1 && target.referents.length === 0
    const reach = together || rank <= 1.6 ? 1 : rank < 3 ? 0.9 : rank < 5 ? 0.75 : 0.5
    const person = source.meant?.person && source.phrase !== null ? textOf(this.sentence, source.phrase) : null
    const spoken = speaker && speaker.phrase !== null ? textOf(this.sentence, speaker.phrase) : null
    const base = {
      leaf,
      from: act.from,
      to: act.to,
      dated,
      mutual: MUTUAL.test(leaf) || (together && /^05[04]/.test(leaf)),
      speaker: telling || third ? spoken : person,
      denied: saying?.operator === 'DENY',
      hypothetical: act.hypothetical && !telling && !this.speech.isAnnounced(act, leaf, source, speaker ?? undefined),
      background: this.isBackground(act, dated, third !== undefined),
      strength: act.strength * source.weight * (together ? 1 : target.weight) * reach,
      triggers: act.triggers,
      sourceHow: source.how,
      targetHow: target.how,
    }
    const exchange =
      target.referents.length === 0 || source.referents.length < 2
        ? isExchange(act, this.sentence) || isReciprocal(act, this.sentence)
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

  /** "on Sunday it was said that …": what is but said is said on that day. */
  private datedBySaying(saying: Act | null, leaf: string): Dated | null {
    if (saying === null || isMaterialConflict(leaf) || isMaterialCooperation(leaf) || /^(?:04|057)/.test(leaf))
      return null
    const { day, precision } = this.setting
    const dated = datedNear(this.dates ?? [], saying.from, saying.to, saying.triggers[0] ?? saying.from, day, precision)
    return dated.words === '' ? null : dated
  }

  private remember(pairs: readonly Pair[], leaf: string): void {
    const { dictionary, discourse, day } = this.setting
    const acting = (r: Referent) => (r.sort === 'PRIVATE' ? (dictionary.beside('GOV', r, day) ?? r) : r)
    for (const [s, t] of pairs) if (s && t) discourse.dealt(acting(s), acting(t), dealing(leaf))
  }
}

/** Whether the people of whoever tells it suffered it. */
const isOf = (third: Referent | undefined, party: Referent | null) =>
  party?.sort === 'PRIVATE' && third?.sort === 'STATE' && party.country === third.country

function dealing(leaf: string): Dealing {
  if (isForce(leaf)) return 'FORCE'
  return leaf.startsWith('13') ? 'THREAT' : leaf.startsWith('112') ? 'CHARGE' : 'OTHER'
}
