/** Questions about the clock of the record. */
import type { Instant, Revision } from '../domain/record/revision.ts'
import { selectionOf } from './columns.ts'
import type { Reader } from './reader.ts'
import { type RevisionRow, revisions } from './tables/record.ts'

/** The revision in which everything written so far stands; 0 for the empty record. */
export async function latestRevision(db: Reader): Promise<Revision> {
  const [row] = await db.all<{ id: Revision | null }>('SELECT MAX("id") AS id FROM revision')
  return row?.id ?? (0 as Revision)
}

/** The revision that stood at an instant: the last one written then or before; 0 if there was none. */
export async function revisionAt(db: Reader, instant: Instant): Promise<Revision> {
  const [row] = await db.all<{ id: Revision | null }>('SELECT MAX("id") AS id FROM revision WHERE "at" <= ?', [instant])
  return row?.id ?? (0 as Revision)
}

/** What was changed after a revision, oldest first. */
export async function revisionsAfter(db: Reader, revision: Revision, limit: number): Promise<RevisionRow[]> {
  return db.all<RevisionRow>(
    `SELECT ${selectionOf(revisions, 'r')} FROM revision r WHERE r."id" > ? ORDER BY r."id" LIMIT ?`,
    [revision, Math.max(0, limit)],
  )
}

/** SQL for "stood in the revision", and its two values. */
export function standing(alias: string, revision: Revision): { sql: string; values: [Revision, Revision] } {
  return {
    sql: `${alias}."addedIn" <= ? AND (${alias}."supersededIn" IS NULL OR ${alias}."supersededIn" > ?)`,
    values: [revision, revision],
  }
}

/** SQL for a list of values; for an empty one, a list in which nothing is. */
export function among(values: readonly unknown[]): string {
  return values.length === 0 ? '(NULL)' : `(${values.map(() => '?').join(', ')})`
}
