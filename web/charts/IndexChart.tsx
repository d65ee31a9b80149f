/**
 * One index over time: a figure with a finding, a plot that can be walked by keyboard and pointer, and a summary for
 * those who do not see it. A pure function of its props apart from where the cursor stands.
 */
import { msg } from '@lingui/core/macro'
import { type KeyboardEvent, type PointerEvent, type ReactNode, type Ref, useId, useMemo, useState } from 'react'
import type { Bucket, Day } from '../../server/domain/day.ts'
import { useTexts } from '../i18n.ts'
import { IndexLines } from './IndexLines.tsx'
import type { Marker } from './markers.ts'
import { type ChartModel, chartModel, pointAt, type Span } from './model.ts'
import { PlotAxes } from './PlotAxes.tsx'
import { PlotBack } from './PlotBack.tsx'
import { PlotMarks } from './PlotMarks.tsx'
import { PlotTip } from './PlotTip.tsx'
import { plotOf } from './plot.ts'
import { moveOf } from './plotKeys.ts'
import { type ChartPoint, type Columns, isStop, type Measure } from './points.ts'
import { findingOf, pointSentence, summaryOf } from './sentences.ts'
import { useWidth } from './useWidth.ts'

export interface IndexChartProps {
  readonly measure: Measure
  readonly columns: Columns
  readonly bucket: Bucket
  /** The measure in words, below the finding. */
  readonly subtitle?: ReactNode
  /** What a group of panels shares; each series alone otherwise. */
  readonly span?: Span
  readonly top?: number
  readonly markers?: readonly Marker[]
  /** CSS pixels. */
  readonly height?: number
  /** CSS pixels; measured where it is left out. */
  readonly width?: number
  /** False hides the labels of the days, for a panel above another. */
  readonly timeAxis?: boolean
  /** The day the cursor stands on, if another panel shares it. */
  readonly cursor?: Day | null
  readonly onCursor?: (day: Day | null) => void
  /** The explained day, ringed. */
  readonly selected?: Day | null
  /** A click or Enter on a point with a score or events. Without it points are read but not opened. */
  readonly onExplain?: (day: Day) => void
  /** ↑ or ↓: the panel above (−1) or below (1). */
  readonly onSwitch?: (by: -1 | 1) => void
  /** Reads a sentence out in a live region of the page; without it the chart has its own. */
  readonly onAnnounce?: (sentence: string) => void
  /** The focusable plot. */
  readonly plotRef?: Ref<HTMLDivElement>
}

export function IndexChart(props: IndexChartProps) {
  const { measure, columns, bucket, span, top, height = 240, timeAxis = true, markers = [] } = props
  const i18n = useTexts()
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(props.width)
  const model = useMemo(
    () => chartModel({ columns, bucket, span, top, plot: plotOf(width, height, timeAxis) }),
    [columns, bucket, span, top, width, height, timeAxis],
  )
  const words = useMemo(
    () => ({
      finding: findingOf(i18n, model.points, measure, bucket),
      summary: summaryOf(i18n, model.points, measure, bucket),
    }),
    [i18n, model.points, measure, bucket],
  )
  return (
    <figure className={`index-chart ${measure}`} aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`}>
      <figcaption>
        <h2 id={`${id}-title`}>{words.finding}</h2>
        {props.subtitle && <p className="subtitle">{props.subtitle}</p>}
      </figcaption>
      <p id={`${id}-summary`} className="unseen">
        {words.summary}
      </p>
      <p id={`${id}-keys`} className="unseen">
        {i18n._(
          msg`Left and right arrow: point. Shift and arrow: twelve points. Home and End. Up and down: other index. N and P: next and previous point with events. Enter: explain. Escape: leave.`,
        )}
      </p>
      <div ref={ref} dir="ltr" className="plot-frame" style={{ height }}>
        {width > 0 && (
          <PlotField
            {...props}
            markers={markers}
            model={model}
            timeAxis={timeAxis}
            labelledBy={`${id}-title`}
            describedBy={`${id}-keys`}
          />
        )}
      </div>
    </figure>
  )
}

interface FieldProps extends IndexChartProps {
  readonly model: ChartModel
  readonly markers: readonly Marker[]
  readonly timeAxis: boolean
  readonly labelledBy: string
  readonly describedBy: string
}

function PlotField(props: FieldProps) {
  const { model, measure, bucket, markers, timeAxis, selected = null, onExplain, onCursor, onSwitch } = props
  const i18n = useTexts()
  const [own, setOwn] = useState<Day | null>(null)
  const [said, setSaid] = useState('')
  /** Only the panel that is pointed at or focused shows its figures; the others show where the cursor stands. */
  const [active, setActive] = useState(false)
  const day = props.cursor !== undefined ? props.cursor : own
  const cursor = day === null ? null : (model.points.find((p) => p.day === day) ?? null)

  const put = (point: ChartPoint | null, aloud: boolean) => {
    setOwn(point?.day ?? null)
    onCursor?.(point?.day ?? null)
    if (!aloud || !point) return
    const sentence = pointSentence(i18n, model.points, point, measure, bucket)
    if (props.onAnnounce) props.onAnnounce(sentence)
    else setSaid(sentence)
  }
  const enter = () => {
    setActive(true)
    const start =
      cursor ?? model.points.find((p) => p.day === selected) ?? model.last ?? model.points.findLast(isStop) ?? null
    put(start, true)
  }
  const leave = () => {
    setActive(false)
    put(null, false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const move = moveOf(event.key, event.shiftKey, model.points, cursor)
    if (!move) return
    event.preventDefault()
    if (move.kind === 'to') put(move.point, true)
    else if (move.kind === 'series') onSwitch?.(move.by)
    else if (move.kind === 'leave') {
      event.stopPropagation()
      put(null, false)
    } else if (cursor && isStop(cursor)) onExplain?.(cursor.day)
  }
  const under = (event: PointerEvent<HTMLDivElement>) =>
    pointAt(model, event.clientX - event.currentTarget.getBoundingClientRect().left)
  return (
    <div
      ref={props.plotRef}
      className="plot-field"
      role="application"
      aria-roledescription={i18n._(msg`chart`)}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
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
      <PlotBack model={model} />
      <PlotAxes model={model} i18n={i18n} timeAxis={timeAxis} />
      <div className="lines">
        <IndexLines model={model} />
      </div>
      <PlotMarks model={model} measure={measure} i18n={i18n} markers={markers} cursor={cursor} selected={selected} />
      {active && cursor && (
        <PlotTip model={model} point={cursor} sentence={pointSentence(i18n, model.points, cursor, measure, bucket)} />
      )}
      {!props.onAnnounce && (
        <p className="unseen" aria-live="polite">
          {said}
        </p>
      )}
    </div>
  )
}
