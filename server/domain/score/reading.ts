/**
 * What of the record a score reads: slices of cells, up to a revision, of some collections, in one direction.
 */
import type { Day } from '../day.ts'
import type { Direction } from '../directory/relation.ts'
import type { Revision } from '../record/revision.ts'
import type { Cells } from './tally.ts'

/** Cells of one slice. */
export interface CellSlice {
  readonly cells: Cells
  readonly flipped: boolean
  readonly from: Day
  readonly to: Day
}

export interface Reading {
  readonly direction: Direction
  readonly revision: Revision
  /** Ids of the collections taken; null = all. */
  readonly collections: ReadonlySet<number> | null
  /** Ids of collections that cover only the days their statements bear. */
  readonly unmonitored: ReadonlySet<number>
}

/** Half for a mutual event in a directed series, 1 for an event of the direction, 0 for one of the other. */
export function directionFactor(direction: Direction, cellDirection: number, flipped: boolean): number {
  if (direction === 'BOTH') return 1
  if (cellDirection === 2) return 0.5
  return (direction === 'A_TO_B') === ((cellDirection === 0) !== flipped) ? 1 : 0
}

/**
 * Visits the cells that are read up to a day: `row` is the index into the slice's columns, `factor` that of the
 * direction (0 for events of the other direction, which cover a day but do not count).
 */
export function eachCell(
  slices: readonly CellSlice[],
  reading: Reading,
  to: Day,
  visit: (slice: CellSlice, row: number, factor: number, sliceIndex: number) => void,
): void {
  const { direction, revision, collections: only } = reading
  slices.forEach((slice, index) => {
    const { days, directions, collections, revisions } = slice.cells
    const last = Math.min(slice.to, to)
    for (let row = 0; row < days.length; row++) {
      const day = days[row] as number
      if (day > last) break
      if (day < slice.from || (revisions[row] as number) > revision) continue
      if (only !== null && !only.has(collections[row] as number)) continue
      visit(slice, row, directionFactor(direction, directions[row] as number, slice.flipped), index)
    }
  })
}
