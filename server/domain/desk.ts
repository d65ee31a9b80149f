/**
 * The work of one analyst on one document before it is settled: what has been accepted, corrected, rejected and added so
 * far. The server keeps it and does not look inside; it belongs to the page of the desk.
 */
import type { UserId } from './account.ts'
import type { DocumentId } from './document.ts'
import { type Refusal, refuse } from './error.ts'
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
