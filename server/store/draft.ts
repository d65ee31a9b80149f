/** Drafts of codebooks: questions, and changing one unless somebody else has. */
import type { Draft } from '../domain/draft.ts'
import { type Refusal, refuse } from '../domain/error.ts'
import { nounOf, selectionOf } from './columns.ts'
import { drafts } from './tables.ts'
import type { Reader, Transaction } from './transaction.ts'

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

/** Changes an open draft, which has been read in this transaction. */
export async function changeDraft(
  tx: Transaction,
  draft: Draft,
  change: Partial<Pick<Draft, 'tags' | 'state'>>,
): Promise<Draft> {
  const next: Draft = { ...draft, ...change, edition: draft.edition + 1, changedAt: tx.at }
  await tx.alter(
    drafts,
    { id: draft.id },
    { tags: JSON.stringify(next.tags), state: next.state, edition: next.edition, changedAt: next.changedAt },
  )
  return next
}
