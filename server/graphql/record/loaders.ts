/** Data loaders: what a list needs for each of its rows is read with one SQL statement. */
import DataLoader from 'dataloader'
import type { Coding } from '../../domain/agreement/coding.ts'
import type { Document } from '../../domain/record/document.ts'
import type { Event } from '../../domain/record/event.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import type { Statement } from '../../domain/record/statement.ts'
import { codingsOf } from '../../store/coding.ts'
import { documentsById, textsOf } from '../../store/document.ts'
import { eventsById } from '../../store/event.ts'
import type { Reader } from '../../store/reader.ts'
import { revisionAt } from '../../store/revision.ts'
import { statementsById, statementsOfEvents } from '../../store/statement.ts'
import { type Lists, listsOf } from './lists.ts'

/** A row with the revision it was read at, so that related rows are read at the same one. */
export type AtRevision<T> = T & { readonly readAt: Revision }

export function atRevision<T extends object>(row: T, revision: Revision): AtRevision<T> {
  return { ...row, readAt: revision }
}

export interface Loaders {
  readonly document: DataLoader<number, Document | null>
  /** The text of a document; null if none is stored. */
  readonly text: DataLoader<number, string | null>
  readonly event: DataLoader<number, AtRevision<Event> | null>
  readonly statement: DataLoader<number, AtRevision<Statement> | null>
  /** The statements that report an event. */
  readonly reports: DataLoader<number, readonly AtRevision<Statement>[]>
  /** The coding that settled a statement; null if its code comes from a data set. */
  readonly coding: DataLoader<number, Coding | null>
  /** The revision as of an instant, read once for all relations. */
  readonly revisionAt: DataLoader<Instant, Revision>
  readonly lists: Lists
}

/** The loaders of each revision that a request reads, made at first use. */
export function loadersByRevision(db: Reader): (revision: Revision) => Loaders {
  const made = new Map<Revision, Loaders>()
  return (revision) => {
    const loaders = made.get(revision) ?? makeLoaders(db, revision)
    made.set(revision, loaders)
    return loaders
  }
}

function makeLoaders(db: Reader, revision: Revision): Loaders {
  const read = <T extends object>(rows: readonly T[]) => rows.map((row) => atRevision(row, revision))
  return {
    document: new DataLoader(async (ids) => inOrder(ids, await documentsById(db, ids as Document['id'][]))),
    text: new DataLoader(async (ids) => {
      const texts = await textsOf(db, ids as Document['id'][])
      return ids.map((id) => texts.get(id as Document['id']) ?? null)
    }),
    event: new DataLoader(async (ids) => inOrder(ids, read(await eventsById(db, ids, revision)))),
    statement: new DataLoader(async (ids) => inOrder(ids, read(await statementsById(db, ids as Statement['id'][])))),
    reports: new DataLoader(async (ids) => {
      const found = new Map<number, AtRevision<Statement>[]>(ids.map((id) => [id, []]))
      for (const s of read(await statementsOfEvents(db, ids as Event['id'][], revision))) {
        found.get(s.event as number)?.push(s)
      }
      return ids.map((id) => found.get(id) ?? [])
    }),
    coding: new DataLoader(async (ids) => {
      const codings = await codingsOf(db, ids as Statement['id'][], revision)
      const settled = new Map(codings.filter((c) => c.state === 'SETTLED').map((c) => [c.statement as number, c]))
      return ids.map((id) => settled.get(id) ?? null)
    }),
    revisionAt: new DataLoader((instants) => Promise.all(instants.map((at) => revisionAt(db, at)))),
    lists: listsOf(db),
  }
}

function inOrder<T extends { readonly id: number }>(ids: readonly number[], rows: readonly T[]): (T | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}
