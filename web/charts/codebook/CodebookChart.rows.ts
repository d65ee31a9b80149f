/** One index under two codebooks: where the lines part, and by how much. */
import { type ChartModel, xOf, yOf } from '../../../server/figure/model/chart.ts'
import { type ChartPoint, hasScore, type ScoredPoint } from '../../../server/figure/model/points.ts'

/** One period with a score under both. */
export interface CodebookPair {
  readonly one: ScoredPoint
  readonly other: ScoredPoint
  /** The other less the one, in points. */
  readonly difference: number
}

/** Periods with a score under both, in order; each inner list is a stretch without silence. */
export function codebookPairs(points: readonly ChartPoint[], others: readonly ChartPoint[]): CodebookPair[][] {
  const runs: CodebookPair[][] = []
  let run: CodebookPair[] = []
  for (const one of points) {
    const other = others[one.index]
    if (other && other.day === one.day && hasScore(one) && hasScore(other)) {
      if (run.length === 0) runs.push(run)
      run.push({ one, other, difference: other.value - one.value })
    } else run = []
  }
  return runs
}

/** The area between the two lines, stretch by stretch. */
export function differencePath(
  runs: readonly CodebookPair[][],
  model: Pick<ChartModel, 'plot' | 'top' | 'span'>,
): string {
  const at = (point: ScoredPoint) =>
    `${xOf(point.day, model.span, model.plot).toFixed(1)} ${yOf(point.value, model).toFixed(1)}`
  return runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const there = run.map((pair) => at(pair.one))
      const back = run.map((pair) => at(pair.other)).reverse()
      return `M${[...there, ...back].join('L')}Z`
    })
    .join('')
}

export interface CodebookDifference {
  /** Mean over the periods with both scores, in points. */
  readonly mean: number
  readonly largest: CodebookPair
}

/** Null where no period has both scores. */
export function differenceOf(runs: readonly CodebookPair[][]): CodebookDifference | null {
  const pairs = runs.flat()
  const first = pairs[0]
  if (!first) return null
  const largest = pairs.reduce((most, p) => (Math.abs(p.difference) > Math.abs(most.difference) ? p : most), first)
  return { mean: pairs.reduce((sum, p) => sum + p.difference, 0) / pairs.length, largest }
}
