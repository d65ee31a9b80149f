/** Who a role noun means that stands without a name: "the government", "gunmen in Arnor". */
import type { Day } from '../domain/day.ts'
import { fullNoun, isFormer, isPerson, lastWord, roleOf } from './bearing.ts'
import type { Dictionary, Referent, Role } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import type { RoleNoun } from './mentions.ts'
import type { Phrase } from './phrase.ts'
import posts from './posts.json' with { type: 'json' }
import type { Meant, Sentence, Who } from './who.ts'

const STATE_BODY = new Set(['GOV', 'MIL', 'COP', 'SPY', 'LEG', 'JUD'])
/** Of a government that holds the office for the time being. */
const PROVISIONAL = /^(?:caretaker|interim|acting|provisional|transitional|current|facto)$/
const LOCAL = /^(?:provincial|district|local|regional|municipal|governor|mayor)$/
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
    const noun = lastWord(sentence.words, role)
    const owned = /^(?:their|its|his|her)$/.test(sentence.words[phrase.from]?.lower ?? '')
    const meant = (referents: readonly Referent[], how: Meant['how'] = 'ROLE'): Meant | null =>
      referents.length === 0 ? null : { referents, how, role: role.role, noun, person: isPerson(role.role, noun) }
    const one = (referent: Referent | null | undefined) => meant(referent ? [referent] : [])
    return (
      one(this.byPost(sentence, role)) ??
      one(this.opponentOf(sentence, phrase, role.role)) ??
      one(this.ofTeller(noun === 'government')) ??
      one(this.formerOf(sentence, phrase, role)) ??
      meant(this.severalOf(sentence, phrase, role), 'PRONOUN') ??
      one(this.armyOf(sentence, phrase, role)) ??
      meant(this.theirs(sentence, phrase, role), 'PRONOUN') ??
      one(this.provisionalOf(sentence, phrase, role)) ??
      one(owned ? null : this.discourse.withNoun(fullNoun(sentence.words, role))?.referent) ??
      one(owned ? null : this.placeOf(sentence, phrase, role)) ??
      // "the spokesman said that the prime minister would travel": his own.
      one(this.ofTeller(STATE_BODY.has(role.role) && !owned)) ??
      one(this.armedOf(role, noun)) ??
      one(OF_HOME.test(noun) && !owned ? this.atHome(role.role) : null) ??
      one(this.ofLatest(role, noun, owned))
    )
  }

  /** "the minister said the government had offered": his own. */
  private ofTeller(fits: boolean): Referent | null {
    const { telling, speaker } = this.discourse
    return fits && telling && speaker?.referent.sort === 'STATE' ? speaker.referent : null
  }

  /** "the ousted government"; "the internationally recognised government", of the country whose rebels are spoken of. */
  private formerOf({ words }: Sentence, { from }: Phrase, role: RoleNoun): Referent | null {
    const holding = isFormer(words, from, role) ? this.discourse.holder() : null
    const former = holding ? this.dictionary.formerly(holding.referent, this.day) : null
    if (former) return former
    const rebels = words[from + 1]?.lower === 'internationally' ? this.discourse.latestOf('GROUP') : null
    return rebels ? this.dictionary.beside(role.role, rebels.referent, this.day) : null
  }

  private isPlural({ words }: Sentence, role: RoleNoun): boolean {
    const last = words[role.to - 1]?.lower
    return last?.endsWith('s') === true && last !== lastWord(words, role)
  }

  /** "the juntas": all of those told of together; "Arnor, which has troops in Bree, urged the generals": Bree's. */
  private severalOf(sentence: Sentence, { from }: Phrase, role: RoleNoun): readonly Referent[] {
    const plural = this.isPlural(sentence, role) && sentence.words[from]?.lower === 'the' && STATE_BODY.has(role.role)
    const states = plural ? this.discourse.all().filter((r) => r.sort === 'STATE') : []
    if (states.length < 3) return []
    const here = states.filter((r) => this.discourse.isHere(r))
    return here.length > 0 ? here : states
  }

  /** "Arnor shelled Bree after its raid, its army said": of whom the sentence begins with. */
  private armyOf(sentence: Sentence, phrase: Phrase, role: RoleNoun): Referent | null {
    const teller = sentence.words[phrase.from]?.lower === 'its' ? this.tellerOf(sentence, phrase) : null
    return teller ? this.dictionary.beside(role.role, teller, this.day) : null
  }

  /** "their foreign ministers met" */
  private theirs(sentence: Sentence, { from }: Phrase, role: RoleNoun): readonly Referent[] {
    const fits = sentence.words[from]?.lower === 'their' && STATE_BODY.has(role.role) && this.isPlural(sentence, role)
    const theirs = fits ? this.discourse.theirs() : []
    return theirs.length > 1 ? theirs : []
  }

  /** "the interim government" */
  private provisionalOf({ words }: Sentence, { from, head }: Phrase, role: RoleNoun): Referent | null {
    const provisional = STATE_BODY.has(role.role) && words.slice(from, head).some((w) => PROVISIONAL.test(w.lower))
    return provisional ? (this.discourse.holder()?.referent ?? null) : null
  }

  /** "the provincial governor" */
  private placeOf(sentence: Sentence, phrase: Phrase, role: RoleNoun): Referent | null {
    const local = STATE_BODY.has(role.role)
      ? (this.localOf(sentence, phrase) ?? this.districtOf(sentence, phrase))
      : null
    return local ? this.dictionary.beside(role.role, local, this.day) : null
  }

  /** "the insurgents" */
  private armedOf({ role }: RoleNoun, noun: string): Referent | null {
    const armed = role === 'REB' || role === 'UAF' || /group|outfit|organi[sz]ation/.test(noun)
    return armed ? (this.discourse.latestOf('GROUP')?.referent ?? null) : null
  }

  /** Of whoever was spoken of last; "accuses the country of": of who was named last, and no subject. */
  private ofLatest({ role }: RoleNoun, noun: string, owned: boolean): Referent | null {
    const { discourse } = this
    const land = /^(?:country|nation|state)$/.test(noun) ? discourse.latestOf('STATE') : null
    const beside = owned
      ? discourse.subject()
      : (land ?? discourse.latestActing() ?? discourse.latestOf('STATE') ?? discourse.latestOf('GROUP'))
    return beside ? this.dictionary.beside(role, beside.referent, this.day) : null
  }

  /** Whom a sentence names first, where a phrase says at its end who tells it; null where it does not. */
  private tellerOf(sentence: Sentence, phrase: Phrase): Referent | null {
    const { phrases, words } = sentence
    const at = phrases.findIndex((p) => p.from === phrase.from)
    const [before, after] = [phrases[at - 1]?.sort, phrases[at + 1]]
    const tells = after?.sort === 'VG' && /^(?:say|add|report|announce|confirm)$/.test(words[after.head]?.lemma ?? '')
    if (!tells || (before !== 'COMMA' && before !== 'QUOTE')) return null
    const named = phrases.find((p) => p.sort === 'NP')
    const meant = named && named !== phrase ? this.who.named(sentence, named) : null
    return meant?.how === 'NAME' ? (meant.referents[0] ?? null) : null
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
      const after = mention.from >= to
      // "told Bree that rebels were massing in Arnor": what follows tells more.
      const distance = away + (after ? 0.5 : 1) * Math.min(Math.abs(mention.from - to), Math.abs(from - mention.to))
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

  /** "shells landed in Sarn, the provincial police chief said": of the country of the place. */
  private districtOf(sentence: Sentence, { from, to }: Phrase): Referent | null {
    if (!sentence.words.slice(from, to).some((w) => LOCAL.test(w.lower))) return null
    const place = sentence.mentions.find((m) => m.meanings.every((x) => x.sort === 'PLACE'))
    return place ? this.who.resolve(place, null) : null
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
