/** Questions about the audit. */
import type { Audit } from '../domain/record/audit.ts'
import { nounOf, selectionOf, type Value } from './columns.ts'
import type { Reader } from './reader.ts'
import { audits } from './tables/work.ts'

/** Which changes are meant; null: whatever. */
export interface AuditSought {
  readonly by: string | null
  readonly noun: string | null
}

/** Changes, newest first, from the one before `after` on; one more than `limit`, so that one knows whether there are more. */
export async function auditsOf(db: Reader, sought: AuditSought, after: number | null, limit: number): Promise<Audit[]> {
  const { sql, values } = conditionOf(sought, after)
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(audits, 'x')} FROM audit x WHERE ${sql} ORDER BY x."id" DESC LIMIT ?`,
    [...values, Math.max(0, limit) + 1],
  )
  return rows.map((row) => nounOf(audits, row))
}

export async function auditById(db: Reader, id: number): Promise<Audit | null> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(audits, 'x')} FROM audit x WHERE x."id" = ?`,
    [id],
  )
  return row ? nounOf(audits, row) : null
}

export async function latestAudit(db: Reader): Promise<Audit | null> {
  const [row] = await auditsOf(db, { by: null, noun: null }, null, 0)
  return row ?? null
}

export async function countAudits(db: Reader, sought: AuditSought): Promise<number> {
  const { sql, values } = conditionOf(sought, null)
  const [row] = await db.all<{ n: number }>(`SELECT COUNT(*) AS n FROM audit x WHERE ${sql}`, values)
  return row?.n ?? 0
}

function conditionOf({ by, noun }: AuditSought, after: number | null): { sql: string; values: Value[] } {
  const asked: (readonly [string, Value])[] = [
    ['x."by" = ?', by],
    ['x."noun" = ?', noun],
    ['x."id" < ?', after],
  ]
  const given = asked.filter(([, value]) => value !== null)
  return { sql: ['1 = 1', ...given.map(([sql]) => sql)].join(' AND '), values: given.map(([, value]) => value) }
}
