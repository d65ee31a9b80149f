/**
 * What happened, once, however many reports there are. Scoring counts events.
 */

import type { Leaf } from '../codebook/codebook.ts'
import type { Day, Precision } from '../day.ts'
import type { ActorCode } from '../directory/actor.ts'
import type { CollectionId } from './document.ts'
import type { EvidenceClass } from './evidence.ts'
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
  /** The collection of its earliest report, in which it is counted. */
  readonly collection: CollectionId
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}
