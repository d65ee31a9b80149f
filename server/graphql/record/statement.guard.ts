/** What stands in the way of changing a statement: that it was decided, or that nobody says why. */
import { decider, isCoder } from '../../domain/agreement/coding.ts'
import { decidedBy, faultOfChange } from '../../domain/record/settled.ts'
import { checkText } from '../../domain/text.ts'
import { codingsOf } from '../../store/coding.ts'
import type { CodingRow, StatementRow } from '../../store/tables/record.ts'
import type { Transaction } from '../../store/transaction.ts'
import { hasRole } from '../guard/caller.ts'
import type { Context } from '../schema/context.ts'
import { globalId } from '../schema/node.ts'
import { orUserError, throwIfAny } from '../schema/payload.ts'

/** A statement that stands, and what was judged of it. */
export interface Held {
  readonly row: StatementRow
  readonly codings: readonly CodingRow[]
  /** The judgement that settled it; null: none, or a data set's own code. */
  readonly settling: CodingRow | null
  /** Name of the editor who decided it; null: nobody has. */
  readonly decidedBy: string | null
}

export async function heldOf(tx: Transaction, row: StatementRow): Promise<Held> {
  const codings = await codingsOf(tx, [row.id], tx.revision)
  return {
    row,
    codings,
    settling: codings.find((c) => c.state === 'SETTLED') ?? null,
    decidedBy: decidedBy(codings),
  }
}

/** Has anybody beside the caller judged it? A program's proposal is nobody's judgement. */
export function isJudgedByOthers({ codings }: Held, by: string): boolean {
  return codings.some((c) => c.coder !== by && (isCoder(c.coder) || decider(c.coder) !== null))
}

/**
 * Refuses a change of what an editor decided by anybody less, and of what is settled without a reason; `undoing`: it only
 * takes back what the caller did.
 */
export function refuseUnreasoned(
  ctx: Context,
  { row, decidedBy }: Held,
  reason: string | null,
  undoing: boolean,
): void {
  const asked = { statement: globalId('Statement', row.id), settled: row.leaf !== null, decidedBy, reason, undoing }
  throwIfAny([faultOfChange({ ...asked, byEditor: hasRole(ctx.caller, 'EDITOR') })])
  if (reason !== null && reason !== '') orUserError(checkText(reason, 500), 'reason')
}

/** Refuses to move what an editor decided to another event, where an analyst asks. */
export async function refuseDecided(ctx: Context, tx: Transaction, rows: readonly StatementRow[]): Promise<void> {
  for (const row of rows) refuseUnreasoned(ctx, await heldOf(tx, row), 'moved', false)
}
