/**
 * A plot that is walked by keyboard and pointer, whatever is drawn in it: keys, cursor, tip, live region, and a stretch of
 * days chosen by dragging. What it says of a point, and what stands in it, is given from outside.
 */
import { msg } from '@lingui/core/macro'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from 'react'
import type { Day } from '../../../server/domain/day.ts'
import { type ChartModel, pointAt, xOf } from '../../../server/figure/model/chart.ts'
import { type ChartPoint, isStop } from '../../../server/figure/model/points.ts'
import { useTexts } from '../../i18n.ts'
import { PlotBack } from '../plot/PlotBack.tsx'
import type { IndexChartProps } from '../series/indexChartProps.ts'
import { PlotTip } from '../series/PlotTip.tsx'
import { moveOf } from './plotKeys.ts'
import { useDraggedSpan } from './useDraggedSpan.ts'

interface Props
  extends Pick<
    IndexChartProps,
    'cursor' | 'onCursor' | 'selected' | 'onExplain' | 'onRange' | 'onSwitch' | 'onAnnounce' | 'plotRef'
  > {
  /** Knows where days stand; its points are those that are walked. */
  readonly model: ChartModel
  readonly labelledBy: string
  /** One point read out; its first clause, up to a colon, names the period. */
  readonly sentenceOf: (point: ChartPoint) => string
  /** What is drawn, given where the cursor stands. */
  readonly children: (cursor: ChartPoint | null) => ReactNode
}

export function WalkedPlot(props: Props) {
  const { model, labelledBy, sentenceOf, selected = null, onCursor, onExplain, onAnnounce, children } = props
  const i18n = useTexts()
  const id = useId()
  const { points } = model
  const [own, setOwn] = useState<Day | null>(null)
  /** Only the panel that is pointed at or focused shows its figures; the others show where the cursor stands. */
  const [active, setActive] = useState(false)
  const [said, setSaid] = useState('')
  const dragged = useDraggedSpan(model, props.onRange)
  const day = props.cursor !== undefined ? props.cursor : own
  const cursor = day === null ? null : (points.find((p) => p.day === day) ?? null)
  const put = (point: ChartPoint | null, aloud: boolean) => {
    setOwn(point?.day ?? null)
    onCursor?.(point?.day ?? null)
    if (!aloud || !point) return
    if (onAnnounce) onAnnounce(sentenceOf(point))
    else setSaid(sentenceOf(point))
  }
  const enter = () => {
    setActive(true)
    const start = cursor ?? points.find((p) => p.day === selected) ?? model.last ?? points.findLast(isStop) ?? null
    put(start, true)
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
      dragged.drop()
      put(null, false)
    } else if (cursor && isStop(cursor)) onExplain?.(cursor.day)
  }
  const under = (event: PointerEvent<HTMLDivElement>) =>
    pointAt(model, event.clientX - event.currentTarget.getBoundingClientRect().left)
  return (
    <>
      <p id={`${id}-keys`} className="unseen">
        {i18n._(
          msg`Left and right arrow: point. Shift and arrow: twelve points. Home and End. Up and down: other index. N and P: next and previous point with events. Enter: explain. Escape: leave.`,
        )}
      </p>
      <div
        ref={props.plotRef}
        className="plot-field"
        role="application"
        aria-roledescription={i18n._(msg`chart`)}
        aria-labelledby={labelledBy}
        aria-describedby={`${id}-keys`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is walked by keyboard
        tabIndex={0}
        onFocus={enter}
        onBlur={leave}
        onKeyDown={onKeyDown}
        onPointerDown={dragged.begin}
        onPointerMove={(event) => {
          dragged.move(event)
          setActive(true)
          put(under(event), false)
        }}
        onPointerLeave={leave}
        onPointerUp={(event) => {
          if (dragged.end(event)) return
          const point = under(event)
          if (point && isStop(point) && event.button === 0) onExplain?.(point.day)
        }}
      >
        <PlotBack model={model} />
        {children(cursor)}
        {dragged.edges && <DraggedSpan model={model} edges={dragged.edges} />}
        {active && cursor && <PlotTip model={model} point={cursor} sentence={sentenceOf(cursor)} />}
      </div>
      {!onAnnounce && (
        <p className="unseen" aria-live="polite">
          {said}
        </p>
      )}
    </>
  )
}

function DraggedSpan({ model, edges: [left, right] }: { model: ChartModel; edges: readonly [number, number] }) {
  const { plot } = model
  return (
    <svg className="plot-layer" width={plot.width} height={plot.height} aria-hidden="true">
      <rect
        className="dragged"
        x={left}
        width={right - left}
        y={plot.top}
        height={plot.height - plot.top - plot.bottom}
      />
    </svg>
  )
}

interface UprightsProps {
  readonly model: ChartModel
  readonly cursor: ChartPoint | null
  readonly selected: Day | null | undefined
}

/** Where the cursor stands, and the explained day. */
export function Uprights({ model: { plot, span }, cursor, selected }: UprightsProps) {
  const days = [
    { day: selected ?? null, className: 'chosen' },
    { day: cursor?.day ?? null, className: 'cursor' },
  ]
  return days.map(({ day, className }) => {
    if (day === null) return null
    const x = xOf(day, span, plot)
    return <line key={className} className={className} x1={x} x2={x} y1={plot.top} y2={plot.height - plot.bottom} />
  })
}
