/** Up to twelve relations beside each other, by the calendar or each counted from an event of its own. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { useLocation } from 'wouter'
import { PartiesDocument, type PartiesQuery } from '../../../server/figure/generated/documents.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { measureText } from '../../../server/figure/words/sentences.ts'
import { ComparePanels } from '../../charts/compare/ComparePanels.tsx'
import { type ComparedRow, useCompared } from '../../data/useCompared.ts'
import { type Change, useView } from '../../data/useView.ts'
import { type CompareView, decodeCompare, encodeCompare } from '../../data/view.compare.ts'
import type { Codebooks } from '../../ui/RecordControls.tsx'
import { Stamp } from '../../ui/Stamp.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { comparedSeries, namedRelations, pointAddress, questionsOf } from './Compare.rows.ts'
import { CompareControls } from './CompareControls.tsx'
import { EventDays } from './EventDays.tsx'

/** Relations taken where the address names none: as many as stand in one row of a wide screen. */
const USUAL = 3

export function Compare() {
  const { t } = useLingui()
  usePageTitle(t`Compare`)
  const [{ data, error }, ask] = useQuery({ query: PartiesDocument })
  return (
    <>
      <h1>{t`Compare relations`}</h1>
      {data ? (
        <Chosen known={data.relations.nodes} codebooks={data.codebooks} />
      ) : error ? (
        <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      ) : (
        <Loading height={640} />
      )}
    </>
  )
}

interface ChosenProps extends Codebooks {
  readonly known: PartiesQuery['relations']['nodes']
}

function Chosen({ known, codebooks }: ChosenProps) {
  const { t, i18n } = useLingui()
  const [asked, change] = useView('/compare', decodeCompare, encodeCompare)
  const view = useMemo(
    () =>
      asked.relations.length > 0
        ? namedRelations(asked, known)
        : { ...asked, relations: known.slice(0, USUAL).map((r) => r.slug) },
    [asked, known],
  )
  const { rows, error, fetching, ask } = useCompared(questionsOf(view))
  if (view.relations.length === 0) {
    return <Empty title={t`No relation yet`} why={t`The database holds no relation to compare.`} />
  }
  // Pairs that are not watched are named by the answer.
  const nameOf = (slug: string) => {
    const found = known.find((r) => r.slug === slug) ?? rows?.find((r) => r.relation.slug === slug)?.relation
    return found ? nameIn(i18n, found.name) : slug
  }
  return (
    <>
      <CompareControls view={view} change={change} known={known} nameOf={nameOf} codebooks={codebooks} />
      {view.events !== null && <EventDays view={view} change={change} nameOf={nameOf} events={view.events} />}
      {error && !fetching ? (
        <Failed error={error} onRetry={ask} />
      ) : rows ? (
        <div className={fetching ? 'stale' : ''} aria-busy={fetching}>
          <Shown view={view} change={change} rows={rows} />
        </div>
      ) : (
        <Loading height={480} />
      )}
    </>
  )
}

interface ShownProps {
  readonly view: CompareView
  readonly change: Change<CompareView>
  readonly rows: readonly ComparedRow[]
}

function Shown({ view, change, rows }: ShownProps) {
  const { t, i18n } = useLingui()
  const [, navigate] = useLocation()
  const compared = useMemo(() => comparedSeries(view, rows, (name) => nameIn(i18n, name)), [view, rows, i18n])
  const bucket = view.events === null ? view.bucket : 'DAY'
  const measure = measureText(i18n, view.measure, bucket, 80)
  const first = rows[0]
  if (compared.length === 0 || !first) {
    return (
      <Empty
        title={t`No day to count from yet`}
        why={t`Each relation is counted from a day of its own: set at least one above.`}
        action={<button type="button" onClick={() => change({ events: null })}>{t`Compare by the calendar`}</button>}
      />
    )
  }
  return (
    <>
      <ComparePanels
        compared={compared}
        measure={view.measure}
        bucket={bucket}
        subtitle={view.events === null ? measure : t`${measure}; days from each relation’s own event`}
        onOpen={(slug, day) => navigate(pointAddress(view, slug, day))}
      />
      <Stamp stamp={first.series.stamp} events={null} provisionalFrom={first.series.provisionalFrom} />
    </>
  )
}
