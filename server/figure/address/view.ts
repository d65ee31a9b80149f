/**
 * What a reader has chosen on the page of one relation. It lives in the URL and nowhere else: url.ts writes and
 * reads it, so that a link shows what its sender saw.
 */
import type { Bucket } from '../../domain/day.ts'
import type { ScoringMethod } from '../../domain/score/score.ts'
import type { Direction, Quad, View } from '../generated/documents.ts'
import type { Measure } from '../model/points.ts'
import type { Transform } from '../model/transform.ts'

export const TABS = ['chart', 'calendar', 'table', 'events', 'statements', 'method'] as const
export type Tab = (typeof TABS)[number]

/** A point that is explained: the day as the series lists it. */
export interface ExplainedPoint {
  readonly day: string
  readonly measure: Measure
}

export interface RelationView {
  readonly measures: readonly Measure[]
  readonly direction: Direction
  /** `YYYY-MM-DD`, `YYYY-MM`, or null = all there is on that side. */
  readonly from: string | null
  readonly to: string | null
  readonly bucket: Bucket
  readonly transform: Transform
  /** Width of the band in per cent, 50–99. */
  readonly interval: number
  readonly tab: Tab
  /** The index whose days the Calendar tab shows. */
  readonly calendar: Measure
  readonly point: ExplainedPoint | null
  /** A codebook's name (its latest version) or a version. */
  readonly codebook: string
  /** The codebook it is held against on one chart; null = none. */
  readonly against: string | null
  /** A day, meaning its end in UTC, or an instant as a stamp gives it; null = now. */
  readonly asOf: string | null
  /** Null = the relation's own default. */
  readonly view: View | null
  /** Null: what the codebook says. */
  readonly method: ScoringMethod | null
  /** Days; null = the codebook's. */
  readonly halfLife: number | null
  /** Collection codes; null = all. */
  readonly collections: readonly string[] | null
  /** Families shown on the Events and Statements tabs; null = all. */
  readonly quads: readonly Quad[] | null
}

export const START: RelationView = {
  measures: ['tension', 'engagement'],
  direction: 'BOTH',
  from: null,
  to: null,
  bucket: 'WEEK',
  transform: 'level',
  interval: 80,
  tab: 'chart',
  calendar: 'tension',
  point: null,
  codebook: 'default',
  against: null,
  asOf: null,
  view: null,
  method: null,
  halfLife: null,
  collections: null,
  quads: null,
}

export const WATCH_SORTS = ['change', 'tension', 'engagement', 'name', 'events'] as const
export type WatchSort = (typeof WATCH_SORTS)[number]

export interface WatchView {
  /** `YYYY-MM`; null = the last month that can be compared with the one before. */
  readonly month: string | null
  readonly sort: WatchSort
}

export const WATCH_START: WatchView = { month: null, sort: 'change' }
