/** Who stands where a target may stand and is none: whom something else is done to, or where it is done. */
import type { Act } from './act.ts'
import type { Candidate } from './candidate.ts'
import { isForce, isMaterialConflict, isMaterialCooperation } from './compose.ts'
import type { Referent } from './dictionary.ts'
import { TEXT } from './doer.ts'
import { isParty, type Parties } from './parties.ts'
import { isObjective, type Phrase } from './phrase.ts'
import { PLACE_RANK, type Setting, type Side, shared } from './side.ts'
import type { Sentence, Who } from './who.ts'

const HELP = /^(?:support|favou?r|solidarity|behalf|defen[cs]e|help|aid)$/

/** A role without a name: private people of whoever stands nearest. */
export const isGuessed = (side: Side) =>
  side.how === 'NEAR' || (side.how === 'ROLE' && side.referents.every((r) => r.sort === 'PRIVATE'))

/** Who does it, and who tells of it; `teller`: a party other than those who do it. */
export interface Told {
  readonly sources: readonly Referent[]
  readonly speaker: Side | null
  readonly teller: Side | null
}

export class Unfit {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly who: Who,
    private readonly parties: Parties,
  ) {}

  /** Whether it is done to somebody else, whoever stands there. */
  isOther(act: Act, candidate: Candidate, side: Side, told: Told): boolean {
    return this.isMeantBeside(act, candidate, side, told) || this.isOwn(act, candidate, side, told)
  }

  /** Whether the words about it say that it is spoken of for another reason. */
  private isMeantBeside(act: Act, candidate: Candidate, side: Side, { sources, speaker, teller }: Told): boolean {
    const { article } = this.setting
    const { leaf } = act
    const { preposition } = candidate
    const force = isForce(leaf)
    const near = side.how === 'NEAR'
    // "feared that the rebels would come back": what is feared, and not of whom.
    const vague = side.how !== 'NAME' && side.referents.every((r) => /^\w{3}\.ARM$/.test(r.code))
    if (vague && /^01[23]/.test(leaf) && article) return true
    // "condemned the fighting between Arnor and Bree": those, and nobody unnamed.
    if (vague && /^1[01]/.test(leaf) && this.namedAfter(act, candidate, sources)) return true
    // "attacks from Arnorian soil": where they begin, and not whom they hit.
    if (preposition === 'from' && force) return true
    // "warned that traders would suffer": of traders, and not to them.
    if (preposition === 'that' && isGuessed(side) && side.referents.every((r) => r.sort === 'PRIVATE')) return true
    // "condemned the killing of elves": not those.
    if (act.clause !== null && preposition === 'of' && /^(?:1[01]|012|05)/.test(leaf) && this.isSuffered(candidate))
      return true
    // "cooperate against the rebels", "in the fight against them": not with those.
    if (preposition === 'against' && /^0(?:[3-7]|8[47])/.test(leaf)) return true
    // "both armies left the banks": with each other.
    if (sources.length > 1 && isGuessed(side) && /^0[3-8]/.test(leaf)) return true
    // "strikes in support of Arnor", "captured the town from Arnorian troops": not the helped, not the place.
    if (isMaterialConflict(leaf) && this.isHelped(candidate)) return true
    // "will not act against the militants": refused to the one who asks for it, not to them.
    const refused = near || (side.how !== 'NAME' && speaker !== null && !shared(speaker.referents, sources))
    if (leaf.startsWith('12') && refused) return true
    // "bombed two villages", as others tell of it: not its own.
    return force && near && teller !== null && side.referents.every((r) => r.country === sources[0]?.country)
  }

  /** Whether they are the doer's own people, or people where a party is named. */
  private isOwn(act: Act, candidate: Candidate, side: Side, { sources }: Told): boolean {
    const { leaf } = act
    const force = isForce(leaf)
    const people = side.referents.every((r) => r.sort === 'PRIVATE')
    if (!people) return false
    // "arrested seven people": its own are no other party.
    const domestic =
      (side.how === 'NEAR' || side.how === 'ROLE') && side.referents.every((r) => r.country === sources[0]?.country)
    const done = force || isMaterialCooperation(leaf) || /^(?:040|13)/.test(leaf)
    const others = () => this.parties.othersNamed(sources, 0, this.sentence.words.length).length > 0
    if (domestic && this.setting.article && done && others()) return true
    // "opposed the sanctions on its firms": nobody is against its own.
    const own = side.referents.every((r) => sources.some((s) => s.country === r.country))
    if (own && /^(?:11|018)/.test(leaf) && sources.every((s) => s.sort === 'STATE')) return true
    const given = /^0(?:6|7|84)/.test(leaf) && candidate.rank === 0
    return (force || given) && side.how !== 'NAME' && this.namedAfter(act, candidate, sources)
  }

  /** "voiced opposition": what is voiced is nobody. */
  isTrigger({ triggers }: Act, { phrases }: Candidate): boolean {
    const [only] = phrases.length === 1 ? phrases : []
    const head = only === undefined ? undefined : this.sentence.phrases[only]?.head
    if (head === undefined || !triggers.includes(head) || only === undefined) return false
    const phrase = this.sentence.phrases[only] as Phrase
    const text = TEXT.test(this.sentence.words[head]?.lemma ?? '') && this.who.implied(this.sentence, phrase) !== null
    return this.who.named(this.sentence, phrase) === null && !text
  }

  /** Whether it is but where it is done. */
  isPlace(act: Act, { rank, preposition }: Candidate, side: Side, sources: readonly Referent[]): boolean {
    const { leaf } = act
    const goes = isForce(leaf) || isVisit(leaf)
    return rank >= PLACE_RANK && !goes && !isThere(leaf, preposition, side, sources) && !this.isPosted(act)
  }

  /** "closed its embassy in Bree": the place is whom it is posted to. */
  private isPosted({ leaf, candidates }: Act): boolean {
    const object = candidates.find((c) => c.rank < 1 && c.preposition === '')?.phrases[0]
    const phrase = this.sentence.phrases[object ?? -1]
    return (
      /^(?:05|060|1[36])/.test(leaf) &&
      /^(?:embassy|consulate|mission|staff|diplomat|ambassador|envoy|personnel)$/.test(
        this.sentence.words[phrase?.head ?? -1]?.lemma ?? '',
      )
    )
  }

  /** "the arrest of two elves": who suffers what a noun tells. */
  private isSuffered({ phrases: [p = -1] }: Candidate): boolean {
    const noun = this.sentence.phrases[p - 2]
    const word = this.sentence.words[noun?.head ?? -1]?.lower ?? ''
    // Who withdraws does it.
    return isObjective(word) && !/^(?:withdrawal|departure|retreat|exit|pullout)/.test(word)
  }

  /** "in support of Arnor" */
  isHelped({ phrases }: Candidate): boolean {
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
}

export const isVisit = (leaf: string) => /^04[23]/.test(leaf)

/** "in the talks hosted by Bree" is no place; "built a school in Bree" is to those there. */
export function isThere(leaf: string, preposition: string, side: Side, sources: readonly Referent[]): boolean {
  if (sources.length !== 1) return false
  const given = /^0(?:6[01]|7)/.test(leaf) && /^(?:NAME|PLACE)$/.test(side.how)
  return given || (side.how === 'OWNER' && preposition !== 'after')
}
