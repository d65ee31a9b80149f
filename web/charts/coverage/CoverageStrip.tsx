/** Which collections look at the relation when. Where no bar stands nobody looked, and nothing can be known from here. */
import { msg } from '@lingui/core/macro'
import type { Day } from '../../../server/domain/day.ts'
import { type Span, xOf } from '../../../server/figure/model/chart.ts'
import { plotOf } from '../../../server/figure/model/plot.ts'
import { useTexts } from '../../i18n.ts'
import { useWidth } from '../plot/useWidth.ts'

export interface CoveredSpan {
  readonly title: string
  readonly spans: readonly Span[]
}

interface Props {
  readonly covered: readonly CoveredSpan[]
  readonly span: Span
  readonly width?: number
}

const ROW = 10

export function CoverageStrip({ covered, span, width: fixed }: Props) {
  const i18n = useTexts()
  const [ref, width] = useWidth<HTMLDivElement>(fixed)
  const plot = plotOf(width, ROW, false)
  return (
    <figure className="coverage" aria-label={i18n._(msg`Coverage`)}>
      <figcaption>
        <strong>{i18n._(msg`Coverage`)}</strong>{' '}
        <span>{i18n._(msg`Which collections look at this relation, and when`)}</span>
      </figcaption>
      <div ref={ref}>
        {covered.map(({ title, spans }) => (
          <div key={title} className="covered">
            <span className="collection">{title}</span>
            <div dir="ltr" style={{ height: ROW }}>
              {width > 0 && (
                <svg width={width} height={ROW} aria-hidden="true">
                  <line className="floor" x1={plot.left} x2={width - plot.right} y1={ROW / 2} y2={ROW / 2} />
                  {spans.flatMap((s) => bar(s, span, plot, width))}
                </svg>
              )}
            </div>
          </div>
        ))}
        {covered.length === 0 && <p>{i18n._(msg`No collection looks at this relation yet.`)}</p>}
      </div>
    </figure>
  )
}

function bar(covered: Span, span: Span, plot: Parameters<typeof xOf>[2], width: number) {
  const from = Math.max(covered.from, span.from) as Day
  const to = Math.min(covered.to, span.to) as Day
  if (from > to) return []
  const x = xOf(from, span, plot)
  // A single day is still seen: three pixels at least.
  const wide = Math.max(3, xOf(to, span, plot) - x)
  return [
    <rect key={covered.from} x={Math.min(x, width - plot.right - 3)} y={1} width={wide} height={ROW - 2} rx={1} />,
  ]
}
