/**
 * Whom an act means that speaks of something told before: of a deed, of an agreement, of what was charged. The article tells
 * whose these were.
 */
import type { Act } from './act.ts'
import type { Clause } from './clause.ts'
import { isForce } from './compose.ts'
import type { Referent } from './dictionary.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import { isParty, type Parties } from './parties.ts'
import type { Phrase } from './phrase.ts'
import { type Aim, NOBODY, PLACE_RANK, type Setting, type Side } from './side.ts'
import { finite } from './verb.ts'
import type { Sentence, Who } from './who.ts'

/** What two have done with each other. */
const DEALING =
  /^(?:agreement|deal|accord|pact|truce|ceasefire|cease-fire|talk|negotiation|dialogue|meeting|summit|understanding)$/

/** What somebody did, told once more to be judged. */
const MOVE =
  /^(?:move|step|decision|action|measure|act|gesture|remark|comment|statement|charge|accusation|claim|allegation|visit|exercise|drill|rebuke|call|demand|proposal|plan|offer|announcement)$/

export class Reference {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly who: Who,
    private readonly parties: Parties,
    private readonly clauses: readonly Clause[],
  ) {}

  /** Whom an act means by what it speaks of; null where it speaks of nothing told before. */
  of(act: Act, sources: readonly Referent[]): Aim | null {
    const move = this.moveOf(act, sources)
    if (move) return { side: move, rank: 1 }
    if (act.leaf === '016') return this.denied(act, sources)
    const parties = this.partiesSpokenOf(act, sources)
    if (parties) return { side: fromBefore(parties, 0.7), rank: 1 }
    const deed = this.deedSpokenOf(act)
    return deed === null ? null : this.doerOf(deed, act, sources)
  }

  /** "Arnor held drills, a move that Bree denounced", "…, which Bree rejected": whoever did what comes before. */
  private moveOf(act: Act, sources: readonly Referent[]): Side | null {
    const at = act.clause === null ? -1 : (this.clauses[act.clause]?.subject[0] ?? -1)
    const { phrases, words } = this.sentence
    if (!this.setting.article || !/^(?:05|11|12|01[268])/.test(act.leaf) || phrases[at - 1]?.sort !== 'REL') return null
    const before = phrases[at - 2]
    const noun =
      before?.sort === 'NP' && phrases[at - 3]?.sort === 'COMMA' && MOVE.test(words[before.head]?.lemma ?? '')
    const bare = before?.sort === 'COMMA' && words[phrases[at - 1]?.from ?? -1]?.lower === 'which'
    if (!noun && !bare) return null
    const earlier = this.clauses.filter((c) => c.at < at && c.subject.length > 0 && finite(c.verb) && !c.passive)
    // "complains that rebels hide there, which Bree denies": whoever complains.
    const teller = earlier.find((c) => c.says !== null)
    const main = /^(?:016|110\.rebut|12)/.test(act.leaf) ? (teller ?? earlier.at(-1)) : earlier.at(-1)
    const side = main ? this.parties.tried({ phrases: main.subject, rank: 0, preposition: '' }, sources) : null
    return side && side.referents.length > 0 ? side : null
  }

  /** Who is to blame for what is denied: of whose words it speaks, else who charged them, else whom they deal with. */
  private denied(act: Act, sources: readonly Referent[]): Aim | null {
    const against = act.candidates.filter((c) => c.preposition === 'against')
    for (const candidate of [
      ...against,
      ...act.candidates.filter((c) => c.rank < 1.5 && c.preposition !== 'against'),
    ]) {
      const side = this.parties.tried(candidate, sources)
      if (
        side.how === 'OWNER' ||
        (side.how === 'NAME' && (candidate.rank === 0 || candidate.preposition === 'against'))
      )
        return { side, rank: candidate.rank }
    }
    const [source] = sources
    const { discourse, article } = this.setting
    const accuser =
      article && source
        ? (discourse.accuserOf(source) ?? discourse.counterpart(source, false) ?? discourse.rival(source))
        : null
    if (accuser) return { side: fromBefore([accuser], 0.7), rank: 1 }
    return null
  }

  /** The phrase of the deed of force that is condemned, claimed or spoken of; null where there is none. */
  private deedSpokenOf(act: Act): Phrase | null {
    if (!/^(?:11[0-4]|141)/.test(act.leaf)) return null
    // "blasts that it blamed on Bree": whose they are is told.
    if (act.candidates.some((c) => c.preposition === 'on' && c.rank < 1) && act.leaf.startsWith('112')) return null
    for (const { phrases, rank } of act.candidates) {
      if (rank > 2) continue
      for (const p of phrases) {
        const phrase = this.sentence.phrases[p]
        const leaf = phrase ? leafOfNoun(this.sentence.words, phrase.head) : null
        // "after the bombing of Bree it condemned it": the bombing.
        const it =
          phrase && rank === 0 && phrase.to - phrase.from === 1 && this.sentence.words[phrase.from]?.lower === 'it'
        const meant = it ? this.forceBefore(phrase) : null
        if (meant) return meant
        if (phrase && leaf !== null && isForce(leaf)) return phrase
      }
    }
    return null
  }

  /** The phrase of a deed of force that stands before another in the sentence; null where none does. */
  private forceBefore({ from }: Phrase): Phrase | null {
    const { phrases, words } = this.sentence
    return (
      phrases.findLast((p) => {
        const leaf = p.sort === 'NP' && p.to <= from ? leafOfNoun(words, p.head) : null
        return leaf !== null && isForce(leaf)
      }) ?? null
    )
  }

  /** Whose deed it is: by whom, or whose by name, else whoever did the latest; never on whom it was. */
  private doerOf(deed: Phrase, act: Act, sources: readonly Referent[]): Aim {
    const at = this.sentence.phrases.indexOf(deed)
    const by = act.candidates.filter((c) => c.preposition === 'by' || (c.preposition === 'from' && c.rank < 4))
    for (const candidate of [...by, { phrases: [at], rank: 0, preposition: '' }]) {
      const side = this.parties.tried(candidate, sources)
      const own = candidate.preposition !== '' || side.how === 'OWNER' || side.how === 'NAME'
      if (own && side.referents.length > 0) return { side, rank: 0 }
    }
    const { discourse, article, dictionary, day } = this.setting
    // Of a deed of its own nobody complains: then it is what the other did.
    const doer = article ? discourse.deed?.find((r) => !sources.some((s) => s.code === r.code)) : undefined
    if (doer && isParty(doer)) {
      return { side: fromBefore([doer], 0.7), rank: 1 }
    }
    // An attack on somebody of a country by nobody known is laid to whoever fights there.
    const victim = this.parties.othersNamed(sources, act.from, act.to)[0]
    // "condemned the airstrikes": those of whom it has to do with.
    const [source] = sources
    const definite = /^(?:the|these|those)$/.test(this.sentence.words[deed.from]?.lower ?? '')
    const other = article && source && definite && !victim ? discourse.counterpart(source, false) : null
    if (other && isParty(other)) return { side: fromBefore([other], 0.6), rank: 2 }
    const armed = article && victim ? dictionary.beside('REB', victim, day) : null
    return armed
      ? { side: { ...NOBODY, referents: [armed], how: 'NEAR', weight: 0.5 }, rank: 3 }
      : { side: NOBODY, rank: PLACE_RANK }
  }

  /** "welcomed the agreement": those who dealt with each other last; null where no dealing is spoken of. */
  private partiesSpokenOf(act: Act, sources: readonly Referent[]): Referent[] | null {
    const { article, discourse } = this.setting
    const object = act.candidates.find((c) => c.rank === 0)?.phrases[0]
    const phrase = object === undefined ? undefined : this.sentence.phrases[object]
    if (!article || !/^(?:05[01]|11[0-4])/.test(act.leaf) || !phrase || !discourse.pair) return null
    const { words } = this.sentence
    const spoken =
      /^(?:the|this|that)$/.test(words[phrase.from]?.lower ?? '') && DEALING.test(words[phrase.head]?.lemma ?? '')
    if (!spoken || this.who.named(this.sentence, phrase) !== null) return null
    if (this.parties.othersNamed(sources, phrase.from, words.length).length > 0) return null
    const parties = discourse.pair.filter((r) => !sources.some((s) => s.code === r.code))
    return parties.length === 2 ? parties : null
  }

  /** Whose words are answered: of who charged them last, else of who spoke last. */
  chargedBy([source]: readonly Referent[]): Referent | null {
    const { discourse } = this.setting
    const speaker = discourse.heard?.referent
    const accuser = source ? discourse.accuserOf(source) : null
    return accuser ?? (speaker && isParty(speaker) && speaker.code !== source?.code ? speaker : null)
  }
}

function fromBefore(referents: readonly Referent[], weight: number): Side {
  return { ...NOBODY, referents, how: 'TOPIC', weight }
}
