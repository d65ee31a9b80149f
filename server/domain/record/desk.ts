/**
 * The work of one analyst on one document before it is settled: what has been accepted, corrected, rejected and added so
 * far. The server keeps it and does not look inside; it belongs to the page of the desk.
 */
import type { UserId } from '../account.ts'
import { type Refusal, refuse } from '../error.ts'
import type { DocumentId } from './document.ts'
import type { Instant } from './revision.ts'

export interface DeskDraft {
  readonly document: DocumentId
  readonly user: UserId
  /** Grows with every change, so that two windows do not undo each other's. */
  readonly edition: number
  /** JSON text. */
  readonly body: string
  readonly changedAt: Instant
}

/** Who has a document in hand, so that no two begin on it unawares; null: nobody any more. */
export interface DeskHolder {
  readonly document: DocumentId
  readonly user: UserId | null
  readonly by: string
  readonly at: Instant
}

/** MINE: those that the asker has in hand; FREE: those that nobody has. */
export const DESK_WHOSE = ['ALL', 'MINE', 'FREE'] as const
export type DeskWhose = (typeof DESK_WHOSE)[number]

/** What the coder proposed of a stretch of text; an actor code is empty where the coder did not know. */
export interface Proposal {
  readonly start: number
  readonly end: number
  readonly source: string
  readonly target: string
  readonly mutual: boolean
  readonly tag: string
}

/** A proposal that was displayed to somebody, since when. */
export interface Exposure extends Proposal {
  readonly document: DocumentId
  readonly user: UserId
  readonly at: Instant
}

/** Where a statement stands in its text, and about whom it is; null: it has no place. */
export interface Placed {
  readonly start: number | null
  readonly end: number | null
  readonly source: string
  readonly target: string
}

/** Is the statement about the same two at the same place? */
export function isLike(proposal: Omit<Proposal, 'tag'>, on: Placed): boolean {
  if (on.start === null || on.end === null || on.start >= proposal.end || on.end <= proposal.start) return false
  const same = on.source === proposal.source && on.target === proposal.target
  return same || (proposal.mutual && on.source === proposal.target && on.target === proposal.source)
}

/** In UTF-16 units: some hundred items with all they hold. */
export const DESK_BODY_MOST = 80_000

export function checkDeskBody(body: string): Refusal | null {
  if (body.length > DESK_BODY_MOST) {
    const rule = `the work on one document takes at most ${DESK_BODY_MOST} characters`
    return refuse('TOO_MUCH', `${body.length} characters`, rule, 'Settle or drop some items first')
  }
  try {
    JSON.parse(body)
    return null
  } catch {
    return refuse('BAD_TEXT', body.slice(0, 40), 'it is no JSON', 'Send what JSON.stringify gives')
  }
}
