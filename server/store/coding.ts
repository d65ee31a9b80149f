/** Questions about codings, and adding one. */
import type { Leaf } from '../domain/codebook.ts'
import type { Coding, CodingId } from '../domain/coding.ts'
import type { Revision } from '../domain/revision.ts'
import type { StatementId } from '../domain/statement.ts'
import type { Pair } from '../domain/tally.ts'
import { nounOf, selectionOf } from './columns.ts'
import { among, standing } from './revision.ts'
import { type CodingRow, codings } from './tables.ts'
import type { Reader, Transaction } from './transaction.ts'

export type NewCoding = Omit<Coding, 'id' | 'statement' | 'addedIn' | 'supersededIn'>

/** The codings of some statements that stood in a revision, by statement and id. */
export async function codingsOf(db: Reader, ids: readonly StatementId[], revision: Revision): Promise<CodingRow[]> {
  if (ids.length === 0) return []
  const stood = standing('c', revision)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(codings, 'c')} FROM coding c WHERE c."statement" IN ${among(ids)} AND ${stood.sql}
     ORDER BY c."statement", c."id"`,
    [...ids, ...stood.values],
  )
  return rows.map((row) => nounOf(codings, row))
}

export async function addCoding(
  tx: Transaction,
  statement: { readonly id: StatementId } & Pair,
  coding: NewCoding,
): Promise<CodingId> {
  const id = (await tx.ids(codings, 1)) as CodingId
  const { a, b } = statement
  await tx.insert(codings, [{ ...coding, id, a, b, statement: statement.id, addedIn: tx.revision, supersededIn: null }])
  return id
}

/** A standing statement that a person has coded: what it says, by its quote where it has one, and the leaf it was given. */
export interface CodedSentence {
  readonly text: string
  readonly leaf: Leaf
}

/** The sentences people have settled, by statement; not what a machine coded. */
export async function codedSentences(db: Reader): Promise<CodedSentence[]> {
  return db.all<CodedSentence>(
    `SELECT COALESCE(s."quote", s."summary") AS "text", s."leaf" AS "leaf" FROM statement s
     WHERE s."supersededIn" IS NULL AND s."leaf" IS NOT NULL AND EXISTS (
       SELECT 1 FROM coding c WHERE c."statement" = s."id" AND c."state" = 'SETTLED' AND c."supersededIn" IS NULL
       AND c."coder" NOT LIKE 'machine:%'
     )
     ORDER BY s."id"`,
  )
}
