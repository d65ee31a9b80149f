/**
 * One index of one relation as it is and as it would be: the line before in grey, dashed, the line after in its colour.
 * Own SVG; the line after lies over all else in a drawing of its own, so that a slider redraws nothing but that line. The
 * numbers stand beside it in words.
 */

import { memo, useMemo } from 'react'
import { type ChartModel, type Plot, spanOf, xOf, yOf } from '../../../server/figure/model/chart.ts'
import { decimate } from '../../../server/figure/model/decimate.ts'
import { linePath } from '../../../server/figure/model/paths.ts'
import type { ChartPoint, Measure, ScoredPoint } from '../../../server/figure/model/points.ts'
import { segmentsOf } from '../../../server/figure/model/segments.ts'
import { timeTicks } from '../../../server/figure/model/ticks.ts'
import { tickText } from '../../../server/figure/words/format.ts'
import { useWidth } from '../plot/useWidth.ts'

interface Props {
  readonly before: readonly ChartPoint[]
  readonly after: readonly ChartPoint[]
  readonly measure: Measure
  /** Of the value axis, shared by all charts of the page. */
  readonly top: number
  readonly locale: string
  readonly height?: number
}

export function OverlayChart({ before, after, measure, top, locale, height = 120 }: Props) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const frame = useMemo(() => {
    const plot: Plot = { width, height, left: 26, right: 8, top: 8, bottom: 20 }
    return { plot, top, span: spanOf(before) }
  }, [width, height, top, before])
  const size = { width, height, viewBox: `0 0 ${width} ${height}` }
  return (
    <div ref={ref} className={`overlay-chart ${measure}`} dir="ltr" style={{ minHeight: height }}>
      {width > 0 && (
        <>
          <svg {...size} aria-hidden="true">
            <Ground frame={frame} locale={locale} />
            <Line points={before} frame={frame} className="before" />
          </svg>
          <svg {...size} aria-hidden="true" className="over">
            <Line points={after} frame={frame} className="line" />
          </svg>
        </>
      )}
    </div>
  )
}

type Frame = Pick<ChartModel, 'plot' | 'top' | 'span'>

const Ground = memo(function Ground({ frame, locale }: { readonly frame: Frame; readonly locale: string }) {
  const { plot, top, span } = frame
  return (
    <>
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <path className="grid" d={`M${plot.left} ${yOf(value, frame)}H${plot.width - plot.right}`} />
          <text x={plot.left - 5} y={yOf(value, frame) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {timeTicks(span.from, span.to, plot.width - plot.left - plot.right).map((tick) => (
        <text key={tick.day} x={xOf(tick.day, span, plot)} y={plot.height - 5} textAnchor="middle">
          {tickText(locale, tick)}
        </text>
      ))}
    </>
  )
})

interface LineProps {
  readonly points: readonly ChartPoint[]
  readonly frame: Frame
  readonly className: string
}

const Line = memo(function Line({ points, frame, className }: LineProps) {
  const { rows, isolated } = segmentsOf(points, decimate(points))
  return (
    <>
      <path className={className} d={linePath(rows, frame)} />
      {isolated.map((p: ScoredPoint) => (
        <circle
          key={p.index}
          className={className}
          cx={xOf(p.day, frame.span, frame.plot)}
          cy={yOf(p.value, frame)}
          r="2"
        />
      ))}
    </>
  )
})
