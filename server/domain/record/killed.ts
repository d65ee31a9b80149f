/** How many were killed in what a statement tells, as its report has it. */
export interface Killed {
  /** The lowest number told; null where none is. */
  readonly killedLow: number | null
  /** The best estimate; null where none is told. */
  readonly killedBest: number | null
  /** The highest number told; null where none is. */
  readonly killedHigh: number | null
}

/** Nothing is told of the killed. */
export const KILLED_UNKNOWN: Killed = { killedLow: null, killedBest: null, killedHigh: null }

/** 0: fewer than 10 killed, or unknown; 1: 10–49; 2: 50 and more. */
export type Severity = 0 | 1 | 2

/** Largest numbers killed, best estimate, of the first two classes of severity. */
const SEVERITY_LIMITS = [9, 49] as const

/** The class of severity, 0–2, of an event in which so many were killed (best estimate; null where it is not known). */
export function severityOf(killed: number | null): Severity {
  if (killed === null || killed <= SEVERITY_LIMITS[0]) return 0
  return killed <= SEVERITY_LIMITS[1] ? 1 : 2
}
