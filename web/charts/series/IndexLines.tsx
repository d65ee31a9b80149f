/**
 * The only place that knows recharts: band and strokes of one chart model. Its axes are there for their scales and not drawn;
 * PlotAxes draws the ticks the model has chosen, at a third of the work.
 */
import { memo } from 'react'
import { Area, ComposedChart, Line, XAxis, YAxis } from 'recharts'
import type { ChartModel } from '../../../server/figure/model/chart.ts'

const STROKES = [
  { key: 'solid', dash: undefined },
  { key: 'sparse', dash: '7 4' },
  { key: 'tail', dash: '1.5 3.5' },
] as const

export const IndexLines = memo(function IndexLines({ model }: { readonly model: ChartModel }) {
  const { plot, span, rows } = model
  return (
    <ComposedChart
      width={plot.width}
      height={plot.height}
      data={[...rows]}
      margin={{ top: plot.top, right: plot.right, bottom: plot.bottom, left: plot.left }}
      accessibilityLayer={false}
    >
      <XAxis hide dataKey="x" type="number" niceTicks="none" domain={[span.from, span.to]} allowDataOverflow />
      <YAxis hide type="number" niceTicks="none" domain={[0, model.top]} allowDataOverflow />
      <Area
        dataKey="band"
        stroke="none"
        fill="var(--ink)"
        fillOpacity={0.16}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      {STROKES.filter(({ key }) => rows.some((row) => row[key] !== null)).map(({ key, dash }) => (
        <Line
          key={key}
          dataKey={key}
          type="linear"
          stroke="var(--ink)"
          strokeWidth={2}
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
