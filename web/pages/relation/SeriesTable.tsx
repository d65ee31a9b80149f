/** The Table tab: every number of the chart, for reading, copying and screen readers. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ChartPoint } from '../../../server/figure/model/points.ts'
import { numberText, periodText, signedText } from '../../../server/figure/words/format.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { STATE_NAMES } from '../../../server/figure/words/sentences.ts'
import { transformText } from '../../../server/figure/words/transforms.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Stamp } from '../../ui/Stamp.tsx'
import type { RelationProps } from './relationProps.ts'
import { seriesRows } from './SeriesTable.rows.ts'

/** Rows shown at first; thousands of table rows take a browser seconds. */
const PAGE = 120

export function SeriesTable({ relation, view }: RelationProps) {
  const { t, i18n } = useLingui()
  const [everything, setEverything] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const { series } = relation
  const rows = seriesRows(series, view.bucket, everything, view.transform)
  const hidden = series.days.length - seriesRows(series, view.bucket, false).length
  const number = (value: number | null) => {
    if (value === null) return ''
    return view.transform === 'change' ? signedText(i18n.locale, value, 1) : numberText(i18n.locale, value, 1)
  }
  const cells = (p: ChartPoint) => (
    <>
      <td className="number">{number(p.value)}</td>
      <td className="number quiet">{p.low === null || p.high === null ? '' : `${number(p.low)}–${number(p.high)}`}</td>
    </>
  )
  return (
    <>
      {hidden > 0 && (
        <label className="check">
          <input type="checkbox" checked={everything} onChange={() => setEverything(!everything)} />
          {t`Also list the ${hidden} periods no collection covers`}
        </label>
      )}
      {view.transform !== 'level' && (
        <p className="subtitle">
          {view.measures.map((m) => (
            <span key={m}>{transformText(i18n, m, view.bucket, view.interval, view.transform)}. </span>
          ))}
        </p>
      )}
      <ScrollRegion label={t`Scores as a table`}>
        <table className="series">
          <caption className="unseen">{t`Scores of ${nameIn(i18n, relation.name)}, latest first`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Period`}</th>
              <th scope="col" className="number">{t`Tension`}</th>
              <th scope="col" className="number">{t`${view.interval} % band`}</th>
              <th scope="col" className="number">{t`Engagement`}</th>
              <th scope="col" className="number">{t`${view.interval} % band`}</th>
              <th scope="col" className="number">{t`Events`}</th>
              <th scope="col" className="number">{t`Not counted`}</th>
              <th scope="col">{t`State`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ tension, engagement, uncounted }) => (
              <tr key={tension.index}>
                <th scope="row">{periodText(i18n.locale, tension.day, view.bucket)}</th>
                {cells(tension)}
                {cells(engagement)}
                <td className="number">{numberText(i18n.locale, tension.n)}</td>
                <td className="number">{uncounted === 0 ? '' : numberText(i18n.locale, uncounted)}</td>
                <td>
                  {i18n._(STATE_NAMES[tension.state])}
                  {tension.provisional && `, ${t`provisional`}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length > shown && (
        <button type="button" onClick={() => setShown(Infinity)}>
          {t`Show all ${rows.length} rows`}
        </button>
      )}
      <Stamp
        stamp={series.stamp}
        events={series.n.reduce((sum, n) => sum + n, 0)}
        provisionalFrom={series.provisionalFrom}
      />
    </>
  )
}
