/**
 * How a line is cut: solid where it is scored, dashed where it is sparse, dotted where it is provisional, and not at
 * all across a period without a score. Rows are what a line component draws: a key is null where its stroke is not.
 */
import type { Day } from '../../domain/day.ts'
import type { ChartPoint, PointState, ScoredPoint } from './points.ts'

export type Stroke = 'solid' | 'sparse' | 'tail'

export interface DrawnRow {
  readonly x: Day
  readonly solid: number | null
  readonly sparse: number | null
  readonly tail: number | null
  readonly band: readonly [number, number] | null
}

/** Days without a score, both inclusive, and why. */
export interface Gap {
  readonly from: Day
  readonly to: Day
  readonly why: Extract<PointState, 'NOT_ENOUGH' | 'NOT_COVERED'>
}

export interface Segments {
  readonly rows: readonly DrawnRow[]
  /** Points with no neighbour to be joined to: drawn as marks, or they would not be seen at all. */
  readonly isolated: readonly ScoredPoint[]
}

/** Cuts the kept points where the full series has a period without a score between two of them. */
export function segmentsOf(points: readonly ChartPoint[], kept: readonly ScoredPoint[]): Segments {
  const rows: DrawnRow[] = []
  const isolated: ScoredPoint[] = []
  let before: Stroke | null = null
  kept.forEach((point, i) => {
    const next = kept[i + 1]
    const after = next && joined(points, point, next) ? strokeOf(point, next) : null
    if (before === null && after === null) isolated.push(point)
    if (before !== null) rows.push(rowOf(point, before))
    if (after !== null && after !== before) rows.push(rowOf(point, after))
    if (before !== null && after === null) rows.push(breakAt(point.day))
    before = after
  })
  return { rows, isolated }
}

function joined(points: readonly ChartPoint[], a: ChartPoint, b: ChartPoint): boolean {
  for (let i = a.index + 1; i < b.index; i++) if (points[i]?.value === null) return false
  return true
}

function strokeOf(a: ChartPoint, b: ChartPoint): Stroke {
  if (b.provisional) return 'tail'
  return a.state === 'SPARSE' || b.state === 'SPARSE' ? 'sparse' : 'solid'
}

function rowOf(point: ScoredPoint, stroke: Stroke): DrawnRow {
  const at = (wanted: Stroke) => (stroke === wanted ? point.value : null)
  return { x: point.day, solid: at('solid'), sparse: at('sparse'), tail: at('tail'), band: bandOf(point) }
}

function breakAt(x: Day): DrawnRow {
  return { x, solid: null, sparse: null, tail: null, band: null }
}

function bandOf(point: ChartPoint): readonly [number, number] | null {
  return point.low === null || point.high === null ? null : [point.low, point.high]
}

/** Stretches without a score: from the day after the last scored point to the start of the next scored period. */
export function gapsOf(points: readonly ChartPoint[], to: Day): Gap[] {
  const gaps: Gap[] = []
  let open: { from: Day; why: Gap['why'] } | null = null
  points.forEach((point, i) => {
    if (point.value !== null) {
      if (open && point.start > open.from) gaps.push({ ...open, to: (point.start - 1) as Day })
      open = null
      return
    }
    const why = point.state === 'NOT_COVERED' ? 'NOT_COVERED' : 'NOT_ENOUGH'
    const before = points[i - 1]
    const from = before && before.value !== null ? ((before.day + 1) as Day) : point.start
    if (open && open.why !== why) {
      gaps.push({ ...open, to: (point.start - 1) as Day })
      open = null
    }
    open ??= { from, why }
  })
  const last = open as { from: Day; why: Gap['why'] } | null
  if (last && last.from <= to) gaps.push({ ...last, to })
  return gaps
}
