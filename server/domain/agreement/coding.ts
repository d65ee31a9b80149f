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
  /** Why this tag; empty: nobody said. */
  readonly reason: string
  /**
   * Whose words the reason is, where they are not the coder's own: `machine:` and the name of a program whose proposal was
   * taken as it stood; `rule:` and the name of a rule; null: the coder's.
   */
  readonly reasonBy: string | null
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

const GOLD = 'gold:'

/** Is it a person's own judgement, and neither a program's nor an adjudication? */
export function isCoder(coder: string): boolean {
  return !coder.startsWith('machine:') && !coder.startsWith(GOLD)
}

/** Name of whoever adjudicated; null: it is no adjudication. */
export function decider(coder: string): string | null {
  return coder.startsWith(GOLD) ? coder.slice(GOLD.length) : null
}

/** The coder of what somebody of this name adjudicates. */
export function deciding(name: string): string {
  return `${GOLD}${name}`
}

/** The program that proposes at the desk, as it is named where its words are published. */
export const PROPOSER = 'machine:detente-coder'

/** Who or what a published reason comes from: a person's role, never their name. */
export const REASON_GIVERS = ['MACHINE', 'RULE', 'ANALYST', 'EDITOR'] as const

export interface ReasonGiver {
  readonly who: (typeof REASON_GIVERS)[number]
  /** Of the program or the rule; null for a person. */
  readonly name: string | null
}

/** Who or what gave the reason of a coding; null where none was given. */
export function giverOf({
  coder,
  reason,
  reasonBy,
}: Pick<Coding, 'coder' | 'reason' | 'reasonBy'>): ReasonGiver | null {
  if (reason === '') return null
  const [, kind, name = null] = /^(machine|rule):(.*)$/.exec(reasonBy ?? coder) ?? []
  if (kind === undefined) return { who: decider(coder) === null ? 'ANALYST' : 'EDITOR', name: null }
  return { who: kind === 'machine' ? 'MACHINE' : 'RULE', name }
}

/** The coding without words that a program or a rule gave for something else. */
export function withoutGiven<T extends Pick<Coding, 'coder' | 'reason' | 'reasonBy'>>(coding: T): T {
  return giverOf(coding)?.name == null ? coding : { ...coding, reason: '', reasonBy: null }
}
