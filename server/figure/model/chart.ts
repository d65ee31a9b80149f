/**
 * The chart before it is drawn: a series becomes scales, ticks, strokes, bands, gaps, events and a label. Pure numbers,
 * so that the recharts view, a server-side SVG and the tests look at one thing.
 */
import type { Bucket, Day } from '../../domain/day.ts'
import { decimate } from './decimate.ts'
import { type ChartPoint, type Columns, hasScore, isStop, pointsOf, type ScoredPoint } from './points.ts'
import { type DrawnRow, type Gap, gapsOf, segmentsOf } from './segments.ts'
import { type TimeTick, timeTicks, topOf, valueTicks } from './ticks.ts'

/** The plot inside its figure, in CSS pixels. */
export interface Plot {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Span {
  readonly from: Day
  readonly to: Day
}

export interface ChartModel {
  readonly plot: Plot
  /** Days at the left and right edge of the plot. */
  readonly span: Span
  /** Top of the value axis; its foot is always 0. */
  readonly top: number
  readonly timeTicks: readonly TimeTick[]
  readonly valueTicks: readonly number[]
  /** The whole series, drawn or not: keyboard and pointer walk on these. */
  readonly points: readonly ChartPoint[]
  readonly rows: readonly DrawnRow[]
  readonly isolated: readonly ScoredPoint[]
  readonly gaps: readonly Gap[]
  /** Periods in which something counted happened. */
  readonly events: readonly ChartPoint[]
  /** Where the line's own label stands; null where nothing has a score. */
  readonly last: ScoredPoint | null
}

export interface ChartInput {
  readonly columns: Columns
  readonly bucket: Bucket
  readonly plot: Plot
  /** Given by a group of panels that share an axis; otherwise the span and the top of this series alone. */
  readonly span?: Span | undefined
  readonly top?: number | undefined
  /** Drawn points, at most; MOST_POINTS where it is left out. */
  readonly most?: number | undefined
}

export function chartModel({ columns, bucket, plot, span, top, most }: ChartInput): ChartModel {
  const points = pointsOf(columns, bucket)
  const shown = span ?? spanOf(points)
  const highest = top ?? topOf(highestOf(points))
  const kept = decimate(points, most)
  const { rows, isolated } = segmentsOf(points, kept)
  return {
    plot,
    span: shown,
    top: highest,
    timeTicks: timeTicks(shown.from, shown.to, widthOf(plot)),
    valueTicks: valueTicks(highest),
    points,
    rows,
    isolated: [...isolated, ...shortRuns(kept, rows, shown, plot)].sort((x, y) => x.day - y.day),
    gaps: gapsOf(points, shown.to),
    events: points.filter((p) => p.n > 0),
    last: points.findLast(hasScore) ?? null,
  }
}

/** A stroke this short is not seen: its points are drawn as marks as well. */
const SEEN = 10

function shortRuns(kept: readonly ScoredPoint[], rows: readonly DrawnRow[], span: Span, plot: Plot): ScoredPoint[] {
  const short = new Set<Day>()
  let run: Day[] = []
  for (const row of rows) {
    if ((row.solid ?? row.sparse ?? row.tail) !== null) {
      run.push(row.x)
      continue
    }
    const [first, last] = [run[0], run.at(-1)]
    if (first !== undefined && last !== undefined && xOf(last, span, plot) - xOf(first, span, plot) < SEEN) {
      for (const day of run) short.add(day)
    }
    run = []
  }
  return kept.filter((point) => short.has(point.day))
}

/** The point whose mark ends the line; null where it has one already, as a point that stands alone. */
export function endOf({ last, isolated }: Pick<ChartModel, 'last' | 'isolated'>): ScoredPoint | null {
  return last === null || isolated.some((p) => p.day === last.day) ? null : last
}

/** From the first day of the first period to the last listed day. An empty series spans one day. */
export function spanOf(points: readonly ChartPoint[]): Span {
  const from = points[0]?.start ?? (0 as Day)
  return { from, to: points.at(-1)?.day ?? from }
}

/** The highest value or limit of a band. */
export function highestOf(points: readonly ChartPoint[]): number {
  return points.reduce((most, p) => Math.max(most, p.high ?? 0, p.value ?? 0), 0)
}

export function widthOf(plot: Plot): number {
  return Math.max(1, plot.width - plot.left - plot.right)
}

/** Pixels from the left edge of the figure. A span of one day stands in the middle. */
export function xOf(day: Day, span: Span, plot: Plot): number {
  const width = widthOf(plot)
  return plot.left + (span.to === span.from ? width / 2 : ((day - span.from) / (span.to - span.from)) * width)
}

/** The day that stands `x` pixels from the left edge of the figure. */
export function dayAt({ span, plot }: Pick<ChartModel, 'span' | 'plot'>, x: number): Day {
  const share = Math.max(0, Math.min((x - plot.left) / widthOf(plot), 1))
  return Math.round(span.from + share * (span.to - span.from)) as Day
}

/** Pixels from the top edge of the figure. */
export function yOf(value: number, model: Pick<ChartModel, 'plot' | 'top'>): number {
  const { plot, top } = model
  return plot.height - plot.bottom - (value / top) * Math.max(1, plot.height - plot.top - plot.bottom)
}

/**
 * The point a pointer at `x` pixels means: one with a score or events if one lies within `reach`, else the period under
 * the pointer. Null where nothing is listed.
 */
export function pointAt(model: ChartModel, x: number, reach = 16): ChartPoint | null {
  const near = nearest(model.points.filter(isStop), model, x)
  if (near && Math.abs(xOf(near.day, model.span, model.plot) - x) <= reach) return near
  const day = model.span.from + ((x - model.plot.left) / widthOf(model.plot)) * (model.span.to - model.span.from)
  return model.points.find((p) => p.day >= day) ?? model.points.at(-1) ?? null
}

function nearest<P extends ChartPoint>(points: readonly P[], model: ChartModel, x: number): P | null {
  let [low, high] = [0, points.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    const point = points[middle]
    if (point && xOf(point.day, model.span, model.plot) < x) low = middle + 1
    else high = middle
  }
  const [right, left] = [points[low], points[low - 1]]
  if (!right || !left) return right ?? null
  const distance = (p: P) => Math.abs(xOf(p.day, model.span, model.plot) - x)
  return distance(left) <= distance(right) ? left : right
}
