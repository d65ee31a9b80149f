/**
 * Who can speak, act or be addressed, and by which names they are called between which days.
 * Who speaks for whom is person.ts; who governs is tenure.ts.
 */
import type { Day } from '../day.ts'
import type { Revision } from '../record/revision.ts'

/** Stable, capitals: a country `PAK`, or a country and a part `AFG.IRA`, or a movement `TTP`. */
export type ActorCode = string & { readonly __brand: 'ActorCode' }
/** ISO 3166-1 alpha-3, or null for what belongs to no country. */
export type CountryCode = string

export const ACTOR_KINDS = [
  'STATE',
  'GOVERNMENT',
  'DE_FACTO_AUTHORITY',
  'ARMED_GROUP',
  'PARTY',
  'IGO',
  'PRIVATE',
] as const
/** PRIVATE: citizens, media, refugees and the like of one country; they count in the country view only. */
export type ActorKind = (typeof ACTOR_KINDS)[number]

export interface Actor {
  readonly code: ActorCode
  readonly name: string
  readonly kind: ActorKind
  /** The country it belongs to; null for international organisations. */
  readonly country: CountryCode | null
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}

/**
 * A name that means an actor, or the holder of an office, from one day to another (both inclusive, null = open).
 * Exactly one of `actor` and `office` is set: "Taliban" names an actor, "Kabul" names whoever governs.
 */
export interface ActorName {
  readonly name: string
  readonly actor: ActorCode | null
  readonly office: string | null
  readonly from: Day | null
  readonly to: Day | null
}
