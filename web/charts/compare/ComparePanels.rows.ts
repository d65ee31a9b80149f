/**
 * Several relations as small panels on one pair of axes: by the calendar, or each counted in days from an event of its
 * own. In both the n-th point of every panel stands for the same place on the shared axis.
 */
import type { Bucket, Day } from '../../../server/domain/day.ts'
import {
  type ChartModel,
  highestOf,
  type Plot,
  type Span,
  spanOf,
  widthOf,
} from '../../../server/figure/model/chart.ts'
import { decimate } from '../../../server/figure/model/decimate.ts'
import {
  type ChartPoint,
  type Columns,
  hasScore,
  pointsOf,
  type ScoredPoint,
} from '../../../server/figure/model/points.ts'
import { gapsOf, segmentsOf } from '../../../server/figure/model/segments.ts'
import { timeTicks, topOf, valueTicks } from '../../../server/figure/model/ticks.ts'

export interface ComparedSeries {
  readonly slug: string
  readonly name: string
  readonly columns: Columns
  /** The day its days are counted from; null: by the calendar. */
  readonly event: Day | null
}

export interface ComparePanel {
  readonly slug: string
  readonly name: string
  /** As listed, with the days of the calendar. */
  readonly listed: readonly ChartPoint[]
  /** The same points on the shared axis. */
  readonly points: readonly ChartPoint[]
  readonly event: Day | null
}

export function panelsOf(compared: readonly ComparedSeries[], bucket: Bucket): ComparePanel[] {
  return compared.map(({ slug, name, columns, event }) => {
    const listed = pointsOf(columns, bucket)
    return { slug, name, listed, event, points: event === null ? listed : listed.map((p) => shifted(p, event)) }
  })
}

/** Days from the event: −1 is the day before it. */
function shifted(point: ChartPoint, event: Day): ChartPoint {
  return { ...point, day: (point.day - event) as Day, start: (point.start - event) as Day }
}

/** What all panels share: from the first to the last place of any, and a top that holds all. */
export function sharedAxes(panels: readonly ComparePanel[]): { readonly span: Span; readonly top: number } {
  const spans = panels.filter((p) => p.points.length > 0).map((p) => spanOf(p.points))
  const from = Math.min(...spans.map((s) => s.from)) as Day
  const to = Math.max(...spans.map((s) => s.to)) as Day
  const span = spans.length === 0 ? { from: 0 as Day, to: 0 as Day } : { from, to }
  return { span, top: topOf(Math.max(0, ...panels.map((p) => highestOf(p.points)))) }
}

/** One panel as a chart model, so that it is drawn and walked like any other chart. */
export function panelModel(panel: ComparePanel, span: Span, top: number, plot: Plot): ChartModel {
  const { points } = panel
  const { rows, isolated } = segmentsOf(points, decimate(points))
  return {
    plot,
    span,
    top,
    timeTicks: panel.event === null ? timeTicks(span.from, span.to, widthOf(plot)) : [],
    valueTicks: valueTicks(top),
    points,
    rows,
    isolated,
    gaps: gapsOf(points, span.to),
    events: points.filter((p) => p.n > 0),
    last: points.findLast(hasScore) ?? null,
  }
}

const OFFSET_STEPS = [5, 10, 15, 30, 60, 90, 180, 360, 720]

/** Round numbers of days around the event, few enough for the width. */
export function offsetTicks(span: Span, width: number): Day[] {
  const room = Math.max(2, Math.floor(width / 56))
  const step = OFFSET_STEPS.find((by) => (span.to - span.from) / by <= room) ?? 1000
  const first = Math.ceil(span.from / step)
  const count = Math.floor(span.to / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => ((first + i) * step) as Day)
}

/** What a panel came to: by the calendar from its first score to its last, else from its event on. Null: no two scores. */
export interface PanelMove {
  readonly name: string
  readonly from: ScoredPoint
  readonly to: ScoredPoint
  readonly change: number
}

export function moveOfPanel(panel: ComparePanel): PanelMove | null {
  const scored = panel.points.filter(hasScore)
  const from = panel.event === null ? scored[0] : scored.findLast((p) => p.day <= 0)
  const to = scored.at(-1)
  if (!from || !to || from.index === to.index) return null
  return { name: panel.name, from, to, change: to.value - from.value }
}
