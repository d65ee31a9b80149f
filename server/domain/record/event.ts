/**
 * What happened, once, however many reports there are. Scoring counts events.
 */

import type { Leaf } from '../codebook/codebook.ts'
import type { Day, Precision } from '../day.ts'
import type { ActorCode } from '../directory/actor.ts'
import type { CollectionId } from './document.ts'
import type { EvidenceClass } from './evidence.ts'
import type { Severity } from './killed.ts'
import type { Revision } from './revision.ts'

export type EventId = number & { readonly __brand: 'EventId' }

export interface Event {
  readonly id: EventId
  readonly source: ActorCode
  readonly target: ActorCode
  readonly mutual: boolean
  readonly day: Day
  readonly precision: Precision
  readonly leaf: Leaf
  readonly evidence: EvidenceClass
  /** Class by the largest number killed that a counted report tells, best estimate: 0–9 or unknown, 10–49, 50 and more. */
  readonly severity: Severity
  /** What a chart calls it, at most 26 characters; null where nobody gave it a name. */
  readonly caption: string | null
  /** The collection of its earliest report, in which it is counted. */
  readonly collection: CollectionId
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}
