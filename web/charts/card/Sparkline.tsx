/**
 * A word-sized line of one index, its band behind it and gaps left open. Own SVG: the home page does not load a chart
 * library for it. Decoration beside the numbers, so it is hidden from assistive technology.
 */
import type { Span } from '../../../server/figure/model/chart.ts'
import type { ChartPoint } from '../../../server/figure/model/points.ts'
import { SPARK_HEIGHT, SPARK_WIDTH, sparkShapes } from '../../../server/figure/svg/sparkline.ts'

interface Props {
  readonly points: readonly ChartPoint[]
  readonly span: Span
  /** Top of the scale, shared by all rows so that heights can be compared. */
  readonly top: number
  readonly className: string
  readonly width?: number
  readonly height?: number
}

export function Sparkline({ points, span, top, className, width = SPARK_WIDTH, height = SPARK_HEIGHT }: Props) {
  const { floor, band, line, dots } = sparkShapes({ points, span, top, width, height })
  return (
    <svg
      className={`sparkline ${className}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className="floor" d={floor} />
      <path className="band" d={band} />
      <path className="line" d={line} />
      {dots.map(({ key, ...dot }) => (
        <circle className="dot" key={key} {...dot} />
      ))}
    </svg>
  )
}
