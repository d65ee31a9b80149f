/** What an act says, as statements: on which day, told by whom, with which flags, and how surely; and what it leaves for what comes after. */
import type { Act } from './act.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict, isMaterialCooperation } from './compose.ts'
import { type Dated, type DateFound, datedNear, datesIn } from './dates.ts'
import type { Dealing } from './dealings.ts'
import type { Referent } from './dictionary.ts'
import { isNow } from './history.ts'
import { isExchange, isReciprocal } from './mutual.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { type Setting, type Side, shared, textOf } from './side.ts'
import type { Speech } from './speech.ts'
import { finite } from './verb.ts'
import type { Sentence } from './who.ts'

/** A statement as found: its codebook tag and its confidence as a share are given by suggestion.found.ts. */
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

/** Done more than once, and on no day. */
const AGAIN =
  /^(?:repeated|repeatedly|often|long|always|traditionally|frequently|consistently|times|several|numerous|earlier|previous|past|since)$/
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
  private readonly told = new Set<Act>()
  private known: readonly DateFound[] | null = null

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly speech: Speech,
  ) {}

  /** Whether an act was told surely enough, of two who are known. */
  isTold(act: Act): boolean {
    return this.told.has(act)
  }

  /** The dates of the sentence. */
  get dates(): readonly DateFound[] {
    const { day, precision } = this.setting
    this.known ??= datesIn(this.sentence.words, precision === 'UNKNOWN' ? null : day, precision)
    return this.known
  }

  add(act: Act, code: string, source: Side, { target, rank, saying, speaker }: Telling): void {
    // A state's protest is a complaint, and no march.
    const leaf = code === '141' && source.referents.every((r) => r.sort === 'STATE') ? '111' : code
    const { day, precision } = this.setting
    const verb = act.triggers[0] ?? act.from
    // "will meet on Saturday" is said today: what stands after it is when it is to be.
    const coming = act.clause !== null && /^(?:will|shall|'ll|wo)$/.test(this.clauses[act.clause]?.verb.modal ?? '')
    const clause = act.clause === null ? undefined : this.clauses[act.clause]
    const now = clause !== undefined && finite(clause.verb) && isNow(clause, this.sentence)
    // "accuses it, and in May it attacked": the earlier day is another deed's.
    const others = (word: number) => now && (word < act.from || word >= act.to)
    const dates = this.dates.filter(({ word, dated }) => (!coming || word < verb) && !(dated.past && others(word)))
    const dated = this.datedBySaying(saying, leaf) ?? datedNear(dates, act.from, act.to, verb, day, precision)
    const third = speaker?.referents[0]
    const telling = source === speaker
    const own = telling || (speaker !== null && shared(speaker.referents, source.referents))
    const together = source.referents.length > 1 && target.referents.length === 0
    const reach =
      together || rank <= 1.6 ? 1 : rank < 3 ? 0.9 : rank < 5 || (isForce(leaf) && target.how === 'PLACE') ? 0.75 : 0.5
    const person = source.meant?.person && source.phrase !== null ? textOf(this.sentence, source.phrase) : null
    const spoken = speaker && speaker.phrase !== null ? textOf(this.sentence, speaker.phrase) : null
    const strength = act.strength * source.weight * (together ? 1 : target.weight) * reach
    const exchange =
      target.referents.length === 0 || source.referents.length < 2
        ? isExchange(act, this.sentence) ||
          isReciprocal(act, this.sentence) ||
          // "the two countries have deployed more troops": against each other.
          (source.how === 'PRONOUN' && source.referents.length === 2 && /^1[35]/.test(leaf))
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
    if (strength >= SURE) this.remember(pairs, leaf, exchange || together)
    const denied = saying?.operator === 'DENY'
    const announced = act.hypothetical && this.speech.isAnnounced(act, leaf, source, speaker ?? undefined)
    const background = this.isBackground(act, dated, third !== undefined)
    if (strength >= SURE && pairs.some((pair) => pair.source && pair.target)) this.told.add(act)
    for (const { source: doer, target: done, mutual } of pairs) {
      // What one says another did to it is a claim; what it says another said to it is known.
      const reported = third !== undefined && !own && (isMaterialConflict(leaf) || third.code !== done?.code)
      // Each by its name: an object that is spread together costs a fifth of all the coder's time.
      this.found.push({
        source: doer,
        target: done,
        mutual,
        leaf,
        from: act.from,
        to: act.to,
        dated,
        speaker: telling || third ? spoken : person,
        reported,
        denied,
        hypothetical: act.hypothetical && !telling && !announced,
        background,
        strength,
        triggers: act.triggers,
        sourceHow: source.how,
        targetHow: target.how,
      })
    }
  }

  /** Of an earlier month or year, or before what the article tells; not what has its day in the sentence. */
  private isBackground(act: Act, dated: Dated, told: boolean): boolean {
    if (dated.words !== '' && dated.precision === 'DAY' && !dated.past) return false
    const clause = act.clause === null ? undefined : this.clauses[act.clause]
    if (dated.past) return !/^(?:will|would|wo|'ll|shall)$/.test(clause?.verb.modal ?? '')
    if (this.setting.discourse.history) return true
    const { phrases, words } = this.sentence
    const group = phrases[clause?.at ?? -1] ?? phrases.find((p) => p.head === act.triggers[0])
    if (!group) return false
    const range = words.slice(group.from, Math.max(group.to, clause ? act.to : 0))
    const again = () => range.some((w) => AGAIN.test(w.lower))
    const first = range[0]?.lower ?? ''
    if (!clause) return again()
    return !told && group.to - group.from > 1 && (first === 'had' || (/^(?:has|have)$/.test(first) && again()))
  }

  /** "on Sunday it was said that …": what is but said is said on that day. */
  private datedBySaying(saying: Act | null, leaf: string): Dated | null {
    if (saying === null || isMaterialConflict(leaf) || isMaterialCooperation(leaf) || /^(?:04|057)/.test(leaf))
      return null
    const { day, precision } = this.setting
    const dated = datedNear(this.dates, saying.from, saying.to, saying.triggers[0] ?? saying.from, day, precision)
    return dated.words === '' ? null : dated
  }

  private remember(pairs: readonly Pair[], leaf: string, together: boolean): void {
    const { dictionary, discourse, day } = this.setting
    const acting = (r: Referent) => (r.sort === 'PRIVATE' ? (dictionary.beside('GOV', r, day) ?? r) : r)
    for (const { source, target, mutual } of pairs)
      if (source && target) discourse.dealt(acting(source), acting(target), dealing(leaf), mutual || together)
  }
}

function dealing(leaf: string): Dealing {
  if (isForce(leaf)) return 'FORCE'
  if (/^0(?:[5-7]|18)/.test(leaf)) return 'GOOD'
  return leaf.startsWith('13') ? 'THREAT' : leaf.startsWith('112') ? 'CHARGE' : 'OTHER'
}
