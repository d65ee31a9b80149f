/**
 * Whom an act is done to. What stands where a target stands comes first; then who is hurt; then the other one the sentence
 * names; then whom the article has the doer deal with.
 */
import type { Act } from './act.ts'
import { Elsewhere } from './aim.elsewhere.ts'
import { isGuessed, isThere, isVisit, Unfit } from './aim.unfit.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict } from './compose.ts'
import type { Referent } from './dictionary.ts'
import { isExchange } from './mutual.ts'
import { isParty, Parties } from './parties.ts'
import { Reference } from './reference.ts'
import { type Aim, NOBODY, PLACE_RANK, type Setting, type Side, shared } from './side.ts'
import type { Sentence, Who } from './who.ts'

/** From this rank on it is told of another thing. */
const ELSEWHERE_RANK = 6

export class Aiming {
  private readonly parties: Parties
  private readonly reference: Reference
  private readonly unfit: Unfit
  private readonly elsewhere: Elsewhere

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    who: Who,
    clauses: readonly Clause[],
    subjects: ReadonlySet<number>,
  ) {
    this.parties = new Parties(sentence, setting, who, subjects)
    this.reference = new Reference(sentence, setting, who, this.parties, clauses)
    this.unfit = new Unfit(sentence, setting, who, this.parties)
    this.elsewhere = new Elsewhere(sentence, setting, this.parties, this.reference)
  }

  /** `speaker`: who tells of it; null where nobody else does. */
  of(act: Act, sources: readonly Referent[], speaker: Side | null): Aim {
    const force = isForce(act.leaf)
    const teller = speaker?.referents.some(isParty) && !shared(speaker.referents, sources) ? speaker : null
    if (this.isOwnAffair(act)) return { side: NOBODY, rank: PLACE_RANK }
    const earlier = this.reference.of(act, sources)
    if (earlier) return earlier
    if (act.leaf === '016') {
      const aim = this.elsewhere.of(act, sources)
      const state = aim.side.referents.length === 0 ? this.stateOf(sources) : null
      return state ? { side: state, rank: 3 } : aim
    }
    // "clashes left 20 people dead": on both sides.
    if (force && sources.length === 2 && act.source.length === 1 && isExchange(act, this.sentence))
      return { side: NOBODY, rank: PLACE_RANK }
    // "the two met on the sidelines of a summit": with each other.
    if (
      act.clause !== null &&
      sources.length === 2 &&
      /^04[06]|^057/.test(act.leaf) &&
      !act.candidates.some((c) => c.rank === 0 || c.preposition === 'with')
    )
      return { side: NOBODY, rank: PLACE_RANK }
    // "talks between the two neighbours": with each other.
    if (
      act.clause === null &&
      sources.length === 2 &&
      /^04[06]|^057/.test(act.leaf) &&
      !act.candidates.some((c) => c.preposition === 'with')
    )
      return { side: NOBODY, rank: PLACE_RANK }
    // "a border that it never recognised": no party is.
    const recognised = /^(?:054|120\.recognition)/.test(act.leaf) && act.candidates.some((c) => c.rank === 0)
    const told = { sources, speaker, teller }
    for (const candidate of act.candidates) {
      const side = this.unfit.isTrigger(act, candidate) ? NOBODY : this.parties.tried(candidate, sources)
      if (side.referents.length === 0 || candidate.rank >= ELSEWHERE_RANK) continue
      if (this.unfit.isOther(act, candidate, side, told)) continue
      // Condolences are to those whose people died.
      const mourned =
        act.leaf === '018' && isGuessed(side) && this.setting.article ? this.setting.discourse.deed?.[1] : undefined
      if (mourned && isParty(mourned) && !sources.some((s) => s.code === mourned.code)) {
        return { side: { ...NOBODY, referents: [mourned], how: 'TOPIC', weight: 0.7 }, rank: 1 }
      }
      if (this.unfit.isPlace(act, candidate, side, sources)) continue
      const named = force && side.how === 'NEAR' ? this.placeFor(act, sources) : null
      if (named) return { side: named, rank: 3 }
      // "flew to the Arnorian city of Sarn": to Arnor.
      const visit = isVisit(act.leaf)
      const host = visit && side.meant?.noun === 'city' ? this.hostOf(side) : null
      const near = candidate.rank >= PLACE_RANK && (visit || isThere(act.leaf, candidate.preposition, side, sources))
      return { side: host ?? side, rank: near ? 2 : candidate.rank }
    }
    if (recognised) return { side: NOBODY, rank: PLACE_RANK }
    if (isMaterialConflict(act.leaf) && act.candidates.some((c) => this.unfit.isHelped(c)))
      return { side: NOBODY, rank: PLACE_RANK }
    const party = speaker?.referents.some(isParty) ? speaker : null
    if (party && !shared(party.referents, sources) && /^(?:12|11|13|02)/.test(act.leaf)) {
      return { side: { ...party, weight: 0.8 * party.weight }, rank: 2 }
    }
    // "claimed the attack": on whom it was.
    const claimed = force && act.triggers.some((t) => this.sentence.words[t]?.lemma === 'claim')
    const hit = claimed && this.setting.article ? this.setting.discourse.deed?.[1] : undefined
    if (hit && !sources.some((s) => s.code === hit.code))
      return { side: { ...NOBODY, referents: [hit], how: 'TOPIC', weight: 0.7 }, rank: 1 }
    const victim = force ? (this.victimOf(act, teller?.referents ?? sources) ?? this.stateOf(sources)) : null
    if (victim) return { side: victim, rank: 3 }
    const aim = this.elsewhere.of(act, sources)
    // "according to Bree, Arnor shelled two towns": its own, where nobody else is known.
    if (
      aim.side.referents.length === 0 &&
      force &&
      !act.leaf.startsWith('15') &&
      party &&
      !shared(party.referents, sources)
    )
      return { side: { ...party, weight: 0.8 * party.weight }, rank: 2 }
    return aim
  }

  /** "advised its citizens to leave": what the doer asks of its own. */
  private isOwnAffair({ operator, candidates }: Act): boolean {
    if (operator !== 'URGE' && operator !== 'DEMAND') return false
    const asked = candidates.find((c) => c.rank === 0)?.phrases[0]
    const phrase = asked === undefined ? undefined : this.sentence.phrases[asked]
    const own = /^(?:his|her|its|their)$/.test(this.sentence.words[phrase?.from ?? -1]?.lower ?? '')
    return (
      own &&
      asked !== undefined &&
      !this.parties.named(asked) &&
      this.sentence.roles.some((r) => r.to - 1 === phrase?.head)
    )
  }

  private hostOf(side: Side): Side {
    const { dictionary, day } = this.setting
    return { ...side, referents: side.referents.map((r) => dictionary.beside('GOV', r, day) ?? r) }
  }

  /** "targets across the border in Arnor": the country that is named tells more than the noun. */
  private placeFor(act: Act, sources: readonly Referent[]): Side | null {
    for (const candidate of act.candidates) {
      if (candidate.rank < PLACE_RANK || candidate.rank >= ELSEWHERE_RANK) continue
      const side = this.parties.tried(candidate, sources)
      const foreign = side.referents.filter((r) => !sources.some((s) => s.country === r.country))
      if (foreign.length > 0 && (side.how === 'NAME' || side.how === 'PLACE')) return { ...side, referents: foreign }
    }
    return null
  }

  /** "killed 16 people": who, beside those who are named. */
  private victimOf(act: Act, sources: readonly Referent[]): Side | null {
    const beside = sources[0] ?? this.setting.discourse.latestOf('STATE')?.referent
    if (!beside) return null
    for (const { phrases, rank } of act.candidates) {
      if (rank >= ELSEWHERE_RANK) continue
      for (const p of phrases) {
        const phrase = this.sentence.phrases[p]
        const role = phrase && this.sentence.roles.find((r) => r.from >= phrase.from && r.to <= phrase.to)
        const referent = role && this.setting.dictionary.beside(role.role, beside, this.setting.day)
        if (referent && !sources.some((s) => s.code === referent.code)) {
          return { ...NOBODY, referents: [referent], how: 'ROLE', weight: 0.6, phrase: p }
        }
      }
    }
    return null
  }

  /** An armed group's attacks are on its country's state, where nobody else is named. */
  private stateOf(sources: readonly Referent[]): Side | null {
    const [group] = sources
    const state = group?.sort === 'GROUP' ? this.setting.dictionary.beside('GOV', group, this.setting.day) : null
    return state && state.code !== group?.code ? { ...NOBODY, referents: [state], how: 'NEAR', weight: 0.6 } : null
  }
}
