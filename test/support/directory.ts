/** Builders for the reference nouns of invented countries: each says only what matters, the rest is filled in. */

import type { Day } from '../../server/domain/day.ts'
import type { Actor, ActorCode, ActorKind, ActorName } from '../../server/domain/directory/actor.ts'
import type { Directory } from '../../server/domain/directory/directory.ts'
import type { Post } from '../../server/domain/directory/person.ts'
import type { Relation, Slug } from '../../server/domain/directory/relation.ts'
import type { Office, OfficeCode, Tenure } from '../../server/domain/directory/tenure.ts'
import type { Collection, CollectionId } from '../../server/domain/record/document.ts'
import type { Revision } from '../../server/domain/record/revision.ts'
import { day } from './scoring.ts'

export const ALWAYS = { addedIn: 1 as Revision, supersededIn: null }

export function directory(rest: Partial<Directory> = {}): Directory {
  return {
    actors: [],
    names: [],
    offices: [],
    tenures: [],
    persons: [],
    posts: [],
    relations: [],
    outlets: [],
    collections: [],
    ...rest,
  }
}

/** `country` is what stands before the point of the code, unless said otherwise. */
export function actor(code: string, name: string, kind: ActorKind = 'STATE', country?: string | null): Actor {
  const own = country === undefined ? code.replace(/\..*$/, '') : country
  return { code: code as ActorCode, name, kind, country: own, ...ALWAYS }
}

export function office(code: string, name: string, country: string): Office {
  return { code: code as OfficeCode, name, country }
}

/** From and to as `YYYY-MM-DD`, null = open. */
export function tenure(code: string, holder: string, from: string | null, to: string | null): Tenure {
  return {
    id: 0,
    office: code as OfficeCode,
    holder: holder as ActorCode,
    ...span(from, to),
    basis: 'DE_FACTO',
    citation: 'The chronicle of Norland',
    ...ALWAYS,
  }
}

export function nameOfActor(
  name: string,
  code: string,
  from: string | null = null,
  to: string | null = null,
): ActorName {
  return { name, actor: code as ActorCode, office: null, ...span(from, to) }
}

export function nameOfOffice(
  name: string,
  code: string,
  from: string | null = null,
  to: string | null = null,
): ActorName {
  return { name, actor: null, office: code, ...span(from, to) }
}

export function post(person: string, holder: string, from: string | null = null, to: string | null = null): Post {
  return { person, title: 'envoy', actor: holder as ActorCode, ...span(from, to), citation: 'The court gazette' }
}

export function relation(a: string, b: string): Relation {
  return { slug: `${a}-${b}`.toLowerCase() as Slug, name: `${a} and ${b}`, a, b, rank: 1, ...ALWAYS }
}

/** A release that covers a range of any pair, but for what is said. */
export function collection(
  id: number,
  from: string | null,
  to: string | null,
  rest: Partial<Collection> = {},
): Collection {
  return {
    id: id as CollectionId,
    code: `c-${id}`,
    title: `Collection ${id}`,
    kind: 'RELEASE',
    ...span(from, to),
    pairs: null,
    volume: null,
    citation: 'Invented',
    url: null,
    licence: null,
    ...ALWAYS,
    ...rest,
  }
}

function span(from: string | null, to: string | null): { from: Day | null; to: Day | null } {
  return { from: from === null ? null : day(from), to: to === null ? null : day(to) }
}

/**
 * Norland, a state, with its people; Sudmark, whose old order held the palace until 2018-03-31 and whose new order holds
 * it since; a league of no country.
 */
export const NORLAND_AND_SUDMARK = directory({
  actors: [
    actor('NOR', 'Norland'),
    actor('NOR.PRS', 'People of Norland', 'PRIVATE'),
    actor('SUD.OLD', 'Old Order of Sudmark', 'GOVERNMENT'),
    actor('SUD.NEW', 'New Order of Sudmark', 'ARMED_GROUP'),
    actor('SUD.PRS', 'People of Sudmark', 'PRIVATE'),
    actor('LEAGUE', 'League of Harbours', 'IGO', null),
  ],
  offices: [office('SUD.GOV', 'Government of Sudmark', 'SUD'), office('NOR.UN', 'Seat of Norland', 'NOR')],
  tenures: [
    tenure('SUD.GOV', 'SUD.OLD', null, '2018-03-31'),
    tenure('SUD.GOV', 'SUD.NEW', '2018-04-01', null),
    tenure('NOR.UN', 'NOR', '1950-01-01', null),
  ],
})
