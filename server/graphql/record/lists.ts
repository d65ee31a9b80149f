/**
 * Lists of relations, gathered: what is asked alike of many relations in one request is asked of the record in one
 * statement of SQL.
 */
import DataLoader from 'dataloader'
import { countEvents, eventsOf } from '../../store/event.ts'
import type { Reader } from '../../store/reader.ts'
import type { IssueCount, Page, PageAsked, Sought, SoughtOfEach } from '../../store/sought.ts'
import { countStatements, issuesOf, type StatementRead, statementsOf } from '../../store/statement.ts'
import type { EventRow } from '../../store/tables/record.ts'
import { PAGE_LIMIT } from '../schema/connection.ts'

interface Wanted {
  readonly sought: Sought
}

interface WantedPage extends Wanted {
  readonly page: PageAsked
}

export interface Lists {
  readonly events: DataLoader<WantedPage, Page<EventRow>>
  readonly eventCount: DataLoader<Wanted, number>
  readonly statements: DataLoader<WantedPage, Page<StatementRead>>
  readonly statementCount: DataLoader<Wanted, number>
  /** The most frequent first. */
  readonly issues: DataLoader<Wanted, IssueCount[]>
}

export function listsOf(db: Reader): Lists {
  return {
    events: gathered((sought, { page }) => eventsOf(db, sought, page)),
    eventCount: gathered((sought) => countEvents(db, sought)),
    statements: gathered((sought, { page }) => statementsOf(db, sought, page)),
    statementCount: gathered((sought) => countStatements(db, sought)),
    issues: gathered((sought) => issuesOf(db, sought, PAGE_LIMIT)),
  }
}

/** Asks once for all that differ in their slices alone. */
function gathered<W extends Wanted, Answer>(
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
  // Two that ask the same are no one object, so nothing would ever be found again.
  return new DataLoader(answersTo, { cache: false })
}
