/**
 * A plot that is walked by keyboard and pointer, whatever is drawn in it: the same keys, cursor, tip and live region as
 * the chart of an index. What it says of a point, and what stands behind, is given from outside.
 */
import { msg } from '@lingui/core/macro'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useState } from 'react'
import type { Day } from '../../server/domain/day.ts'
import { useTexts } from '../i18n.ts'
import type { IndexChartProps } from './IndexChart.tsx'
import { type ChartModel, pointAt, xOf } from './model.ts'
import { PlotBack } from './PlotBack.tsx'
import { PlotTip } from './PlotTip.tsx'
import { moveOf } from './plotKeys.ts'
import { type ChartPoint, isStop } from './points.ts'

interface Props
  extends Pick<
    IndexChartProps,
    'cursor' | 'onCursor' | 'selected' | 'onExplain' | 'onSwitch' | 'onAnnounce' | 'plotRef'
  > {
  /** Knows where days stand; its points are those that are walked. */
  readonly model: ChartModel
  readonly labelledBy: string
  /** One point read out; its first clause, up to a colon, names the period. */
  readonly sentenceOf: (point: ChartPoint) => string
  readonly children: ReactNode
}

export function WalkedPlot(props: Props) {
  const { model, labelledBy, sentenceOf, selected = null, onCursor, onExplain, onAnnounce, children } = props
  const i18n = useTexts()
  const id = useId()
  const { points, plot, span } = model
  const [own, setOwn] = useState<Day | null>(null)
  const [active, setActive] = useState(false)
  const [said, setSaid] = useState('')
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
    pointAt(model, event.clientX - event.currentTarget.getBoundingClientRect().left)
  const upright = (at: Day, className: string) => (
    <line
      className={className}
      x1={xOf(at, span, plot)}
      x2={xOf(at, span, plot)}
      y1={plot.top}
      y2={plot.height - plot.bottom}
    />
  )
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
        <svg className="plot-layer" width={plot.width} height={plot.height} aria-hidden="true">
          {children}
          {selected !== null && upright(selected, 'chosen')}
          {cursor && upright(cursor.day, 'cursor')}
        </svg>
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
