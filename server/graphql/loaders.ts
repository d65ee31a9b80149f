/**
 * One statement of SQL for any number of rows: whatever a list asks of each of its rows is gathered and asked once.
 */
import DataLoader from 'dataloader'
import type { Coding } from '../domain/coding.ts'
import type { Document } from '../domain/document.ts'
import type { Event } from '../domain/event.ts'
import type { Instant, Revision } from '../domain/revision.ts'
import type { Statement } from '../domain/statement.ts'
import { codingsOf } from '../store/coding.ts'
import { documentsById } from '../store/document.ts'
import { eventsById } from '../store/event.ts'
import { revisionAt } from '../store/revision.ts'
import { statementsById, statementsOfEvents } from '../store/statement.ts'
import type { Reader } from '../store/transaction.ts'

export interface Loaders {
  readonly document: DataLoader<number, Document | null>
  readonly event: DataLoader<number, Event | null>
  readonly statement: DataLoader<number, Statement | null>
  /** The statements that report an event. */
  readonly reports: DataLoader<number, readonly Statement[]>
  /** The coding that settled a statement; null where a data set's code was taken over. */
  readonly coding: DataLoader<number, Coding | null>
  /** The revision that stood at an instant; one question, however many relations are read as of it. */
  readonly revisionAt: DataLoader<Instant, Revision>
}

export function makeLoaders(db: Reader, revision: Revision): Loaders {
  return {
    document: new DataLoader(async (ids) => inOrder(ids, await documentsById(db, ids as Document['id'][]))),
    event: new DataLoader(async (ids) => inOrder(ids, await eventsById(db, ids, revision))),
    statement: new DataLoader(async (ids) => inOrder(ids, await statementsById(db, ids as Statement['id'][]))),
    reports: new DataLoader(async (ids) => {
      const found = new Map<number, Statement[]>(ids.map((id) => [id, []]))
      for (const s of await statementsOfEvents(db, ids as Event['id'][], revision))
        found.get(s.event as number)?.push(s)
      return ids.map((id) => found.get(id) ?? [])
    }),
    coding: new DataLoader(async (ids) => {
      const codings = await codingsOf(db, ids as Statement['id'][], revision)
      const settled = new Map(codings.filter((c) => c.state === 'SETTLED').map((c) => [c.statement as number, c]))
      return ids.map((id) => settled.get(id) ?? null)
    }),
    revisionAt: new DataLoader((instants) => Promise.all(instants.map((at) => revisionAt(db, at)))),
  }
}

function inOrder<T extends { readonly id: number }>(ids: readonly number[], rows: readonly T[]): (T | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? null)
}
