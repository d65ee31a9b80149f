/**
 * Taking a change back: what stood before it stands again, as a change of its own. Rows are never lost, so what stood is
 * read from them; whatever was changed since is left to whoever changed it.
 */
import type { EventId } from '../domain/record/event.ts'
import type { Revision } from '../domain/record/revision.ts'
import type { StatementId } from '../domain/record/statement.ts'
import type { NewCoding } from './coding.ts'
import { selectionOf } from './columns.ts'
import { resettle, type Settled, supersedeStatement } from './settle.ts'
import { statementsById } from './statement.ts'
import { codings } from './tables/record.ts'
import type { Transaction } from './transaction.ts'

/** What stands in the place of a statement: itself, or the last that was put in its place; null where it was withdrawn. */
export async function successorOf(tx: Transaction, id: StatementId): Promise<StatementId | null> {
  const [last] = await tx.all<{ id: StatementId }>(
    `WITH RECURSIVE line("id", "supersededIn") AS (
       SELECT "id", "supersededIn" FROM statement WHERE "id" = ?
       UNION ALL SELECT s."id", s."supersededIn" FROM statement s JOIN line l ON s."supersedes" = l."id"
     ) SELECT "id" FROM line WHERE "supersededIn" IS NULL`,
    [id],
  )
  return last?.id ?? null
}

/**
 * Puts a statement back as it was: `former` with its codings of then, in the place of `standing`. Without a `former` the
 * standing one is withdrawn; without a standing one the former comes back.
 */
export async function restoreStatement(
  tx: Transaction,
  former: StatementId | null,
  standing: StatementId | null,
): Promise<Settled | null> {
  const [row] = former === null ? [] : await statementsById(tx, [former])
  if (row === undefined || row.supersededIn === null) {
    if (standing !== null) await supersedeStatement(tx, standing, null)
    return null
  }
  const { a: _a, b: _b, collection: _c, id, event, supersedes: _s, addedIn: _n, supersededIn, ...statement } = row
  const judged = await codingsSuperseded(tx, id, supersededIn)
  if (standing === null) return resettle(tx, statement, event, judged, id)
  const coding = judged.find((c) => c.state === 'SETTLED') ?? null
  return supersedeStatement(tx, standing, { ...statement, event: event ?? 'NEW' }, coding)
}

/** Gives statements, or what stands in their place, back to the events they reported. */
export async function restoreReports(
  tx: Transaction,
  reported: ReadonlyMap<EventId, readonly StatementId[]>,
): Promise<void> {
  for (const [event, reports] of reported) {
    for (const report of reports) {
      const standing = await successorOf(tx, report)
      if (standing === null) continue
      const [row] = await statementsById(tx, [standing])
      if (row?.event !== event) await supersedeStatement(tx, standing, { event })
    }
  }
}

/** The codings that a statement had when it was superseded, newest first. */
export async function codingsSuperseded(tx: Transaction, id: StatementId, revision: Revision): Promise<NewCoding[]> {
  return tx.all(
    `SELECT ${selectionOf(codings, 'c')} FROM coding c
     WHERE c."statement" = ? AND c."supersededIn" = ? ORDER BY c."id" DESC`,
    [id, revision],
  )
}
