/**
 * A word-sized line of one index, its band behind it and gaps left open. Own SVG: the home page does not load a chart
 * library for it. Decoration beside the numbers, so it is hidden from assistive technology.
 */
import { segmentsOf } from './model.segments.ts'
import { type Plot, type Span, xOf, yOf } from './model.ts'
import { bandPath, linePath } from './paths.ts'
import { type ChartPoint, hasScore } from './points.ts'

interface Props {
  readonly points: readonly ChartPoint[]
  readonly span: Span
  /** Top of the scale, shared by all rows so that heights can be compared. */
  readonly top: number
  readonly className: string
  readonly width?: number
  readonly height?: number
}

export function Sparkline({ points, span, top, className, width = 116, height = 36 }: Props) {
  const plot: Plot = { width, height, left: 3, right: 3, top: 3, bottom: 3 }
  const model = { plot, top, span }
  const indexed = points.map((p, index) => ({ ...p, index }))
  const { rows, isolated } = segmentsOf(indexed, indexed.filter(hasScore))
  const last = indexed.findLast(hasScore)
  return (
    <svg
      className={`sparkline ${className}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className="floor" d={`M0 ${height - 2.5}H${width}`} />
      <path className="band" d={bandPath(rows, model)} />
      <path className="line" d={linePath(rows, model)} />
      {isolated.map((p) => (
        <circle className="dot" key={p.index} cx={xOf(p.day, span, plot)} cy={yOf(p.value, model)} r="1.8" />
      ))}
      {last && <circle className="dot" cx={xOf(last.day, span, plot)} cy={yOf(last.value, model)} r="2.4" />}
    </svg>
  )
}
