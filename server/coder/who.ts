/** Who is meant by a phrase of a sentence: by name, by role, by pronoun; nobody where it cannot be said. */
import type { Day } from '../domain/day.ts'
import { Anaphora } from './anaphora.ts'
import { apposed, isKin, KIN, namedBeside } from './apposition.ts'
import { fullNoun, holdsAny, isBacked, isPeople, isPerson, isVenue, joinedByDash, roleOf } from './bearing.ts'
import type { Dictionary, Meaning, Referent, Role } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import { Epithets } from './epithet.ts'
import type { Mention, RoleNoun } from './mentions.ts'
import type { Phrase } from './phrase.ts'
import { Roles } from './role.ts'
import type { Word } from './words.ts'

/** A sentence with what was found in it. */
export interface Sentence {
  readonly words: readonly Word[]
  readonly mentions: readonly Mention[]
  readonly roles: readonly RoleNoun[]
  readonly phrases: readonly Phrase[]
}

export type How = 'NAME' | 'OWNER' | 'ROLE' | 'NEAR' | 'PRONOUN' | 'PLACE'

export interface Meant {
  readonly referents: readonly Referent[]
  /**
   * By name, as the owner of what is named ("Arnor's decision"), by role noun, by a role noun near a name ("gunmen … in
   * Arnor"), by pronoun, or as a place.
   */
  readonly how: How
  readonly role: Role | null
  readonly noun: string | null
  readonly person: boolean
}

const PARTY_HEAD =
  /^(?:chief|leader|head|founder|spokes\w+|chairman|president|member|supporter|official|commander|fighter|faction|militant|government|administration|authority|regime)s?$/

const isPersonal = ({ meanings }: Mention) => meanings[0]?.sort === 'PERSON' || meanings[0]?.sort === 'LEADER'

export class Who {
  private readonly roles: Roles
  private readonly anaphora: Anaphora

  constructor(
    private readonly dictionary: Dictionary,
    private readonly discourse: Discourse,
    private readonly day: Day | null,
  ) {
    this.roles = new Roles(dictionary, discourse, day, this)
    this.anaphora = new Anaphora(discourse, this.roles, this, new Epithets(dictionary, discourse, day))
  }

  /** Who the phrase means; null where nobody is. */
  meant(sentence: Sentence, phrase: Phrase): Meant | null {
    const named = this.named(sentence, phrase)
    // "Arnor's neighbour, Bree": the latter.
    const kin = named?.how === 'OWNER' && isKin(sentence, phrase)
    if (kin) return namedBeside(sentence, phrase, this, false) ?? this.anaphora.kinOf(named, sentence, phrase)
    // "The deputy minister, Ana Morell,": by her name, and not by whose minister was spoken of.
    const borne =
      named === null && sentence.words[phrase.to]?.text === ',' && holdsAny(sentence.roles, phrase.from, phrase.to)
    return (
      (borne ? namedBeside(sentence, phrase, this, true) : null) ??
      named ??
      this.implied(sentence, phrase) ??
      apposed(sentence, phrase, this) ??
      this.roles.near(sentence, phrase)
    )
  }

  private readonly known = new Map<Phrase, Meant | null>()

  /** By a name that stands in it; asked often of the same phrase, and remembered. */
  named(sentence: Sentence, phrase: Phrase): Meant | null {
    const known = this.known.get(phrase)
    if (known !== undefined) return known
    const meant = this.byName(sentence, phrase)
    this.known.set(phrase, meant)
    return meant
  }

  private byName({ words, mentions, roles }: Sentence, { from, to, core, head }: Phrase): Meant | null {
    if (!holdsAny(mentions, from, to)) return null
    const inside = mentions.filter((m) => m.from >= from && m.to <= to)
    const role = roleOf(roles, from, to, core, head)
    const own = inside.filter((m) => !isBacked(words, m) || inside.length === 1)
    // "Bree's Red Banner": the group, and not whose it is.
    const group = own.find((m) => m.from <= head && head < m.to && /^(?:ACTOR|BODY)$/.test(m.meanings[0]?.sort ?? ''))
    // "Arnor's ally Bree"
    const kin = own.find((m) => m.from <= head && head < m.to && KIN.test(words[m.from - 1]?.lemma ?? ''))
    // "Arnor's Ana Morell"
    const person0 = own.find((m) => m.to > head && m.from <= head && isPersonal(m) && this.resolve(m, null) !== null)
    const first = group ?? kin ?? person0 ?? own.find((m) => m.from < core) ?? own[0]
    if (!first || isVenue(words, first, head)) return null
    const noun = words[head]?.lower ?? null
    const isName = first.to > head && first.from <= head
    // "China's People's Liberation Army": an army by its own name, and no army of liberation.
    const body = isName && first.meanings[0]?.sort === 'BODY'
    const bearsRole = role !== null && !body && (role.to - 1 === head || role.from >= first.from || first.from >= core)
    const meaning = first.meanings[0]
    const referents: Referent[] = []
    const pair =
      isName || bearsRole ? [first] : [first, ...own.filter((m) => m !== first && joinedByDash(words, first, m))]
    let person = false
    for (const mention of pair) {
      const every = this.dictionary.everyRole
        ? roles
            .filter((r) => r.from >= from && r.to <= core)
            .map((r) => r.role)
            .join('+')
        : null
      const people = role === null && isPeople(words, mention, head) ? 'CVL' : null
      const found = this.resolve(mention, every || (bearsRole ? role.role : people))
      if (found?.sort === 'MEDIA' || !found) continue
      referents.push(...found.code.split('/').map((code) => ({ ...found, code })))
    }
    person =
      inside.some((m) => m.meanings.some((x) => x.sort === 'PERSON' || x.sort === 'LEADER')) ||
      (role !== null && isPerson(role.role, noun))
    if (referents.length === 0) return null
    const how: How =
      isName || bearsRole || PARTY_HEAD.test(noun ?? '')
        ? referents.every((r) => r.sort === 'PLACE')
          ? 'PLACE'
          : 'NAME'
        : meaning?.sort === 'PLACE'
          ? 'PLACE'
          : 'OWNER'
    const borne = body ? (meaning?.key.split('/')[1] ?? null) : (role?.role ?? null)
    return { referents, how, role: borne, noun: role ? fullNoun(words, role) : null, person }
  }

  /** Whether the phrase names an outlet. */
  isMedia({ mentions }: Sentence, { from, to }: Phrase): boolean {
    return mentions.some((m) => m.from >= from && m.to <= to && m.meanings.every((x) => x.sort === 'MEDIA'))
  }

  /** "Congolese", of two countries: of that which was spoken of comes first. */
  private likeliest(meanings: readonly Meaning[]): readonly Meaning[] {
    const key = meanings[0]?.key
    if (meanings.every((m) => m.key === key || m.sort !== 'NATION')) return meanings
    const spoken = (m: Meaning) => (this.discourse.countries.has(m.key) ? 0 : 1)
    return [...meanings].sort((a, b) => spoken(a) - spoken(b))
  }

  resolve(mention: Mention, role: Role | null): Referent | null {
    for (const meaning of this.likeliest(mention.meanings)) {
      if (this.day !== null && ((meaning.from ?? -Infinity) > this.day || (meaning.to ?? Infinity) < this.day)) continue
      const seat = meaning.sort === 'CAPITAL' ? this.dictionary.seat(meaning) : null
      if (seat && role === null && this.discourse.hasBegun && !this.discourse.spokeOf(meaning.key)) return seat
      const found = this.dictionary.resolve(meaning, role, this.day)
      if (found) return this.dictionary.branch(found, this.discourse.countries) ?? found
    }
    return null
  }

  /** By role or pronoun, from what was said before. */
  implied(sentence: Sentence, phrase: Phrase): Meant | null {
    return this.anaphora.of(sentence, phrase)
  }
}
