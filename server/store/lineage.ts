/** A statement through its corrections: what stood before it, and who put each version there. */
import type { Coding } from '../domain/agreement/coding.ts'
import { saysTheSame } from '../domain/record/settled.ts'
import type { StatementId } from '../domain/record/statement.ts'
import type { NewCoding } from './coding.ts'
import { codingsSuperseded } from './revert.ts'
import type { NewStatement } from './settle.ts'
import { statementsById } from './statement.ts'
import type { StatementRow } from './tables/record.ts'
import type { Transaction } from './transaction.ts'

/** Further back nobody takes back a step. */
const MOST = 100

interface Version {
  readonly id: StatementId
  /** Name of who wrote it. */
  readonly by: string
}

/** A standing statement and the versions before it, the latest first; 100 at most. */
async function versionsOf(tx: Transaction, id: StatementId): Promise<Version[]> {
  return tx.all(
    `WITH RECURSIVE line("id", "supersedes", "addedIn", "n") AS (
       SELECT "id", "supersedes", "addedIn", 0 FROM statement WHERE "id" = ?
       UNION ALL SELECT s."id", s."supersedes", s."addedIn", l."n" + 1 FROM statement s JOIN line l ON s."id" = l."supersedes"
       WHERE l."n" < ${MOST}
     ) SELECT l."id", r."by" FROM line l JOIN revision r ON r."id" = l."addedIn" ORDER BY l."n"`,
    [id],
  )
}

/** Is every version of a standing statement this person's own? */
export async function isAllBy(tx: Transaction, id: StatementId, by: string): Promise<boolean> {
  return (await versionsOf(tx, id)).every((version) => version.by === by)
}

/**
 * The version to which a change goes back: the latest that says what is asked, with this judgement where one is given, and
 * after which nobody but this person has changed the statement; null where there is none, and the change is a new one.
 */
export async function versionUndone(
  tx: Transaction,
  standing: StatementRow,
  asked: NewStatement,
  judged: Pick<Coding, 'tag' | 'reason'> | null,
  by: string,
): Promise<StatementId | null> {
  const versions = await versionsOf(tx, standing.id)
  const others = versions.findIndex((version) => version.by !== by)
  // What somebody else left is what one may go back to, and nothing before it.
  const former = (others < 0 ? versions : versions.slice(0, others + 1)).slice(1)
  const rows = new Map(
    (
      await statementsById(
        tx,
        former.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  for (const { id } of former) {
    const row = rows.get(id)
    if (!row || row.supersededIn === null || !saysTheSame(row, { ...row, ...asked })) continue
    const settling = (await codingsSuperseded(tx, id, row.supersededIn)).find((c) => c.state === 'SETTLED')
    if (judged === null || isSame(settling, judged)) return id
  }
  return null
}

function isSame(settling: NewCoding | undefined, { tag, reason }: Pick<Coding, 'tag' | 'reason'>): boolean {
  return settling?.tag === tag && settling.reason === reason
}
