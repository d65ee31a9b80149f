/** Who is meant by words for somebody spoken of before: "he", "its neighbour", "the Commission", "a spokesman for the group". */
import { fullNoun, holdsAny, isPerson, lastWord, OUTFIT, roleOf } from './bearing.ts'
import type { Referent } from './dictionary.ts'
import type { Discourse } from './discourse.ts'
import type { Epithets } from './epithet.ts'
import type { Phrase } from './phrase.ts'
import type { Roles } from './role.ts'
import { severalMeant } from './several.ts'
import type { Meant, Sentence, Who } from './who.ts'
import type { Word } from './words.ts'

const BESIDE = /^(?:neighbou?r|counterpart|guest|host|visitor|interlocutor)$/
/** Of an organisation, whatever its name. */
/** "its arch-rival", "their patron": of whom it is told with whom. */
const RIVAL = /^(?:rival|arch-rival|archrival|foe|arch-foe|enemy|adversary|opponent)$/
const FRIEND = /^(?:ally|partner|backer|patron|protector|benefactor)$/
const MEMBERS = /^(?:members|member-states)$/
const CULPRIT = /^(?:perpetrator|culprit|attacker|assailant|mastermind)$/
const ORGANISED = /^(?:bloc|alliance|watchdog|union|organi[sz]ation|agency|body|mission)$/
const DEFINITE = /^(?:the|this|that|these|those|its|their|his|her|our|such)$/
/** A phrase without article, number, name or role: "strikes", "talks with". */
function isBare({ words, roles }: Sentence, { from, to }: Phrase): boolean {
  if (/^(?:DET|PRON|NUM|PROPN)$/.test(words[from]?.pos ?? '') || holdsAny(roles, from, to)) return false
  for (let i = from + 1; i < to; i++) if (BEARING.has(words[i]?.pos ?? '')) return false
  return true
}
const BEARING = new Set(['PROPN', 'NUM', 'PRON', 'DET'])

export class Anaphora {
  constructor(
    private readonly discourse: Discourse,
    private readonly roles: Roles,
    private readonly who: Who,
    private readonly epithets: Epithets,
  ) {}

  /** By role or pronoun, from what was said before. */
  of(sentence: Sentence, phrase: Phrase): Meant | null {
    const { words, roles } = sentence
    const { from, to, core, head } = phrase
    const word = words[head] as Word
    const first = words[from]?.lower ?? ''
    if (to - from === 1 && word.pos === 'PRON') return this.pronoun(word.lower)
    // "those behind the attack", "the perpetrators": whoever did the latest deed.
    const next = words[to]?.lower ?? ''
    const culprits = CULPRIT.test(word.lemma)
      ? DEFINITE.test(first)
      : word.lower === 'those' && /^(?:behind|responsible)$/.test(next)
    const doer = culprits ? this.discourse.deed?.[0] : undefined
    if (doer) return { referents: [doer], how: 'ROLE', role: null, noun: null, person: false }
    // "called on members to help": of the organisation.
    const members =
      MEMBERS.test(word.lower) || (/^(?:states|countries)$/.test(word.lower) && words[head - 1]?.lower === 'member')
    const union = members && this.who.named(sentence, phrase) === null ? this.discourse.latestOf('ORGANISATION') : null
    if (union) return { referents: [union.referent], how: 'ROLE', role: null, noun: null, person: false }
    // A bare noun means nobody spoken of before.
    if (isBare(sentence, phrase)) return null
    const known = word.pos === 'PROPN' ? this.discourse.surnamed(word.lower) : null
    if (known) return { referents: [known.referent], how: 'NAME', role: known.role, noun: known.noun, person: true }
    if (
      (BESIDE.test(word.lemma) && (!word.lower.endsWith('s') || !/^neighbou?r$/.test(word.lemma))) ||
      (/^neighbou?ring$/.test(words[head - 1]?.lower ?? '') && DEFINITE.test(first))
    ) {
      const other = this.otherOne(first, word.lemma)
      if (other) return { referents: [other], how: 'ROLE', role: null, noun: word.lemma, person: false }
    }
    const [rival, friend] = [RIVAL.test(word.lemma), FRIEND.test(word.lemma)]
    if ((rival || friend) && !word.lower.endsWith('s') && /^(?:its|their|his|her)$/.test(first)) {
      const owner = this.pronoun(first)?.referents[0]
      const other = owner && (rival ? this.discourse.rival(owner) : this.discourse.friend(owner))
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
    const epithet = this.epithets.of(sentence, phrase)
    if (epithet) {
      const borne = role !== null && role.from > epithet.at ? role : null
      const noun = borne ? fullNoun(words, borne) : null
      const how = !borne && epithet.at !== head ? 'OWNER' : epithet.name ? 'NAME' : 'ROLE'
      return {
        referents: [epithet.referent],
        how,
        role: borne?.role ?? null,
        noun,
        person: borne !== null && isPerson(borne.role, noun),
      }
    }
    // "the group", "the group's leaders"
    const outfit = DEFINITE.test(first) && (OUTFIT.test(word.lemma) || OUTFIT.test(words[from + 1]?.lemma ?? ''))
    if (outfit) {
      const league = words
        .slice(from, head)
        .some((w) => /^(?:nation|member|regional|country)$/.test(w.lemma) || /-(?:nation|member)/.test(w.lower))
      const group = (league && this.discourse.latestOf('ORGANISATION')) || this.discourse.movement()
      if (group) return { referents: [group.referent], how: 'ROLE', role: null, noun: word.lemma, person: false }
    }
    // "the growing activity of the group"
    const last = words[to - 2]?.lower ?? ''
    if (to - from > 3 && OUTFIT.test(words[to - 1]?.lemma ?? '') && /^(?:the|this|that)$/.test(last)) {
      const group = this.discourse.movement()
      if (group) return { referents: [group.referent], how: 'OWNER', role: null, noun: null, person: false }
    }
    if (role && role.to - 1 >= from && DEFINITE.test(first)) return this.roles.byRole(sentence, phrase, role)
    if (/^(?:statement|communique|release|declaration|resolution)$/.test(word.lemma) && first === 'the') {
      const speaker = (word.lemma === 'resolution' && this.discourse.latestOf('ORGANISATION')) || this.discourse.speaker
      return speaker ? { referents: [speaker.referent], how: 'ROLE', role: null, noun: null, person: false } : null
    }
    // "a spokesman for the junta", "commanders of the group": whoever that is.
    const complement = this.complementOf(sentence, phrase)
    if (complement) return complement
    // "criticised Bree for its invasion": its own.
    const whose = /^(?:its|his|her)$/.test(first) ? this.listedBefore(sentence, phrase) : null
    if (whose) return whose
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
    if (words[head]?.text === 'Commission' && definite && this.discourse.spokeOf('EUR')) {
      const union = this.discourse.latestOf('ORGANISATION', 'EUR')
      if (union) return { referents: [union.referent], how: 'ROLE', role: null, noun: null, person: false }
    }
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

  /** "Arnor's ally", "Arnor's arch-rival": whom it is told with; null where nobody is known. */
  kinOf({ referents: [owner] }: Meant, { words }: Sentence, { head }: Phrase): Meant | null {
    const { lemma = '', lower = '' } = words[head] ?? {}
    if (!owner || lower.endsWith('s')) return null
    const { discourse } = this
    const other = RIVAL.test(lemma)
      ? discourse.rival(owner)
      : FRIEND.test(lemma)
        ? discourse.friend(owner)
        : discourse.neighbour(owner)
    return other && { referents: [other], how: 'ROLE', role: null, noun: lemma, person: false }
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
    return /^neighbou?r$/.test(noun) ? (discourse.neighbour(owner) ?? often ?? lately) : (lately ?? often)
  }

  /** "Arnor and its army": of whom stands before. */
  private listedBefore(sentence: Sentence, phrase: Phrase): Meant | null {
    const { phrases } = sentence
    const at = phrases.findIndex((p) => p.from === phrase.from)
    const [joint, listed] = [phrases[at - 1], phrases[at - 2]]
    const named = joint?.sort === 'C' && listed?.sort === 'NP' ? this.who.named(sentence, listed) : null
    return named?.how === 'NAME' ? { ...named, how: 'OWNER' } : null
  }

  private judgedBefore(sentence: Sentence, phrase: Phrase): Meant | null {
    const { phrases, words } = sentence
    const at = phrases.findIndex((p) => p.from === phrase.from)
    const [object, link] = [phrases[at - 2], phrases[at - 1]]
    const judges =
      link?.sort === 'P' && /^(?:for|over)$/.test(words[link.from]?.lower ?? '') && phrases[at - 3]?.sort === 'VG'
    return judges && object?.sort === 'NP' ? this.who.named(sentence, object) : null
  }

  private complementOf(sentence: Sentence, { sort, from, to, core, verb }: Phrase): Meant | null {
    const { words, roles } = sentence
    const role = roleOf(roles, from, core, core, core - 1)
    if (core >= to || !role || !DEFINITE.test(words[core + 1]?.lower ?? '')) return null
    const noun = lastWord(words, role)
    const whose = this.of(sentence, { sort, verb, from: core + 1, to, core: to, head: to - 1 })
    return whose && { ...whose, how: 'ROLE', role: role.role, noun, person: isPerson(role.role, noun) }
  }

  /** The states and groups that stand by name before a phrase, each once. */
  private namedBefore(sentence: Sentence, { from }: Phrase): Referent[] {
    const found = new Map<string, Referent>()
    for (const phrase of sentence.phrases) {
      if (phrase.from >= from) break
      const referents = phrase.sort === 'NP' ? (this.who.named(sentence, phrase)?.referents ?? []) : []
      for (const r of referents) if (r.sort === 'STATE' || r.sort === 'GROUP') found.set(r.code, r)
    }
    return [...found.values()]
  }

  private pronoun(word: string): Meant | null {
    const plain = { how: 'PRONOUN' as const, role: null, noun: null }
    if (/^(?:he|she|him|her|his|i|me|my|himself|herself)$/.test(word)) {
      const person = this.discourse.person()
      return person ? { ...plain, referents: [person.referent], person: true } : null
    }
    if (/^(?:we|us|our|ours)$/.test(word)) {
      // "Arnor welcomes it, and we thank Bree": Arnor's, where nobody else speaks.
      const whose = this.discourse.speaker?.referent ?? this.discourse.firstState()
      return whose ? { ...plain, referents: [whose], person: false } : null
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
