/** Who a role noun means that stands without a name: "the government", "gunmen in Arnor". */
import type { Day } from '../domain/day.ts'
import { fullNoun, isPerson, lastWord, roleOf } from './bearing.ts'
import type { Dictionary, Referent, Role } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import type { RoleNoun } from './mentions.ts'
import type { Phrase } from './phrase.ts'
import posts from './posts.json' with { type: 'json' }
import type { Meant, Sentence, Who } from './who.ts'

const STATE_BODY = new Set(['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD'])
/** Of a government that holds the office for the time being. */
const PROVISIONAL = /^(?:caretaker|interim|acting|provisional|transitional|current|facto)$/
/** Of whose there is one in a country, so that a paper need not say of which. */
const OF_HOME =
  /^(?:government|military|army|force|troop|police|parliament|minister|president|cabinet|authority|state)$/

/** Posts and offices that few countries call so, the likeliest first. */
const POSTS = new Map(
  posts.map((line) => {
    const [post = '', countries = ''] = line.split('|')
    return [post, countries.split(',')] as const
  }),
)

export class Roles {
  constructor(
    private readonly dictionary: Dictionary,
    private readonly discourse: Discourse,
    private readonly day: Day | null,
    private readonly who: Who,
  ) {}

  /** By what was said before of whoever bears it; null where nothing was. */
  byRole(sentence: Sentence, phrase: Phrase, role: RoleNoun): Meant | null {
    const { words } = sentence
    const first = words[phrase.from]?.lower ?? ''
    const noun = lastWord(words, role)
    const base = { role: role.role, noun, person: isPerson(role.role, noun) }
    const { speaker } = this.discourse
    const own = this.byPost(sentence, role)
    if (own) return { ...base, referents: [own], how: 'ROLE' }
    const opponent = this.opponentOf(sentence, phrase, role.role)
    if (opponent) return { ...base, referents: [opponent], how: 'ROLE' }
    // "the minister said the government had offered": his own.
    if (noun === 'government' && this.discourse.telling && speaker?.referent.sort === 'STATE')
      return { ...base, referents: [speaker.referent], how: 'ROLE' }
    const owned = /^(?:their|its|his|her)$/.test(first)
    // "the juntas": all of those told of together.
    const plural = words[role.to - 1]?.lower.endsWith('s') === true && words[role.to - 1]?.lower !== noun
    const states = plural ? this.discourse.all().filter((r) => r.sort === 'STATE') : []
    // "Arnor, which has troops in Bree, urged the generals": Bree's.
    const here = states.filter((r) => this.discourse.isHere(r))
    const several = here.length > 0 ? here : states
    if ((several.length > 2 || here.length > 0) && states.length > 2 && STATE_BODY.has(role.role) && first === 'the')
      return { ...base, referents: several, how: 'PRONOUN' }
    // "their foreign ministers met"
    const theirs = plural && first === 'their' ? this.discourse.theirs() : []
    if (theirs.length > 1 && STATE_BODY.has(role.role)) return { ...base, referents: theirs, how: 'PRONOUN' }
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

  /** "the Foreign Office", "the external affairs minister": of the only country spoken of that has one by that name. */
  private byPost({ words }: Sentence, { from, to, role }: RoleNoun): Referent | null {
    if (to - from === 1 && words[from]?.lower !== 'chancellor') return null
    let post = words[from]?.lower ?? ''
    for (let i = from + 1; i < to; i++) post += ` ${words[i]?.lower}`
    const countries = POSTS.get(post)
    if (!countries) return null
    const { countries: spoken } = this.discourse
    const country = countries.find((c) => spoken.has(c)) ?? (countries.length === 1 ? countries[0] : undefined)
    return country ? this.dictionary.beside(role, { code: country, country, sort: 'STATE' }, this.day) : null
  }

  /** A role noun alone: of the country named nearest in the sentence. */
  near({ words, mentions, roles }: Sentence, { from, to, core, head }: Phrase): Meant | null {
    const role = roleOf(roles, from, to, core, head)
    if (!role) return null
    // "the ministry's spokesman told a briefing", with nobody's name: of the paper's own country.
    // "army spokesman Jon Ferrel", after another army spoke: that one's.
    const { speaker } = this.discourse
    const same = roles.some((r) => r.from >= from && r.to <= to && r.role !== 'GOV' && r.role === speaker?.role)
    if (same && speaker?.referent.sort === 'STATE') {
      const noun = lastWord(words, role)
      return { referents: [speaker.referent], how: 'ROLE', role: role.role, noun, person: isPerson(role.role, noun) }
    }
    const own =
      STATE_BODY.has(role.role) && isPerson(role.role, words[head]?.lower ?? null) ? this.atHome(role.role) : null
    let nearest: Referent | null = own
    let least = Infinity
    for (const mention of own ? [] : mentions) {
      const where =
        /^(?:in|at|near|from|across)$/.test(words[mention.from - 1]?.lower ?? '') ||
        mention.meanings.every((m) => m.sort === 'PLACE')
      // "security forces shot men who came from Bree": where others come from is not theirs.
      const link = words[mention.from - 1]?.lower ?? ''
      if (STATE_BODY.has(role.role) && /^(?:from|into)$/.test(link) && mention.from > to + 1 && this.discourse.home)
        continue
      // "Gunmen killed three Arnorians in Sarn": theirs is where they are.
      const away = where || STATE_BODY.has(role.role) ? 0 : 100
      const distance = away + Math.min(Math.abs(mention.from - to), Math.abs(from - mention.to))
      if (distance >= least) continue
      const found = this.who.resolve(mention, null)
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

  /** "In Sarn, the military government": of the country of the capital in front. */
  private localOf(sentence: Sentence, phrase: Phrase): Referent | null {
    const [link, place] = sentence.phrases
    if (link?.sort !== 'P' || place?.sort !== 'NP' || place === phrase || sentence.words[link.from]?.lower !== 'in')
      return null
    const capital = sentence.mentions.find(
      (m) => m.from === place.from && m.to === place.to && m.meanings[0]?.sort === 'CAPITAL',
    )
    return capital ? this.who.resolve(capital, null) : null
  }

  /** "the government" beside a group of its country: that country's. */
  private opponentOf(sentence: Sentence, phrase: Phrase, role: Role): Referent | null {
    if (!STATE_BODY.has(role)) return null
    for (const other of sentence.phrases) {
      if (other.from >= phrase.from) return null
      if (other.sort !== 'NP') continue
      const [named] = this.who.named(sentence, other)?.referents ?? []
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
}
