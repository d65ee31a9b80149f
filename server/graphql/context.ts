/**
 * What a resolver has at hand: the record in memory, the connection for reading, the batching loaders of one request.
 */
import type { Instant, Revision } from '../domain/revision.ts'
import type { HeldRecord } from '../store/record.ts'
import type { Reader } from '../store/transaction.ts'
import type { Loaders } from './loaders.ts'

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
  readonly requestId: string
}
