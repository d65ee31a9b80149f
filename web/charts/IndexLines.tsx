/** The only place that knows recharts: axes, grid, band and strokes of one chart model. It draws and does nothing else. */

import { memo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import type { Day } from '../../server/domain/day.ts'
import type { Texts } from '../texts.ts'
import { numberText, tickText } from './format.ts'
import type { ChartModel } from './model.ts'

interface Props {
  readonly model: ChartModel
  readonly i18n: Texts
  readonly timeAxis: boolean
}

const STROKES = [
  { key: 'solid', dash: undefined, width: 2 },
  { key: 'sparse', dash: '7 4', width: 2 },
  { key: 'tail', dash: '1.5 3.5', width: 2 },
] as const

export const IndexLines = memo(function IndexLines({ model, i18n, timeAxis }: Props) {
  const { plot, span, timeTicks, valueTicks } = model
  const ticks = new Map(timeTicks.map((tick) => [tick.day as number, tick]))
  const label = (day: number) => {
    const tick = ticks.get(day)
    return tick && timeAxis ? tickText(i18n.locale, tick) : ''
  }
  return (
    <ComposedChart
      width={plot.width}
      height={plot.height}
      data={[...model.rows]}
      margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--grid)" vertical={false} />
      <XAxis
        dataKey="x"
        type="number"
        domain={[span.from, span.to]}
        ticks={timeTicks.map((tick) => tick.day)}
        tickFormatter={(day: Day) => label(day)}
        height={plot.bottom}
        interval={0}
        allowDataOverflow
        stroke="var(--axis)"
        tick={{ fill: 'var(--quiet)', fontSize: 12 }}
        tickSize={5}
      />
      <YAxis
        type="number"
        domain={[0, model.top]}
        ticks={[...valueTicks]}
        tickFormatter={(value: number) => numberText(i18n.locale, value)}
        width={plot.left}
        interval={0}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        tick={{ fill: 'var(--quiet)', fontSize: 12 }}
      />
      <Area
        dataKey="band"
        stroke="none"
        fill="var(--ink)"
        fillOpacity={0.16}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      {STROKES.map(({ key, dash, width }) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          stroke="var(--ink)"
          strokeWidth={width}
          strokeLinecap={key === 'tail' ? 'round' : 'butt'}
          {...(dash ? { strokeDasharray: dash } : {})}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </ComposedChart>
  )
})
