/**
 * Who was spoken of so far, so that "he", "it", "the ministry", "both countries" can be understood. The latest fitting
 * one is meant; what fits nobody stays unknown.
 */
import type { Referent, Role } from './dictionary.ts'

export interface Spoken {
  readonly referent: Referent
  /** The role noun it was spoken of with, as written: "minister"; null where there was none. */
  readonly noun: string | null
  readonly role: Role | null
  /** As the text has it: "Defence Minister Khawaja Asif". */
  readonly text: string
  readonly person: boolean
  /** Whether it was the subject of a verb. */
  readonly subject: boolean
}

const ACTING = new Set(['STATE', 'GROUP', 'ORGANISATION'])

export class Discourse {
  private readonly spoken: Spoken[] = []
  /** Who said what is being told: of a quotation, of "the statement said". */
  speaker: Spoken | null = null
  /** The latest two that dealt with each other, and the latest two of them that fought or threatened to. */
  private pair: readonly [Referent, Referent] | null = null
  private foes: readonly [Referent, Referent] | null = null
  private readonly spokenOf = new Map<string, { readonly referent: Referent; times: number }>()

  dealt(source: Referent, target: Referent, hostile: boolean): void {
    if (!ACTING.has(source.sort) || !ACTING.has(target.sort)) return
    this.pair = [source, target]
    if (hostile) this.foes = [source, target]
  }

  /** Whom somebody lately dealt with: of peace, whom it fights; null where nobody is known. */
  counterpart(referent: Referent, peace: boolean): Referent | null {
    for (const pair of peace ? [this.foes, this.pair] : [this.pair, this.foes]) {
      if (pair?.some((r) => r.code === referent.code)) return pair.find((r) => r.code !== referent.code) ?? null
    }
    return null
  }

  /** Who is most spoken of beside somebody, where it is at least twice; the article's subject. */
  topic(beside: Referent): Referent | null {
    let most: { readonly referent: Referent; readonly times: number } | null = null
    for (const entry of this.spokenOf.values()) {
      if (entry.referent.code !== beside.code && entry.times > (most?.times ?? 1)) most = entry
    }
    return most?.referent ?? null
  }

  /** Countries spoken of. */
  readonly countries = new Set<string>()
  private readonly surnames = new Map<string, Spoken>()

  /** `surname` is the last word of a person's name; null where none was given. */
  note(spoken: Spoken, surname: string | null): void {
    this.spoken.push(spoken)
    if (spoken.referent.country !== null) this.countries.add(spoken.referent.country)
    if (ACTING.has(spoken.referent.sort)) {
      const entry = this.spokenOf.get(spoken.referent.code)
      if (entry) entry.times++
      else this.spokenOf.set(spoken.referent.code, { referent: spoken.referent, times: 1 })
    }
    if (surname !== null) this.surnames.set(surname, spoken)
    if (this.spoken.length > 200) this.spoken.splice(0, 100)
  }

  private latest(fits: (spoken: Spoken) => boolean): Spoken | null {
    for (let i = this.spoken.length - 1; i >= 0; i--)
      if (fits(this.spoken[i] as Spoken)) return this.spoken[i] as Spoken
    return null
  }

  /** "he", "she": the speaker, else the latest person. */
  person(): Spoken | null {
    return this.speaker?.person ? this.speaker : (this.latest((s) => s.person) ?? this.speaker)
  }

  /** "it", "they": the latest subject that can act, else the latest that can. */
  subject(): Spoken | null {
    const recent = this.spoken.slice(-8)
    return recent.findLast((s) => s.subject && ACTING.has(s.referent.sort)) ?? this.latestOf(null)
  }

  /** "the country", "the group": the latest of that sort that can act. */
  latestOf(sort: Referent['sort'] | null): Spoken | null {
    return this.latest((s) => (sort === null ? ACTING.has(s.referent.sort) : s.referent.sort === sort))
  }

  /** A person named in full before: "Morell" after "Defence Minister Ana Morell". */
  surnamed(surname: string): Spoken | null {
    return this.surnames.get(surname) ?? null
  }

  /** "the minister", "the statement": whoever was spoken of so. */
  withNoun(noun: string): Spoken | null {
    return this.latest((s) => s.noun === noun)
  }

  /** The latest two different actors: "both countries", "the two sides". */
  lastTwo(sort: Referent['sort'] | null): Referent[] {
    if (this.pair && (sort === null || this.pair.every((r) => r.sort === sort))) return [...this.pair]
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
