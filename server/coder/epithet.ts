/** Countries by what they are: "the kingdom", "the Gulf state", "the Central Asian republic's president", "the North". */
import type { Day } from '../domain/day.ts'
import type { Dictionary, Referent } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import epithets from './epithets.json' with { type: 'json' }
import type { Phrase } from './phrase.ts'
import type { Sentence } from './who.ts'

const KINDS = new Map<string, ReadonlySet<string>>()
for (const line of epithets) {
  const [names = '', countries = ''] = line.split('|')
  for (const name of names.split(',')) KINDS.set(name, new Set(countries.split(',')))
}
/** Nouns that say of which kind by themselves, and those that a word before them must. */
const ALONE = /^(?:kingdom|monarchy|emirate|sultanate|island|mullahs|ayatollahs)$/
const LAND = /^(?:country|nation|state|republic|power|giant|regime|neighbou?r|kingdom|emirate|monarchy|ally)$/
const HALVES: Readonly<Record<string, string>> = { North: 'PRK', South: 'KOR' }

export class Epithets {
  constructor(
    private readonly dictionary: Dictionary,
    private readonly discourse: Discourse,
    private readonly day: Day | null,
  ) {}

  /** Who is meant, the word that says it, and whether it does as a name does; null where no such words stand, or nobody they fit was spoken of. */
  of(
    { words }: Sentence,
    { from, to, head }: Phrase,
  ): { readonly referent: Referent; readonly at: number; readonly name: boolean } | null {
    if (!/^(?:the|this|that)$/.test(words[from]?.lower ?? '')) return null
    const half = HALVES[words[from + 1]?.text ?? '']
    if (half) return this.half(half, from + 1, words[from + 2]?.text ?? '', to)
    for (let i = from + 1; i < to; i++) {
      const last = i === head || /^['’]s?$/.test(words[i + 1]?.text ?? '')
      const noun = words[i]?.lower ?? ''
      if (!last || (!ALONE.test(noun) && !LAND.test(words[i]?.lemma ?? ''))) continue
      const before = words[i - 1]?.lower ?? ''
      const kind =
        KINDS.get(`${words[i - 2]?.lower} ${before}`) ??
        KINDS.get(before) ??
        (ALONE.test(noun) ? KINDS.get(noun) : null)
      const referent = kind ? this.discourse.latestIn(kind) : null
      if (referent) return { referent, at: i, name: false }
    }
    return null
  }

  /** "the North", "the South's army", where Korea is spoken of. */
  private half(country: string, at: number, next: string, to: number) {
    const { countries, home } = this.discourse
    const korea = ['PRK', 'KOR'].some((c) => countries.has(c) || home === c)
    if (!korea || (at + 1 < to && !/^(?:['’]s?|\p{Ll}.*)$/u.test(next))) return null
    const referent = this.dictionary.beside('GOV', { code: country, country, sort: 'STATE' }, this.day)
    return referent && { referent, at, name: true }
  }
}
