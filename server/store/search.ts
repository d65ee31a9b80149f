/**
 * Finding documents and statements by words. The only file, beside its migration, that knows SQLite's full-text index;
 * another database's comes in here.
 */
import type { DocumentId } from '../domain/record/document.ts'
import type { Revision } from '../domain/record/revision.ts'
import type { StatementId } from '../domain/record/statement.ts'
import type { Value } from './columns.ts'
import { DOCUMENTS, EMPTY, FILL } from './migrations/0002-search.ts'
import type { Reader } from './reader.ts'
import { standing } from './revision.ts'
import type { Transaction } from './transaction.ts'

export type Hit =
  | { readonly kind: 'DOCUMENT'; readonly id: DocumentId }
  | { readonly kind: 'STATEMENT'; readonly id: StatementId }

export interface SearchAsked {
  /** Words, from `wordsOf`; at least one. A row holds each of them, or a word that begins with it. */
  readonly words: readonly string[]
  readonly documents: boolean
  readonly statements: boolean
  /** What stood in this revision. */
  readonly revision: Revision
}

/** The words of a text as the index cuts them; marks that would mean something to the index are none of them. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Documents before statements, of each the newest on record first; at most `limit`, after the hit given. */
export async function hits(db: Reader, asked: SearchAsked, after: Hit | null, limit: number): Promise<Hit[]> {
  const query = conditionOf(asked)
  if (query === null) return []
  const rows = await db.all<{ n: number }>(
    `SELECT f.rowid AS n FROM search f WHERE ${query.sql} AND f.rowid < ? ORDER BY f.rowid DESC LIMIT ?`,
    [...query.values, after === null ? 2 * DOCUMENTS : numberOf(after), Math.max(0, Math.floor(limit))],
  )
  return rows.map(({ n }) =>
    n > DOCUMENTS
      ? { kind: 'DOCUMENT', id: (n - DOCUMENTS) as DocumentId }
      : { kind: 'STATEMENT', id: n as StatementId },
  )
}

/** How many there are; it looks at them all, so ask only where the number is wanted. */
export async function countHits(db: Reader, asked: SearchAsked): Promise<number> {
  const query = conditionOf(asked)
  if (query === null) return 0
  const [row] = await db.all<{ n: number }>(`SELECT COUNT(*) AS n FROM search f WHERE ${query.sql}`, query.values)
  return row?.n ?? 0
}

/** Makes the index anew from the record; answers nothing, for it holds the same as before. */
export async function refillSearch(tx: Transaction): Promise<void> {
  await tx.reindex([EMPTY, ...FILL])
}

function numberOf(hit: Hit): number {
  return hit.kind === 'DOCUMENT' ? DOCUMENTS + hit.id : hit.id
}

function conditionOf(asked: SearchAsked): { sql: string; values: Value[] } | null {
  const { words, revision } = asked
  if (words.length === 0 || !(asked.documents || asked.statements)) return null
  // In quotes a word is nothing but a word; the star after them asks for its beginning.
  const values: Value[] = [words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' ')]
  const kinds: string[] = []
  for (const [wanted, table, first] of [
    [asked.documents, 'document', DOCUMENTS],
    [asked.statements, 'statement', 0],
  ] as const) {
    if (!wanted) continue
    const stood = standing('r', revision)
    const id = first === 0 ? 'f.rowid' : `f.rowid - ${first}`
    kinds.push(`EXISTS (SELECT 1 FROM ${table} r WHERE r."id" = ${id} AND ${stood.sql})`)
    values.push(...stood.values)
  }
  // Where one kind alone is wanted, the others are not even read.
  const range = asked.documents ? (asked.statements ? '' : `AND f.rowid > ${DOCUMENTS}`) : `AND f.rowid < ${DOCUMENTS}`
  return { sql: `f.words MATCH ? ${range} AND (${kinds.join(' OR ')})`, values }
}
