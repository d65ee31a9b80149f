/** One relation at a glance: both numbers, how they changed, and their lines in small. For use anywhere; fetches nothing. */
import { msg } from '@lingui/core/macro'
import { useId } from 'react'
import type { Bucket } from '../../../server/domain/day.ts'
import type { Measure, SeriesColumns } from '../../../server/figure/model/points.ts'
import { numberText, periodText, signedText } from '../../../server/figure/words/format.ts'
import { eventsText, MEASURE_NAMES, STATE_NAMES, summaryOf } from '../../../server/figure/words/sentences.ts'
import { type StampValues, stampLine } from '../../../server/figure/words/stamp.ts'
import { useTexts } from '../../i18n.ts'
import { cardOf } from './RelationCard.rows.ts'
import { Sparkline } from './Sparkline.tsx'

export interface RelationCardProps {
  readonly name: string
  /** As `Relation.series` answers. */
  readonly series: SeriesColumns & { readonly stamp: StampValues }
  readonly bucket: Bucket
  readonly measures?: readonly Measure[]
  /** Where the name leads. */
  readonly href?: string
}

const BOTH: readonly Measure[] = ['tension', 'engagement']

export function RelationCard({ name, series, bucket, measures = BOTH, href }: RelationCardProps) {
  const i18n = useTexts()
  const id = useId()
  const { span, top, indices, latest } = cardOf(series, bucket, measures)
  const events = series.n.reduce((sum, n) => sum + n, 0)
  return (
    <article className="relation-card" aria-labelledby={id}>
      <h3 id={id}>{href === undefined ? name : <a href={href}>{name}</a>}</h3>
      <p className="quiet">
        {latest === null
          ? i18n._(msg`No score in this range`)
          : `${periodText(i18n.locale, latest.day, bucket)}, ${eventsText(i18n, latest.n)}`}
      </p>
      <dl>
        {indices.map(({ measure, points, last, change }) => (
          <div key={measure} className={measure}>
            <dt>{i18n._(MEASURE_NAMES[measure])}</dt>
            <dd>
              <b className="figure">{last === null ? '–' : numberText(i18n.locale, last.value)}</b>
              {change !== null && <small className="figure">{signedText(i18n.locale, change)}</small>}
              {last?.state === 'SPARSE' && <small>{i18n._(STATE_NAMES.SPARSE)}</small>}
              <span className="unseen">{summaryOf(i18n, points, measure, bucket)}</span>
              <Sparkline points={points} span={span} top={top} className={measure} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="stamp">
        {stampLine(i18n, { stamp: series.stamp, events, provisionalFrom: series.provisionalFrom })}
      </p>
    </article>
  )
}
