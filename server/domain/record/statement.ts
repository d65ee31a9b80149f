/**
 * What someone said or did to someone on a day, as one document has it. What happened, over all documents, is event.ts.
 */

import type { Leaf } from '../codebook/codebook.ts'
import type { Day, Precision } from '../day.ts'
import type { ActorCode } from '../directory/actor.ts'
import type { DocumentId } from './document.ts'
import type { EventId } from './event.ts'
import type { StatementFlags } from './flags.ts'
import type { Killed } from './killed.ts'
import type { Revision } from './revision.ts'

export type StatementId = number & { readonly __brand: 'StatementId' }

export interface Statement extends StatementFlags, Killed {
  readonly id: StatementId
  readonly document: DocumentId
  /** Unique within its collection: the identity of a row in a data set, or of a span in a document. Importing it again changes nothing. */
  readonly origin: string
  /** Span in the document's text as given, UTF-16 units, end exclusive; null for a data set's row. */
  readonly start: number | null
  readonly end: number | null
  /** Who speaks, as a person would say it: "Khawaja Asif, Minister for Defence"; null for an act or where unknown. */
  readonly speaker: string | null
  readonly source: ActorCode
  readonly target: ActorCode
  /** A meeting, a joint statement, an agreement: both did it to each other. */
  readonly mutual: boolean
  readonly day: Day
  readonly precision: Precision
  /** What was said or done, in our own words. */
  readonly summary: string
  /** What a chart calls its event, at most 26 characters; null where nobody gave it a name. */
  readonly caption: string | null
  /** At most 25 words of the original; null where none is given. */
  readonly quote: string | null
  /** The settled stance as the finest code on record; null until it is settled. */
  readonly leaf: Leaf | null
  /** Matters at issue, unscored: `border`, `refugees`, `counter-terrorism` … */
  readonly issues: readonly string[]
  /** The event it reports; null until it is settled. */
  readonly event: EventId | null
  /** The earlier version of this statement; null for the first. */
  readonly supersedes: StatementId | null
  readonly addedIn: Revision
  readonly supersededIn: Revision | null
}
