/** Line and band of a chart model as SVG paths, cut where there is no score. */

import { type ChartModel, xOf, yOf } from './chart.ts'
import type { DrawnRow, Stroke } from './segments.ts'

type Frame = Pick<ChartModel, 'plot' | 'top' | 'span'>

/** The path of one stroke, or of the whole line where none is named. */
export function linePath(rows: readonly DrawnRow[], model: Frame, stroke?: Stroke): string {
  let pen = 'M'
  let path = ''
  for (const row of rows) {
    const value = stroke ? row[stroke] : (row.solid ?? row.sparse ?? row.tail)
    if (value === null) {
      pen = 'M'
      continue
    }
    path += `${pen}${at(row.x, value, model)}`
    pen = 'L'
  }
  return path
}

export function bandPath(rows: readonly DrawnRow[], model: Frame): string {
  let path = ''
  let run: DrawnRow[] = []
  const close = () => {
    const [over, under] = [1, 0].map((i) => run.map((r) => at(r.x, r.band?.[i] ?? 0, model)))
    if (over && under && run.length > 1) path += `M${over.join('L')}L${under.reverse().join('L')}Z`
    run = []
  }
  for (const row of rows) {
    if (row.band === null) close()
    else run.push(row)
  }
  close()
  return path
}

function at(day: DrawnRow['x'], value: number, model: Frame): string {
  return `${xOf(day, model.span, model.plot).toFixed(1)} ${yOf(value, model).toFixed(1)}`
}
