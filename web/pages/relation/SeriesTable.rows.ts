/** The chart as rows: the same numbers, latest first, with why there is none where there is none. */

import type { Bucket } from '../../../server/domain/day.ts'
import {
  type ChartPoint,
  columnsOf,
  type Measure,
  pointsOf,
  type SeriesColumns,
} from '../../../server/figure/model/points.ts'
import { type Transform, transformed } from '../../../server/figure/model/transform.ts'

export interface SeriesRow {
  readonly tension: ChartPoint
  readonly engagement: ChartPoint
  readonly uncounted: number
}

/** Periods nobody looked at are left out unless `everything` is wanted: they would bury the rest. */
export function seriesRows(
  series: SeriesColumns & { readonly uncounted: readonly number[] },
  bucket: Bucket,
  everything: boolean,
  transform: Transform = 'level',
): SeriesRow[] {
  const points = (measure: Measure) => pointsOf(transformed(columnsOf(series, measure), bucket, transform), bucket)
  const engagement = points('engagement')
  return points('tension')
    .flatMap((tension, i) => {
      const other = engagement[i]
      return other ? [{ tension, engagement: other, uncounted: series.uncounted[tension.index] ?? 0 }] : []
    })
    .filter((row) => everything || row.tension.state !== 'NOT_COVERED')
    .reverse()
}
