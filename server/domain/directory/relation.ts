/**
 * A named pair of parties, and the views of it. A party code names an actor if there is one of that code, else an
 * office, else a country. Which cells a view reads is slice.ts.
 */
import type { Revision } from '../record/revision.ts'

export type Slug = string & { readonly __brand: 'Slug' }

export interface Relation {
  readonly slug: Slug
  readonly name: string
  /** Party codes, in the order the relation is spoken of: direction A_TO_B is a → b. */
  readonly a: string
  readonly b: string
  /** Its place in lists, ascending: the order of worth. */
  readonly rank: number
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}

export const VIEWS = ['ENTITY', 'OFFICE', 'COUNTRY'] as const
/** ENTITY: the two actors (an office's holder on the last day asked, for the whole range). OFFICE: whoever held the office on each day. COUNTRY: all actors of the countries, private persons too. */
export type View = (typeof VIEWS)[number]

export const DIRECTIONS = ['BOTH', 'A_TO_B', 'B_TO_A'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const MEASURES = ['TENSION', 'ENGAGEMENT'] as const
export type Measure = (typeof MEASURES)[number]
