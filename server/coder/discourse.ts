/**
 * Who was spoken of so far, and who speaks in the sentence at hand, so that "he", "both countries", "they" can be
 * understood. The latest fitting one is meant; what fits nobody stays unknown.
 */
import { ACTING, type Pair } from './dealings.ts'
import type { Referent } from './dictionary.ts'
import { type Kind, Recollection, type Spoken } from './recollection.ts'

export class Discourse extends Recollection {
  private said: Spoken | null = null
  /** How many were spoken of before whoever said it. */
  private saidAt = 0
  /** Whether it was said in the sentence at hand: whoever else is in it does not speak. */
  private saidNow = false
  /** Who was named in the sentence at hand so far. */
  private now: Referent[] = []

  /** The country the article is written from, by its dateline; null where it has none. */
  home: string | null = null
  /** Whether the sentence at hand tells of what lies before the news. */
  history = false
  /** Whether the sentence at hand says who tells it. */
  telling = false
  /** Whether the sentence at hand is somebody's own words, or begins with them. */
  quoting = false
  /** Who was speaking before the sentence at hand. */
  heard: Spoken | null = null

  /** A sentence begins. */
  begin(): void {
    this.now = []
    this.next()
    if (this.saidNow) this.saidAt = this.spoken.length
    this.saidNow = false
  }

  /** Whether a text is being read, and no name alone. */
  get hasBegun(): boolean {
    return this.age > 0
  }

  /** Who said what is being told: of a quotation, of "the statement said". */
  get speaker(): Spoken | null {
    return this.said
  }

  set speaker(speaker: Spoken | null) {
    this.said = speaker
    this.saidAt = this.spoken.length
    this.saidNow = true
  }

  override note(spoken: Spoken, surname: string | null): void {
    const { referent } = spoken
    if (ACTING.has(referent.sort) && !this.isHere(referent)) this.now.push(referent)
    super.note(spoken, surname)
  }

  protected override forget(count: number): void {
    super.forget(count)
    this.saidAt = Math.max(0, this.saidAt - count)
  }

  /** "he", "she": the speaker, else the latest person. */
  person(): Spoken | null {
    const since = this.spoken.slice(this.saidAt).findLast((s) => s.person && s.subject)
    return since ?? (this.said?.person ? this.said : (this.latest((s) => s.person) ?? this.said))
  }

  /** "they": several who did something together, else the latest subject. */
  they(): readonly Referent[] {
    const both = this.theirs()
    // "They have kept nothing," he said: others than his own.
    const speaker = this.quoting ? this.said?.referent : undefined
    if (speaker) {
      const others = both.filter((r) => r.code !== speaker.code)
      const other = this.counterpart(speaker, false) ?? this.otherThan([speaker])
      return others.length > 0 ? others : other ? [other] : []
    }
    if (both.length > 1) return both
    const last = this.subject()
    return last ? [last.referent] : []
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
}
