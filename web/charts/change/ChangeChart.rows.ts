/** Columns of a chart of changes: up from the middle line or down from it, hatched gaps where there is none. */

import { type Plot, type Span, xOf } from '../../../server/figure/model/chart.ts'
import { type ChartPoint, hasScore } from '../../../server/figure/model/points.ts'
import { type Gap, gapsOf } from '../../../server/figure/model/segments.ts'

export interface ChangeColumn {
  readonly index: number
  readonly x: number
  readonly width: number
  /** Edges in pixels from the top; equal where nothing moved. */
  readonly from: number
  readonly to: number
  readonly rises: boolean
  readonly sparse: boolean
}

export interface ChangeModel {
  readonly plot: Plot
  readonly span: Span
  readonly top: number
  readonly points: readonly ChartPoint[]
  readonly columns: readonly ChangeColumn[]
  readonly gaps: readonly Gap[]
  /** Pixels from the top of a change of this many points. */
  readonly yOf: (change: number) => number
}

/** A round number of points that holds the largest change on either side. */
export function changeTop(points: readonly ChartPoint[]): number {
  const most = points.reduce((size, p) => Math.max(size, Math.abs(p.value ?? 0)), 0)
  return [5, 10, 20, 40, 60, 80].find((top) => most <= top) ?? 100
}

/** Two columns on one pixel stand as the larger of them: long series are not drawn twice in one place. */
export function changeModel(points: readonly ChartPoint[], span: Span, plot: Plot, top: number): ChangeModel {
  const middle = (plot.top + plot.height - plot.bottom) / 2
  const unit = (plot.height - plot.bottom - plot.top) / 2 / top
  const yOf = (change: number) => middle - change * unit
  const drawn = new Map<number, ChangeColumn & { readonly size: number }>()
  for (const point of points.filter(hasScore)) {
    const right = xOf(point.day, span, plot)
    const width = Math.max(1.5, Math.min(14, right - xOf(point.start, span, plot) - 1))
    const x = right - width
    const size = Math.abs(point.value)
    if ((drawn.get(Math.round(x))?.size ?? -1) >= size) continue
    const edges = [middle, yOf(point.value)] as const
    drawn.set(Math.round(x), {
      index: point.index,
      x,
      width,
      from: Math.min(...edges),
      to: Math.max(...edges),
      rises: point.value > 0,
      sparse: point.state === 'SPARSE',
      size,
    })
  }
  const columns = [...drawn.values()].map(({ size: _, ...column }) => column)
  return { plot, span, top, points, columns, gaps: gapsOf(points, span.to), yOf }
}
