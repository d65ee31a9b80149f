/** Strokes of the event lane: periods that would fall on the same few pixels stand as one, with all their events. */
import type { Day } from '../../domain/day.ts'
import { type Plot, type Span, xOf } from './chart.ts'
import type { ChartPoint } from './points.ts'

export interface LaneStroke {
  /** Right edge and width, in pixels. */
  readonly x: number
  readonly width: number
  readonly n: number
  /** First and last listed day that stand in it. */
  readonly from: Day
  readonly to: Day
}

/** Narrower columns than this are joined. */
const COLUMN = 3

export function laneStrokes(points: readonly ChartPoint[], span: Span, plot: Plot): LaneStroke[] {
  const columns = new Map<number, LaneStroke>()
  for (const point of points) {
    if (point.n === 0) continue
    const x = xOf(point.day, span, plot)
    const width = Math.max(2, Math.min(10, x - xOf(point.start, span, plot) - 1))
    const column = Math.floor(x / COLUMN)
    const before = columns.get(column)
    columns.set(column, {
      x,
      width,
      n: point.n + (before?.n ?? 0),
      from: before?.from ?? point.day,
      to: point.day,
    })
  }
  return [...columns.values()]
}

/** The stroke nearest to `x` pixels, if one lies within `reach`. */
export function strokeAt(strokes: readonly LaneStroke[], x: number, reach = 16): LaneStroke | null {
  const distance = (stroke: LaneStroke) => Math.abs(stroke.x - stroke.width / 2 - x)
  const nearest = strokes.reduce<LaneStroke | null>((n, s) => (n && distance(n) <= distance(s) ? n : s), null)
  return nearest && distance(nearest) <= reach ? nearest : null
}
