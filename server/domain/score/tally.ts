/**
 * Cells: how many events of one pair fell on a day, by direction, leaf, evidence class and collection. The only thing
 * scoring reads. The ledger is append-only: a correction adds cells with a count of −1 and +1 in its own revision, so
 * the cells up to a revision sum to what stood then.
 */

import type { Leaf } from '../codebook/codebook.ts'
import type { Day } from '../day.ts'
import type { ActorCode } from '../directory/actor.ts'
import type { CollectionId } from '../record/document.ts'
import type { Event } from '../record/event.ts'
import { EVIDENCE_CLASSES } from '../record/evidence.ts'
import type { Revision } from '../record/revision.ts'

/** Two different actors in the order of their codes. */
export interface Pair {
  readonly a: ActorCode
  readonly b: ActorCode
}

/** 0: a → b, 1: b → a, 2: mutual. */
export type CellDirection = 0 | 1 | 2

/** The cells of one pair in columns, ascending by day. All columns have the same length. */
export interface Cells {
  readonly days: Int32Array
  readonly directions: Uint8Array
  /** Index into the leaf list that belongs to these cells. */
  readonly leaves: Uint16Array
  /** Index into EVIDENCE_CLASSES. */
  readonly evidence: Uint8Array
  /** Class of severity by the number killed, 0–2. */
  readonly severity: Uint8Array
  readonly collections: Uint16Array
  readonly revisions: Int32Array
  /** Events added (positive) or withdrawn (negative). */
  readonly counts: Int32Array
}

/** The cells of a pair that never met. */
export const NO_CELLS: Cells = {
  days: new Int32Array(0),
  directions: new Uint8Array(0),
  leaves: new Uint16Array(0),
  evidence: new Uint8Array(0),
  severity: new Uint8Array(0),
  collections: new Uint16Array(0),
  revisions: new Int32Array(0),
  counts: new Int32Array(0),
}

/** One cell as a row. */
export interface Cell {
  readonly pair: Pair
  readonly direction: CellDirection
  readonly day: Day
  readonly leaf: Leaf
  /** Index into EVIDENCE_CLASSES. */
  readonly evidence: number
  /** Class of severity by the number killed, 0–2. */
  readonly severity: number
  readonly collection: CollectionId
  readonly revision: Revision
  readonly count: number
}

export function pairOf(x: ActorCode, y: ActorCode): Pair {
  return x < y ? { a: x, b: y } : { a: y, b: x }
}

/** The cell an event adds one to, in the revision that added it. */
export function cellOf(event: Omit<Event, 'id' | 'precision'>): Cell {
  const pair = pairOf(event.source, event.target)
  return {
    pair,
    direction: event.mutual ? 2 : event.source === pair.a ? 0 : 1,
    day: event.day,
    leaf: event.leaf,
    evidence: EVIDENCE_CLASSES.indexOf(event.evidence),
    severity: event.severity,
    collection: event.collection,
    revision: event.addedIn,
    count: 1,
  }
}
