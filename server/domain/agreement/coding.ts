/**
 * One coder's (or machine's) judgement of one statement under one codebook version. Superseded, never overwritten.
 */
import type { Revision } from '../record/revision.ts'
import type { StatementId } from '../record/statement.ts'

export type CodingId = number & { readonly __brand: 'CodingId' }

export const CODING_STATES = ['SUGGESTED', 'SUBMITTED', 'SETTLED', 'REJECTED'] as const
export type CodingState = (typeof CODING_STATES)[number]

export interface Coding {
  readonly id: CodingId
  readonly statement: StatementId
  /** `default-1`. */
  readonly codebook: string
  /** Tag code in that codebook version. */
  readonly tag: string
  /** Who judged: a user's name; `machine:` and the name of a program; `gold:` and the name of whoever adjudicated. */
  readonly coder: string
  readonly state: CodingState
  /** 0–1; null for a person's judgement. */
  readonly confidence: number | null
  /** Why this tag, in our own words. */
  readonly reason: string
  /** Code of the tag that was proposed to the coder before they judged; null: none, as far as is on record. */
  readonly shown: string | null
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}

/** From which state a coding may go to which; a settled one is only ever superseded by another coding. */
const NEXT: Readonly<Record<CodingState, readonly CodingState[]>> = {
  SUGGESTED: ['SUBMITTED', 'SETTLED', 'REJECTED'],
  SUBMITTED: ['SETTLED', 'REJECTED'],
  SETTLED: [],
  REJECTED: [],
}

export function mayBecome(from: CodingState, to: CodingState): boolean {
  return NEXT[from].includes(to)
}

/** Is it a person's own judgement, and neither a program's nor an adjudication? */
export function isCoder(coder: string): boolean {
  return !/^(machine|gold):/.test(coder)
}
