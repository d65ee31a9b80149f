/** The figures of the point under the pointer or the keyboard's cursor, beside it and inside the figure. */
import { type ChartModel, xOf } from '../../../server/figure/model/chart.ts'
import type { ChartPoint } from '../../../server/figure/model/points.ts'

interface Props {
  readonly model: ChartModel
  readonly point: ChartPoint
  /** The sentence a screen reader hears; the first clause is the heading. */
  readonly sentence: string
}

const WIDTH = 208

export function PlotTip({ model, point, sentence }: Props) {
  const { plot } = model
  const x = xOf(point.day, model.span, plot)
  const beside = x + 12 + WIDTH <= plot.width ? x + 12 : x - 12 - WIDTH
  const left = Math.max(0, Math.min(beside, plot.width - WIDTH))
  const cut = sentence.indexOf(': ')
  return (
    <div className="tip" style={{ left, top: plot.top, maxWidth: Math.min(WIDTH, plot.width) }} aria-hidden="true">
      <strong>{sentence.slice(0, cut)}</strong>
      {sentence
        .slice(cut + 2)
        .split(', ')
        .map((part) => (
          <span key={part}>{part}</span>
        ))}
    </div>
  )
}
