/** How well an event is evidenced: the classes, and the class that its reports give it. */
import type { Precision } from '../day.ts'
import type { StatementFlags } from './flags.ts'

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

/** What of a report decides how it counts. */
interface Report extends StatementFlags {
  readonly precision: Precision
}

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
