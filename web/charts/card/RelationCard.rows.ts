/** What a card says of a relation: the last score of each index, and how it changed since the score before. */
import type { Bucket } from '../../../server/domain/day.ts'
import type { Span } from '../../../server/figure/model/chart.ts'
import { sharedScale } from '../../../server/figure/model/figure.ts'
import {
  type ChartPoint,
  columnsOf,
  hasScore,
  type Measure,
  pointsOf,
  type ScoredPoint,
  type SeriesColumns,
  scoredBefore,
} from '../../../server/figure/model/points.ts'

export interface CardIndex {
  readonly measure: Measure
  readonly points: readonly ChartPoint[]
  /** Null where nothing in the range has a score. */
  readonly last: ScoredPoint | null
  /** Points of the scale since the score before, as printed; null where there is none. */
  readonly change: number | null
}

export interface Card {
  readonly span: Span
  readonly top: number
  readonly indices: readonly CardIndex[]
  /** The latest period with a score of either index. */
  readonly latest: ScoredPoint | null
}

export function cardOf(series: SeriesColumns, bucket: Bucket, measures: readonly Measure[]): Card {
  const { span, top } = sharedScale(series, bucket)
  const indices = measures.map((measure): CardIndex => {
    const points = pointsOf(columnsOf(series, measure), bucket)
    const last = points.findLast(hasScore) ?? null
    const before = last && scoredBefore(points, last.index)
    return { measure, points, last, change: last && before ? Math.round(last.value) - Math.round(before.value) : null }
  })
  const latest = indices.reduce<ScoredPoint | null>(
    (found, { last }) => (last && (!found || last.day > found.day) ? last : found),
    null,
  )
  return { span, top, indices, latest }
}
