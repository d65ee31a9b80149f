/** Grid and axes of a chart model, behind its lines: a mark and a label for each of its ticks. */
import { memo } from 'react'
import { type ChartModel, xOf, yOf } from '../../../server/figure/model/chart.ts'
import { numberText, tickText } from '../../../server/figure/words/format.ts'
import type { Texts } from '../../../server/figure/words/texts.ts'

interface Props {
  readonly model: ChartModel
  readonly i18n: Texts
  /** False: the days are marked and not named, for a panel above another. */
  readonly timeAxis: boolean
}

export const PlotAxes = memo(function PlotAxes({ model, i18n, timeAxis }: Props) {
  const { plot, span, timeTicks, valueTicks } = model
  const [left, right, foot] = [plot.left, plot.width - plot.right, plot.height - plot.bottom]
  return (
    <svg className="plot-layer axes" width={plot.width} height={plot.height} aria-hidden="true">
      {valueTicks.map((value) => {
        const y = yOf(value, model)
        return (
          <g key={value}>
            <path className="grid" d={`M${left} ${y}H${right}`} />
            <text className="value" x={left - 8} y={y + 4}>
              {numberText(i18n.locale, value)}
            </text>
          </g>
        )
      })}
      <path d={`M${left} ${foot}H${right}`} />
      {timeTicks.map((tick) => {
        const x = xOf(tick.day, span, plot)
        return (
          <g key={tick.day}>
            <path d={`M${x} ${foot}v5`} />
            {timeAxis && (
              <text className="day" x={x} y={foot + 18}>
                {tickText(i18n.locale, tick)}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
})
