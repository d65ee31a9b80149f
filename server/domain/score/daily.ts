/**
 * From cells to daily sums: for one direction of one relation, what each day adds. All sums are whole numbers in fixed
 * small units, so they are exact and do not depend on the order of arrival.
 */
import { QUADS } from '../codebook/codebook.ts'
import type { Day } from '../day.ts'
import { EVIDENCE_CLASSES } from '../record/evidence.ts'
import { type CellSlice, eachCell, type Reading } from './reading.ts'

/** Weights by leaf index, in thousandths (0–10,000), and the index of each leaf's family in QUADS. */
export interface LeafWeights {
  readonly tension: Float64Array
  readonly engagement: Float64Array
  readonly quad: Uint8Array
}

/**
 * Daily sums from day `first` on; index i is day first + i. A mutual event counts half in a directed series.
 * `evidence` Σ g in 10⁻⁴ events; `tension`, `engagement` Σ w g in 10⁻⁷; `squares` Σ g² in 10⁻⁸;
 * `tensionSquares`, `engagementSquares` Σ w² g in 10⁻¹⁰. Sums run over the four quad families.
 */
export interface Daily {
  readonly first: Day
  readonly length: number
  readonly evidence: Float64Array
  readonly tension: Float64Array
  readonly engagement: Float64Array
  readonly squares: Float64Array
  readonly tensionSquares: Float64Array
  readonly engagementSquares: Float64Array
  /** Counted events: g > 0 and in one of the quad families. */
  readonly counted: Int32Array
  /** Events kept but not counted: no evidence weight, or plain statements. */
  readonly uncounted: Int32Array
  /** Counted events by family: index 5 i + family. */
  readonly families: Int32Array
  /** Events of unmonitored collections in any direction, counted or not: the days those collections cover. */
  readonly borne: Int32Array
}

export const FAMILIES = QUADS.length
const STATEMENT = QUADS.indexOf('STATEMENT')

/** The multipliers g by evidence class, in ten-thousandths, as the kernel reads them. */
export function multipliers(evidence: Readonly<Record<(typeof EVIDENCE_CLASSES)[number], number>>): Float64Array {
  return Float64Array.from(EVIDENCE_CLASSES, (name) => evidence[name])
}

/** Daily sums from the first cell (or `from`, if earlier) to `to`. */
export function dailyOf(
  slices: readonly CellSlice[],
  weights: LeafWeights,
  g: Float64Array,
  reading: Reading,
  from: Day,
  to: Day,
): Daily {
  const first = firstDay(slices, from)
  const length = Math.max(0, to - first + 1)
  const daily = emptyDaily(first, length)
  eachCell(slices, reading, to, (slice, row, factor) => {
    const { days, collections, counts } = slice.cells
    if (reading.unmonitored.has(collections[row] as number)) {
      bump(daily.borne, (days[row] as number) - first, counts[row] as number)
    }
    if (factor > 0) addCell(daily, slice, row, factor, weights, g)
  })
  return daily
}

function addCell(
  daily: Daily,
  slice: CellSlice,
  row: number,
  factor: number,
  weights: LeafWeights,
  g: Float64Array,
): void {
  const { cells } = slice
  const at = (cells.days[row] as number) - daily.first
  const count = cells.counts[row] as number
  const leaf = cells.leaves[row] as number
  const multiplier = g[cells.evidence[row] as number] as number
  const quad = weights.quad[leaf] as number
  if (multiplier === 0 || quad === STATEMENT) {
    bump(daily.uncounted, at, count)
    return
  }
  const tension = weights.tension[leaf] as number
  const engagement = weights.engagement[leaf] as number
  const share = multiplier * factor
  const sum = share * count
  add(daily.evidence, at, sum)
  add(daily.tension, at, tension * sum)
  add(daily.engagement, at, engagement * sum)
  add(daily.squares, at, share * sum)
  add(daily.tensionSquares, at, tension * tension * sum)
  add(daily.engagementSquares, at, engagement * engagement * sum)
  bump(daily.counted, at, count)
  bump(daily.families, at * FAMILIES + quad, count)
}

function firstDay(slices: readonly CellSlice[], from: Day): Day {
  let first: number = from
  for (const slice of slices) {
    const day = slice.cells.days[0]
    if (day !== undefined) first = Math.min(first, Math.max(day, slice.from))
  }
  return first as Day
}

function emptyDaily(first: Day, length: number): Daily {
  const column = () => new Float64Array(length)
  return {
    first,
    length,
    evidence: column(),
    tension: column(),
    engagement: column(),
    squares: column(),
    tensionSquares: column(),
    engagementSquares: column(),
    counted: new Int32Array(length),
    uncounted: new Int32Array(length),
    families: new Int32Array(length * FAMILIES),
    borne: new Int32Array(length),
  }
}

function add(column: Float64Array, at: number, value: number): void {
  column[at] = (column[at] as number) + value
}

function bump(column: Int32Array, at: number, count: number): void {
  column[at] = (column[at] as number) + count
}
