/** The panels of one relation on one time axis and one scale, so that heights and days can be compared between them. */
import type { Bucket } from '../../domain/day.ts'
import { type ChartModel, chartModel, highestOf, type Span, spanOf } from './chart.ts'
import { plotOf } from './plot.ts'
import { type ChartPoint, columnsOf, type Measure, pointsOf, type SeriesColumns } from './points.ts'
import { topOf } from './ticks.ts'

export interface SharedScale {
  /** The periods, with the values of tension. */
  readonly points: readonly ChartPoint[]
  readonly span: Span
  /** Top of both value axes. */
  readonly top: number
}

export function sharedScale(series: SeriesColumns, bucket: Bucket): SharedScale {
  const points = pointsOf(columnsOf(series, 'tension'), bucket)
  const highest = Math.max(highestOf(points), highestOf(pointsOf(columnsOf(series, 'engagement'), bucket)))
  return { points, span: spanOf(points), top: topOf(highest) }
}

export interface PanelModel {
  readonly measure: Measure
  readonly model: ChartModel
  /** The last panel bears the labels of the days for all. */
  readonly timeAxis: boolean
}

export interface FigureSize {
  readonly width: number
  /** Of each panel. */
  readonly height: number
  /** Drawn points of a series, at most; 500 where it is left out. */
  readonly most?: number | undefined
}

export function panelModels(
  series: SeriesColumns,
  bucket: Bucket,
  measures: readonly Measure[],
  { width, height, most }: FigureSize,
  { span, top }: SharedScale = sharedScale(series, bucket),
): readonly PanelModel[] {
  return measures.map((measure, i) => {
    const timeAxis = i === measures.length - 1
    const plot = plotOf(width, height - (timeAxis ? 0 : 18), timeAxis)
    return {
      measure,
      timeAxis,
      model: chartModel({ columns: columnsOf(series, measure), bucket, span, top, plot, most }),
    }
  })
}
