/**
 * How an index moved from each period to the next: columns up and down from a middle line. Walked like the chart of the
 * index itself, with the same keys, cursor and props; own SVG, for its scale has two sides.
 */
import { msg } from '@lingui/core/macro'
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from 'react'
import type { Day } from '../../server/domain/day.ts'
import { useTexts } from '../i18n.ts'
import { changeModel, changeTop } from './ChangeChart.rows.ts'
import { signedText, tickText } from './format.ts'
import type { IndexChartProps } from './IndexChart.tsx'
import { timeTicks } from './model.ticks.ts'
import { chartModel, pointAt, spanOf, widthOf, xOf } from './model.ts'
import { PlotBack } from './PlotBack.tsx'
import { PlotTip } from './PlotTip.tsx'
import { plotOf } from './plot.ts'
import { moveOf } from './plotKeys.ts'
import { type ChartPoint, isStop, pointsOf } from './points.ts'
import { changeSentence, changesFinding } from './transform.sentences.ts'
import { useWidth } from './useWidth.ts'

/** `columns` are changes, as `transformed` makes them: −100 to 100. */
export type ChangeChartProps = Omit<IndexChartProps, 'top' | 'markers'>

export function ChangeChart(props: ChangeChartProps) {
  const { measure, columns, bucket, height = 240, timeAxis = true, selected = null, onCursor, onExplain } = props
  const i18n = useTexts()
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(props.width)
  const [own, setOwn] = useState<Day | null>(null)
  const [active, setActive] = useState(false)
  const [said, setSaid] = useState('')
  const points = useMemo(() => pointsOf(columns, bucket), [columns, bucket])
  const span = useMemo(() => props.span ?? spanOf(points), [props.span, points])
  const plot = useMemo(() => plotOf(width, height, timeAxis), [width, height, timeAxis])
  const model = useMemo(() => changeModel(points, span, plot, changeTop(points)), [points, span, plot])
  // What finds the point under a pointer and places hatches and tip: it knows days, not values.
  const frame = useMemo(
    () => chartModel({ columns, bucket, plot, span, top: model.top }),
    [columns, bucket, plot, span, model.top],
  )
  const day = props.cursor !== undefined ? props.cursor : own
  const cursor = day === null ? null : (points.find((p) => p.day === day) ?? null)
  const put = (point: ChartPoint | null, aloud: boolean) => {
    setOwn(point?.day ?? null)
    onCursor?.(point?.day ?? null)
    if (!aloud || !point) return
    const sentence = changeSentence(i18n, point, measure, bucket)
    if (props.onAnnounce) props.onAnnounce(sentence)
    else setSaid(sentence)
  }
  const enter = () => {
    setActive(true)
    put(cursor ?? points.find((p) => p.day === selected) ?? points.findLast(isStop) ?? null, true)
  }
  const leave = () => {
    setActive(false)
    put(null, false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const move = moveOf(event.key, event.shiftKey, points, cursor)
    if (!move) return
    event.preventDefault()
    if (move.kind === 'to') put(move.point, true)
    else if (move.kind === 'series') props.onSwitch?.(move.by)
    else if (move.kind === 'leave') {
      event.stopPropagation()
      put(null, false)
    } else if (cursor && isStop(cursor)) onExplain?.(cursor.day)
  }
  const under = (event: PointerEvent<HTMLDivElement>) =>
    pointAt(frame, event.clientX - event.currentTarget.getBoundingClientRect().left)
  return (
    <figure className={`index-chart changes ${measure}`} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{changesFinding(i18n, points, measure, bucket)}</h2>
        {props.subtitle && <p className="subtitle">{props.subtitle}</p>}
      </figcaption>
      <p id={`${id}-keys`} className="unseen">
        {i18n._(
          msg`Left and right arrow: point. Shift and arrow: twelve points. Home and End. Up and down: other index. N and P: next and previous point with events. Enter: explain. Escape: leave.`,
        )}
      </p>
      <div ref={ref} dir="ltr" className="plot-frame" style={{ height }}>
        {width > 0 && (
          <div
            ref={props.plotRef}
            className="plot-field"
            role="application"
            aria-roledescription={i18n._(msg`chart`)}
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-keys`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is walked by keyboard
            tabIndex={0}
            onFocus={enter}
            onBlur={leave}
            onKeyDown={onKeyDown}
            onPointerMove={(event) => {
              setActive(true)
              put(under(event), false)
            }}
            onPointerLeave={leave}
            onPointerUp={(event) => {
              const point = under(event)
              if (point && isStop(point) && event.button === 0) onExplain?.(point.day)
            }}
          >
            <PlotBack model={frame} />
            <svg className="plot-layer" width={width} height={height} aria-hidden="true">
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
              {timeTicks(span.from, span.to, widthOf(plot)).map((tick) => (
                <text key={tick.day} className="tick" x={xOf(tick.day, span, plot)} y={height - 6} textAnchor="middle">
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
              {[selected, cursor?.day ?? null].map((at, i) =>
                at === null ? null : (
                  <line
                    key={i === 0 ? 'selected' : 'cursor'}
                    className={i === 0 ? 'chosen' : 'cursor'}
                    x1={xOf(at, span, plot)}
                    x2={xOf(at, span, plot)}
                    y1={plot.top}
                    y2={height - plot.bottom}
                  />
                ),
              )}
            </svg>
            {active && cursor && (
              <PlotTip model={frame} point={cursor} sentence={changeSentence(i18n, cursor, measure, bucket)} />
            )}
          </div>
        )}
      </div>
      {!props.onAnnounce && (
        <p className="unseen" aria-live="polite">
          {said}
        </p>
      )}
    </figure>
  )
}
