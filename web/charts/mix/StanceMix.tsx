/** The mix of what two parties did and said, by family and period. For use anywhere: give it the counts, it fetches nothing. */
import { msg } from '@lingui/core/macro'
import { type Bucket, periodEnd, periodStart } from '../../../server/domain/day.ts'
import type { Span } from '../../../server/figure/model/chart.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'
import { useTexts } from '../../i18n.ts'
import type { StanceColumns } from './StanceBars.rows.ts'
import { StanceBars } from './StanceBars.tsx'

export interface StanceMixProps {
  /** As `Relation.stances` answers. */
  readonly stances: StanceColumns
  /** One bar per; a month at least, or bars cannot be told apart. */
  readonly bucket: Bucket
  readonly title?: string
  /** CSS pixels; measured where it is left out. */
  readonly width?: number
}

export function StanceMix({ stances, bucket, title, width }: StanceMixProps) {
  const i18n = useTexts()
  return (
    <StanceBars
      stances={stances}
      bucket={bucket}
      span={spanOfDays(stances.days, bucket)}
      title={title ?? i18n._(msg`What they did and said, by family`)}
      {...(width === undefined ? {} : { width })}
    />
  )
}

/** All periods whole. Without a day: the first day there is, which nothing is drawn on. */
function spanOfDays(days: readonly string[], bucket: Bucket): Span {
  const [first, last] = [days[0], days.at(-1)].map((text) => (text === undefined ? null : dayFrom(text)))
  if (first == null || last == null) return { from: 0 as Span['from'], to: 0 as Span['to'] }
  return { from: periodStart(first, bucket), to: periodEnd(last, bucket) }
}
