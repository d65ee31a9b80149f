/**
 * How an index moved from each period to the next: columns up and down from a middle line. Walked like the chart of the
 * index itself; own SVG, for its scale has two sides.
 */
import { useId, useMemo } from 'react'
import { chartModel, spanOf, xOf } from '../../../server/figure/model/chart.ts'
import { plotOf } from '../../../server/figure/model/plot.ts'
import { pointsOf } from '../../../server/figure/model/points.ts'
import { signedText, tickText } from '../../../server/figure/words/format.ts'
import { changeSentence, changesFinding } from '../../../server/figure/words/transforms.ts'
import { useTexts } from '../../i18n.ts'
import { useWidth } from '../plot/useWidth.ts'
import type { IndexChartProps } from '../series/indexChartProps.ts'
import { Uprights, WalkedPlot } from '../walk/WalkedPlot.tsx'
import { changeModel, changeTop } from './ChangeChart.rows.ts'

/** `columns` are changes, as `transformed` makes them: −100 to 100. */
export type ChangeChartProps = Omit<IndexChartProps, 'top' | 'markers'>

export function ChangeChart(props: ChangeChartProps) {
  const { measure, columns, bucket, height = 240, timeAxis = true } = props
  const i18n = useTexts()
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(props.width)
  const points = useMemo(() => pointsOf(columns, bucket), [columns, bucket])
  const span = useMemo(() => props.span ?? spanOf(points), [props.span, points])
  const plot = useMemo(() => plotOf(width, height, timeAxis), [width, height, timeAxis])
  const model = useMemo(() => changeModel(points, span, plot, changeTop(points)), [points, span, plot])
  // Knows where days stand, and the gaps; the values have the scale of `model`.
  const frame = useMemo(
    () => chartModel({ columns, bucket, plot, span, top: model.top }),
    [columns, bucket, plot, span, model.top],
  )
  return (
    <figure className={`index-chart changes ${measure}`} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{changesFinding(i18n, points, measure, bucket)}</h2>
        {props.subtitle && <p className="subtitle">{props.subtitle}</p>}
      </figcaption>
      <div ref={ref} dir="ltr" className="plot-frame" style={{ height }}>
        {width > 0 && (
          <WalkedPlot
            {...props}
            model={frame}
            labelledBy={`${id}-title`}
            sentenceOf={(point) => changeSentence(i18n, point, measure, bucket)}
          >
            {(cursor) => (
              <svg className="plot-layer" width={plot.width} height={plot.height} aria-hidden="true">
                {[model.top, model.top / 2, 0, -model.top / 2, -model.top].map((change) => (
                  <g key={change} className="tick">
                    <line
                      className={change === 0 ? 'floor' : 'rule'}
                      x1={plot.left}
                      x2={width - plot.right}
                      y1={model.yOf(change)}
                      y2={model.yOf(change)}
                    />
                    <text x={plot.left - 5} y={model.yOf(change) + 4} textAnchor="end">
                      {signedText(i18n.locale, change, Number.isInteger(change) ? 0 : 1)}
                    </text>
                  </g>
                ))}
                {frame.timeTicks.map((tick) => (
                  <text
                    key={tick.day}
                    className="tick"
                    x={xOf(tick.day, span, plot)}
                    y={height - 6}
                    textAnchor="middle"
                  >
                    {timeAxis ? tickText(i18n.locale, tick) : ''}
                  </text>
                ))}
                {model.columns.map((column) => (
                  <rect
                    key={column.index}
                    className={`column ${column.rises ? 'rise' : 'fall'} ${column.sparse ? 'sparse' : ''}`}
                    x={column.x}
                    y={column.from}
                    width={column.width}
                    height={Math.max(1, column.to - column.from)}
                  />
                ))}
                <Uprights model={frame} cursor={cursor} selected={props.selected} />
              </svg>
            )}
          </WalkedPlot>
        )}
      </div>
    </figure>
  )
}
