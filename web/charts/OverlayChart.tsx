/**
 * One index of one relation as it is and as it would be: the line before in grey, dashed, the line after in its colour.
 * Own SVG, drawn anew at every step of a slider. The numbers stand beside it in words.
 */

import { memo, useMemo } from 'react'
import { tickText } from './format.ts'
import { decimate } from './model.decimate.ts'
import { segmentsOf } from './model.segments.ts'
import { timeTicks } from './model.ticks.ts'
import { type ChartModel, type Plot, spanOf, xOf, yOf } from './model.ts'
import { linePath } from './paths.ts'
import type { ChartPoint, Measure, ScoredPoint } from './points.ts'
import { useWidth } from './useWidth.ts'

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
  const span = useMemo(() => spanOf(before), [before])
  const model = useMemo(() => {
    const plot: Plot = { width, height, left: 26, right: 8, top: 8, bottom: 20 }
    return { plot, top }
  }, [width, height, top])
  const { plot } = model
  return (
    <div ref={ref} className="overlay-chart" dir="ltr" style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={measure}>
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <path className="grid" d={`M${plot.left} ${yOf(value, model)}H${width - plot.right}`} />
              <text x={plot.left - 5} y={yOf(value, model) + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {timeTicks(span.from, span.to, width - plot.left - plot.right).map((tick) => (
            <text key={tick.day} x={xOf(tick.day, span, plot)} y={height - 5} textAnchor="middle">
              {tickText(locale, tick)}
            </text>
          ))}
          <Line points={before} span={span} model={model} className="before" />
          <Line points={after} span={span} model={model} className="line" />
        </svg>
      )}
    </div>
  )
}

interface LineProps {
  readonly points: readonly ChartPoint[]
  readonly span: ReturnType<typeof spanOf>
  readonly model: Pick<ChartModel, 'plot' | 'top'>
  readonly className: string
}

/** The line before is drawn once: a slider moves the other alone. */
const Line = memo(function Line({ points, span, model, className }: LineProps) {
  const { rows, isolated } = segmentsOf(points, decimate(points))
  return (
    <>
      <path className={className} d={linePath(rows, { ...model, span })} />
      {isolated.map((p: ScoredPoint) => (
        <circle key={p.index} className={className} cx={xOf(p.day, span, model.plot)} cy={yOf(p.value, model)} r="2" />
      ))}
    </>
  )
})
