/**
 * From cells to the daily sums of Level, for one direction of one relation. All are whole numbers in fixed small units, so
 * they are exact and do not depend on the order of arrival.
 */
import { QUADS } from '../../codebook/codebook.ts'
import type { Day } from '../../day.ts'
import { EVIDENCE_CLASSES } from '../../record/evidence.ts'
import { FAMILIES, type LeafWeights } from '../daily.ts'
import { type CellSlice, eachCell, type Reading } from '../reading.ts'
import type { PairLead } from './lead.ts'

/** One unit of q, in units of X: thousandths of weight × ten-thousandths of evidence × tenths × tenths × halves. */
export const Q_UNIT = 5e-10
/** One unit of `evidence`, in events: ten-thousandths × halves. */
export const EVIDENCE_UNIT = 5e-5
/** One unit of the squares, in units of X². */
export const SQUARE_UNIT = 1e-10

const STATEMENT = QUADS.indexOf('STATEMENT')
const MATERIAL_CONFLICT = QUADS.indexOf('MATERIAL_CONFLICT')
const UNCOUNTED = EVIDENCE_CLASSES.indexOf('UNCOUNTED')

/** Daily sums from day `first` on; index i is day first + i. A mutual event counts half in a directed series. */
export interface LevelDaily {
  readonly first: Day
  readonly length: number
  /** Σ g d, in EVIDENCE_UNIT: the support, without severity and volume. */
  readonly evidence: Float64Array
  /** Σ w g s v d, in Q_UNIT. */
  readonly tension: Float64Array
  readonly engagement: Float64Array
  /** Σ (w g s v d)² of single events, in SQUARE_UNIT, each rounded. */
  readonly tensionSquares: Float64Array
  readonly engagementSquares: Float64Array
  /** Counted events: g > 0, in one of the four scored families, of a collection that counts on that day. */
  readonly counted: Int32Array
  /** Events kept but not counted: no evidence weight, or plain statements. */
  readonly uncounted: Int32Array
  /** Events of any family that are not denied and not hypothetical: that the relation is spoken of. */
  readonly mentions: Int32Array
  /** Counted events by family: index 5 i + family. */
  readonly families: Int32Array
  /** Events of hand-coded collections in any direction, counted or not: on these days the relation was looked at. */
  readonly borne: Int32Array
}

/** What an event of one cell adds, before its weight: in tenths of tenths of ten-thousandths of halves. */
export interface CellFactor {
  /** g d: ten-thousandths × halves. */
  readonly evidence: number
  /** g s v d: ten-thousandths × tenths × tenths × halves. */
  readonly factor: number
}

export interface LevelReading {
  readonly slices: readonly CellSlice[]
  /** Who counts, by slice. */
  readonly leads: readonly PairLead[]
  /** g by evidence class in ten-thousandths. */
  readonly multipliers: Float64Array
  /** Family of each leaf, as its index in QUADS. */
  readonly quad: Uint8Array
  /** Factor by class of severity, in tenths. */
  readonly severity: readonly [number, number, number]
  readonly reading: Reading
}

/**
 * Visits the cells of collections that count on their day, up to a day: `row` is the index into the slice's columns,
 * `direction` 1 for half, 2 for whole, 0 for events of the other direction.
 */
export function eachLevelCell(
  read: Pick<LevelReading, 'slices' | 'leads' | 'reading'>,
  to: Day,
  visit: (slice: CellSlice, row: number, direction: number, volume: number, sliceIndex: number) => void,
): void {
  eachCell(read.slices, read.reading, to, (slice, row, factor, index) => {
    const { days, collections } = slice.cells
    const volume = (read.leads[index] as PairLead).volumeOn(collections[row] as number, days[row] as Day)
    if (volume > 0) visit(slice, row, factor * 2, volume, index)
  })
}

/** What one event of a cell adds before its weight; both 0 where it does not count. */
export function factorOf(
  read: LevelReading,
  slice: CellSlice,
  row: number,
  direction: number,
  volume: number,
): CellFactor {
  const { cells } = slice
  const quad = read.quad[cells.leaves[row] as number] as number
  const g = read.multipliers[cells.evidence[row] as number] as number
  if (g === 0 || quad === STATEMENT || direction === 0) return { evidence: 0, factor: 0 }
  const severity = quad === MATERIAL_CONFLICT ? (read.severity[cells.severity[row] as 0 | 1 | 2] as number) : 10
  return { evidence: g * direction, factor: g * severity * volume * direction }
}

/** Daily sums from the first cell (or `from`, if earlier) to `to`. `hand` holds the ids of hand-coded collections. */
export function levelDailyOf(
  read: LevelReading,
  weights: Pick<LeafWeights, 'tension' | 'engagement'>,
  hand: ReadonlySet<number>,
  from: Day,
  to: Day,
): LevelDaily {
  const daily = emptyDaily(firstDay(read.slices, from), to)
  eachLevelCell(read, to, (slice, row, direction, volume) => {
    const { cells } = slice
    const at = (cells.days[row] as number) - daily.first
    const count = cells.counts[row] as number
    if (hand.has(cells.collections[row] as number)) bump(daily.borne, at, count)
    if (direction === 0) return
    const evidenceClass = cells.evidence[row] as number
    if (evidenceClass !== UNCOUNTED) bump(daily.mentions, at, count)
    const { evidence, factor } = factorOf(read, slice, row, direction, volume)
    if (evidence === 0) return bump(daily.uncounted, at, count)
    const leaf = cells.leaves[row] as number
    add(daily.evidence, at, evidence * count)
    addMeasure(daily.tension, daily.tensionSquares, at, (weights.tension[leaf] as number) * factor, count)
    addMeasure(daily.engagement, daily.engagementSquares, at, (weights.engagement[leaf] as number) * factor, count)
    bump(daily.counted, at, count)
    bump(daily.families, at * FAMILIES + (read.quad[leaf] as number), count)
  })
  return daily
}

/** `q` is that of one event. */
function addMeasure(sums: Float64Array, squares: Float64Array, at: number, q: number, count: number): void {
  if (q === 0) return
  const x = q * Q_UNIT
  add(sums, at, q * count)
  add(squares, at, Math.round((x * x) / SQUARE_UNIT) * count)
}

function firstDay(slices: readonly CellSlice[], from: Day): Day {
  let first: number = from
  for (const slice of slices) {
    const day = slice.cells.days[0]
    if (day !== undefined) first = Math.min(first, Math.max(day, slice.from))
  }
  return first as Day
}

function emptyDaily(first: Day, to: Day): LevelDaily {
  const length = Math.max(0, to - first + 1)
  return {
    first,
    length,
    evidence: new Float64Array(length),
    tension: new Float64Array(length),
    engagement: new Float64Array(length),
    tensionSquares: new Float64Array(length),
    engagementSquares: new Float64Array(length),
    counted: new Int32Array(length),
    uncounted: new Int32Array(length),
    mentions: new Int32Array(length),
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
