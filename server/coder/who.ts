/** Who is meant by a phrase of a sentence: by name, by role, by pronoun; nobody where it cannot be said. */
import type { Day } from '../domain/day.ts'
import { apposed, isKin, namedBeside } from './apposition.ts'
import {
  fullNoun,
  holdsAny,
  isBacked,
  isPeople,
  isPerson,
  isVenue,
  joinedByDash,
  lastWord,
  OUTFIT,
  roleOf,
} from './bearing.ts'
import type { Dictionary, Meaning, Referent, Role } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import type { Mention, RoleNoun } from './mentions.ts'
import type { Phrase } from './phrase.ts'
import { severalMeant } from './several.ts'
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

const STATE_BODY = new Set(['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD'])
/** Of a government that holds the office for the time being. */
const PROVISIONAL = /^(?:caretaker|interim|acting|provisional|transitional|current|facto)$/
const BESIDE = /^(?:neighbou?r|counterpart|guest|host|visitor|interlocutor)$/
/** Of an organisation, whatever its name. */
const ORGANISED = /^(?:bloc|alliance|watchdog|union|organi[sz]ation|agency|body|mission)$/
const DEFINITE = /^(?:the|this|that|these|those|its|their|his|her|our|such)$/
/** Of whose there is one in a country, so that a paper need not say of which. */
const OF_HOME =
  /^(?:government|military|army|force|troop|police|parliament|minister|president|cabinet|authority|state)$/
const PARTY_HEAD =
  /^(?:chief|leader|head|founder|spokes\w+|chairman|president|member|supporter|official|commander|fighter|faction|militant|government|administration|authority|regime)s?$/

/** A phrase without article, number, name or role: "strikes", "talks with". */
function isBare({ words, roles }: Sentence, { from, to }: Phrase): boolean {
  if (/^(?:DET|PRON|NUM|PROPN)$/.test(words[from]?.pos ?? '') || holdsAny(roles, from, to)) return false
  for (let i = from + 1; i < to; i++) if (BEARING.has(words[i]?.pos ?? '')) return false
  return true
}
const BEARING = new Set(['PROPN', 'NUM', 'PRON', 'DET'])

export class Who {
  constructor(
    private readonly dictionary: Dictionary,
    private readonly discourse: Discourse,
    private readonly day: Day | null,
  ) {}

  /** Who the phrase means; null where nobody is. */
  meant(sentence: Sentence, phrase: Phrase): Meant | null {
    const named = this.named(sentence, phrase)
    // "Arnor's neighbour, Bree": the latter.
    const kin = named?.how === 'OWNER' && isKin(sentence, phrase)
    return (
      (kin ? namedBeside(sentence, phrase, this) : null) ??
      named ??
      this.implied(sentence, phrase) ??
      apposed(sentence, phrase, this) ??
      this.near(sentence, phrase)
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
    const group = own.find((m) => m.from <= head && head < m.to && m.meanings[0]?.sort === 'ACTOR')
    const first = group ?? own.find((m) => m.from < core) ?? own[0]
    if (!first || isVenue(words, first, head)) return null
    const noun = words[head]?.lower ?? null
    const isName = first.to > head && first.from <= head
    const bearsRole = role !== null && (role.to - 1 === head || role.from >= first.from || first.from >= core)
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
    return { referents, how, role: role?.role ?? null, noun: role ? fullNoun(words, role) : null, person }
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

  private resolve(mention: Mention, role: Role | null): Referent | null {
    for (const meaning of this.likeliest(mention.meanings)) {
      if (this.day !== null && ((meaning.from ?? -Infinity) > this.day || (meaning.to ?? Infinity) < this.day)) continue
      const seat = meaning.sort === 'CAPITAL' ? this.dictionary.seat(meaning) : null
      if (seat && role === null && this.discourse.spokeOf(seat.code)) return seat
      const found = this.dictionary.resolve(meaning, role, this.day)
      if (found) return this.dictionary.branch(found, this.discourse.countries) ?? found
    }
    return null
  }

  /** A role noun alone: of the country named nearest in the sentence. */
  private near({ words, mentions, roles }: Sentence, { from, to, core, head }: Phrase): Meant | null {
    const role = roleOf(roles, from, to, core, head)
    if (!role) return null
    // "the ministry's spokesman told a briefing", with nobody's name: of the paper's own country.
    const own =
      STATE_BODY.has(role.role) && isPerson(role.role, words[head]?.lower ?? null) ? this.atHome(role.role) : null
    let nearest: Referent | null = own
    let least = Infinity
    for (const mention of own ? [] : mentions) {
      const where =
        /^(?:in|at|near|from|across)$/.test(words[mention.from - 1]?.lower ?? '') ||
        mention.meanings.every((m) => m.sort === 'PLACE')
      // "Gunmen killed three Arnorians in Sarn": theirs is where they are.
      const away = where || STATE_BODY.has(role.role) ? 0 : 100
      const distance = away + Math.min(Math.abs(mention.from - to), Math.abs(from - mention.to))
      if (distance >= least) continue
      const found = this.resolve(mention, null)
      if (!found || found.country === null || found.sort === 'MEDIA') continue
      nearest = found
      least = distance
    }
    const referent = nearest ? this.dictionary.beside(role.role, nearest, this.day) : this.atHome(role.role)
    const noun = lastWord(words, role)
    return referent
      ? { referents: [referent], how: 'NEAR', role: role.role, noun, person: isPerson(role.role, noun) }
      : null
  }

  /** By role or pronoun, from what was said before. */
  implied(sentence: Sentence, phrase: Phrase): Meant | null {
    const { words, roles } = sentence
    const { from, to, core, head } = phrase
    const word = words[head] as Word
    const first = words[from]?.lower ?? ''
    if (to - from === 1 && word.pos === 'PRON') return this.pronoun(word.lower)
    // A bare noun means nobody spoken of before.
    if (isBare(sentence, phrase)) return null
    const known = word.pos === 'PROPN' ? this.discourse.surnamed(word.lower) : null
    if (known) return { referents: [known.referent], how: 'NAME', role: known.role, noun: known.noun, person: true }
    if (
      (BESIDE.test(word.lemma) && (word.lower === word.lemma || !/^neighbou?r$/.test(word.lemma))) ||
      (/^neighbou?ring$/.test(words[head - 1]?.lower ?? '') && DEFINITE.test(first))
    ) {
      const other = this.otherOne(first, word.lemma)
      if (other) return { referents: [other], how: 'ROLE', role: null, noun: word.lemma, person: false }
    }
    const several = severalMeant(sentence, phrase, this.discourse)
    if (several) {
      const between = words[from - 1]?.lower === 'between' ? this.namedBefore(sentence, phrase) : []
      const referents = between.length === 2 ? between : several
      return { referents, how: 'PRONOUN', role: null, noun: null, person: false }
    }
    const short = this.shortly(sentence, phrase)
    if (short) return short
    const role = roleOf(roles, from, to, core, head)
    // "the group", "the group's leaders"
    const outfit = [word.lemma, words[from + 1]?.lemma ?? ''].some((noun) => OUTFIT.test(noun))
    const league = words
      .slice(from, head)
      .some((w) => /^(?:nation|member|regional|country)$/.test(w.lemma) || /-(?:nation|member)/.test(w.lower))
    if (outfit && DEFINITE.test(first)) {
      const group = (league && this.discourse.latestOf('ORGANISATION')) || this.discourse.movement()
      if (group) return { referents: [group.referent], how: 'ROLE', role: null, noun: word.lemma, person: false }
    }
    // "the growing activity of the group"
    const last = words[to - 2]?.lower ?? ''
    if (to - from > 3 && OUTFIT.test(words[to - 1]?.lemma ?? '') && /^(?:the|this|that)$/.test(last)) {
      const group = this.discourse.movement()
      if (group) return { referents: [group.referent], how: 'OWNER', role: null, noun: null, person: false }
    }
    if (role && role.to - 1 >= from && DEFINITE.test(first)) return this.byRole(sentence, phrase, role)
    if (/^(?:statement|communique|release|declaration|resolution)$/.test(word.lemma) && first === 'the') {
      const speaker = (word.lemma === 'resolution' && this.discourse.latestOf('ORGANISATION')) || this.discourse.speaker
      return speaker ? { referents: [speaker.referent], how: 'ROLE', role: null, noun: null, person: false } : null
    }
    // "a spokesman for the junta", "commanders of the group": whoever that is.
    const complement = this.complementOf(sentence, phrase)
    if (complement) return complement
    // "criticised Bree for its invasion": its own.
    const judged = /^(?:its|their|his|her)$/.test(first) ? this.judgedBefore(sentence, phrase) : null
    if (judged) return { ...judged, how: 'OWNER', role: null, noun: null, person: false }
    if (/^(?:its|their|his|her|our)$/.test(first)) {
      const owner = this.pronoun(first)
      return owner ? { ...owner, how: 'OWNER' } : null
    }
    return null
  }

  /** "the Commission", "the bloc", "a Commission spokesman": an organisation named in full before. */
  private shortly({ words }: Sentence, { from, core, head }: Phrase): Meant | null {
    const definite = /^(?:the|this|that)$/.test(words[from]?.lower ?? '')
    for (let i = from; i < core; i++) {
      const word = words[i] as Word
      if (i !== head && word.pos !== 'PROPN') continue
      const known = definite || /^\p{Lu}/u.test(word.text) ? this.discourse.shortly(word.lower) : null
      if (known)
        return {
          referents: [known],
          how: i === head ? 'ROLE' : 'OWNER',
          role: null,
          noun: word.lemma,
          person: i !== head,
        }
    }
    const body = definite && core - from < 5 && ORGANISED.test(words[head]?.lower ?? '')
    const latest = body ? this.discourse.latestOf('ORGANISATION') : null
    return (
      latest && {
        referents: [latest.referent],
        how: 'ROLE',
        role: null,
        noun: words[head]?.lemma ?? null,
        person: false,
      }
    )
  }

  /** "its neighbour", "his counterpart", "the guests": whom they deal with. */
  private otherOne(first: string, noun: string): Referent | null {
    const { discourse } = this
    const owner = DEFINITE.test(first)
      ? ((first === 'the' ? null : this.pronoun(first)?.referents[0]) ?? discourse.subject()?.referent)
      : undefined
    if (!owner) return null
    // A neighbour is one all along, a counterpart whoever was just met.
    const [often, lately] = [discourse.rival(owner), discourse.counterpart(owner, false)]
    return noun === 'neighbour' || noun === 'neighbor' ? (often ?? lately) : (lately ?? often)
  }

  private judgedBefore(sentence: Sentence, phrase: Phrase): Meant | null {
    const { phrases, words } = sentence
    const at = phrases.findIndex((p) => p.from === phrase.from)
    const [object, link] = [phrases[at - 2], phrases[at - 1]]
    const judges =
      link?.sort === 'P' && /^(?:for|over)$/.test(words[link.from]?.lower ?? '') && phrases[at - 3]?.sort === 'VG'
    return judges && object?.sort === 'NP' ? this.named(sentence, object) : null
  }

  private complementOf(sentence: Sentence, { sort, from, to, core, verb }: Phrase): Meant | null {
    const { words, roles } = sentence
    const role = roleOf(roles, from, core, core, core - 1)
    if (core >= to || !role || !DEFINITE.test(words[core + 1]?.lower ?? '')) return null
    const noun = lastWord(words, role)
    const whose = this.implied(sentence, { sort, verb, from: core + 1, to, core: to, head: to - 1 })
    return whose && { ...whose, how: 'ROLE', role: role.role, noun, person: isPerson(role.role, noun) }
  }

  /** The states and groups that stand by name before a phrase, each once. */
  private namedBefore(sentence: Sentence, { from }: Phrase): Referent[] {
    const found = new Map<string, Referent>()
    for (const phrase of sentence.phrases) {
      if (phrase.from >= from) break
      const referents = phrase.sort === 'NP' ? (this.named(sentence, phrase)?.referents ?? []) : []
      for (const r of referents) if (r.sort === 'STATE' || r.sort === 'GROUP') found.set(r.code, r)
    }
    return [...found.values()]
  }

  /** "In Sarn, the military government": of the country of the capital in front. */
  private localOf(sentence: Sentence, phrase: Phrase): Referent | null {
    const [link, place] = sentence.phrases
    if (link?.sort !== 'P' || place?.sort !== 'NP' || place === phrase || sentence.words[link.from]?.lower !== 'in')
      return null
    const capital = sentence.mentions.find(
      (m) => m.from === place.from && m.to === place.to && m.meanings[0]?.sort === 'CAPITAL',
    )
    return capital ? this.resolve(capital, null) : null
  }

  /** "the government" beside a group of its country: that country's. */
  private opponentOf(sentence: Sentence, phrase: Phrase, role: Role): Referent | null {
    if (!STATE_BODY.has(role)) return null
    for (const other of sentence.phrases) {
      if (other.from >= phrase.from) return null
      if (other.sort !== 'NP') continue
      const [named] = this.named(sentence, other)?.referents ?? []
      if (named) return named.sort === 'GROUP' ? this.dictionary.beside(role, named, this.day) : null
    }
    return null
  }

  /** Of the country the article is written from. */
  private atHome(role: Role): Referent | null {
    const { home } = this.discourse
    if (home === null || !STATE_BODY.has(role)) return null
    return this.dictionary.beside(role, { code: home, country: home, sort: 'STATE' }, this.day)
  }

  private byRole(sentence: Sentence, phrase: Phrase, role: RoleNoun): Meant | null {
    const { words } = sentence
    const first = words[phrase.from]?.lower ?? ''
    const noun = lastWord(words, role)
    const base = { role: role.role, noun, person: isPerson(role.role, noun) }
    const { speaker } = this.discourse
    const opponent = this.opponentOf(sentence, phrase, role.role)
    if (opponent) return { ...base, referents: [opponent], how: 'ROLE' }
    // "the minister said the government had offered": his own.
    if (noun === 'government' && this.discourse.telling && speaker?.referent.sort === 'STATE')
      return { ...base, referents: [speaker.referent], how: 'ROLE' }
    const owned = /^(?:their|its|his|her)$/.test(first)
    // "the juntas": all of those told of together.
    const several =
      words[role.to - 1]?.lower.endsWith('s') && words[role.to - 1]?.lower !== noun ? this.discourse.all() : []
    if (several.length > 2 && STATE_BODY.has(role.role) && first === 'the')
      return { ...base, referents: several, how: 'PRONOUN' }
    const holder =
      words.slice(phrase.from, phrase.head).some((w) => PROVISIONAL.test(w.lower)) && this.discourse.holder()
    if (holder && STATE_BODY.has(role.role)) return { ...base, referents: [holder.referent], how: 'ROLE' }
    const before = owned ? null : this.discourse.withNoun(fullNoun(words, role))
    if (before) return { ...base, referents: [before.referent], how: 'ROLE' }
    const local = STATE_BODY.has(role.role) && !owned ? this.localOf(sentence, phrase) : null
    if (local) {
      const there = this.dictionary.beside(role.role, local, this.day)
      if (there) return { ...base, referents: [there], how: 'ROLE' }
    }
    // "the spokesman said that the prime minister would travel": his own.
    if (STATE_BODY.has(role.role) && this.discourse.telling && speaker?.referent.sort === 'STATE' && !owned)
      return { ...base, referents: [speaker.referent], how: 'ROLE' }
    const armed = role.role === 'REB' || role.role === 'UAF' || /group|outfit|organi[sz]ation/.test(noun)
    if (armed) {
      const group = this.discourse.latestOf('GROUP')
      if (group) return { ...base, referents: [group.referent], how: 'ROLE' }
    }
    const home = OF_HOME.test(noun) && !owned ? this.atHome(role.role) : null
    if (home) return { ...base, referents: [home], how: 'ROLE' }
    // "accuses the country of": whoever was named last, and no subject.
    const land = /^(?:country|nation|state)$/.test(noun) ? this.discourse.latestOf('STATE') : null
    const beside = owned
      ? this.discourse.subject()
      : (land ?? this.discourse.latestActing() ?? this.discourse.latestOf('STATE') ?? this.discourse.latestOf('GROUP'))
    if (!beside) return null
    const referent = this.dictionary.beside(role.role, beside.referent, this.day)
    return referent ? { ...base, referents: [referent], how: 'ROLE' } : null
  }

  private pronoun(word: string): Meant | null {
    const plain = { how: 'PRONOUN' as const, role: null, noun: null }
    if (/^(?:he|she|him|her|his|i|me|my|himself|herself)$/.test(word)) {
      const person = this.discourse.person()
      return person ? { ...plain, referents: [person.referent], person: true } : null
    }
    if (/^(?:we|us|our|ours)$/.test(word)) {
      const { speaker } = this.discourse
      return speaker ? { ...plain, referents: [speaker.referent], person: false } : null
    }
    if (/^(?:they|their|themselves)$/.test(word)) {
      const all = this.discourse.they()
      return all.length > 0 ? { ...plain, referents: all, person: false } : null
    }
    if (/^(?:it|its|them|itself)$/.test(word)) {
      const last = this.discourse.subject()
      return last ? { ...plain, referents: [last.referent], person: false } : null
    }
    return null
  }
}
