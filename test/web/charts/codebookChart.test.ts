/** One index under two codebooks: where both have a score, how far they part, and nothing across silence. */
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../server/figure/model/chart.ts'
import { type Columns, pointsOf } from '../../../server/figure/model/points.ts'
import { codebookPairs, differenceOf, differencePath } from '../../../web/charts/codebook/CodebookChart.rows.ts'
import { codebookFinding } from '../../../web/charts/codebook/CodebookChart.tsx'
import { i18n } from '../../../web/i18n.ts'

const months = (...value: (number | null)[]): Columns => ({
  days: value.map((_, i) => `2018-${String(i + 1).padStart(2, '0')}-28`),
  value,
  low: value,
  high: value,
  n: value.map(() => 1),
  state: value.map((score) => (score === null ? 'NOT_ENOUGH' : 'SCORED')),
  provisionalFrom: null,
})
const points = (...value: (number | null)[]) => pointsOf(months(...value), 'MONTH')

describe('two codebooks', () => {
  const one = points(10, 20, null, 30, 40)
  const other = points(12, 14, 50, null, 44)

  it('are held against each other where both have a score, stretch by stretch', () => {
    const runs = codebookPairs(one, other)
    expect(runs.map((run) => run.map((pair) => pair.difference))).toEqual([[2, -6], [4]])
  })

  it('differ on average and most', () => {
    // (2 − 6 + 4) / 3 = 0
    const found = differenceOf(codebookPairs(one, other))
    expect(found?.mean).toBe(0)
    expect(found?.largest.difference).toBe(-6)
    expect(codebookFinding(i18n, found, 'tension', 'milder-2', 'default-1', 'MONTH')).toBe(
      'Tension under milder-2 differs from default-1 by 0.0 points on average, most in February 2018: −6.0',
    )
  })

  it('have nothing to say where no period has both scores', () => {
    expect(differenceOf(codebookPairs(points(10, null), points(null, 10)))).toBeNull()
    expect(codebookFinding(i18n, null, 'engagement', 'b', 'a', 'MONTH')).toBe(
      'Engagement: no period has a score under both codebooks',
    )
  })

  it('shade the area between the lines, and none over silence', () => {
    const plot = { width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 }
    const path = differencePath(codebookPairs(one, other), { plot, top: 100, span: spanOf(one) })
    // One area of four corners: the lone fifth month has no width. 10 of 100 points stand 90 pixels from the top.
    expect(path.match(/M/g)).toHaveLength(1)
    expect([...path.matchAll(/ ([\d.]+)/g)].map((m) => Number(m[1]))).toEqual([90, 80, 86, 88])
  })
})
