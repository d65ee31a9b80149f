/**
 * Whom an act is done to. What stands where a target stands comes first; then who is hurt; then the other one the sentence
 * names; then whom the article has the doer deal with.
 */
import type { Act } from './act.ts'
import type { Candidate } from './candidate.ts'
import type { Clause } from './clause.ts'
import { isForce, isMaterialConflict, isMaterialCooperation } from './compose.ts'
import type { Referent } from './dictionary.ts'
import { EXCHANGING, TEXT } from './doer.ts'
import { isExchange } from './mutual.ts'
import { isParty, Parties } from './parties.ts'
import { isObjective, type Phrase } from './phrase.ts'
import { Reference } from './reference.ts'
import { type Aim, NOBODY, PLACE_RANK, type Setting, type Side, shared } from './side.ts'
import type { Sentence, Who } from './who.ts'

/** From this rank on it is told of another thing. */
const ELSEWHERE_RANK = 6

const HELP = /^(?:support|favou?r|solidarity|behalf|defen[cs]e|help|aid)$/
/** A role without a name: private people of whoever stands nearest. */
const isGuessed = (side: Side) =>
  side.how === 'NEAR' || (side.how === 'ROLE' && side.referents.every((r) => r.sort === 'PRIVATE'))

export class Aiming {
  private readonly parties: Parties
  private readonly reference: Reference

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly who: Who,
    clauses: readonly Clause[],
    subjects: ReadonlySet<number>,
  ) {
    this.parties = new Parties(sentence, setting, who, subjects)
    this.reference = new Reference(sentence, setting, who, this.parties, clauses)
  }

  /** `speaker`: who tells of it; null where nobody else does. */
  of(act: Act, sources: readonly Referent[], speaker: Side | null): Aim {
    const force = isForce(act.leaf)
    const refusal = act.leaf.startsWith('12')
    const visit = /^04[23]/.test(act.leaf)
    const teller = speaker?.referents.some(isParty) && !shared(speaker.referents, sources) ? speaker : null
    if (this.isOwnAffair(act)) return { side: NOBODY, rank: PLACE_RANK }
    const earlier = this.reference.of(act, sources)
    if (earlier) return earlier
    if (act.leaf === '016') {
      const aim = this.fromElsewhere(act, sources)
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
    for (const candidate of act.candidates) {
      if (this.isTrigger(act, candidate)) continue
      const side = this.parties.tried(candidate, sources)
      if (side.referents.length === 0 || candidate.rank >= ELSEWHERE_RANK) continue
      // "feared that the rebels would come back": what is feared, and not of whom.
      const vague = side.how !== 'NAME' && side.referents.every((r) => /^\w{3}\.ARM$/.test(r.code))
      if (vague && /^01[23]/.test(act.leaf) && this.setting.article) continue
      // "attacks from Arnorian soil": where they begin, and not whom they hit.
      if (candidate.preposition === 'from' && force) continue
      // "arrested seven people": its own are no other party.
      // "warned that traders would suffer": of traders, and not to them.
      if (candidate.preposition === 'that' && isGuessed(side) && side.referents.every((r) => r.sort === 'PRIVATE'))
        continue
      const domestic =
        (side.how === 'NEAR' || side.how === 'ROLE') &&
        side.referents.every((r) => r.sort === 'PRIVATE' && r.country === sources[0]?.country)
      if (
        domestic &&
        this.setting.article &&
        (force || isMaterialCooperation(act.leaf) || /^(?:040|13)/.test(act.leaf)) &&
        this.parties.othersNamed(sources, 0, this.sentence.words.length).length > 0
      )
        continue
      // "condemned the killing of elves": not those.
      if (
        act.clause !== null &&
        candidate.preposition === 'of' &&
        /^(?:1[01]|012|05)/.test(act.leaf) &&
        this.isSuffered(candidate)
      )
        continue
      // "cooperate against the rebels", "in the fight against them": not with those.
      if (candidate.preposition === 'against' && /^0[3-8]/.test(act.leaf)) continue
      // "both armies left the banks": with each other.
      if (sources.length > 1 && isGuessed(side) && /^0[3-8]/.test(act.leaf)) continue
      // "opposed the sanctions on its firms": nobody is against its own.
      const own = side.referents.every((r) => r.sort === 'PRIVATE' && sources.some((s) => s.country === r.country))
      if (own && /^(?:11|018)/.test(act.leaf) && sources.every((s) => s.sort === 'STATE')) continue
      // Condolences are to those whose people died.
      const mourned =
        act.leaf === '018' && isGuessed(side) && this.setting.article ? this.setting.discourse.deed?.[1] : undefined
      if (mourned && isParty(mourned) && !sources.some((s) => s.code === mourned.code)) {
        return { side: { ...NOBODY, referents: [mourned], how: 'TOPIC', weight: 0.7 }, rank: 1 }
      }
      // "strikes in support of Arnor", "captured the town from Arnorian troops": not the helped, not the place.
      if (isMaterialConflict(act.leaf) && this.isHelped(candidate)) continue
      if (
        (force || (/^0(?:6|7|84)/.test(act.leaf) && candidate.rank === 0)) &&
        side.how !== 'NAME' &&
        side.referents.every((r) => r.sort === 'PRIVATE') &&
        this.namedAfter(act, candidate, sources)
      )
        continue
      // "in the talks hosted by Bree" is no place.
      const happening =
        candidate.rank >= PLACE_RANK &&
        side.how === 'OWNER' &&
        candidate.preposition !== 'after' &&
        sources.length === 1
      // "built a school in Bree"
      const given = /^0(?:6[01]|7)/.test(act.leaf) && sources.length === 1 && /^(?:NAME|PLACE)$/.test(side.how)
      if (candidate.rank >= PLACE_RANK && !force && !visit && !happening && !given && !this.isPosted(act)) continue
      // "bombed two villages", as others tell of it: not its own.
      const others =
        force &&
        side.how === 'NEAR' &&
        teller !== null &&
        side.referents.every((r) => r.country === sources[0]?.country)
      if (others) continue
      if (force && side.how === 'NEAR') {
        const named = this.placeFor(act, sources)
        if (named) return { side: named, rank: 3 }
      }
      // "will not act against the militants": refused to the one who asks for it, not to them.
      if (refusal && (side.how === 'NEAR' || (side.how !== 'NAME' && speaker && !shared(speaker.referents, sources))))
        continue
      // "flew to the Arnorian city of Sarn": to Arnor.
      const host = visit && side.meant?.noun === 'city' ? this.hostOf(side) : null
      return {
        side: host ?? side,
        rank: candidate.rank < PLACE_RANK ? candidate.rank : visit || happening || given ? 2 : candidate.rank,
      }
    }
    if (recognised) return { side: NOBODY, rank: PLACE_RANK }
    if (isMaterialConflict(act.leaf) && act.candidates.some((c) => this.isHelped(c)))
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
    const aim = this.fromElsewhere(act, sources)
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

  /** "voiced opposition": what is voiced is nobody. */
  private isTrigger({ triggers }: Act, { phrases }: Candidate): boolean {
    const [only] = phrases.length === 1 ? phrases : []
    const head = only === undefined ? undefined : this.sentence.phrases[only]?.head
    if (head === undefined || !triggers.includes(head) || only === undefined) return false
    const phrase = this.sentence.phrases[only] as Phrase
    const text = TEXT.test(this.sentence.words[head]?.lemma ?? '') && this.who.implied(this.sentence, phrase) !== null
    return this.who.named(this.sentence, phrase) === null && !text
  }

  /** "closed its embassy in Bree": the place is whom it is posted to. */
  private isPosted({ leaf, candidates }: Act): boolean {
    const object = candidates.find((c) => c.rank < 1 && c.preposition === '')?.phrases[0]
    const phrase = this.sentence.phrases[object ?? -1]
    return (
      /^(?:05|060|1[36])/.test(leaf) &&
      /^(?:embassy|consulate|mission)$/.test(this.sentence.words[phrase?.head ?? -1]?.lemma ?? '')
    )
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

  /** "the arrest of two elves": who suffers what a noun tells. */
  private isSuffered({ phrases: [p = -1] }: Candidate): boolean {
    const noun = this.sentence.phrases[p - 2]
    return noun !== undefined && isObjective(this.sentence.words[noun.head]?.lower ?? '')
  }

  private isHelped({ phrases }: Candidate): boolean {
    return phrases.some((p) => {
      const phrase = this.sentence.phrases[p]
      return [phrase?.from ?? -1, phrase?.head ?? -1].some((i) => HELP.test(this.sentence.words[i]?.lemma ?? ''))
    })
  }

  /** Whether a likelier party stands further on. */
  private namedAfter(act: Act, candidate: Candidate, sources: readonly Referent[]): boolean {
    const after = act.candidates.slice(act.candidates.indexOf(candidate) + 1).filter((c) => c.rank < PLACE_RANK)
    return after.some((c) => {
      const side = this.parties.tried(c, sources)
      return side.how === 'NAME' && side.referents.some(isParty)
    })
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

  /** Whom the article has somebody deal with: of deeds whom it has most to do with, of words whom it dealt with last. */
  private otherOf(source: Referent, leaf: string): Referent | null {
    const { discourse } = this.setting
    const rival = isMaterialConflict(leaf) ? discourse.rival(source) : null
    return rival ?? discourse.counterpart(source, peaceful(leaf))
  }

  /** "expressed solidarity with Arnor and demanded that the captives be freed": of Arnor's foe, and not of Arnor. */
  private foeOfFriend({ leaf }: Act, sources: readonly Referent[]): Referent | null {
    const { discourse, article } = this.setting
    const [source] = sources
    const friend = article && source && sources.length === 1 && /^1[0-2]/.test(leaf) ? discourse.friend(source) : null
    if (!friend || !discourse.pair?.includes(friend) || !discourse.isHere(friend)) return null
    return discourse.rival(friend, source)
  }

  private isFighting({ candidates }: Act): boolean {
    const { phrases, words } = this.sentence
    return candidates.some((c) => c.phrases.some((p) => EXCHANGING.test(words[phrases[p]?.head ?? -1]?.lemma ?? '')))
  }

  private isPronoun({ phrases }: Candidate): boolean {
    const phrase = this.sentence.phrases[phrases[0] ?? -1]
    return (
      phrase !== undefined &&
      /^(?:them|him|her)$/.test(this.sentence.words[phrase.from]?.lower ?? '') &&
      phrase.to - phrase.from === 1
    )
  }

  /** Nobody stands where the target should. */
  private fromElsewhere(act: Act, sources: readonly Referent[]): Aim {
    // "accusing them": whoever they are, nobody else.
    if (act.candidates.some((c) => c.rank === 0 && !act.passive && this.isPronoun(c)))
      return { side: NOBODY, rank: PLACE_RANK }
    const speaker = this.setting.discourse.speaker?.referent
    const passive = act.candidates.some((c) => c.rank === 0 && c.preposition === '' && c.phrases.length > 0)
    const unnamed =
      passive && act.passive && speaker && isParty(speaker) && !sources.some((s) => s.code === speaker.code)
    if (this.setting.article && unnamed) {
      return { side: { ...NOBODY, referents: [speaker], how: 'TOPIC', weight: 0.6 }, rank: 2 }
    }
    // "the two held talks in Bree": with each other.
    if (sources.length > 1 && /^0(?!45|39)(?:[3-6]|87)/.test(act.leaf)) return { side: NOBODY, rank: PLACE_RANK }
    const foe = this.foeOfFriend(act, sources)
    if (foe) return { side: { ...NOBODY, referents: [foe], how: 'TOPIC', weight: 0.7 }, rank: 1 }
    const within = this.parties.othersNamed(sources, act.from, act.to, this.setting.article)
    if (within.length === 1) return { side: { ...NOBODY, referents: within, how: 'NAME', weight: 0.8 }, rank: 3 }
    const { discourse, article } = this.setting
    if (/^04/.test(act.leaf) && act.candidates.some((c) => c.rank < 4 && this.parties.isMedia(c)))
      return { side: NOBODY, rank: PLACE_RANK }
    const { deed } = discourse
    // "mediates", "called for an end to the fighting": of those two.
    if (article && (/^0(?:45|39)/.test(act.leaf) || (act.leaf.startsWith('02') && this.isFighting(act)))) {
      const two = discourse.theTwo(null).filter((r) => !sources.some((s) => s.code === r.code))
      if (two.length === 2) return { side: { ...NOBODY, referents: two, how: 'TOPIC', weight: 0.65 }, rank: 1 }
    }
    // "the tourist they had held": whoever it was, no party.
    if ((act.passive && act.leaf.startsWith('17')) || (/^(?:17|18[1-9]|192)/.test(act.leaf) && deed === null))
      return { side: NOBODY, rank: PLACE_RANK }
    const author = article && /^(?:110\.rebut|120)/.test(act.leaf) ? this.reference.chargedBy(sources) : null
    if (author) return { side: { ...NOBODY, referents: [author], how: 'TOPIC', weight: 0.65 }, rank: 1 }
    // "concern over arrests in Bree", "money for clinics in Bree": of whose country it tells.
    const attends =
      act.leaf.startsWith('040') && act.triggers.some((t) => ATTENDING.test(this.sentence.words[t]?.lemma ?? ''))
    const there =
      article && (attends || /^(?:012|018|11[01]|07|033)/.test(act.leaf)) ? this.parties.placeAfter(act, sources) : null
    if (there) return { side: { ...NOBODY, referents: [there], how: 'PLACE', weight: 0.75 }, rank: 2 }
    // What is done with goods or people is told where it says with whose.
    if (/^(?:06|08(?!7)|09|17)/.test(act.leaf)) return { side: NOBODY, rank: PLACE_RANK }
    const counterpart = article && sources.length === 1 ? this.otherOf(sources[0] as Referent, act.leaf) : null
    const named = this.parties.othersNamed(sources, 0, this.sentence.words.length, this.setting.article)
    if (counterpart && (named.length === 0 || named.some((r) => r.code === counterpart.code))) {
      return { side: { ...NOBODY, referents: [counterpart], how: 'TOPIC', weight: 0.6 }, rank: 2 }
    }
    if (named.length === 1) return { side: { ...NOBODY, referents: named, how: 'NAME', weight: 0.6 }, rank: 3 }
    const topic = article && named.length === 0 && sources.length === 1 ? discourse.topic(sources[0] as Referent) : null
    return topic
      ? { side: { ...NOBODY, referents: [topic], how: 'TOPIC', weight: 0.55 }, rank: 3 }
      : { side: NOBODY, rank: 5 }
  }
}

/** "took part in a forum in Bree": of those who hold it. */
const ATTENDING = /^(?:take|attend|participate|join)$/

/** Peace is made with the enemy: talks, truces, concessions. */
const peaceful = (leaf: string) => /^(?:036|026|087|046|039|035)/.test(leaf)
