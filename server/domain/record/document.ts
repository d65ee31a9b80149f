/**
 * Where statements come from: outlets, the documents they published, and the collections that say which days are covered.
 */

import type { Day } from '../day.ts'
import type { Actor, ActorCode, CountryCode } from '../directory/actor.ts'
import type { Revision } from './revision.ts'

export interface Outlet {
  /** Stable, lower case: `tolonews`. */
  readonly code: string
  readonly name: string
  readonly country: CountryCode | null
  /** Outlets of one wire family are one source when reports are counted; null = its own. */
  readonly wire: string | null
}

export type DocumentId = number & { readonly __brand: 'DocumentId' }
export type CollectionId = number & { readonly __brand: 'CollectionId' }

/** An article, or the release of a data set. */
export interface Document {
  readonly id: DocumentId
  readonly collection: CollectionId
  /** Outlet code; null where it is not known. */
  readonly outlet: string | null
  readonly title: string
  readonly url: string | null
  readonly published: Day | null
  /** BCP 47: `en`, `ur`. */
  readonly language: string
  /** SHA-256 of the text as given, hexadecimal; null for a release. */
  readonly contentHash: string | null
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}

export const COLLECTION_KINDS = ['RELEASE', 'ARTICLES'] as const
/** RELEASE: a data set that covers a whole range. ARTICLES: texts; they cover the days their statements bear, unless monitored. */
export type CollectionKind = (typeof COLLECTION_KINDS)[number]

export interface Collection {
  readonly id: CollectionId
  /** Stable, lower case: `icews-2018`. */
  readonly code: string
  readonly title: string
  readonly kind: CollectionKind
  /** First and last covered day of a release, or of a declared monitoring; both null for articles that are not monitored. */
  readonly from: Day | null
  readonly to: Day | null
  /** Pairs covered, each side a country or actor code; null = any pair. */
  readonly pairs: readonly (readonly [string, string])[] | null
  /** v of a data set, in tenths: how much one of its events counts beside a hand-coded one. Null: read only where it is named. */
  readonly volume: number | null
  readonly citation: string
  readonly url: string | null
  readonly licence: string | null
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}

/** Does the collection look at this pair at all? */
export function looksAt(collection: Collection, a: Actor, b: Actor): boolean {
  if (collection.pairs === null) return true
  return collection.pairs.some(([x, y]) => (isOf(a, x) && isOf(b, y)) || (isOf(a, y) && isOf(b, x)))
}

function isOf(actor: Actor, code: string): boolean {
  return actor.code === (code as ActorCode) || actor.country === code
}
