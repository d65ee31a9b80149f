/**
 * The time series of stances: per period, how many events of each family, the balance of the two scores, and the tag
 * that was seen most.
 */

import type { Bucket, Day } from '../day.ts'
import { FAMILIES } from './daily.ts'
import { eachLevelCell } from './level/daily.ts'
import { type CellSlice, eachCell } from './reading.ts'
import { runOf } from './run.ts'
import type { Scoring } from './scoring.ts'
import { periodsOf, seriesOf } from './series.ts'

/** Columns of equal length, ascending by day; the days are those of a series with the same arguments. */
export interface Stances {
  readonly days: readonly Day[]
  /** Counted events by family. */
  readonly verbalCooperation: readonly number[]
  readonly materialCooperation: readonly number[]
  readonly verbalConflict: readonly number[]
  readonly materialConflict: readonly number[]
  /** Plain statements, which carry no weight. */
  readonly statement: readonly number[]
  /** −1 to 1; null where there is no score. */
  readonly balance: readonly (number | null)[]
  /** Index (in the codebook's tags) of the tag of most counted events; of equals the first in the codebook; null where there are none. */
  readonly leading: readonly (number | null)[]
}

/** `tagOfLeaf` gives the index of a leaf's tag in the codebook, by leaf index. */
export function stancesOf(scoring: Scoring, tagOfLeaf: Int32Array, from: Day, to: Day, bucket: Bucket): Stances {
  const series = seriesOf(scoring, from, to, bucket)
  const { daily, covered } = runOf(scoring, from, to)
  const periods = periodsOf(from, to, bucket, (day) => covered[day - daily.first] === 1)
  const periodOf = new Map<number, number>()
  periods.forEach((p, i) => {
    for (let day = p.first as number; day <= p.last; day++) periodOf.set(day, i)
  })
  const counts = periods.map(() => new Map<number, number>())
  const statements = periods.map(() => 0)
  eachCounted(scoring, to, ({ cells }, row, factor) => {
    const period = periodOf.get(cells.days[row] as number)
    if (period === undefined || factor === 0 || scoring.multipliers[cells.evidence[row] as number] === 0) return
    const leaf = cells.leaves[row] as number
    const count = cells.counts[row] as number
    const byTag = counts[period] as Map<number, number>
    if (scoring.weights.quad[leaf] === 0) statements[period] = (statements[period] as number) + count
    else byTag.set(tagOfLeaf[leaf] as number, (byTag.get(tagOfLeaf[leaf] as number) ?? 0) + count)
  })
  const family = (k: number) =>
    periods.map((p) => {
      let sum = 0
      for (let day = p.first as number; day <= p.last; day++)
        sum += daily.families[(day - daily.first) * FAMILIES + k] as number
      return sum
    })
  return {
    days: series.days,
    verbalCooperation: family(1),
    materialCooperation: family(2),
    verbalConflict: family(3),
    materialConflict: family(4),
    statement: statements,
    balance: series.balance,
    leading: counts.map(mostSeen),
  }
}

/** The cells that count under the method: under Level those of collections that lead. */
function eachCounted(scoring: Scoring, to: Day, visit: (slice: CellSlice, row: number, factor: number) => void): void {
  if (scoring.method === 'LEVEL') eachLevelCell(scoring, to, visit)
  else eachCell(scoring.slices, scoring.reading, to, visit)
}

function mostSeen(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null
  let most = 0
  for (const [tag, count] of [...counts].sort(([x], [y]) => x - y)) {
    if (count > most) {
      best = tag
      most = count
    }
  }
  return best
}
