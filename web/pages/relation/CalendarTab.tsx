/** The Calendar tab: every day of the relation in the range, one index at a time; a day leads to its explanation. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { formatDay } from '../../../server/domain/day.ts'
import { rangeArguments, scoringArguments } from '../../../server/figure/address/arguments.ts'
import { CalendarDocument } from '../../../server/figure/generated/documents.ts'
import { columnsOf, dayFrom } from '../../../server/figure/model/points.ts'
import { measureText } from '../../../server/figure/words/sentences.ts'
import { CalendarMap } from '../../charts/calendar/CalendarMap.tsx'
import { useKept } from '../../data/useKept.ts'
import { Segments } from '../../ui/Choice.tsx'
import { Stamp } from '../../ui/Stamp.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import type { RelationProps } from './relationProps.ts'

export function CalendarTab({ relation, view, change }: RelationProps) {
  const { t, i18n } = useLingui()
  const [{ data, error }, ask] = useQuery({
    query: CalendarDocument,
    variables: { slug: relation.slug, ...rangeArguments(view), ...scoringArguments(view) },
  })
  const series = useKept(data?.relation?.series, relation.slug)
  const columns = useMemo(() => (series ? columnsOf(series, view.calendar) : null), [series, view.calendar])
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!series || !columns) return <Loading height={480} />
  const explained = view.point?.measure === view.calendar ? dayFrom(view.point.day) : null
  return (
    <>
      <Segments
        label={t`Index`}
        value={view.calendar}
        onChange={(calendar) => change({ calendar })}
        options={[
          { value: 'tension', label: t`Tension` },
          { value: 'engagement', label: t`Engagement` },
        ]}
      />
      <CalendarMap
        columns={columns}
        measure={view.calendar}
        subtitle={measureText(i18n, view.calendar, 'DAY', view.interval)}
        selected={explained}
        // A day is explained as a day: the other tabs then have one point a day as well.
        onExplain={(day) => change({ bucket: 'DAY', point: { day: formatDay(day), measure: view.calendar } })}
      />
      <Stamp
        stamp={series.stamp}
        events={series.n.reduce((sum, n) => sum + n, 0)}
        provisionalFrom={series.provisionalFrom}
      />
      <button type="button" onClick={() => change({ bucket: 'DAY', tab: 'table' })}>
        {t`The same numbers as a table`}
      </button>
    </>
  )
}
