/** Who the phrases of a sentence name beside those who act. */
import type { Act } from './act.ts'
import type { Candidate } from './candidate.ts'
import type { Referent } from './dictionary.ts'
import { listFrom } from './phrase.ts'
import { type Setting, type Side, sideOf } from './side.ts'
import type { Sentence, Who } from './who.ts'

export const isParty = (r: Referent) => r.sort === 'STATE' || r.sort === 'GROUP' || r.sort === 'ORGANISATION'

export class Parties {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly who: Who,
    /** Phrases that are the subject of a verb. */
    private readonly subjects: ReadonlySet<number>,
  ) {}

  /** Who some phrases mean, but for those who act and outlets. */
  tried({ phrases }: Candidate, sources: readonly Referent[]): Side {
    // "expressed his condolences", "recalled its envoy": the doer's own.
    const foreign = phrases.filter(
      (p) =>
        !/^(?:his|her|its|their)$/.test(this.sentence.words[this.sentence.phrases[p]?.from ?? -1]?.lower ?? '') ||
        this.named(p) ||
        this.isKin(p),
    )
    const side = sideOf(this.sentence, foreign, this.who)
    const others = side.referents.filter((r) => r.sort !== 'MEDIA' && !sources.some((s) => s.code === r.code))
    const both = this.bothMeantBy(foreign, sources)
    if (both.length > 1) return { ...side, referents: both, how: 'PRONOUN', weight: 0.75 }
    const other = sources.length > 0 ? this.meantBy(foreign, sources, others.length > 0) : null
    return other ? { ...side, referents: [other], how: 'PRONOUN', weight: 0.75 } : { ...side, referents: others }
  }

  /** "said both had made concessions and urged them to go on", "met Arnor and Bree and asked them to": of whom together it told. */
  private bothMeantBy(of: readonly number[], sources: readonly Referent[]): readonly Referent[] {
    const { phrases, words } = this.sentence
    const at = of[0] ?? -1
    const phrase = phrases[at]
    if (of.length > 2 || !phrase || phrase.to - phrase.from > 1 || words[phrase.from]?.lower !== 'them') return []
    for (let i = at - 1; i >= 0; i--) {
      if (phrases[i]?.sort !== 'NP') continue
      const together = this.listUpTo(i)
      const { referents, how } = sideOf(this.sentence, together, this.who)
      const parties = referents.filter(isParty)
      const several = together.length > 1 || how === 'PRONOUN'
      if (parties.length > 1 && several && !parties.some((r) => sources.some((s) => s.code === r.code))) return parties
    }
    return []
  }

  /** The phrases listed that end with one. */
  private listUpTo(last: number): readonly number[] {
    const { phrases, words } = this.sentence
    for (let i = Math.max(0, last - 8); i < last; i++) {
      if (phrases[i]?.sort !== 'NP') continue
      const list = listFrom(phrases, i, words)
      if (list.at(-1) === last) return list
    }
    return [last]
  }

  /** "refused to speak to them": not whoever refused, but who the sentence named first beside, or was spoken of before. */
  private meantBy(phrases: readonly number[], sources: readonly Referent[], known: boolean): Referent | null {
    const phrase = this.sentence.phrases[phrases[0] ?? -1]
    const word = this.sentence.words[phrase?.from ?? -1]?.lower ?? ''
    if (phrases.length !== 1 || phrase === undefined || phrase.to - phrase.from > 1) return null
    if (!/^(?:them|it)$/.test(word) && (known || !/^(?:him|her)$/.test(word))) return null
    const named = this.othersNamed(sources, 0, phrase.from, true)
    if (named.length === 0 && this.peopleBefore(phrase.from)) return null
    const later = this.othersNamed(sources, phrase.to, this.sentence.words.length)
    return (
      named.at(word === 'it' ? -1 : 0) ??
      (this.setting.article ? this.setting.discourse.otherThan([...sources, ...later]) : null)
    )
  }

  /** "arrested two Arnorians, accusing them": people, and no party. */
  private peopleBefore(from: number): boolean {
    const people = this.sentence.phrases.findLast((p) => p.sort === 'NP' && p.to <= from)
    return (
      people !== undefined &&
      (this.who.named(this.sentence, people)?.referents.some((r) => r.sort === 'PRIVATE') ?? false)
    )
  }

  /** "its neighbour": another's, whatever it is to the doer. */
  private isKin(p: number): boolean {
    const phrase = this.sentence.phrases[p]
    return (
      phrase !== undefined &&
      /^(?:neighbou?r|counterpart|rival|arch-rival|foe|arch-foe|enemy|adversary|ally|partner|patron|host|guest)$/.test(
        this.sentence.words[phrase.head]?.lower ?? '',
      )
    )
  }

  /** Whether a phrase holds a name. */
  named(p: number): boolean {
    const phrase = this.sentence.phrases[p]
    return phrase !== undefined && this.who.named(this.sentence, phrase) !== null
  }

  /** "talking with the Times": nobody of ours. */
  isMedia({ phrases }: Candidate): boolean {
    return phrases.some((p) => {
      const phrase = this.sentence.phrases[p]
      return phrase !== undefined && this.who.isMedia(this.sentence, phrase)
    })
  }

  /** Whose the country is in which what an act speaks of lies, where it is one and not the doer's. */
  placeAfter({ triggers, from }: Pick<Act, 'triggers' | 'from'>, sources: readonly Referent[]): Referent | null {
    const { dictionary, day } = this.setting
    const { words, mentions } = this.sentence
    const found = new Map<string, Referent>()
    for (const mention of mentions) {
      const near = words[mention.from - 1]?.pos === 'ADJ' ? 2 : 1
      const within = /^(?:in|inside|across|throughout)$/.test(words[mention.from - near]?.lower ?? '')
      if (mention.from < (triggers[0] ?? from) || !within) continue
      const r = this.who.resolve(mention, null)
      const state = r?.country == null ? null : r.sort === 'STATE' ? r : dictionary.beside('GOV', r, day)
      if (state) found.set(state.code, state)
    }
    const [only] = found.size === 1 ? found.values() : []
    return only && !sources.some((s) => s.country === only.country) ? only : null
  }

  /** The parties named in some words of the sentence, but for the doers; `idle` leaves out those who do something else. */
  othersNamed(sources: readonly Referent[], from: number, to: number, idle = false): Referent[] {
    const others = new Map<string, Referent>()
    for (const [i, phrase] of this.sentence.phrases.entries()) {
      if (phrase.sort !== 'NP' || phrase.from < from || phrase.from >= to || (idle && this.subjects.has(i))) continue
      const before = this.sentence.phrases[i - 1]
      const place =
        before?.sort === 'P' &&
        /^(?:in|at|near|inside|across|outside)$/.test(this.sentence.words[before.from]?.lower ?? '')
      const meant = this.who.named(this.sentence, phrase)
      // "complained to the council": not of it.
      const forum = idle && before?.sort === 'P' && this.sentence.words[before.from]?.lower === 'to'
      if (forum && meant?.referents.every((r) => r.sort === 'ORGANISATION')) continue
      if (this.setting.article && place && meant?.how === 'NAME' && meant.role === null) continue
      for (const r of meant?.referents ?? [])
        if (isParty(r) && !sources.some((s) => s.code === r.code)) others.set(r.code, r)
    }
    return [...others.values()]
  }
}
