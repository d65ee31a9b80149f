/** The rows of the home page. A table on a wide screen, cards on a narrow one. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { encodeView } from '../../../server/figure/address/url.ts'
import { START } from '../../../server/figure/address/view.ts'
import { WatchReasonDocument } from '../../../server/figure/generated/documents.ts'
import type { Span } from '../../../server/figure/model/chart.ts'
import { dayFrom, hasScore, type Measure } from '../../../server/figure/model/points.ts'
import { MONTHS, type WatchIndex, type WatchRow } from '../../../server/figure/watch/rows.ts'
import { absentWords, changeWords } from '../../../server/figure/watch/sentences.ts'
import { dayText, numberText, signedText } from '../../../server/figure/words/format.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { reasonOf } from '../../../server/figure/words/reason.ts'
import { MEASURE_NAMES } from '../../../server/figure/words/sentences.ts'
import { Sparkline } from '../../charts/card/Sparkline.tsx'
import { COMPARE_START, encodeCompare, MOST_COMPARED } from '../../data/view.compare.ts'
import { Who } from '../../ui/lines.tsx'
import { Named } from '../../ui/Named.tsx'
import { ALERT_TEXTS, type Alert, alertsOf } from './alerts.ts'

interface Props {
  readonly rows: readonly WatchRow[]
  readonly month: string
  readonly span: Span
  readonly top: number
}

export function WatchTable({ rows, month, span, top }: Props) {
  const { t } = useLingui()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const flip = (slug: string) => setChosen(chosen.includes(slug) ? chosen.filter((s) => s !== slug) : [...chosen, slug])
  return (
    <>
      <p className="compare-chosen">
        {chosen.length === 0 ? (
          <span className="quiet">{t`Tick relations to compare them.`}</span>
        ) : (
          <Link href={`/compare${encodeCompare({ ...COMPARE_START, relations: chosen })}`}>
            {t`${plural(chosen.length, { one: 'Compare # relation', other: 'Compare # relations' })}`}
          </Link>
        )}
      </p>
      <table className="watch">
        <thead>
          <tr>
            <th scope="col">{t`Relation`}</th>
            <th scope="col">{t`Tension, ${MONTHS} months`}</th>
            <th scope="col">{t`Engagement, ${MONTHS} months`}</th>
            <th scope="col">{t`Change of tension, and why`}</th>
            <th scope="col" className="number">{t`Events`}</th>
            <th scope="col">{t`Last event`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.slug} ${month}`}
              row={row}
              span={span}
              top={top}
              chosen={chosen.includes(row.slug)}
              full={chosen.length >= MOST_COMPARED}
              onChoose={() => flip(row.slug)}
            />
          ))}
        </tbody>
      </table>
    </>
  )
}

interface RowProps extends Omit<Props, 'rows' | 'month'> {
  readonly row: WatchRow
  /** Is it ticked for a comparison? */
  readonly chosen: boolean
  /** Are as many ticked as can be compared? */
  readonly full: boolean
  readonly onChoose: () => void
}

function Row({ row, span, top, chosen, full, onChoose }: RowProps) {
  const { t, i18n } = useLingui()
  const [{ data }] = useQuery({
    query: WatchReasonDocument,
    variables: { slug: row.slug, day: row.day ?? '', since: row.since ?? row.day ?? '', compare: row.since !== null },
    pause: row.day === null,
  })
  const explained = data?.relation?.explain
  const last = data?.relation?.events.nodes[0]
  const lastDay = last ? dayFrom(last.day) : null
  return (
    <tr>
      <th scope="row">
        <input
          type="checkbox"
          aria-label={t`Compare ${nameIn(i18n, row.name)}`}
          checked={chosen}
          disabled={full && !chosen}
          onChange={onChoose}
        />
        <Link href={`/r/${row.slug}`}>
          <Named name={row.name} />
        </Link>
      </th>
      <Index measure="tension" index={row.tension} span={span} top={top} />
      <Index measure="engagement" index={row.engagement} span={span} top={top} />
      <td className="why">
        <ChangeOf index={row.tension} />
        <Alerts alerts={alertsOf(row)} />
        {explained && <p>{reasonOf(i18n, explained.change)}</p>}
        {row.day !== null && row.tension.now && hasScore(row.tension.now) && (
          <Link
            href={`/r/${row.slug}${encodeView({ ...START, bucket: 'MONTH', point: { day: row.day, measure: 'tension' } })}`}
            aria-label={t`Why: ${nameIn(i18n, row.name)}`}
          >{t`Why`}</Link>
        )}
      </td>
      <td className="number" data-label={t`Events`}>
        {numberText(i18n.locale, row.events)}
      </td>
      <td className="last-event" data-label={t`Last event`}>
        {last && lastDay !== null ? (
          <>
            <time dateTime={last.day}>{dayText(i18n.locale, lastDay, 'short')}</time> <Named name={last.tag.label} />
            <span className="quiet">
              <Who {...last} />
            </span>
          </>
        ) : (
          <span className="quiet">{row.day === null || data ? t`none` : ''}</span>
        )}
      </td>
    </tr>
  )
}

function Alerts({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t, i18n } = useLingui()
  if (alerts.length === 0) return null
  return (
    <ul className="alerts" aria-label={t`Worth a look`}>
      {alerts.map((alert) => (
        <li key={alert}>{i18n._(ALERT_TEXTS[alert])}</li>
      ))}
    </ul>
  )
}

interface IndexProps {
  readonly measure: Measure
  readonly index: WatchIndex
  readonly span: Span
  readonly top: number
}

function Index({ measure, index, span, top }: IndexProps) {
  const { t, i18n } = useLingui()
  const { now } = index
  return (
    <td className={`index ${measure}`} data-label={i18n._(MEASURE_NAMES[measure])}>
      <div className="pair">
        <Sparkline points={index.points} span={span} top={top} className={measure} />
        {now && hasScore(now) ? (
          <span className={`score ${now.state === 'SPARSE' ? 'sparse' : ''}`}>
            {numberText(i18n.locale, now.value)}
            {now.state === 'SPARSE' && <span className="unseen"> {t`little evidence`}</span>}
            {index.change !== null && measure === 'engagement' && (
              <small>{signedText(i18n.locale, index.change)}</small>
            )}
          </span>
        ) : (
          <span className="quiet">{absentWords(i18n, index)}</span>
        )}
      </div>
    </td>
  )
}

/** Arrow and word beside the number: the change is told without colour. */
function ChangeOf({ index }: { readonly index: WatchIndex }) {
  const { i18n } = useLingui()
  const { arrow, words } = changeWords(i18n, index)
  if (arrow === null) return <span className="quiet">{words}</span>
  return (
    <strong>
      <span aria-hidden="true">{arrow}</span> {words}
    </strong>
  )
}
