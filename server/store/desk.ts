/** The desk: which documents wait, what an analyst has begun on one, who else is at it. */
import type { UserId } from '../domain/account.ts'
import { type Refusal, refuse } from '../domain/error.ts'
import {
  type DeskDraft,
  type DeskWhose,
  type Exposure,
  isLike,
  type Placed,
  type Proposal,
} from '../domain/record/desk.ts'
import type { Document, DocumentId } from '../domain/record/document.ts'
import type { Instant } from '../domain/record/revision.ts'
import type { StatementId } from '../domain/record/statement.ts'
import { nounOf, packed, selectionOf, unpacked } from './columns.ts'
import type { Reader } from './reader.ts'
import { documents, type StatementRow, statements } from './tables/record.ts'
import { deskDrafts, deskHolders, exposures } from './tables/work.ts'
import type { Transaction } from './transaction.ts'

/** A document whose text is kept, with what has come of it. */
export interface DeskItem {
  readonly document: Document
  /** Statements of it that stand, settled and not. */
  readonly settled: number
  readonly unsettled: number
  /** When the asker last changed their work on it; null: not begun. */
  readonly changedAt: Instant | null
  /** Name of who has it in hand; null: nobody. */
  readonly holder: string | null
}

export interface Colleague {
  readonly name: string
  readonly changedAt: Instant
}

export interface QueueSought {
  /** Part of a title or of an outlet's name; empty: all. */
  readonly search: string
  readonly whose: DeskWhose
}

/** Documents with a text, the newest first. */
export async function deskQueue(
  db: Reader,
  user: UserId,
  { search, whose }: QueueSought,
  most: number,
): Promise<DeskItem[]> {
  const own = { ALL: '1 = 1', MINE: 'u."id" = w0."me"', FREE: 'u."id" IS NULL' }[whose]
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${packed(documents, 'd', 'id')} AS "document", w."changedAt" AS "changedAt", u."name" AS "holder",
       (SELECT COUNT(*) FROM statement s WHERE s."document" = d."id" AND s."start" IS NOT NULL AND s."supersededIn" IS NULL AND s."leaf" IS NOT NULL) AS "settled",
       (SELECT COUNT(*) FROM statement s WHERE s."document" = d."id" AND s."start" IS NOT NULL AND s."supersededIn" IS NULL AND s."leaf" IS NULL) AS "unsettled"
     FROM (SELECT ? AS "me", ? AS "sought") w0 JOIN document_text t JOIN document d ON d."id" = t."document"
     LEFT JOIN desk_draft w ON w."document" = d."id" AND w."user" = w0."me"
     LEFT JOIN desk_holder h ON h."document" = d."id" LEFT JOIN user u ON u."id" = h."user"
     LEFT JOIN outlet o ON o."code" = d."outlet" AND o."supersededIn" IS NULL
     WHERE d."supersededIn" IS NULL AND ${own}
       AND instr(lower(d."title" || ' ' || COALESCE(o."name", '')), lower(w0."sought")) > 0
     ORDER BY d."id" DESC LIMIT ?`,
    [user, search, most],
  )
  return rows.map((row) => ({
    document: unpacked(documents, row.document as string) as Document,
    settled: row.settled as number,
    unsettled: row.unsettled as number,
    changedAt: row.changedAt as Instant | null,
    holder: row.holder as string | null,
  }))
}

/** Name of who has a document in hand; null: nobody. */
export async function holderOf(db: Reader, document: DocumentId): Promise<string | null> {
  const [row] = await db.all<{ name: string }>(
    'SELECT u."name" FROM desk_holder h JOIN user u ON u."id" = h."user" WHERE h."document" = ?',
    [document],
  )
  return row?.name ?? null
}

export async function putHolder(tx: Transaction, document: DocumentId, user: UserId | null): Promise<void> {
  const holding = { user, by: tx.by, at: tx.at }
  if ((await tx.alter(deskHolders, { document }, holding)) === 0) await tx.keep(deskHolders, [{ document, ...holding }])
}

export async function deskDraftOf(db: Reader, document: DocumentId, user: UserId): Promise<DeskDraft | null> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(deskDrafts, 'w')} FROM desk_draft w WHERE w."document" = ? AND w."user" = ?`,
    [document, user],
  )
  return row ? nounOf(deskDrafts, row) : null
}

/** Who else has begun on a document, the latest first; 20 at most. */
export async function colleaguesAt(db: Reader, document: DocumentId, user: UserId): Promise<Colleague[]> {
  return db.all<Colleague & object>(
    `SELECT u."name", w."changedAt" FROM desk_draft w JOIN user u ON u."id" = w."user"
     WHERE w."document" = ? AND w."user" <> ? ORDER BY w."changedAt" DESC LIMIT 20`,
    [document, user],
  )
}

/** Enters that proposals were displayed to somebody; one that was before keeps its first instant. */
export async function logExposure(
  tx: Transaction,
  { document, user }: Pick<Exposure, 'document' | 'user'>,
  proposals: readonly Proposal[],
): Promise<void> {
  const known = new Set((await exposuresOf(tx, document, user)).map(markOf))
  const fresh = new Map(proposals.map((p) => [markOf(p), p]))
  const rows = [...fresh].filter(([mark]) => !known.has(mark))
  await tx.keep(
    exposures,
    rows.map(([, proposal]) => ({ ...proposal, document, user, at: tx.at })),
  )
}

/** The tag that was proposed to somebody, latest first displayed, of what a statement says; null: none was. */
export async function exposedTo(
  db: Reader,
  user: UserId,
  on: Placed & { readonly document: DocumentId },
): Promise<string | null> {
  if (on.start === null) return null
  return (await exposuresOf(db, on.document, user)).findLast((seen) => isLike(seen, on))?.tag ?? null
}

async function exposuresOf(db: Reader, document: DocumentId, user: UserId): Promise<Exposure[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(exposures, 'x')} FROM exposure x WHERE x."document" = ? AND x."user" = ?
     ORDER BY x."at", x."start", x."end", x."source", x."target", x."tag"`,
    [document, user],
  )
  return rows.map((row) => nounOf(exposures, row))
}

function markOf({ start, end, source, target, tag }: Proposal): string {
  return `${start} ${end} ${source} ${target} ${tag}`
}

/** The statements of a document that stand and have a place in its text, in its order. */
export async function statementsAt(db: Reader, document: DocumentId, most: number): Promise<StatementRow[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(statements, 's')} FROM statement s
     WHERE s."document" = ? AND s."start" IS NOT NULL AND s."supersededIn" IS NULL ORDER BY s."start", s."id" LIMIT ?`,
    [document, most],
  )
  return rows.map((row) => nounOf(statements, row))
}

/** The ids of the same, in the order of their numbers: others where anything of them has changed. */
export async function standingIds(db: Reader, document: DocumentId): Promise<StatementId[]> {
  const rows = await db.all<{ id: StatementId }>(
    `SELECT s."id" FROM statement s
     WHERE s."document" = ? AND s."start" IS NOT NULL AND s."supersededIn" IS NULL ORDER BY s."id"`,
    [document],
  )
  return rows.map(({ id }) => id)
}

/** Keeps the work on a document; refused where it has moved on since the edition that is given (0: not begun). */
export async function keepDeskDraft(
  tx: Transaction,
  given: Pick<DeskDraft, 'document' | 'user' | 'edition' | 'body'>,
): Promise<DeskDraft | Refusal> {
  const kept = await deskDraftOf(tx, given.document, given.user)
  if ((kept?.edition ?? 0) !== given.edition) {
    const rule = `the work on this document has moved on to edition ${kept?.edition ?? 0}, in another window`
    return refuse('CONFLICT', `edition ${given.edition}`, rule, 'Read it again, and go on from there')
  }
  const next: DeskDraft = { ...given, edition: given.edition + 1, changedAt: tx.at }
  const { document, user, edition, body, changedAt } = next
  if (kept === null) await tx.keep(deskDrafts, [next])
  else await tx.alter(deskDrafts, { document, user }, { edition, body, changedAt })
  return next
}
