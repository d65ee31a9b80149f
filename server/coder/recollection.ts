/** Who was spoken of so far in a text: the latest of a sort, whoever bore a name or a role noun, of whom most is told. */
import { areNeighbours } from './border.ts'
import { ACTING, Dealings, otherOf, type Pair } from './dealings.ts'
import type { Referent, Role } from './dictionary.ts'

export interface Spoken {
  readonly referent: Referent
  /** The role noun it was spoken of with, as written: "minister"; null where there was none. */
  readonly noun: string | null
  /** Further role nouns it was spoken of with: "spokesperson Ambassador Ana Morell". */
  readonly also?: readonly string[]
  readonly role: Role | null
  /** As the text has it: "Defence Minister Khawaja Asif". */
  readonly text: string
  readonly person: boolean
  /** Whether it was the subject of a verb. */
  readonly subject: boolean
}

/** What two are said to be: men of whom each speaks for one, neighbours. */
export type Kind = 'PEOPLE' | 'NEIGHBOURS' | null

const SENT = /(?:^| )(?:ambassador|envoy)$/

/** A republic, a movement that governs. */
const rulesUnrecognised = ({ referent: r }: Spoken) => r.sort === 'STATE' && r.code !== r.country

/** So many are remembered at most, and how many of them are forgotten at once. */
const MOST = 200
const FORGOTTEN = 100

export class Recollection extends Dealings {
  protected readonly spoken: Spoken[] = []
  private readonly often = new Map<string, { readonly referent: Referent; times: number }>()
  /** Countries spoken of. */
  readonly countries = new Set<string>()
  /** For whom a person was spoken of. */
  private readonly persons = new Set<string>()
  private readonly surnames = new Map<string, Spoken>()
  private readonly shortNames = new Map<string, Referent>()

  /** `surname` is the last word of a person's name; null where none was given. */
  note(spoken: Spoken, surname: string | null): void {
    this.spoken.push(spoken)
    const { referent } = spoken
    if (referent.country !== null) this.countries.add(referent.country)
    if (ACTING.has(referent.sort)) {
      const entry = this.often.get(referent.code)
      if (entry) entry.times++
      else this.often.set(referent.code, { referent, times: 1 })
    }
    if (spoken.person) this.persons.add(referent.code)
    if (surname !== null) this.surnames.set(surname, spoken)
    if (this.spoken.length > MOST) this.forget(FORGOTTEN)
  }

  protected forget(count: number): void {
    this.spoken.splice(0, count)
  }

  protected latest(fits: (spoken: Spoken) => boolean): Spoken | null {
    for (let i = this.spoken.length - 1; i >= 0; i--)
      if (fits(this.spoken[i] as Spoken)) return this.spoken[i] as Spoken
    return null
  }

  /** "the country", "the group": the latest of that sort that can act. */
  latestOf(sort: Referent['sort'] | null, code: string | null = null): Spoken | null {
    return this.latest(
      ({ referent: r }) => (sort === null ? ACTING.has(r.sort) : r.sort === sort) && (code === null || r.code === code),
    )
  }

  /** The latest state of some countries; null where none was spoken of. */
  latestIn(countries: ReadonlySet<string>): Referent | null {
    return this.latest(({ referent: r }) => r.sort === 'STATE' && countries.has(r.country ?? ''))?.referent ?? null
  }

  /** The latest state that did something lately; null where none did. */
  latestActing(): Spoken | null {
    return this.spoken.slice(-6).findLast((s) => s.subject && s.referent.sort === 'STATE') ?? null
  }

  /** "it", "they": the latest subject that can act, else the latest that can. */
  subject(): Spoken | null {
    const recent = this.spoken.slice(-8)
    return recent.findLast((s) => s.subject && ACTING.has(s.referent.sort)) ?? this.latestOf(null)
  }

  /** The latest who holds a country's office without being the state itself. */
  holder(): Spoken | null {
    return this.latest(rulesUnrecognised)
  }

  /** "the group", "the movement": the latest that bears arms, or rules by them. */
  movement(): Spoken | null {
    const named = ({ referent: r }: Spoken) => r.sort === 'GROUP' && !/^\w{3}\.(?:ARM|OPP)$/.test(r.code)
    return (
      this.spoken.slice(-6).findLast(named) ??
      this.latest((s) => named(s) || rulesUnrecognised(s)) ??
      this.latestOf('GROUP')
    )
  }

  /** A person named in full before: "Morell" after "Defence Minister Ana Morell". */
  surnamed(surname: string): Spoken | null {
    return this.surnames.get(surname) ?? null
  }

  /** "the minister", "the statement": whoever was spoken of so. */
  withNoun(noun: string): Spoken | null {
    // "the envoy" was an ambassador before.
    const sent = SENT.test(noun)
    const same = (x: string | null) => x !== null && (x === noun || x.endsWith(` ${noun}`) || (sent && SENT.test(x)))
    return this.latest((s) => same(s.noun) || s.also?.some(same) === true)
  }

  /** "the Commission" once the European Commission was named, "the council", "the bank". */
  shorten(name: string, referent: Referent): void {
    this.shortNames.set(name, referent)
  }

  shortly(name: string): Referent | null {
    return this.shortNames.get(name) ?? null
  }

  /** Whether somebody was spoken of. */
  spokeOf(code: string): boolean {
    return this.often.has(code)
  }

  /** Whom "them" means where somebody else does it: who was spoken of last, of what acts. */
  otherThan(sources: readonly Referent[]): Referent | null {
    const fits = (s: Spoken) => ACTING.has(s.referent.sort) && !sources.some((r) => r.code === s.referent.code)
    return (this.spoken.slice(-6).findLast((s) => s.subject && fits(s)) ?? this.latest(fits))?.referent ?? null
  }

  /** Who of its neighbours somebody has most to do with, else which of them was spoken of last. */
  neighbour(referent: Referent): Referent | null {
    const beside = (r: Referent) => r.sort === 'STATE' && areNeighbours(referent.country, r.country) === true
    const pairs = this.ranked().filter((two) => two.some(beside))
    return otherOf(pairs, referent) ?? this.latest((s) => beside(s.referent))?.referent ?? null
  }

  /** Who is most spoken of beside somebody, where it is at least twice or nobody else is; the article's subject. */
  topic(beside: Referent): Referent | null {
    const others = [...this.often.values()].filter(({ referent }) => referent.code !== beside.code)
    const [only] = others
    if (others.length === 1 && only) return only.referent
    let most: { readonly referent: Referent; readonly times: number } | null = null
    for (const entry of others) if (entry.times > (most?.times ?? 1)) most = entry
    return most?.referent ?? null
  }

  /** The two of whom most is told, else the latest two different actors: "both countries", "the two sides". */
  theTwo(sort: Referent['sort'] | null, kind: Kind = null): Referent[] {
    let most: Pair | null = null
    let best = 0
    for (const { pair, weight } of this.pairs.values()) {
      // Mediators deal with both, and are less spoken of than either.
      const score = weight * Math.min(...pair.map((r) => this.often.get(r.code)?.times ?? 1))
      if (kind === 'PEOPLE' && !pair.every((r) => this.persons.has(r.code))) continue
      if (kind === 'NEIGHBOURS' && areNeighbours(pair[0].country, pair[1].country) === false) continue
      if (score >= best && (sort === null || pair.every((r) => r.sort === sort))) {
        most = pair
        best = score
      }
    }
    if (most) return [...most]
    const last = this.latestOf(sort)
    const other =
      last &&
      this.latest(
        (s) =>
          ACTING.has(s.referent.sort) &&
          (sort === null || s.referent.sort === sort) &&
          s.referent.code !== last.referent.code,
      )
    return last && other ? [other.referent, last.referent] : []
  }
}
