/** One relation: its line over time, and behind tabs the same numbers, the events, the statements and the method. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useCallback, useDeferredValue, useRef } from 'react'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { relationVariables, towardOf } from '../../../server/figure/figure.ts'
import { RelationPageDocument, type RelationPageQuery } from '../../../server/figure/generated/documents.ts'
import { arrowText } from '../../../server/figure/words/format.intl.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { useKept } from '../../data/useKept.ts'
import { useRelationView } from '../../data/useView.ts'
import { COMPARE_START, encodeCompare } from '../../data/view.compare.ts'
import { Fallible } from '../../ui/Fallible.tsx'
import { FirstView } from '../../ui/FirstView.tsx'
import { fetched } from '../../ui/fetched.tsx'
import { LiveNotice } from '../../ui/LiveNotice.tsx'
import { Named } from '../../ui/Named.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { Controls } from './Controls.tsx'
import { RelationChart } from './RelationChart.tsx'
import type { RelationProps } from './relationProps.ts'
import { Share } from './Share.tsx'

// What most visits do not open comes when it is opened: the page is drawn the sooner.
const Drawer = fetched(async () => (await import('./Drawer.tsx')).Drawer)
const CalendarTab = fetched(async () => (await import('./CalendarTab.tsx')).CalendarTab)
const SeriesTable = fetched(async () => (await import('./SeriesTable.tsx')).SeriesTable)
const EventsTab = fetched(async () => (await import('./EventsTab.tsx')).EventsTab)
const StatementsTab = fetched(async () => (await import('./StatementsTab.tsx')).StatementsTab)
const MethodTab = fetched(async () => (await import('./MethodTab.tsx')).MethodTab)

export function Relation({ slug }: { readonly slug: string }) {
  const { t, i18n } = useLingui()
  const [view, change] = useRelationView(slug)
  const [{ data: answer, error, fetching }, ask] = useQuery({
    query: RelationPageDocument,
    variables: relationVariables(slug, view),
  })
  // Drawn in slices: a page this full must not hold up who types or scrolls meanwhile.
  const data = useDeferredValue(useKept(answer, slug))
  const relation = data?.relation ?? null
  usePageTitle(relation ? nameIn(i18n, relation.name) : t`Relation`)
  if (error && !fetching) {
    return (
      <Failed
        whole
        error={error}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
        action={<Link href={`/r/${slug}`}>{t`Begin again with the usual choices`}</Link>}
      />
    )
  }
  if (!data) return <FirstView height={900} />
  if (!relation) {
    return (
      <Empty
        whole
        title={t`No relation is called ${slug}`}
        why={t`It may have been renamed.`}
        action={<Link href="/">{t`All relations`}</Link>}
      />
    )
  }
  return <Loaded relation={relation} view={view} change={change} codebooks={data.codebooks} stale={fetching} />
}

interface LoadedProps extends RelationProps {
  readonly codebooks: RelationPageQuery['codebooks']
  readonly stale: boolean
}

function Loaded({ relation, view, change, codebooks, stale }: LoadedProps) {
  const { t, i18n } = useLingui()
  const content = useRef<HTMLDivElement>(null)
  const props = { relation, view, change }
  const { from, to, bucket, collections } = view
  const toward = towardOf(relation, view, i18n)
  // On paper there are no controls to read it from.
  const chosen = [
    toward ? arrowText(i18n.locale, toward.source, toward.target) : t`Both directions together`,
    ...(collections === null ? [] : [t`counted: ${collections.join(', ')}`]),
  ].join(' · ')
  // The drawer gives the focus back to where it came from; without such a place, to the plot.
  const back = useCallback(() => content.current?.querySelector<HTMLElement>('.plot-field, [tabindex]')?.focus(), [])
  return (
    <div className={view.point ? 'with-drawer' : ''}>
      <p className="crumb">
        <Link href="/">{t`All relations`}</Link>{' '}
        <Link href={`/compare${encodeCompare({ ...COMPARE_START, relations: [relation.slug], from, to, bucket })}`}>
          {t`Compare with others`}
        </Link>
      </p>
      <div className="title-bar">
        <h1>
          <Named name={relation.name} />
        </h1>
        <div className="title-actions">
          <button type="button" onClick={() => window.print()}>
            {t`Print`}
          </button>
          <Share relation={relation} view={view} />
        </div>
      </div>
      {/* What is read as of an instant does not change. */}
      <LiveNotice relations={view.asOf === null ? [relation.slug] : []} />
      <p className="printed">{chosen}</p>
      <Controls {...props} codebooks={codebooks} />
      <Tabs
        label={t`Views of this relation`}
        selected={view.tab}
        onSelect={(tab) => change({ tab })}
        tabs={[
          { key: 'chart', label: t`Chart` },
          { key: 'calendar', label: t`Calendar` },
          { key: 'table', label: t`Table` },
          { key: 'events', label: t`Events` },
          { key: 'statements', label: t`Statements` },
          { key: 'method', label: t`Method` },
        ]}
      >
        <div ref={content} className={stale ? 'stale' : ''} aria-busy={stale}>
          <Fallible place={view.tab}>
            <Suspense fallback={<Loading height={480} />}>
              {view.tab === 'chart' && <RelationChart {...props} />}
              {view.tab === 'calendar' && <CalendarTab {...props} />}
              {view.tab === 'table' && <SeriesTable {...props} />}
              {view.tab === 'events' && <EventsTab {...props} />}
              {view.tab === 'statements' && <StatementsTab {...props} />}
              {view.tab === 'method' && <MethodTab {...props} />}
            </Suspense>
          </Fallible>
        </div>
      </Tabs>
      {view.point && (
        <Fallible
          place={`${view.point.day} ${view.point.measure}`}
          frame={(said) => (
            <div className="drawer">
              <div className="drawer-bar">
                <button type="button" className="close" onClick={() => change({ point: null })}>{t`Close`}</button>
              </div>
              {said}
            </div>
          )}
        >
          <Suspense fallback={null}>
            <Drawer {...props} point={view.point} onLost={back} />
          </Suspense>
        </Fallible>
      )}
    </div>
  )
}
