/** Who does what an act tells: its subject, whoever issued or claimed it, or whoever is speaking. */
import type { Act } from './act.ts'
import { isCarrying } from './beside.ts'
import type { Clause } from './clause.ts'
import { isForce } from './compose.ts'
import type { Referent } from './dictionary.ts'
import { leafOfNoun } from './lexicon.noun.ts'
import { NOBODY, type Setting, type Side, sideOf } from './side.ts'
import type { Sentence, Who } from './who.ts'

/** Fighting that goes both ways. */
export const EXCHANGING =
  /^(?:exchange|trade|clash|fighting|fight|battle|skirmish|gunfight|firefight|shootout|hostility|war)$/
/** "was planned in Bree": by whoever rules there. */
const PLANNING = /^(?:plan|hatch|orchestrate|mastermind|plot|prepare|coordinate|direct)$/
export const TEXT =
  /^(?:case|lawsuit|suit|petition|proposal|draft|complaint|resolution|statement|communique|declaration|letter|report|note|message|decree|order|law|bill|motion)$/

export class Doers {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly clauses: readonly Clause[],
    private readonly who: Who,
  ) {}

  /** Who does it; of a deed without a doer in running text, whoever is speaking. */
  of(act: Act): Side {
    const { discourse, article } = this.setting
    const { who } = this
    const own = sideOf(this.sentence, act.source, who)
    // "a statement issued by the ministry said"
    const issued =
      act.operator === 'SAY' || (own.how === '' && this.isText(act.source))
        ? this.clauses.find(
            (c) =>
              c.passive && c.subject.some((p) => act.source.includes(p)) && c.prepositions.some((p) => p.word === 'by'),
          )
        : undefined
    const by = issued?.prepositions.find((p) => p.word === 'by')
    // "a statement from the ministry condemned"
    const sender = own.how === '' && this.isText(act.source) ? this.senderOf(act.source[0] ?? -1) : null
    if (sender) return sender
    const side = by && own.how !== 'NAME' ? sideOf(this.sentence, by.phrases, who) : own
    // "adopted a resolution calling on": whoever adopted it.
    const adopted = side.referents.length === 0 ? this.authorOf(act.source) : null
    if (adopted) return adopted
    // "the strikes hit a camp": whoever made them.
    const deed = article && isForce(act.leaf) && this.isDeed(act.source)
    // "a blast claimed by the rebels hit a camp"
    const claimed =
      deed && this.clauses.find((c) => c.passive && isCarrying(c.verb) && this.hangsOn(c.at, act.source[0]))
    const claimant = claimed ? claimed.prepositions.find((p) => p.word === 'by') : undefined
    if (claimant) return sideOf(this.sentence, claimant.phrases, who)
    // "the fighting has killed five": of both.
    const both =
      deed && act.clause !== null && side.referents.length === 0 && this.isExchange(act.source)
        ? (discourse.bothHere(null) ?? discourse.theTwo(null))
        : []
    if (both.length === 2) return { ...NOBODY, referents: both, how: 'TOPIC', weight: 0.7 }
    const doer = deed ? (discourse.deed?.[0] ?? this.ownerOf(act)) : undefined
    if (doer && side.referents.length === 0) return { ...NOBODY, referents: [doer], how: 'TOPIC', weight: 0.7 }
    // "the deportation of the elves will go on, she said"
    const objective = act.clause === null && act.candidates[0]?.preposition === 'of' && side.referents.length === 0
    if (objective && article && discourse.telling && discourse.speaker)
      return { ...NOBODY, referents: [discourse.speaker.referent], how: 'TOPIC', weight: 0.7 }
    // "two Arnorians were detained in Bree": by whose country it is.
    const verb = act.clause === null ? undefined : this.clauses[act.clause]?.verb
    const held =
      article &&
      side.referents.length === 0 &&
      act.passive &&
      (/^17[34]/.test(act.leaf) || (isForce(act.leaf) && PLANNING.test(verb?.lemma ?? '')))
    const there = held ? this.holderOf(act) : null
    if (there) return there
    // "this proposal was shared with Bree"
    const subject = this.sentence.phrases[this.clauses[act.clause ?? -1]?.subject[0] ?? -1]
    const first = this.sentence.words[subject?.from ?? -1]?.lower ?? ''
    const spoken = discourse.telling || /^(?:this|these)$/.test(first)
    const passive = spoken && act.clause !== null && this.clauses[act.clause]?.verb.passive
    if (side.referents.length > 0 || !article || !passive || act.source.length > 0 || isForce(act.leaf)) return side
    // A deed without a doer is of whoever is speaking still, or of whose statement the text is: "the measures were coordinated with".
    const joint = /^0(?:5[67]|6)/.test(act.leaf) && !act.background
    const speaker = discourse.telling || joint ? discourse.speaker : null
    return speaker ? { ...NOBODY, referents: [speaker.referent], how: 'TOPIC', weight: 0.6 } : side
  }

  /** "said the strikes had hit camps of the rebels": whose they are says so, where they hit an armed group. */
  private ownerOf({ candidates }: Act): Referent | undefined {
    const { discourse } = this.setting
    const teller = discourse.telling ? discourse.speaker?.referent : undefined
    const [hit] = sideOf(this.sentence, candidates[0]?.phrases ?? [], this.who).referents
    return teller?.sort === 'STATE' && hit?.sort === 'GROUP' && hit.code !== teller.code ? teller : undefined
  }

  /** Who rules where somebody is held, or whose country they are made to leave; null where it is their own. */
  private holderOf({ candidates }: Act): Side | null {
    const { dictionary, day } = this.setting
    const [who] = sideOf(this.sentence, candidates.find((c) => c.rank === 0)?.phrases ?? [], this.who).referents
    for (const { phrases, preposition, rank } of candidates) {
      const left = preposition === '' && rank > 0
      if (!left && !/^(?:in|at|from)$/.test(preposition)) continue
      const [r] = sideOf(this.sentence, phrases, this.who).referents
      const state = r && (r.sort === 'STATE' ? r : dictionary.beside('GOV', r, day))
      if (state?.country && state.country !== who?.country)
        return { ...NOBODY, referents: [state], how: 'PLACE', weight: 0.75 }
    }
    return null
  }

  private senderOf(text: number): Side | null {
    const [link, from] = [this.sentence.phrases[text + 1], this.sentence.phrases[text + 2]]
    const sent =
      link?.sort === 'P' && from?.sort === 'NP' && /^(?:from|by)$/.test(this.sentence.words[link.from]?.lower ?? '')
    const side = sent ? sideOf(this.sentence, [text + 2], this.who) : NOBODY
    return side.referents.length > 0 ? side : null
  }

  private isExchange([p]: readonly number[]): boolean {
    return p !== undefined && EXCHANGING.test(this.sentence.words[this.sentence.phrases[p]?.head ?? -1]?.lemma ?? '')
  }

  private isText([p]: readonly number[]): boolean {
    return p !== undefined && TEXT.test(this.sentence.words[this.sentence.phrases[p]?.head ?? -1]?.lemma ?? '')
  }

  /** Who is the subject of the verb of which a text is the object; null where it is none. */
  private authorOf([p]: readonly number[]): Side | null {
    if (p === undefined || !this.isText([p])) return null
    const clause = this.clauses.find((c) => !c.passive && c.object.includes(p))
    const side = clause ? sideOf(this.sentence, clause.subject, this.who) : NOBODY
    return side.referents.length > 0 ? side : null
  }

  /** Whether a phrase stands before a verb, or before the comma there. */
  private hangsOn(at: number, phrase: number | undefined): boolean {
    return at - 1 === phrase || (at - 2 === phrase && this.sentence.phrases[at - 1]?.sort === 'COMMA')
  }

  /** Whether phrases name a deed of force. */
  private isDeed(phrases: readonly number[]): boolean {
    const [p] = phrases
    const leaf = p === undefined ? null : leafOfNoun(this.sentence.words, this.sentence.phrases[p]?.head ?? -1)
    return leaf !== null && isForce(leaf)
  }
}
