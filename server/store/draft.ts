/** Drafts of codebooks: questions, and changing one unless somebody else has. */
import type { Draft, DraftEdition } from '../domain/codebook/draft.ts'
import { type Refusal, refuse } from '../domain/error.ts'
import { nounOf, selectionOf } from './columns.ts'
import type { Reader } from './reader.ts'
import { draftEditions, drafts } from './tables/work.ts'
import type { Transaction } from './transaction.ts'

export async function draftById(db: Reader, id: number): Promise<Draft | null> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(drafts, 'd')} FROM draft d WHERE d."id" = ?`,
    [id],
  )
  return row ? nounOf(drafts, row) : null
}

/** Open drafts, the one changed last first. */
export async function openDrafts(db: Reader): Promise<Draft[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(drafts, 'd')} FROM draft d WHERE d."state" = 'OPEN'
     ORDER BY d."changedAt" DESC, d."id" DESC LIMIT 100`,
  )
  return rows.map((row) => nounOf(drafts, row))
}

export async function addDraft(
  tx: Transaction,
  draft: Pick<Draft, 'codebook' | 'base' | 'tags' | 'createdBy'>,
): Promise<Draft> {
  const id = await tx.ids(drafts, 1)
  const made: Draft = { ...draft, id, edition: 1, state: 'OPEN', createdAt: tx.at, changedAt: tx.at }
  await tx.keep(drafts, [made])
  await keepEdition(tx, made, `Begun from ${made.base}`)
  return made
}

/** The open draft of this edition; refused where somebody has changed, published or discarded it since. */
export async function draftToChange(db: Reader, id: number, edition: number): Promise<Draft | Refusal> {
  const draft = await draftById(db, id)
  if (draft === null)
    return refuse('UNKNOWN_ID', `draft ${id}`, 'there is none of this number', 'Look at the query drafts')
  if (draft.state !== 'OPEN') {
    return refuse('CONFLICT', `draft ${id}`, `it is ${draft.state.toLowerCase()}`, 'Begin another with createDraft')
  }
  if (draft.edition !== edition) {
    const cure = 'Read the draft again, and change what it now says'
    return refuse('CONFLICT', `edition ${edition}`, `the draft has moved on to edition ${draft.edition}`, cure)
  }
  return draft
}

/** Changes an open draft, which has been read in this transaction. `what` says it in a sentence. */
export async function changeDraft(
  tx: Transaction,
  draft: Draft,
  change: Partial<Pick<Draft, 'tags' | 'state'>>,
  what: string,
): Promise<Draft> {
  const next: Draft = { ...draft, ...change, edition: draft.edition + 1, changedAt: tx.at }
  await tx.alter(
    drafts,
    { id: draft.id },
    { tags: JSON.stringify(next.tags), state: next.state, edition: next.edition, changedAt: next.changedAt },
  )
  await keepEdition(tx, next, what)
  return next
}

/** The editions of a draft, the newest first; 100 at most. */
export async function editionsOf(db: Reader, draft: number): Promise<DraftEdition[]> {
  const rows = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(draftEditions, 'e')} FROM draft_edition e WHERE e."draft" = ? ORDER BY e."edition" DESC LIMIT 100`,
    [draft],
  )
  return rows.map((row) => nounOf(draftEditions, row))
}

/** A draft as it stood in one edition; null where that is not on record. */
export async function editionOf(db: Reader, draft: number, edition: number): Promise<DraftEdition | null> {
  const [row] = await db.all<Record<string, unknown>>(
    `SELECT ${selectionOf(draftEditions, 'e')} FROM draft_edition e WHERE e."draft" = ? AND e."edition" = ?`,
    [draft, edition],
  )
  return row ? nounOf(draftEditions, row) : null
}

function keepEdition(tx: Transaction, { id, edition, tags }: Draft, what: string): Promise<void> {
  return tx.keep(draftEditions, [{ draft: id, edition, tags, what, by: tx.by, at: tx.at }])
}
