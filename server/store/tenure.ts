/** Changing tenures one by one; those of a shipped directory are reference.ts. */
import { type Refusal, refuse } from '../domain/error.ts'
import type { Tenure } from '../domain/tenure.ts'
import { nounOf, selectionOf } from './columns.ts'
import { tenures } from './tables.ts'
import type { Reader, Transaction } from './transaction.ts'

export type NewTenure = Omit<Tenure, 'id' | 'addedIn' | 'supersededIn'>

/** The tenure of this number; refused where another has taken its place. */
export async function standingTenure(db: Reader, id: number): Promise<Tenure | Refusal> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(tenures, 't')} FROM tenure t WHERE t."id" = ?`,
    [id],
  )
  if (!row)
    return refuse('UNKNOWN_ID', `tenure ${id}`, 'there is none of this number', 'Look at the tenures of the office')
  const found = nounOf(tenures, row)
  if (found.supersededIn === null) return found
  return refuse('CONFLICT', `tenure ${id}`, 'it stands no more', 'Read the office again: it may have been corrected')
}

/** Standing tenures of an office, in no order. */
export async function tenuresStanding(db: Reader, office: string): Promise<Tenure[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(tenures, 't')} FROM tenure t WHERE t."office" = ? AND t."supersededIn" IS NULL`,
    [office],
  )
  return rows.map((row) => nounOf(tenures, row))
}

/** Adds a tenure, in the place of another where one is named. */
export async function putTenure(tx: Transaction, tenure: NewTenure, replaces: number | null): Promise<Tenure> {
  if (replaces !== null) await tx.supersede(tenures, 'id', [replaces])
  const added: Tenure = { ...tenure, id: await tx.ids(tenures, 1), addedIn: tx.revision, supersededIn: null }
  await tx.insert(tenures, [added])
  return added
}
