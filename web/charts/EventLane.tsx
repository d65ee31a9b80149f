/** How much happened when: a stroke a period, as high as the square root of its events. The time series of events. */
import { msg } from '@lingui/core/macro'
import type { Bucket, Day } from '../../server/domain/day.ts'
import { useTexts } from '../i18n.ts'
import { periodText } from './format.ts'
import { type Span, xOf } from './model.ts'
import { plotOf } from './plot.ts'
import type { ChartPoint } from './points.ts'
import { eventsText } from './sentences.ts'
import { useWidth } from './useWidth.ts'

interface Props {
  readonly points: readonly ChartPoint[]
  readonly bucket: Bucket
  readonly span: Span
  readonly cursor?: Day | null
  readonly width?: number
}

const HEIGHT = 34

export function EventLane({ points, bucket, span, cursor = null, width: fixed }: Props) {
  const i18n = useTexts()
  const [ref, width] = useWidth<HTMLDivElement>(fixed)
  const plot = { ...plotOf(width, HEIGHT, false), top: 2, bottom: 1 }
  const busy = points.filter((p) => p.n > 0)
  const most = busy.reduce((m, p) => Math.max(m, p.n), 1)
  const total = busy.reduce((sum, p) => sum + p.n, 0)
  const peak = busy.find((p) => p.n === most)
  const summary = peak
    ? i18n._(msg`${eventsText(i18n, total)}; most in ${periodText(i18n.locale, peak.day, bucket)}: ${most}`)
    : i18n._(msg`No events in this range`)
  return (
    <figure className="lane" aria-label={i18n._(msg`Events`)}>
      <figcaption>
        <strong>{i18n._(msg`Events`)}</strong> <span>{summary}</span>
      </figcaption>
      <div ref={ref} dir="ltr" style={{ height: HEIGHT }}>
        {width > 0 && (
          <svg width={width} height={HEIGHT} aria-hidden="true">
            <line className="floor" x1={plot.left} x2={width - plot.right} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
            {busy.map((p) => {
              const high = Math.max(3, Math.sqrt(p.n / most) * (HEIGHT - 4))
              const from = xOf(p.start, span, plot)
              const wide = Math.max(2, Math.min(10, xOf(p.day, span, plot) - from - 1))
              return (
                <rect
                  key={p.index}
                  className={p.day === cursor ? 'event here' : 'event'}
                  x={xOf(p.day, span, plot) - wide}
                  y={HEIGHT - 1 - high}
                  width={wide}
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
