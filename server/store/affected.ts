/** What of the record a change of codebook bears on: the statements and events of some leaves, and those to be recoded. */
import type { Leaf } from '../domain/codebook/codebook.ts'
import type { Revision } from '../domain/record/revision.ts'
import { nounOf, selectionOf } from './columns.ts'
import type { Reader } from './reader.ts'
import { among, standing } from './revision.ts'
import { type StatementRow, statements } from './tables/record.ts'

export interface Affected {
  readonly statements: number
  readonly events: number
}

/** How many standing statements and events have one of these leaves; it reads them all. */
export async function affectedBy(db: Reader, leaves: readonly Leaf[], revision: Revision): Promise<Affected> {
  if (leaves.length === 0) return { statements: 0, events: 0 }
  const count = async (table: 'statement' | 'event') => {
    const stood = standing('x', revision)
    const [row] = await db.all<{ n: number }>(
      `SELECT COUNT(*) AS n FROM "${table}" x WHERE x."leaf" IN ${among(leaves)} AND ${stood.sql}`,
      [...leaves, ...stood.values],
    )
    return row?.n ?? 0
  }
  return { statements: await count('statement'), events: await count('event') }
}

export interface Recoding {
  readonly count: number
  /** The first of them, by day. */
  readonly first: readonly StatementRow[]
}

/** The standing statements that a person settled with one of these tags under one of these codebook versions. */
export async function settledWith(
  db: Reader,
  tags: readonly string[],
  versions: readonly string[],
  revision: Revision,
  most: number,
): Promise<Recoding> {
  if (tags.length === 0 || versions.length === 0) return { count: 0, first: [] }
  const [stood, held] = [standing('s', revision), standing('c', revision)]
  const from = `FROM coding c JOIN statement s ON s."id" = c."statement" AND s."a" = c."a" AND s."b" = c."b"
    WHERE c."state" = 'SETTLED' AND c."coder" NOT LIKE 'machine:%' AND c."tag" IN ${among(tags)}
      AND c."codebook" IN ${among(versions)} AND ${stood.sql} AND ${held.sql}`
  const values = [...tags, ...versions, ...stood.values, ...held.values]
  const [row] = await db.all<{ n: number }>(`SELECT COUNT(*) AS n ${from}`, values)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')} ${from} ORDER BY s."day", s."id" LIMIT ?`,
    [...values, most],
  )
  return { count: row?.n ?? 0, first: rows.map((r) => nounOf(statements, r)) }
}
