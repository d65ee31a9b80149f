/**
 * What names and role nouns mean: a dictionary that the coder is given. Ours is made from the directory and the shipped
 * lists (dictionary.world.ts); another may be read from files in PETRARCH's format (dictionary.petrarch.ts).
 */
import type { Day } from '../domain/day.ts'
import type { Trie } from './trie.ts'

/** PERSON: by the posts on record; LEADER: known to speak for a country or organisation, whatever the day;
 * BODY: a parliament, an army, a service by its own name. */
export type Sort = 'NATION' | 'CAPITAL' | 'PLACE' | 'ACTOR' | 'PERSON' | 'LEADER' | 'BODY' | 'MEDIA'

/** One meaning of a name. */
export interface Meaning {
  readonly sort: Sort
  /** The name as listed; its capitals must stand in the text as well. */
  readonly name: string
  /** Country (ISO 3166-1 alpha-3), actor, person or office, by sort; whatever the dictionary resolves by. */
  readonly key: string
  readonly from: Day | null
  readonly to: Day | null
}

/** What a role noun says of who bears it: a PLOVER-like sector, GOV, MIL, REB, OPP, CVL … */
export type Role = string

/** Who is meant. */
export interface Referent {
  /** Actor code; of a country that is not in the directory its ISO code. */
  readonly code: string
  /** The country it belongs to; null where none is known. */
  readonly country: string | null
  /** Whether it can hold arms, speak and be spoken to as one: not a place, a private person, an outlet. */
  readonly sort: 'STATE' | 'GROUP' | 'ORGANISATION' | 'PRIVATE' | 'PLACE' | 'MEDIA'
}

export interface Dictionary {
  readonly names: Trie<Meaning>
  readonly roles: Trie<Role>
  /** Whether all role nouns of a phrase add to the code, joined by "+"; else the nearest to its head alone counts. */
  readonly everyRole: boolean
  /** Who a name means on a day, in a role; null where nobody then. The day may be unknown: who is meant today. */
  resolve(meaning: Meaning, role: Role | null, day: Day | null): Referent | null
  /** The organisation that is spoken of by the name of the city it sits in, where its country is not: Brussels; null where none is. */
  seat(meaning: Meaning): Referent | null
  /** Its branch in one of the countries spoken of, where the name means that there; null where there is none. */
  branch(referent: Referent, countries: ReadonlySet<string>): Referent | null
  /** Who governed before whoever governs a referent's country on a day: "the former government"; null where none is known. */
  formerly(referent: Referent, day: Day | null): Referent | null
  /** Who a role noun alone means beside a referent spoken of: "the army" beside Pakistan; null where it cannot be said. */
  beside(role: Role, referent: Referent, day: Day | null): Referent | null
}
