/** The cells that a score is made of. */
import type { Day } from '../day.ts'
import { EVIDENCE_UNIT, eachLevelCell, factorOf } from '../score/level/daily.ts'
import { powersOf } from '../score/level/decay.ts'
import { levelReadingOf } from '../score/level/run.ts'
import { type CellSlice, eachCell } from '../score/reading.ts'
import type { LevelScoring, Scoring, ToneScoring } from '../score/scoring.ts'
import type { CellDirection } from '../score/tally.ts'
import type { CellKey } from './contribution.ts'

export interface CountedCell extends CellKey {
  readonly count: number
  /** g as it counts here, 0–1: half for a mutual event in a direction. */
  readonly quality: number
  /** s v: how much more it counts under Level for its severity and its collection; 1 under Tone. */
  readonly volume: number
}

/**
 * Cells standing in the reading's revision up to a day, with a positive count and a family that is scored. A cell has as
 * many rows as it had corrections; the rows of a day follow each other, so a day's cells are all that is searched.
 */
export function countedCells(scoring: Scoring, day: Day, wanted: (day: Day, leaf: number) => boolean): CountedCell[] {
  const cells = new CellSums()
  if (scoring.method === 'TONE') eachToneCell(scoring, day, wanted, cells)
  else eachCellOfLevel(scoring, day, wanted, cells)
  return cells.standing()
}

/** λ^age for ages of at most `most` days. Tone has a power function, as it always had; Level the same bits everywhere. */
export function fadingOf(scoring: Scoring, most: number): (age: number) => number {
  const { lambda } = scoring.parameters
  if (scoring.method === 'TONE') return (age) => lambda ** age
  const powers = powersOf(lambda, most)
  return (age) => powers[age] as number
}

type Wanted = (day: Day, leaf: number) => boolean

function eachToneCell(scoring: ToneScoring, to: Day, wanted: Wanted, into: CellSums): void {
  const { weights, multipliers } = scoring
  eachCell(scoring.slices, scoring.reading, to, (slice, row, factor, index) => {
    const leaf = slice.cells.leaves[row] as number
    if (!wanted(slice.cells.days[row] as Day, leaf)) return
    const quality = ((multipliers[slice.cells.evidence[row] as number] as number) / 1e4) * factor
    if (quality !== 0 && weights.quad[leaf] !== 0) into.add(slice, row, index, quality, 1)
  })
}

function eachCellOfLevel(scoring: LevelScoring, to: Day, wanted: Wanted, into: CellSums): void {
  const read = levelReadingOf(scoring)
  eachLevelCell(read, to, (slice, row, direction, volume, index) => {
    if (!wanted(slice.cells.days[row] as Day, slice.cells.leaves[row] as number)) return
    const { evidence, factor } = factorOf(read, slice, row, direction, volume)
    if (evidence !== 0) into.add(slice, row, index, evidence * EVIDENCE_UNIT, factor / evidence / 100)
  })
}

/** Rows of cells summed by cell, in the order in which they were first met. */
class CellSums {
  private readonly found: { -readonly [K in keyof CountedCell]: CountedCell[K] }[] = []
  private readonly ofDay = new Map<number, number>()
  private slice = -1
  private day = Number.NaN

  add({ cells }: CellSlice, row: number, slice: number, quality: number, volume: number): void {
    const day = cells.days[row] as Day
    const leaf = cells.leaves[row] as number
    const evidence = cells.evidence[row] as number
    const severity = cells.severity[row] as number
    const direction = cells.directions[row] as CellDirection
    const collection = cells.collections[row] as number
    const count = cells.counts[row] as number
    if (slice !== this.slice || day !== this.day) this.ofDay.clear()
    this.slice = slice
    this.day = day
    // Columns of 16, 16, 4, 2 and 2 bits.
    const key = (((leaf * 65_536 + collection) * 16 + evidence) * 4 + severity) * 4 + direction
    const known = this.found[this.ofDay.get(key) ?? -1]
    if (known) {
      known.count += count
      return
    }
    this.ofDay.set(key, this.found.length)
    this.found.push({ slice, direction, day, leaf, evidence, severity, collection, count, quality, volume })
  }

  standing(): CountedCell[] {
    return this.found.filter((cell) => cell.count > 0)
  }
}
