/**
 * What happened, once, however many reports there are. Scoring counts events.
 */
import type { ActorCode } from './actor.ts'
import type { Leaf } from './codebook.ts'
import type { Day, Precision } from './day.ts'
import type { CollectionId } from './document.ts'
import type { Revision } from './revision.ts'
import type { Statement } from './statement.ts'

export type EventId = number & { readonly __brand: 'EventId' }

/**
 * How well an event is evidenced: by how many independent sources, and whether every report is a third party's.
 * UNCOUNTED: denied, hypothetical, or background without a known day.
 */
export const EVIDENCE_CLASSES = [
  'ONE',
  'TWO',
  'THREE',
  'ONE_REPORTED',
  'TWO_REPORTED',
  'THREE_REPORTED',
  'UNCOUNTED',
] as const
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number]

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

type Report = Pick<Statement, 'reported' | 'denied' | 'hypothetical' | 'background' | 'precision'>

/** Is this report kept and shown but not counted? */
export function isUncounted(s: Report): boolean {
  return s.denied || s.hypothetical || (s.background && s.precision === 'UNKNOWN')
}

/**
 * The evidence class of an event from its reports and the number of independent sources (outlets, a wire family being
 * one) among those that count. One report at first hand lifts the event out of the reported classes.
 */
export function evidenceOf(reports: readonly Report[], independentSources: number): EvidenceClass {
  const counted = reports.filter((s) => !isUncounted(s))
  if (counted.length === 0) return 'UNCOUNTED'
  const sources = Math.max(1, independentSources)
  const number = sources === 1 ? 'ONE' : sources === 2 ? 'TWO' : 'THREE'
  return counted.every((s) => s.reported) ? `${number}_REPORTED` : number
}
