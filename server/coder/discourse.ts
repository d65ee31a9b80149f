/**
 * Who was spoken of so far, so that "he", "it", "the ministry", "both countries" can be understood. The latest fitting
 * one is meant; what fits nobody stays unknown.
 */
import { areNeighbours } from './border.ts'
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

type Pair = readonly [Referent, Referent]
/** What one did to another, as far as it matters to what is told later. */
export type Dealing = 'FORCE' | 'THREAT' | 'CHARGE' | 'GOOD' | 'OTHER'

/** What an earlier dealing still counts when another is told. */
const FADING = 0.9
const ACTING = new Set(['STATE', 'GROUP', 'ORGANISATION'])

/** The other one of the first pair that somebody is of. */
function otherOf(pairs: readonly (Pair | null)[], { code }: Referent): Referent | null {
  const pair = pairs.find((two) => two?.some((r) => r.code === code))
  return pair?.find((r) => r.code !== code) ?? null
}

const keyOf = (a: Referent, b: Referent) => [a.code, b.code].sort().join(' ')

export class Discourse {
  private readonly spoken: Spoken[] = []
  private said: Spoken | null = null
  /** How many were spoken of before whoever said it. */
  private saidAt = 0
  /** Whether it was said in the sentence at hand: whoever else is in it does not speak. */
  private saidNow = false

  /** Who said what is being told: of a quotation, of "the statement said". */
  get speaker(): Spoken | null {
    return this.said
  }

  set speaker(speaker: Spoken | null) {
    this.said = speaker
    this.saidAt = this.spoken.length
    this.saidNow = true
  }

  /** The latest two that dealt with each other, and the latest two of them that fought or threatened to. */
  pair: Pair | null = null
  private foes: Pair | null = null
  /** How much is told of two by two, the latest counting most. */
  private readonly pairs = new Map<string, { readonly pair: Pair; weight: number; age: number }>()
  /** The country the article is written from, by its dateline; null where it has none. */
  home: string | null = null
  /** Whether the sentence at hand tells of what lies before the news. */
  history = false
  /** Whether the sentence at hand says who tells it. */
  telling = false
  /** Who was speaking before the sentence at hand. */
  heard: Spoken | null = null
  /** The latest deed of force: whose, and against whom. */
  deed: Pair | null = null
  /** Who did good to somebody last, by whom it was done to; who charged somebody last, by whom was charged. */
  private readonly friends = new Map<string, Referent>()
  private readonly accusers = new Map<string, Referent>()
  private readonly spokenOf = new Map<string, { readonly referent: Referent; times: number }>()

  /** `together`: with each other, and not one to the other. */
  dealt(source: Referent, target: Referent, how: Dealing, together: boolean): void {
    if (how === 'FORCE') this.deed = [source, target]
    if (!ACTING.has(source.sort) || !ACTING.has(target.sort)) return
    this.pair = [source, target]
    if (together) this.joint = { pair: this.pair, age: this.age }
    if (how === 'FORCE' || how === 'THREAT') this.foes = this.pair
    if (how === 'GOOD') for (const [a, b] of [this.pair, [target, source]] as const) this.friends.set(a.code, b)
    if (how === 'CHARGE') this.accusers.set(target.code, source)
    if (source.code === target.code) return
    for (const entry of this.pairs.values()) entry.weight *= FADING
    const key = keyOf(source, target)
    const known = this.pairs.get(key)
    if (known) {
      known.weight++
      known.age = this.age
    } else this.pairs.set(key, { pair: this.pair, weight: 1, age: this.age })
  }

  /** Who charged somebody last; null where nobody did. */
  accuserOf({ code }: Referent): Referent | null {
    return this.accusers.get(code) ?? null
  }

  /** Whom somebody lately dealt with: of peace, whom it fights; null where nobody is known. */
  counterpart(referent: Referent, peace: boolean): Referent | null {
    return otherOf(peace ? [this.foes, this.pair] : [this.pair, this.foes], referent)
  }

  /** Who last did good to somebody, or with it; null where nobody did. */
  friend({ code }: Referent): Referent | null {
    return this.friends.get(code) ?? null
  }

  /** Whom somebody has most to do with in the whole article, `but` for one. */
  rival(referent: Referent, but: Referent | null = null): Referent | null {
    const pairs = this.ranked()
    return otherOf(but ? pairs.filter((two) => two.every((r) => r.code !== but.code)) : pairs, referent)
  }

  /** Who of its neighbours somebody has most to do with, else which of them was spoken of last. */
  neighbour(referent: Referent): Referent | null {
    const beside = (r: Referent) => r.sort === 'STATE' && areNeighbours(referent.country, r.country) === true
    const pairs = this.ranked().filter((two) => two.some(beside))
    return otherOf(pairs, referent) ?? this.latest((s) => beside(s.referent))?.referent ?? null
  }

  private ranked(): Pair[] {
    return [...this.pairs.values()].sort((a, b) => b.weight - a.weight).map(({ pair }) => pair)
  }

  /** Who is most spoken of beside somebody, where it is at least twice or nobody else is; the article's subject. */
  topic(beside: Referent): Referent | null {
    const others = [...this.spokenOf.values()].filter(({ referent }) => referent.code !== beside.code)
    const [only] = others
    if (others.length === 1 && only) return only.referent
    let most: { readonly referent: Referent; readonly times: number } | null = null
    for (const entry of others) if (entry.times > (most?.times ?? 1)) most = entry
    return most?.referent ?? null
  }

  /** Countries spoken of. */
  readonly countries = new Set<string>()
  /** For whom a person was spoken of. */
  private readonly persons = new Set<string>()
  private readonly surnames = new Map<string, Spoken>()

  /** `surname` is the last word of a person's name; null where none was given. */
  note(spoken: Spoken, surname: string | null): void {
    this.spoken.push(spoken)
    const { referent } = spoken
    if (ACTING.has(referent.sort) && !this.now.some((r) => r.code === referent.code)) this.now.push(referent)
    if (spoken.referent.country !== null) this.countries.add(spoken.referent.country)
    if (ACTING.has(spoken.referent.sort)) {
      const entry = this.spokenOf.get(spoken.referent.code)
      if (entry) entry.times++
      else this.spokenOf.set(spoken.referent.code, { referent: spoken.referent, times: 1 })
    }
    if (spoken.person) this.persons.add(referent.code)
    if (surname !== null) this.surnames.set(surname, spoken)
    if (this.spoken.length > 200) {
      this.spoken.splice(0, 100)
      this.saidAt = Math.max(0, this.saidAt - 100)
    }
  }

  private latest(fits: (spoken: Spoken) => boolean): Spoken | null {
    for (let i = this.spoken.length - 1; i >= 0; i--)
      if (fits(this.spoken[i] as Spoken)) return this.spoken[i] as Spoken
    return null
  }

  /** "he", "she": the speaker, else the latest person. */
  person(): Spoken | null {
    const since = this.spoken.slice(this.saidAt).findLast((s) => s.person && s.subject)
    return since ?? (this.said?.person ? this.said : (this.latest((s) => s.person) ?? this.said))
  }

  /** "it", "they": the latest subject that can act, else the latest that can. */
  subject(): Spoken | null {
    const recent = this.spoken.slice(-8)
    return recent.findLast((s) => s.subject && ACTING.has(s.referent.sort)) ?? this.latestOf(null)
  }

  /** The latest who holds a country's office without being the state itself: a republic, a movement that governs. */
  holder(): Spoken | null {
    return this.latest(({ referent }) => referent.sort === 'STATE' && referent.code !== referent.country)
  }

  /** "the group", "the movement": the latest that bears arms, or rules by them. */
  movement(): Spoken | null {
    return (
      this.latest(
        ({ referent: r }) =>
          (r.sort === 'GROUP' && !/^\w{3}\.(?:ARM|OPP)$/.test(r.code)) || (r.sort === 'STATE' && r.code !== r.country),
      ) ?? this.latestOf('GROUP')
    )
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

  /** A person named in full before: "Morell" after "Defence Minister Ana Morell". */
  surnamed(surname: string): Spoken | null {
    return this.surnames.get(surname) ?? null
  }

  /** "the minister", "the statement": whoever was spoken of so. */
  withNoun(noun: string): Spoken | null {
    const same = (x: string | null) => x !== null && (x === noun || x.endsWith(` ${noun}`))
    return this.latest((s) => same(s.noun) || s.also?.some(same) === true)
  }

  /** So many who were told of together: two of whom most is told, or as many as last did something with each other. */
  several(count: number, sort: Referent['sort'] | null, kind: Kind = null): readonly Referent[] {
    if (count !== 2) return this.together.length === count ? this.together : []
    const fits = (r: Referent) => sort === null || r.sort === sort
    const pair = this.joint && this.age - this.joint.age < 2 && this.joint.pair.every(fits) ? this.joint.pair : null
    if (pair && this.now.length === 0) return pair
    const two = this.theTwo(sort, kind)
    // Of others a third speaks, of its own dealings one of the two.
    const own = two.some((r) => r.code === this.said?.referent.code)
    return (own ? this.ofSpeaker(fits) : null) ?? two
  }

  /** Who speaks and whom alone it lately dealt with; null where nobody speaks, or of several. */
  private ofSpeaker(fits: (r: Referent) => boolean): readonly Referent[] | null {
    const speaker = this.telling ? this.said?.referent : undefined
    if (!speaker || !fits(speaker) || (speaker.sort !== 'STATE' && speaker.sort !== 'GROUP')) return null
    const lately = [...this.pairs.values()].filter(
      ({ pair, age }) => this.age - age < 2 && pair.every(fits) && pair.some((r) => r.code === speaker.code),
    )
    return lately.length === 1 ? (lately[0]?.pair ?? null) : null
  }

  /** The two who did something with each other last, and when. */
  private joint: { readonly pair: Pair; readonly age: number } | null = null

  /** The state that the sentence at hand names first; null where it names none. */
  firstState(): Referent | null {
    return this.now.find((r) => r.sort === 'STATE') ?? null
  }

  /** Whether somebody was named in the sentence at hand so far. */
  isHere({ code }: Referent): boolean {
    return this.now.some((r) => r.code === code)
  }

  /** The two named in the sentence at hand so far; null where they are more or less. */
  bothHere(sort: Referent['sort'] | null): Pair | null {
    const [a, b, more] = this.now.filter((r) => sort === null || r.sort === sort)
    return a && b && !more ? [a, b] : null
  }

  /** Who was named in the sentence at hand so far. */
  private now: Referent[] = []

  /** A sentence begins. */
  begin(): void {
    this.now = []
    this.age++
    if (this.saidNow) this.saidAt = this.spoken.length
    this.saidNow = false
  }

  /** Whether a text is being read, and no name alone. */
  get hasBegun(): boolean {
    return this.age > 0
  }

  /** Sentences so far, and the one in which several did something together. */
  private age = 0
  private unitedAt = -2
  private united: readonly Referent[] = []

  /** Several do something together: "they" is all of them, to the end of the next sentence. */
  unite(referents: readonly Referent[]): void {
    // "The two agreed to meet, in a deal that Bree brokered": still the two.
    if (referents.length < 2 && this.unitedAt === this.age) return
    this.united = referents
    this.unitedAt = this.age
  }

  /** "their ministers": of those who last did something together; nobody where none did lately. */
  theirs(): readonly Referent[] {
    if (this.age - this.unitedAt < 2 && this.united.length > 1) return this.united
    return this.joint && this.age - this.joint.age < 2 ? this.joint.pair : []
  }

  they(): readonly Referent[] {
    const both = this.theirs()
    if (both.length > 1) return both
    const last = this.subject()
    return last ? [last.referent] : []
  }

  /** Who was last told of as doing something together, where they were more than two. */
  private together: readonly Referent[] = []

  joined(referents: readonly Referent[]): void {
    const acting = referents.filter((r, i) => ACTING.has(r.sort) && referents.findIndex((x) => x.code === r.code) === i)
    if (acting.length > 2) this.together = acting
  }

  all(): readonly Referent[] {
    return this.together
  }

  private readonly shortNames = new Map<string, Referent>()

  /** "the Commission" once the European Commission was named, "the council", "the bank". */
  shorten(name: string, referent: Referent): void {
    this.shortNames.set(name, referent)
  }

  shortly(name: string): Referent | null {
    return this.shortNames.get(name) ?? null
  }

  /** Whether somebody was spoken of. */
  spokeOf(code: string): boolean {
    return this.spokenOf.has(code)
  }

  /** Whom "them" means where somebody else does it: who was spoken of last, of what acts. */
  otherThan(sources: readonly Referent[]): Referent | null {
    const fits = (s: Spoken) => ACTING.has(s.referent.sort) && !sources.some((r) => r.code === s.referent.code)
    return (this.spoken.slice(-6).findLast((s) => s.subject && fits(s)) ?? this.latest(fits))?.referent ?? null
  }

  /** The two of whom most is told, else the latest two different actors: "both countries", "the two sides". */
  theTwo(sort: Referent['sort'] | null, kind: Kind = null): Referent[] {
    let most: Pair | null = null
    let best = 0
    for (const { pair, weight } of this.pairs.values()) {
      // Mediators deal with both, and are less spoken of than either.
      const score = weight * Math.min(...pair.map((r) => this.spokenOf.get(r.code)?.times ?? 1))
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
