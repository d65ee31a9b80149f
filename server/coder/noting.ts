/** Notes for the discourse who a sentence speaks of, phrase by phrase, as far as it was read. */
import { fullNoun } from './bearing.ts'
import { type Setting, textOf } from './side.ts'
import type { Sentence, Who } from './who.ts'

/** Where the family's name stands before a person's own. */
const FAMILY_FIRST = new Set(['CHN', 'TWN', 'HKG', 'KOR', 'PRK', 'VNM', 'KHM', 'SGP'])

export class Noting {
  private noted = 0

  constructor(
    private readonly sentence: Sentence,
    private readonly setting: Setting,
    private readonly subjects: ReadonlySet<number>,
    private readonly who: Who,
  ) {}

  /** Notes the phrases before `until` that are not noted yet. */
  until(until: number): void {
    const { discourse } = this.setting
    for (; this.noted < until && this.noted < this.sentence.phrases.length; this.noted++) {
      const phrase = this.sentence.phrases[this.noted]
      const meant = phrase?.sort === 'NP' ? this.who.meant(this.sentence, phrase) : null
      if (!phrase || !meant || meant.how === 'PRONOUN') continue
      const head = this.sentence.words[phrase.head]
      const person = meant.person && meant.how !== 'OWNER'
      // A name after a role noun: "Defence Minister Ana Morell".
      const mention = this.sentence.mentions.find((m) => m.from <= phrase.head && phrase.head < m.to)
      const full =
        mention !== undefined &&
        mention.to - mention.from > 1 &&
        mention.meanings.some((x) => x.sort === 'PERSON' || x.sort === 'LEADER')
      const named = mention?.meanings[0]?.name ?? ''
      const [organisation] = meant.referents
      if (organisation?.sort === 'ORGANISATION' && named.includes(' ') && mention?.to === phrase.head + 1) {
        discourse.shorten(head?.lower ?? '', organisation)
      }
      const listed = mention !== undefined && !full
      const { words, roles } = this.sentence
      // "Special Envoy of the President of Arnor Ana Morell": the name stands last.
      const ending = this.sentence.mentions.find((m) => m.to === phrase.to)
      const personal = ending?.meanings.some((x) => x.sort === 'PERSON' || x.sort === 'LEADER')
      const last = words[phrase.to - 1]?.pos === 'PROPN' && (!ending || personal) ? phrase.to - 1 : phrase.head
      const at = full && FAMILY_FIRST.has(organisation?.country ?? '') ? mention.from : last
      const bare = words[at]
      const post = roles.some((r) => r.from <= at && at < r.to)
      const surname = person && bare?.pos === 'PROPN' && !listed && !post && bare.lower.length > 1 ? bare.lower : null
      const noun = meant.how === 'OWNER' ? null : meant.noun
      const borne = noun === null ? [] : this.sentence.roles.filter((r) => r.from >= phrase.from && r.to <= phrase.core)
      const also = borne.length > 1 ? borne.map((r) => fullNoun(this.sentence.words, r)) : []
      const subject = this.subjects.has(this.noted)
      const text = textOf(this.sentence, this.noted)
      for (const referent of meant.referents) {
        discourse.note({ referent, noun, also, role: meant.role, text, person, subject }, surname)
      }
    }
  }
}
