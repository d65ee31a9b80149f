/** The strokes and the band of a chart model as SVG paths: the same points that the page draws. */

import { type ChartModel, xOf, yOf } from '../model/chart.ts'
import type { Stroke } from '../model/segments.ts'

type Placed = Pick<ChartModel, 'rows' | 'span' | 'plot' | 'top'>

/** Tenths of a pixel: finer cannot be seen, and twenty years of it would be twice as long. */
export function pixel(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** One kind of stroke; a row where it is not drawn lifts the pen. */
export function strokePath(model: Placed, stroke: Stroke): string {
  let path = ''
  let pen = 'M'
  for (const row of model.rows) {
    const value = row[stroke]
    if (value === null) {
      pen = 'M'
      continue
    }
    path += `${pen}${pixel(xOf(row.x, model.span, model.plot))},${pixel(yOf(value, model))}`
    pen = 'L'
  }
  return path
}

/** Out along the upper limits and back along the lower ones, one closed shape for each stretch. */
export function bandPath(model: Placed): string {
  let path = ''
  let upper: string[] = []
  let lower: string[] = []
  const close = () => {
    if (upper.length > 1) path += `M${upper.join('L')}L${lower.reverse().join('L')}Z`
    upper = []
    lower = []
  }
  for (const row of model.rows) {
    if (row.band === null) {
      close()
      continue
    }
    const x = pixel(xOf(row.x, model.span, model.plot))
    const [low, high] = row.band.map((limit) => `${x},${pixel(yOf(limit, model))}`)
    // Where two strokes meet the model has the same point twice; the band needs it once.
    if (high === upper.at(-1) && low === lower.at(-1)) continue
    upper.push(high ?? '')
    lower.push(low ?? '')
  }
  close()
  return path
}
