/** Who the phrases of a sentence name beside those who act. */
import type { Candidate } from './candidate.ts'
import type { Referent } from './dictionary.ts'
import { type Setting, type Side, sideOf } from './side.ts'
import type { Sentence, Who } from './who.ts'

export const isParty = (r: Referent) => r.sort === 'STATE' || r.sort === 'GROUP' || r.sort === 'ORGANISATION'

export class Parties {
  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly who: Who,
  ) {}

  /** Who some phrases mean, but for those who act and outlets. */
  tried({ phrases }: Candidate, sources: readonly Referent[]): Side {
    // "expressed his condolences", "recalled its envoy": the doer's own.
    const foreign = phrases.filter(
      (p) =>
        !/^(?:his|her|its|their)$/.test(this.sentence.words[this.sentence.phrases[p]?.from ?? -1]?.lower ?? '') ||
        this.named(p),
    )
    const side = sideOf(this.sentence, foreign, this.who)
    return {
      ...side,
      referents: side.referents.filter((r) => r.sort !== 'MEDIA' && !sources.some((s) => s.code === r.code)),
    }
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

  /** The parties named in some words of the sentence, but for the doers. */
  othersNamed(sources: readonly Referent[], from: number, to: number): Referent[] {
    const others = new Map<string, Referent>()
    for (const [i, phrase] of this.sentence.phrases.entries()) {
      if (phrase.sort !== 'NP' || phrase.from < from || phrase.from >= to) continue
      const before = this.sentence.phrases[i - 1]
      const place =
        before?.sort === 'P' &&
        /^(?:in|at|near|inside|across|outside)$/.test(this.sentence.words[before.from]?.lower ?? '')
      const meant = this.who.named(this.sentence, phrase)
      if (this.setting.article && place && meant?.how === 'NAME' && meant.role === null) continue
      for (const r of meant?.referents ?? [])
        if (isParty(r) && !sources.some((s) => s.code === r.code)) others.set(r.code, r)
    }
    return [...others.values()]
  }
}
