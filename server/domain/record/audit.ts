/** The audit: every change of data, accounts and drafts, append-only. */
import type { Instant, Revision } from './revision.ts'

/** One change that somebody made: who, what, before, after. Never changed itself. */
export interface Audit {
  readonly id: number
  readonly at: Instant
  /** A user's name, or that of a command. */
  readonly by: string
  /** `session`, `link`, the prefix of a token; `command` for what no request did. */
  readonly via: string
  /** The mutation, or what the command says of itself. */
  readonly action: string
  /** `Statement`, `User`, …; `Record` for what concerns many. */
  readonly noun: string
  readonly key: string | null
  /** JSON text; null where there was nothing before, or nothing is left. */
  readonly before: string | null
  readonly after: string | null
  /** The revision of the data that it made; null where it touched accounts or drafts alone. */
  readonly revision: Revision | null
}
