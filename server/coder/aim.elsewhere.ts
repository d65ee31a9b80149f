/**
 * Whom an act is done to where nobody stands whom it could be done to: who is named beside, of whose country it tells, or whom
 * the article has the doer deal with.
 */
import type { Act } from './act.ts'
import type { Candidate } from './candidate.ts'
import { isMaterialConflict } from './compose.ts'
import type { Referent } from './dictionary.ts'
import { EXCHANGING } from './doer.ts'
import { isParty, type Parties } from './parties.ts'
import type { Reference } from './reference.ts'
import { type Aim, NOBODY, PLACE_RANK, type Setting } from './side.ts'
import type { Sentence } from './who.ts'

export class Elsewhere {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly parties: Parties,
    private readonly reference: Reference,
  ) {}

  /** Whom an act is done to that names nobody where a target stands. */
  of(act: Act, sources: readonly Referent[]): Aim {
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
    const { discourse, article } = this.setting
    const { deed } = discourse
    // "mediates", "called for an end to the fighting": of those two.
    if (article && (/^0(?:45|39)/.test(act.leaf) || (act.leaf.startsWith('02') && this.isFighting(act)))) {
      const two = discourse.theTwo(null).filter((r) => !sources.some((s) => s.code === r.code))
      if (two.length === 2) return { side: { ...NOBODY, referents: two, how: 'TOPIC', weight: 0.65 }, rank: 1 }
    }
    const within = this.parties.othersNamed(sources, act.from, act.to, this.setting.article)
    if (within.length === 1) return { side: { ...NOBODY, referents: within, how: 'NAME', weight: 0.8 }, rank: 3 }
    if (/^04/.test(act.leaf) && act.candidates.some((c) => c.rank < 4 && this.parties.isMedia(c)))
      return { side: NOBODY, rank: PLACE_RANK }
    // "the tourist they had held": whoever it was, no party.
    if ((act.passive && act.leaf.startsWith('17')) || (/^(?:17|18[1-9]|192)/.test(act.leaf) && deed === null))
      return { side: NOBODY, rank: PLACE_RANK }
    const author = article && /^(?:110\.rebut|120)/.test(act.leaf) ? this.reference.chargedBy(sources) : null
    if (author) return { side: { ...NOBODY, referents: [author], how: 'TOPIC', weight: 0.65 }, rank: 1 }
    // "concern over arrests in Bree", "money for clinics in Bree": of whose country it tells.
    const attends =
      act.leaf.startsWith('040') && act.triggers.some((t) => ATTENDING.test(this.sentence.words[t]?.lemma ?? ''))
    const there =
      article && (attends || /^(?:012|018|11[01]|07|033|162)/.test(act.leaf))
        ? this.parties.placeAfter(act, sources)
        : null
    if (there) return { side: { ...NOBODY, referents: [there], how: 'PLACE', weight: 0.75 }, rank: 2 }
    const named = this.parties.othersNamed(sources, 0, this.sentence.words.length, this.setting.article)
    // What is done with goods or people is told where it says with whose.
    if (/^(?:06|07(?!2)|08(?!71)|09|17[345])/.test(act.leaf))
      return named.length === 1
        ? { side: { ...NOBODY, referents: named, how: 'NAME', weight: 0.6 }, rank: 3 }
        : { side: NOBODY, rank: PLACE_RANK }
    const counterpart = article && sources.length === 1 ? this.otherOf(sources[0] as Referent, act.leaf) : null
    // A truce is kept with the enemy, whoever else is named.
    const truce = act.leaf.startsWith('087') && counterpart !== null
    if (counterpart && (truce || named.length === 0 || named.some((r) => r.code === counterpart.code))) {
      return { side: { ...NOBODY, referents: [counterpart], how: 'TOPIC', weight: 0.6 }, rank: 2 }
    }
    if (named.length === 1) return { side: { ...NOBODY, referents: named, how: 'NAME', weight: 0.6 }, rank: 3 }
    // Of concessions and threats of force the subject of the whole article tells too little.
    const told = !/^(?:08|138)/.test(act.leaf)
    const topic =
      article && told && named.length === 0 && sources.length === 1 ? discourse.topic(sources[0] as Referent) : null
    return topic
      ? { side: { ...NOBODY, referents: [topic], how: 'TOPIC', weight: 0.55 }, rank: 3 }
      : { side: NOBODY, rank: 5 }
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
}

/** "took part in a forum in Bree": of those who hold it. */
const ATTENDING = /^(?:take|attend|participate|join)$/

/** Peace is made with the enemy: talks, truces, concessions. */
const peaceful = (leaf: string) => /^(?:036|026|087|046|039|035)/.test(leaf)
