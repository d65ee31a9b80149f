/** Who dealt with whom so far in a text, and how: the two of whom most is told, foes, friends, accusers, those who act together. */
import type { Referent } from './dictionary.ts'

export type Pair = readonly [Referent, Referent]
/** What one did to another, as far as it matters to what is told later. */
export type Dealing = 'FORCE' | 'THREAT' | 'CHARGE' | 'GOOD' | 'OTHER'

/** What an earlier dealing still counts when another is told. */
const FADING = 0.9
export const ACTING = new Set(['STATE', 'GROUP', 'ORGANISATION'])

/** The other one of the first pair that somebody is of. */
export function otherOf(pairs: readonly (Pair | null)[], { code }: Referent): Referent | null {
  const pair = pairs.find((two) => two?.some((r) => r.code === code))
  return pair?.find((r) => r.code !== code) ?? null
}

const keyOf = (a: Referent, b: Referent) => [a.code, b.code].sort().join(' ')

export class Dealings {
  /** Sentences so far. */
  protected age = 0

  /** A sentence begins. */
  protected next(): void {
    this.age++
  }

  /** The latest two that dealt with each other, and the latest two of them that fought or threatened to. */
  pair: Pair | null = null
  private foes: Pair | null = null
  /** How much is told of two by two, the latest counting most. */
  protected readonly pairs = new Map<string, { readonly pair: Pair; weight: number; age: number }>()
  /** The latest deed of force: whose, and against whom. */
  deed: Pair | null = null
  /** Who did good to somebody last, by whom it was done to; who charged somebody last, by whom was charged. */
  private readonly friends = new Map<string, Referent>()
  private readonly accusers = new Map<string, Referent>()
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

  protected ranked(): Pair[] {
    return [...this.pairs.values()].sort((a, b) => b.weight - a.weight).map(({ pair }) => pair)
  }

  /** The two who did something with each other last, and when. */
  protected joint: { readonly pair: Pair; readonly age: number } | null = null

  /** The sentence in which several did something together, and who. */
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

  /** Who was last told of as doing something together, where they were more than two. */
  protected together: readonly Referent[] = []

  joined(referents: readonly Referent[]): void {
    const acting = referents.filter((r, i) => ACTING.has(r.sort) && referents.findIndex((x) => x.code === r.code) === i)
    if (acting.length > 2) this.together = acting
  }

  all(): readonly Referent[] {
    return this.together
  }
}
