/**
 * The small reference nouns that stand in one revision, together, and how a name or a party code is understood on a day.
 */

import { type Day, formatDay } from '../day.ts'
import { type Refusal, refuse } from '../error.ts'
import type { Collection, Outlet } from '../record/document.ts'
import type { Actor, ActorCode, ActorName } from './actor.ts'
import type { Person, Post } from './person.ts'
import type { Relation } from './relation.ts'
import { holdsOn, type Office, type OfficeCode, type Tenure, tenureOn } from './tenure.ts'

export interface Directory {
  readonly actors: readonly Actor[]
  readonly names: readonly ActorName[]
  readonly offices: readonly Office[]
  readonly tenures: readonly Tenure[]
  readonly persons: readonly Person[]
  readonly posts: readonly Post[]
  readonly relations: readonly Relation[]
  readonly outlets: readonly Outlet[]
  readonly collections: readonly Collection[]
}

/** What a party code stands for; exactly one of the three is set. */
export interface Party {
  readonly code: string
  readonly name: string
  readonly actor: Actor | null
  readonly office: Office | null
  readonly country: string | null
}

/** An actor of that code, else an office, else a country that has actors; refused where there is none of the three. */
export function partyOf(directory: Directory, code: string): Party | Refusal {
  const actor = directory.actors.find((a) => a.code === code)
  if (actor) return { code, name: actor.name, actor, office: null, country: null }
  const office = directory.offices.find((o) => o.code === code)
  if (office) return { code, name: office.name, actor: null, office, country: null }
  if (directory.actors.some((a) => a.country === code)) {
    return { code, name: code, actor: null, office: null, country: code }
  }
  return refuse(
    'UNKNOWN_ACTOR',
    code,
    'no actor, office or country has this code',
    'Look up codes with the query actors(search)',
  )
}

/** Who is meant by a name on a day: an actor, the holder of an office, or the actor a person then spoke for. */
export function actorNamed(directory: Directory, name: string, day: Day): ActorCode | Refusal {
  const key = nameKey(name)
  const named = directory.names.filter((n) => nameKey(n.name) === key && holdsOn(n, day))
  const meant = new Set<ActorCode>()
  for (const n of named) {
    const code = n.actor ?? tenureOn(directory.tenures, n.office as OfficeCode, day)?.holder
    if (code) meant.add(code)
  }
  for (const actor of directory.actors) {
    if (actor.code === name || nameKey(actor.name) === key) meant.add(actor.code)
  }
  for (const post of postsOf(directory, name, day)) meant.add(post.actor)
  const [only, other] = meant
  if (only !== undefined && other === undefined) return only
  if (only !== undefined) {
    return refuse(
      'AMBIGUOUS',
      name,
      `on ${formatDay(day)} it can mean ${[...meant].sort().join(' or ')}`,
      'Give the code of the one that is meant',
    )
  }
  return refuse(
    'UNKNOWN_NAME',
    name,
    `no actor, office or person is known by this name on ${formatDay(day)}`,
    'Give an actor code, or add the name to the actor',
  )
}

/** The posts a person of that name or alias held on a day; a post with known days is preferred to one without. */
export function postsOf(directory: Directory, name: string, day: Day): Post[] {
  const key = nameKey(name)
  const ids = new Set(
    directory.persons
      .filter((p) => nameKey(p.name) === key || p.aliases.some((a) => nameKey(a) === key))
      .map((p) => p.id),
  )
  const held = directory.posts.filter((p) => ids.has(p.person) && holdsOn(p, day))
  const dated = held.filter((p) => p.from !== null || p.to !== null)
  return dated.length > 0 ? dated : held
}

/** Names are compared without case, accents, points, hyphens and a leading "the". */
export function nameKey(name: string): string {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // "u.s." is "us", but "j.smith" is "j smith".
      .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?!\p{L}{2})/gu, '$1')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .replace(/^the /, '')
  )
}
