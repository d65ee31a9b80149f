/** What a score is computed from: cells, the days somebody looked, weights, multipliers, what is read, and how. */
import type { DaySpan } from '../record/coverage.ts'
import type { LeafWeights } from './daily.ts'
import type { PairLead } from './level/lead.ts'
import type { LevelParameters } from './level/parameters.ts'
import type { CellSlice, Reading } from './reading.ts'
import type { ToneParameters } from './score.ts'

interface ScoringOfAnyMethod {
  readonly slices: readonly CellSlice[]
  /** Days on which a monitored collection looked at the relation. */
  readonly watches: readonly DaySpan[]
  readonly weights: LeafWeights
  /** g by evidence class in ten-thousandths (multipliers). */
  readonly multipliers: Float64Array
  readonly reading: Reading
}

/** How hostile, how cooperative what they did and said is on average. */
export interface ToneScoring extends ScoringOfAnyMethod {
  readonly method: 'TONE'
  readonly parameters: ToneParameters
}

/** How much hostility, how much cooperation there lately was. */
export interface LevelScoring extends ScoringOfAnyMethod {
  readonly method: 'LEVEL'
  readonly parameters: LevelParameters
  /** Which collections count, by slice. */
  readonly leads: readonly PairLead[]
  /** Ids of the hand-coded collections: a day on which one of them has a statement was looked at. */
  readonly handCoded: ReadonlySet<number>
}

export type Scoring = ToneScoring | LevelScoring
