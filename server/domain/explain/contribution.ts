/** What an explanation consists of: what each cell of events contributed to a score, and what moved it since an earlier day. */
import type { Day } from '../day.ts'
import type { Score, SeriesState } from '../score/score.ts'
import type { CellDirection } from '../score/tally.ts'

/** Events of one cell: the same pair, direction, day, leaf, evidence, severity and collection; they contribute alike. */
export interface CellKey {
  /** Index into the scoring's slices. */
  readonly slice: number
  readonly direction: CellDirection
  readonly day: Day
  /** Index into the leaf list. */
  readonly leaf: number
  readonly evidence: number
  readonly severity: number
  readonly collection: number
}

export interface Contribution extends CellKey {
  /** Events in the cell. */
  readonly count: number
  /** Of each event, before the denominator or curve. Tone: 10 w g λ^age. Level: its decayed part of X. */
  readonly raw: number
  /** Of each event: its part of the score. */
  readonly share: number
  /** w, 0–10. */
  readonly weight: number
  /** g as it counted here, 0–1: half for a mutual event in a direction. */
  readonly quality: number
  readonly ageDays: number
}

export interface Explanation {
  readonly day: Day
  readonly state: SeriesState
  /** Null where the state gives no score. */
  readonly score: Score | null
  /** Sum of the raw contributions of all events. */
  readonly raw: number
  /** N, in events. */
  readonly support: number
  /** Largest share first, then latest day; cells whose weight is 0 contribute nothing and are left out. */
  readonly contributions: readonly Contribution[]
}

/** What one new event did to the score since the earlier day. */
export interface Pull extends CellKey {
  readonly count: number
  /** Of each event; positive raises the score, negative lowers it. */
  readonly pull: number
}

/** total = fading + raised + lowered + revised; in points of the score, unrounded. */
export interface Change {
  readonly before: number
  readonly after: number
  readonly total: number
  /** What the score would have lost had nothing happened; never positive. */
  readonly fading: number
  readonly raised: number
  /** Under Level always 0: no event lowers a level. */
  readonly lowered: number
  /** What corrections of the record changed in the earlier score; 0 within one record. */
  readonly revised: number
  /** Do both days have a score? Where not, the parts are of the bare formula and mean little. */
  readonly scored: boolean
  /** Largest effect first. */
  readonly pulls: readonly Pull[]
}
