/** How much a feature tells of the classes, before anything is fitted. */
import type { SparseRow } from './softmax.ts'

/**
 * How telling each column is: the root mean square, over the classes, of the logarithm of how much more often a class has
 * it than examples have altogether (smoothed by one example), as in Wang and Manning (2012). Columns are stretched by it
 * while fitting, so that the penalty holds back most what tells least. 1 for the bias, the last; never below 0.01.
 */
export function tellingOf(
  rows: readonly SparseRow[],
  classes: Uint8Array,
  weights: Float64Array,
  columnCount: number,
  classCount: number,
): Float64Array {
  const counts = new Float64Array(columnCount * classCount)
  const totals = new Float64Array(classCount)
  for (const [r, { columns }] of rows.entries()) {
    const [c, weight] = [classes[r] as number, weights[r] as number]
    totals[c] = (totals[c] as number) + weight
    for (const column of columns) counts[column * classCount + c] = (counts[column * classCount + c] as number) + weight
  }
  const all = totals.reduce((x, y) => x + y, 0)
  const telling = new Float64Array(columnCount + 1).fill(1)
  for (let column = 0; column < columnCount; column++) {
    const own = counts.subarray(column * classCount, (column + 1) * classCount)
    const sum = own.reduce((x, y) => x + y, 0)
    const squares = own.reduce((x, count, c) => {
      const usual = (totals[c] as number) / all
      return usual === 0 ? x : x + Math.log((count + usual) / (sum + 1) / usual) ** 2
    }, 0)
    telling[column] = Math.max(0.01, Math.sqrt(squares / classCount))
  }
  return telling
}
