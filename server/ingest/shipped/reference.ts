/**
 * The reference nouns the program ships (actors, names, offices, tenures, persons, posts, relations) and its codebooks:
 * as a directory in memory, and into the store through the same functions as any other.
 */

import { type Day, parseDay } from '../../domain/day.ts'
import type { ActorCode, ActorKind } from '../../domain/directory/actor.ts'
import type { Directory } from '../../domain/directory/directory.ts'
import type { Slug } from '../../domain/directory/relation.ts'
import type { OfficeCode, TenureBasis } from '../../domain/directory/tenure.ts'
import { must } from '../../domain/error.ts'
import type { Revision } from '../../domain/record/revision.ts'
import type { Database } from '../../store/database.ts'
import { publishCodebook } from '../../store/directory.ts'
import * as reference from '../../store/reference.ts'
import who from '../reference/actors.json' with { type: 'json' }
import relations from '../reference/relations.json' with { type: 'json' }
import { SHIPPED_CODEBOOKS } from './codebooks.ts'

type Text = string | null | undefined

const dayOrNull = (text: Text): Day | null => (text == null ? null : must(parseDay(text)))
const span = (x: { from?: Text; to?: Text }) => ({ from: dayOrNull(x.from), to: dayOrNull(x.to) })

const shipped = {
  actors: who.actors.map((a) => ({ ...a, code: a.code as ActorCode, kind: a.kind as ActorKind })),
  names: (who.names as { name: string; actor?: string; office?: string; from?: string; to?: string }[]).map((n) => ({
    name: n.name,
    actor: (n.actor ?? null) as ActorCode | null,
    office: n.office ?? null,
    ...span(n),
  })),
  offices: who.offices.map((o) => ({ ...o, code: o.code as OfficeCode })),
  tenures: who.tenures.map((t) => ({
    office: t.office as OfficeCode,
    holder: t.holder as ActorCode,
    ...span(t),
    basis: t.basis as TenureBasis,
    citation: t.citation,
  })),
  persons: who.persons,
  posts: who.posts.map((p) => ({ ...p, actor: p.actor as ActorCode, ...span(p) })),
  relations: relations.map((r, i) => ({ ...r, slug: r.slug as Slug, rank: i + 1 })),
}

/** What is shipped, as it would stand in the first revision; for reading data without a database. */
export function shippedDirectory(): Directory {
  const first = { addedIn: 1 as Revision, supersededIn: null }
  return {
    ...shipped,
    actors: shipped.actors.map((a) => ({ ...a, ...first })),
    tenures: shipped.tenures.map((t, i) => ({ ...t, id: i + 1, ...first })),
    relations: shipped.relations.map((r) => ({ ...r, ...first })),
    outlets: [],
    collections: [],
  }
}

/** Brings the shipped nouns and codebooks into the store; writes nothing where they stand already. */
export function loadReference(db: Database): Promise<void> {
  return db.write('detente', 'the reference data that is shipped', async (tx) => {
    await reference.addActors(tx, shipped.actors)
    await reference.addNames(tx, shipped.names)
    await reference.addOffices(tx, shipped.offices)
    await reference.addTenures(tx, shipped.tenures)
    await reference.addPersons(tx, shipped.persons)
    await reference.addPosts(tx, shipped.posts)
    await reference.addRelations(tx, shipped.relations)
    for (const codebook of SHIPPED_CODEBOOKS) await publishCodebook(tx, codebook)
  })
}
