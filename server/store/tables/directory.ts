/** The tables of who is who: actors and their names, offices and who held them, persons and posts, relations, moves, outlets. */
import type { Actor, ActorName } from '../../domain/directory/actor.ts'
import type { Person, Post } from '../../domain/directory/person.ts'
import type { Relation } from '../../domain/directory/relation.ts'
import type { Office, Tenure } from '../../domain/directory/tenure.ts'
import type { KnownMove } from '../../domain/explain/move.ts'
import type { Outlet } from '../../domain/record/document.ts'
import type { Versioned } from '../../domain/record/revision.ts'
import { integer, key, list, orNull, real, table, text, versioned, versionKey } from '../columns.ts'

type Numbered = { readonly id: number }

export const actors = table<Actor>('actor', {
  code: key(text),
  name: text,
  kind: text,
  country: orNull(text),
  ...versionKey,
})

export const actorNames = table<ActorName & Numbered & Versioned>('actor_name', {
  id: key(integer),
  name: text,
  actor: orNull(text),
  office: orNull(text),
  from: orNull(integer),
  to: orNull(integer),
  ...versioned,
})

export const offices = table<Office & Versioned>('office', {
  code: key(text),
  name: text,
  country: text,
  ...versionKey,
})

export const tenures = table<Tenure>('tenure', {
  id: key(integer),
  office: text,
  holder: text,
  from: orNull(integer),
  to: orNull(integer),
  basis: text,
  citation: text,
  ...versioned,
})

export const persons = table<Person & Versioned>('person', { id: key(text), name: text, aliases: list, ...versionKey })

export const posts = table<Post & Numbered & Versioned>('post', {
  id: key(integer),
  person: text,
  title: text,
  actor: text,
  from: orNull(integer),
  to: orNull(integer),
  citation: text,
  ...versioned,
})

export const relations = table<Relation>('relation', {
  slug: key(text),
  name: text,
  a: text,
  b: text,
  rank: integer,
  ...versionKey,
})

export const moves = table<KnownMove>('known_move', {
  code: key(text),
  relation: text,
  measure: text,
  sense: text,
  from: integer,
  to: integer,
  least: real,
  note: text,
  source: text,
  ...versionKey,
})

export const outlets = table<Outlet & Versioned>('outlet', {
  code: key(text),
  name: text,
  country: orNull(text),
  wire: orNull(text),
  ...versionKey,
})
