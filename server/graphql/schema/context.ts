/**
 * What a resolver has at hand: the record in memory, the connection for reading, the batching loaders of one request.
 */
import type { Codebook } from '../../domain/codebook/codebook.ts'
import type { Refusal } from '../../domain/error.ts'
import type { Instant, Revision } from '../../domain/record/revision.ts'
import type { Database } from '../../store/database.ts'
import type { Reader } from '../../store/reader.ts'
import type { HeldRecord } from '../../store/record.ts'
import type { Attempts } from '../guard/attempts.ts'
import type { Caller } from '../guard/caller.ts'
import type { Loaders } from '../record/loaders.ts'

/** Whether whoever is not signed in may read. */
export const READINGS = ['OPEN', 'CLOSED'] as const
export type ReadingAccess = (typeof READINGS)[number]

/** A page of the web: where it was found, its media type, what it holds. */
export interface FetchedPage {
  readonly url: string
  readonly type: string
  readonly body: string
}

export interface Context {
  readonly db: Reader
  /** What is held in memory, as it stood when the request came. */
  readonly record: HeldRecord
  /** The revision the request reads where it names no instant. */
  readonly revision: Revision
  /** When that revision was written; null for the empty record. */
  readonly at: Instant | null
  /** The loaders of the request's revision, and those of another. */
  readonly loaders: Loaders
  readonly loadersIn: (revision: Revision) => Loaders
  /** Points of series that the request has asked for so far, and may ask for. */
  readonly points: { asked: number; readonly allowed: number }
  /** Whether the request has read what makes no revision, so that its answer is not to be kept; and drafts it has read. */
  readonly beside: { read: boolean; readonly drafts: Map<string, Promise<Codebook>> }
  readonly requestId: string
  /** Who asks, and whether all may read. */
  readonly caller: Caller
  readonly reading: ReadingAccess
  readonly attempts: Attempts
  /** One transaction at a time; see Database. */
  readonly write: Database['write']
  /** After a change: from here on the request of this context reads what it wrote. */
  readonly renew: (ctx: Context) => Promise<void>
  /** Fetches a page of the web; null where whoever runs the server does not allow it. */
  readonly fetchPage: ((url: string) => Promise<FetchedPage | Refusal>) | null
  /** Gives the browser the id of its session, or takes it away. */
  readonly setSession: (id: string | null) => void
}
