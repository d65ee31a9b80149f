/**
 * Batched lists: if one request asks for the same list of many relations, it is read with one SQL statement.
 */
import DataLoader from 'dataloader'
import { countEvents, eventsOf } from '../../store/event.ts'
import type { Reader } from '../../store/reader.ts'
import type { IssueCount, Page, PageAsked, Sought, SoughtOfEach } from '../../store/sought.ts'
import { countStatements, issuesOf, type StatementRead, statementsOf } from '../../store/statement.ts'
import type { EventRow } from '../../store/tables/record.ts'
import { PAGE_LIMIT } from '../schema/connection.ts'

interface ListRequest {
  readonly sought: Sought
}

interface ListPageRequest extends ListRequest {
  readonly page: PageAsked
}

export interface Lists {
  readonly events: DataLoader<ListPageRequest, Page<EventRow>>
  readonly eventCount: DataLoader<ListRequest, number>
  readonly statements: DataLoader<ListPageRequest, Page<StatementRead>>
  readonly statementCount: DataLoader<ListRequest, number>
  /** The most frequent first. */
  readonly issues: DataLoader<ListRequest, IssueCount[]>
}

export function listsOf(db: Reader): Lists {
  return {
    events: makeBatchLoader((sought, { page }) => eventsOf(db, sought, page)),
    eventCount: makeBatchLoader((sought) => countEvents(db, sought)),
    statements: makeBatchLoader((sought, { page }) => statementsOf(db, sought, page)),
    statementCount: makeBatchLoader((sought) => countStatements(db, sought)),
    issues: makeBatchLoader((sought) => issuesOf(db, sought, PAGE_LIMIT)),
  }
}

/** A loader that reads all requests that differ only in their slices with one query. */
function makeBatchLoader<W extends ListRequest, Answer>(
  find: (sought: SoughtOfEach, alike: W) => Promise<readonly Answer[]>,
): DataLoader<W, Answer> {
  const answersTo = async (wanted: readonly W[]): Promise<Answer[]> => {
    const groups = new Map<string, number[]>()
    wanted.forEach(({ sought: { slices, ...conditions }, ...more }, i) => {
      const alike = JSON.stringify([conditions, more])
      groups.set(alike, [...(groups.get(alike) ?? []), i])
    })
    const answers: Answer[] = []
    await Promise.all(
      [...groups.values()].map(async (places) => {
        const its = places.map((i) => wanted[i] as W)
        const [first] = its as [W]
        const { slices, ...conditions } = first.sought
        const found = await find({ ...conditions, slicesOfEach: its.map((w) => w.sought.slices) }, first)
        for (const [i, place] of places.entries()) answers[place] = found[i] as Answer
      }),
    )
    return answers
  }
  // Keys are objects, and two equal ones are not identical, so a cache would never hit.
  return new DataLoader(answersTo, { cache: false })
}
