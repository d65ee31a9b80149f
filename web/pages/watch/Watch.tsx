/** Home: every relation in one month, the one that got worse most first, each with its reason and a way to the sentences. */
import { useLingui } from '@lingui/react/macro'
import { useDeferredValue } from 'react'
import { useQuery } from 'urql'
import { WATCH_SORTS, type WatchSort } from '../../../server/figure/address/view.ts'
import { WatchDocument, type WatchQuery } from '../../../server/figure/generated/documents.ts'
import { monthsWithScores, sparkSpan, sparkTop, startMonth, watchRows } from '../../../server/figure/watch/rows.ts'
import { READING } from '../../../server/figure/watch/sentences.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { useWatchView } from '../../data/useView.ts'
import { Choice } from '../../ui/Choice.tsx'
import { FirstView } from '../../ui/FirstView.tsx'
import { LiveNotice } from '../../ui/LiveNotice.tsx'
import { MonthStepper, monthName } from '../../ui/MonthStepper.tsx'
import { Stamp } from '../../ui/Stamp.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { WatchTable } from './WatchTable.tsx'

export function Watch() {
  const { t } = useLingui()
  usePageTitle(t`Watch`)
  const [{ data: answer, error }, ask] = useQuery({ query: WatchDocument })
  const data = useDeferredValue(answer)
  const title = <h1>{t`Watch`}</h1>
  if (!data && !error) {
    return (
      <FirstView height={640}>
        {title}
        <Loading height={560} />
      </FirstView>
    )
  }
  return (
    <>
      {title}
      <LiveNotice relations={data?.relations.nodes.map(({ slug }) => slug) ?? []} />
      {data ? (
        <Month relations={data.relations.nodes} />
      ) : (
        error && <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
    </>
  )
}

function Month({ relations }: { readonly relations: WatchQuery['relations']['nodes'] }) {
  const { t, i18n } = useLingui()
  const [view, change] = useWatchView()
  const months = monthsWithScores(relations)
  const latest = months.at(-1)
  const start = startMonth(relations)
  const first = relations[0]
  if (!first) {
    return (
      <Empty
        title={t`No relation yet`}
        why={t`The database holds no relation. Start the server with its demonstration data, or import some.`}
      />
    )
  }
  if (latest === undefined || start === null) {
    return <Empty title={t`Not enough data`} why={t`No relation has enough counted events for a score in any month.`} />
  }
  const month = view.month ?? start
  const rows = watchRows(relations, month, view.sort, (name) => nameIn(i18n, name))
  const events = rows.reduce((sum, row) => sum + row.events, 0)
  const scored = rows.some((row) => row.tension.now?.value != null)
  return (
    <>
      <MonthStepper
        month={month}
        months={months}
        onChange={(next) => change({ month: next === start ? null : next })}
      />
      <div className="above-table">
        <p className="lede">{i18n._(READING)}</p>
        <Choice<WatchSort>
          label={t`Sort by`}
          value={view.sort}
          onChange={(sort) => change({ sort })}
          options={WATCH_SORTS.map((value) => ({
            value,
            label: {
              change: t`Got worse most`,
              tension: t`Highest tension`,
              engagement: t`Highest engagement`,
              name: t`Name`,
              events: t`Most events`,
            }[value],
          }))}
        />
      </div>
      {!scored && (
        <p className="notice">
          {t`No relation has a score in this month.`}{' '}
          <button type="button" className="link" onClick={() => change({ month: latest === start ? null : latest })}>
            {t`Go to ${monthName(i18n.locale, latest)}`}
          </button>
        </p>
      )}
      <WatchTable rows={rows} month={month} span={sparkSpan(month)} top={sparkTop(rows)} />
      <Stamp stamp={first.series.stamp} events={events} provisionalFrom={first.series.provisionalFrom} />
    </>
  )
}
