/** A waterfall from the score before to the score now. The numbers are text; the bars are their picture. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Measure } from '../../../server/figure/model/points.ts'
import { numberText, signedText } from '../../../server/figure/words/format.ts'
import { useTexts } from '../../i18n.ts'
import { type ChangeParts, type ChangeRow, changeRows } from './ChangeBars.rows.ts'

const NAMES: Readonly<Record<Exclude<ChangeRow['key'], 'before' | 'after'>, MessageDescriptor>> = {
  fading: msg`Older events faded`,
  raised: msg`New events raised it`,
  lowered: msg`New events lowered it`,
  revised: msg`The record was revised`,
}

interface Props {
  readonly measure: Measure
  readonly parts: ChangeParts
  /** What the two ends are called: the period before and this one. */
  readonly before: string
  readonly after: string
}

export function ChangeBars({ measure, parts, before, after }: Props) {
  const i18n = useTexts()
  const rows = changeRows(parts)
  const most = Math.max(1, ...rows.flatMap((row) => [row.from, row.to]))
  const share = (value: number) => `${(Math.max(0, value) / most) * 100}%`
  return (
    <dl className={`change-bars ${measure}`}>
      {rows.map((row) => {
        const end = row.key === 'before' || row.key === 'after'
        return (
          <div key={row.key} className={row.key}>
            <dt>{row.key === 'before' ? before : row.key === 'after' ? after : i18n._(NAMES[row.key])}</dt>
            <dd>
              <span className="figure">
                {end ? numberText(i18n.locale, row.value, 1) : signedText(i18n.locale, row.value, 1)}
              </span>
              <span className="track" dir="ltr" aria-hidden="true">
                <i
                  style={{
                    marginLeft: share(Math.min(row.from, row.to)),
                    width: `max(2px, ${share(Math.abs(row.to - row.from))})`,
                  }}
                />
              </span>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
