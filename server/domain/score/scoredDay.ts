/** The days of a run as either method gives them. */
import type { Day } from '../day.ts'
import type { Daily } from './daily.ts'
import type { Score, SeriesState } from './score.ts'

export type MeasureKey = 'tension' | 'engagement'

/** One day of a run. It stands for this day alone until the next is visited. */
export interface ScoredDay {
  readonly day: Day
  readonly state: SeriesState
  /** N, in events. */
  readonly support: number
  /** Σ w g S of Tone, X of Level. */
  readonly sumOf: (measure: MeasureKey) => number
  /** The score 0–100, unrounded, whether or not the state gives one. */
  readonly scoreOf: (measure: MeasureKey) => number
  /** Score and band, rounded to 1e-6. */
  readonly bandOf: (measure: MeasureKey) => Score
}

/** What each day adds, by day from `first` on. */
export type DailyCounts = Pick<Daily, 'first' | 'length' | 'counted' | 'uncounted' | 'families'>

export interface Run {
  readonly daily: DailyCounts
  /** One byte a day from `daily.first` on: 1 where somebody looked. */
  readonly covered: Uint8Array
  readonly eachDay: (visit: (day: ScoredDay) => void) => void
}
