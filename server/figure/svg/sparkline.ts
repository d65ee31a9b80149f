/** A sparkline as SVG text, as Sparkline.tsx draws it; its colours are those of the page around it. */

import { type Plot, type Span, xOf, yOf } from '../model/chart.ts'
import { bandPath, linePath } from '../model/paths.ts'
import { type ChartPoint, hasScore } from '../model/points.ts'
import { segmentsOf } from '../model/segments.ts'

interface Spark {
  readonly points: readonly ChartPoint[]
  readonly span: Span
  /** Top of the scale, shared by all rows so that heights can be compared. */
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface SparkDot {
  readonly key: string
  readonly cx: number
  readonly cy: number
  readonly r: number
}

/** The shapes of a sparkline: its foot, band and line as paths, a dot on each point that stands alone and on the last. */
export function sparkShapes({ points, span, top, width, height }: Spark) {
  const plot: Plot = { width, height, left: 3, right: 3, top: 3, bottom: 3 }
  const model = { plot, top, span }
  const indexed = points.map((p, index) => ({ ...p, index }))
  const { rows, isolated } = segmentsOf(indexed, indexed.filter(hasScore))
  const last = indexed.findLast(hasScore)
  const dotOn = (p: (typeof isolated)[number], key: string, r: number): SparkDot => ({
    key,
    cx: xOf(p.day, span, plot),
    cy: yOf(p.value, model),
    r,
  })
  return {
    floor: `M0 ${height - 2.5}H${width}`,
    band: bandPath(rows, model),
    line: linePath(rows, model),
    dots: [...isolated.map((p) => dotOn(p, String(p.index), 1.8)), ...(last ? [dotOn(last, 'last', 2.4)] : [])],
  }
}

export function sparklineSvg(spark: Omit<Spark, 'width' | 'height'>, className: string): string {
  const [width, height] = [SPARK_WIDTH, SPARK_HEIGHT]
  const { floor, band, line, dots } = sparkShapes({ ...spark, width, height })
  return [
    `<svg class="sparkline ${className}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">`,
    `<path class="floor" d="${floor}"></path><path class="band" d="${band}"></path><path class="line" d="${line}"></path>`,
    ...dots.map(({ cx, cy, r }) => `<circle class="dot" cx="${cx}" cy="${cy}" r="${r}"></circle>`),
    '</svg>',
  ].join('')
}

export const SPARK_WIDTH = 116
export const SPARK_HEIGHT = 36
