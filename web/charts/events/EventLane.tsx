/** How much happened when: a stroke a period, as high as the square root of its events. The time series of events. */
import { msg } from '@lingui/core/macro'
import type { Bucket, Day } from '../../../server/domain/day.ts'
import type { Span } from '../../../server/figure/model/chart.ts'
import { laneStrokes, strokeAt } from '../../../server/figure/model/eventLane.ts'
import { plotOf } from '../../../server/figure/model/plot.ts'
import type { ChartPoint } from '../../../server/figure/model/points.ts'
import { laneText } from '../../../server/figure/words/sentences.ts'
import { useTexts } from '../../i18n.ts'
import { useWidth } from '../plot/useWidth.ts'

interface Props {
  readonly points: readonly ChartPoint[]
  readonly bucket: Bucket
  readonly span: Span
  readonly cursor?: Day | null
  /** A click on a stroke: the last listed day in it. Keyboards reach the same by N and P in a plot. */
  readonly onPick?: (day: Day) => void
  readonly width?: number
}

const HEIGHT = 34

export function EventLane({ points, bucket, span, cursor = null, onPick, width: fixed }: Props) {
  const i18n = useTexts()
  const [ref, width] = useWidth<HTMLDivElement>(fixed)
  const plot = { ...plotOf(width, HEIGHT, false), top: 2, bottom: 1 }
  const strokes = laneStrokes(points, span, plot)
  const highest = strokes.reduce((m, s) => Math.max(m, s.n), 1)
  return (
    <figure className="lane" aria-label={i18n._(msg`Events`)}>
      <figcaption>
        <strong>{i18n._(msg`Events`)}</strong> <span>{laneText(i18n, points, bucket)}</span>
      </figcaption>
      <div ref={ref} dir="ltr" style={{ height: HEIGHT }}>
        {width > 0 && (
          <svg
            width={width}
            height={HEIGHT}
            aria-hidden="true"
            onPointerUp={(event) => {
              const x = event.clientX - event.currentTarget.getBoundingClientRect().left
              const stroke = strokeAt(strokes, x)
              if (stroke) onPick?.(stroke.to)
            }}
          >
            <line className="floor" x1={plot.left} x2={width - plot.right} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
            {strokes.map((stroke) => {
              const high = Math.max(3, Math.sqrt(stroke.n / highest) * (HEIGHT - 4))
              const here = cursor !== null && cursor >= stroke.from && cursor <= stroke.to
              return (
                <rect
                  key={stroke.from}
                  className={here ? 'event here' : 'event'}
                  x={stroke.x - stroke.width}
                  y={HEIGHT - 1 - high}
                  width={stroke.width}
                  height={high}
                />
              )
            })}
          </svg>
        )}
      </div>
    </figure>
  )
}
