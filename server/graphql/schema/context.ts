/**
 * The context of a request: the record in memory, the connection for reading, the batching loaders, the caller.
 */
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Refusal } from '../../domain/error.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import type { Database } from '../../store/database.ts'
import type { Reader } from '../../store/reader.ts'
import type { HeldRecord } from '../../store/record.ts'
import type { SignInAttempts } from '../guard/attempts.ts'
import type { Caller } from '../guard/caller.ts'
import type { Loaders } from '../record/loaders.ts'

/** Whether callers who are not signed in may read. */
export const READINGS = ['OPEN', 'CLOSED'] as const
export type ReadingAccess = (typeof READINGS)[number]

/** A web page: its address after redirects, media type and content. */
export interface FetchedPage {
  readonly url: string
  readonly type: string
  readonly body: string
}

export interface Context {
  readonly db: Reader
  /** The part of the record that is held in memory. */
  readonly record: HeldRecord
  /** The revision that the request reads, unless an argument names an instant. */
  readonly revision: Revision
  /** When that revision was written; null for the empty record. */
  readonly at: Instant | null
  /** The loaders of the request's revision, and those of any revision. */
  readonly loaders: Loaders
  readonly loadersIn: (revision: Revision) => Loaders
  /** Series points that the request has asked for so far, and may ask for. */
  readonly points: { asked: number; readonly allowed: number }
  /** Whether the request has read data without revisions, so that its answer must not be cached; and the drafts it has read. */
  readonly unversioned: { read: boolean; readonly drafts: Map<string, Promise<Codebook>> }
  readonly requestId: string
  /** Who sent the request, and whether everybody may read. */
  readonly caller: Caller
  readonly reading: ReadingAccess
  readonly attempts: SignInAttempts
  /** Runs a write transaction, one at a time; see Database. */
  readonly write: Database['write']
  /** After a change: makes the request read the new revision. */
  readonly refresh: (ctx: Context) => Promise<void>
  /** Fetches a web page; null if the operator does not allow it. */
  readonly fetchPage: ((url: string) => Promise<FetchedPage | Refusal>) | null
  /** Sets the session cookie, or removes it if the id is null. */
  readonly setSession: (id: string | null) => void
}
