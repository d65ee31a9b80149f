/** The event lane as SVG text: a stroke a period, as high as the square root of its events; as EventLane.tsx draws it. */

import type { Plot, Span } from '../model/chart.ts'
import { laneStrokes } from '../model/eventLane.ts'
import { plotOf } from '../model/plot.ts'
import type { ChartPoint } from '../model/points.ts'
import { pixel } from './lines.ts'
import type { Paint } from './paint.ts'

export const LANE_HEIGHT = 34

export function laneSvg(points: readonly ChartPoint[], span: Span, width: number, paint: Paint): string {
  const plot: Plot = { ...plotOf(width, LANE_HEIGHT, false), top: 2, bottom: 1 }
  const strokes = laneStrokes(points, span, plot)
  const highest = strokes.reduce((most, stroke) => Math.max(most, stroke.n), 1)
  const floor = `<path d="M${plot.left},${LANE_HEIGHT - 0.5}H${width - plot.right}" stroke="${paint.axis}"/>`
  if (strokes.length === 0) return floor
  // One path for all: a rectangle each would be five times as long.
  const bars = strokes.map((stroke) => {
    const high = Math.max(3, Math.sqrt(stroke.n / highest) * (LANE_HEIGHT - 4))
    const wide = pixel(stroke.width)
    return `M${pixel(stroke.x - stroke.width)},${LANE_HEIGHT - 1}v${pixel(-high)}h${wide}v${pixel(high)}z`
  })
  return `${floor}<path class="events" d="${bars.join('')}" fill="${paint.quiet}"/>`
}
