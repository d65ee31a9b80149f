/** One relation among several: a small plot with its name, its last number, and where the shared crosshair stands. */
import { msg } from '@lingui/core/macro'
import { type KeyboardEvent, memo, type PointerEvent, type Ref, useId, useMemo } from 'react'
import type { Bucket, Day } from '../../../server/domain/day.ts'
import { type ChartModel, pointAt, type Span, widthOf, xOf, yOf } from '../../../server/figure/model/chart.ts'
import { bandPath, linePath } from '../../../server/figure/model/paths.ts'
import { isStop, type Measure } from '../../../server/figure/model/points.ts'
import { numberText, periodText, signedText, tickText } from '../../../server/figure/words/format.ts'
import { STATE_NAMES } from '../../../server/figure/words/sentences.ts'
import { useTexts } from '../../i18n.ts'
import { PlotBack } from '../plot/PlotBack.tsx'
import { useWidth } from '../plot/useWidth.ts'
import { moveOf } from '../walk/plotKeys.ts'
import { type ComparePanel, offsetTicks, panelModel } from './ComparePanels.rows.ts'
import { offsetText } from './ComparePanels.sentences.ts'

interface Props {
  readonly panel: ComparePanel
  readonly span: Span
  readonly top: number
  readonly measure: Measure
  readonly bucket: Bucket
  /** The place of the crosshair in every series. */
  readonly cursor: number | null
  /** Is this the panel that Tab reaches? */
  readonly stop: boolean
  readonly describedBy: string
  readonly onPut: (index: number | null, aloud: boolean) => void
  readonly onSwitch: (by: -1 | 1) => void
  readonly onOpen?: (day: Day) => void
  readonly fieldRef: Ref<HTMLDivElement>
  readonly width?: number
}

const HEIGHT = 154

export function ComparedPanel(props: Props) {
  const { panel, span, top, bucket, cursor, onPut, onOpen, onSwitch } = props
  const i18n = useTexts()
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(props.width)
  const model = useMemo(
    () => panelModel(panel, span, top, { width, height: HEIGHT, left: 30, right: 34, top: 8, bottom: 26 }),
    [panel, span, top, width],
  )
  const at = cursor === null ? null : (model.points[cursor] ?? null)
  const open = (index: number) => {
    const day = panel.listed[index]?.day
    if (day !== undefined) onOpen?.(day)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const move = moveOf(event.key, event.shiftKey, model.points, at)
    if (!move) return
    event.preventDefault()
    if (move.kind === 'to') onPut(move.point.index, true)
    else if (move.kind === 'series') onSwitch(move.by)
    else if (move.kind === 'leave') onPut(null, false)
    else if (at && isStop(at)) open(at.index)
  }
  const under = (event: PointerEvent<HTMLDivElement>) =>
    pointAt(model, event.clientX - event.currentTarget.getBoundingClientRect().left)
  return (
    <div className="compared">
      <h3 id={id} dir="auto">
        {panel.name}
      </h3>
      <div ref={ref} dir="ltr" className="plot-frame" style={{ height: HEIGHT }}>
        {width > 0 && (
          <div
            ref={props.fieldRef}
            className="plot-field"
            role="application"
            aria-roledescription={i18n._(msg`chart`)}
            aria-labelledby={id}
            aria-describedby={props.describedBy}
            tabIndex={props.stop ? 0 : -1}
            onFocus={() => onPut(cursor ?? model.last?.index ?? null, true)}
            onBlur={() => onPut(null, false)}
            onKeyDown={onKeyDown}
            onPointerMove={(event) => onPut(under(event)?.index ?? null, false)}
            onPointerLeave={() => onPut(null, false)}
            onPointerUp={(event) => {
              const point = under(event)
              if (point && isStop(point) && event.button === 0) open(point.index)
            }}
          >
            <PlotBack model={model} />
            <PanelLines model={model} event={panel.event} />
            {at && (
              <svg className="plot-layer" width={width} height={HEIGHT} aria-hidden="true">
                <line
                  className="cursor"
                  x1={xOf(at.day, span, model.plot)}
                  x2={xOf(at.day, span, model.plot)}
                  y1={model.plot.top}
                  y2={HEIGHT - model.plot.bottom}
                />
                {at.value !== null && (
                  <circle className="spot" cx={xOf(at.day, span, model.plot)} cy={yOf(at.value, model)} r={3.5} />
                )}
              </svg>
            )}
          </div>
        )}
      </div>
      <p className="at" aria-hidden="true">
        {at && (
          <>
            {offsetText(i18n, at, panel) ?? periodText(i18n.locale, at.day, bucket)}:{' '}
            <b>{at.value === null ? i18n._(STATE_NAMES[at.state]) : numberText(i18n.locale, at.value)}</b>
          </>
        )}
      </p>
    </div>
  )
}

interface LinesProps {
  readonly model: ChartModel
  readonly event: Day | null
}

/** Everything that stands still while the crosshair moves. */
const PanelLines = memo(function PanelLines({ model, event }: LinesProps) {
  const i18n = useTexts()
  const { plot, span, rows, last } = model
  const [foot, right] = [plot.height - plot.bottom, plot.width - plot.right]
  const x = (day: Day) => xOf(day, span, plot)
  const marks =
    event === null
      ? model.timeTicks.map((tick) => ({ day: tick.day, text: tickText(i18n.locale, tick) }))
      : offsetTicks(span, widthOf(plot)).map((day) => ({ day, text: signedText(i18n.locale, day) }))
  return (
    <svg className="plot-layer panel-lines" width={plot.width} height={plot.height} aria-hidden="true">
      {model.valueTicks.map((value) => (
        <g key={value} className="tick">
          <line className="rule" x1={plot.left} x2={right} y1={yOf(value, model)} y2={yOf(value, model)} />
          <text x={plot.left - 5} y={yOf(value, model) + 4} textAnchor="end">
            {numberText(i18n.locale, value)}
          </text>
        </g>
      ))}
      {marks.map(({ day, text }) => (
        <g key={day} className="tick">
          <line x1={x(day)} x2={x(day)} y1={foot} y2={foot + 4} />
          <text x={x(day)} y={foot + 18} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      {event !== null && <line className="event-day" x1={x(0 as Day)} x2={x(0 as Day)} y1={plot.top} y2={foot} />}
      <path className="band" d={bandPath(rows, model)} />
      <path className="line" d={linePath(rows, model, 'solid')} />
      <path className="line" strokeDasharray="6 4" d={linePath(rows, model, 'sparse')} />
      <path className="line" strokeDasharray="1.5 3.5" d={linePath(rows, model, 'tail')} />
      {model.isolated.map((p) => (
        <circle key={p.index} className="dot" cx={x(p.day)} cy={yOf(p.value, model)} r={2.5} />
      ))}
      {last && (
        <text className="end-label" x={x(last.day) + 6} y={yOf(last.value, model) + 4}>
          <tspan className="figure">{numberText(i18n.locale, last.value)}</tspan>
        </text>
      )}
    </svg>
  )
})
