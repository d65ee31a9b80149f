/** Above the lines: markers of succession and collections, points that stand alone, the line's own label, the cursor. */

import type { Day } from '../../../server/domain/day.ts'
import { type ChartModel, endOf, xOf, yOf } from '../../../server/figure/model/chart.ts'
import type { Marker } from '../../../server/figure/model/markers.ts'
import { MARK, NARROW } from '../../../server/figure/model/plot.ts'
import type { ChartPoint, Measure, ScoredPoint } from '../../../server/figure/model/points.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { MEASURE_NAMES } from '../../../server/figure/words/sentences.ts'
import type { Texts } from '../../../server/figure/words/texts.ts'

interface Props {
  readonly model: ChartModel
  readonly measure: Measure
  readonly i18n: Texts
  readonly markers: readonly Marker[]
  readonly cursor: ChartPoint | null
  readonly selected: Day | null
}

export function PlotMarks({ model, measure, i18n, markers, cursor, selected }: Props) {
  const { plot, span } = model
  const [top, bottom] = [plot.top, plot.height - plot.bottom]
  const end = endOf(model)
  const chosen = model.points.find((p) => p.day === selected)
  return (
    <svg className="plot-layer" width={plot.width} height={plot.height} aria-hidden="true">
      {markers
        .filter((m) => m.day >= span.from && m.day <= span.to)
        .map((m) => {
          const x = xOf(m.day, span, plot)
          return (
            <g key={`${m.kind} ${m.day}`} className={`marker ${m.kind}`}>
              <line x1={x} x2={x} y1={top} y2={bottom} />
              {m.kind === 'succession' ? (
                <path d={`M${x} ${top - 10}l5 5-5 5-5-5z`} />
              ) : (
                <path d={`M${x - 5} ${top - 10}h10l-5 9z`} />
              )}
            </g>
          )
        })}
      {model.isolated.map((point) => (
        <Isolated key={point.index} point={point} model={model} measure={measure} />
      ))}
      {end && (
        <Mark
          className={`end-mark ${end.state === 'SPARSE' ? 'sparse' : ''}`}
          point={end}
          model={model}
          measure={measure}
        />
      )}
      {model.last && <EndLabel point={model.last} model={model} name={i18n._(MEASURE_NAMES[measure])} i18n={i18n} />}
      {cursor && (
        <line
          className="cursor"
          x1={xOf(cursor.day, span, plot)}
          x2={xOf(cursor.day, span, plot)}
          y1={top}
          y2={bottom}
        />
      )}
      {[chosen, cursor].map((point, i) =>
        point && point.value !== null ? (
          <circle
            key={i === 0 ? 'selected' : 'cursor'}
            className={i === 0 ? 'ring' : 'spot'}
            cx={xOf(point.day, span, plot)}
            cy={yOf(point.value, model)}
            r={i === 0 ? 7 : 4}
          />
        ) : null,
      )}
    </svg>
  )
}

interface MarkProps {
  readonly point: ScoredPoint
  readonly model: ChartModel
  readonly measure: Measure
  readonly className?: string
}

/** A circle for tension, a square for engagement: told apart without colour. */
function Mark({ point, model, measure, className }: MarkProps) {
  const [x, y] = [xOf(point.day, model.span, model.plot), yOf(point.value, model)]
  return measure === 'tension' ? (
    <circle className={className} cx={x} cy={y} r={MARK} />
  ) : (
    <rect className={className} x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} />
  )
}

function Isolated({ point, model, measure }: MarkProps) {
  const x = xOf(point.day, model.span, model.plot)
  return (
    <g className={`isolated ${point.state === 'SPARSE' ? 'sparse' : ''}`}>
      {point.low !== null && point.high !== null && (
        <line x1={x} x2={x} y1={yOf(point.low, model)} y2={yOf(point.high, model)} />
      )}
      <Mark point={point} model={model} measure={measure} />
    </g>
  )
}

interface EndLabelProps {
  readonly point: ScoredPoint
  readonly model: ChartModel
  readonly name: string
  readonly i18n: Texts
}

/** Right of the last point, where nothing else is drawn; the name only where there is room for it. */
function EndLabel({ point, model, name, i18n }: EndLabelProps) {
  const { plot } = model
  const named = plot.width >= NARROW
  const x = Math.min(xOf(point.day, model.span, plot) + 9, plot.width - plot.right + 9)
  const y = Math.max(plot.top + 10, Math.min(yOf(point.value, model) + 4, plot.height - plot.bottom - (named ? 16 : 4)))
  return (
    <text className="end-label" x={x} y={y}>
      <tspan className="figure">{numberText(i18n.locale, point.value)}</tspan>
      {named && (
        <tspan x={x} dy={15}>
          {name}
        </tspan>
      )}
    </text>
  )
}
