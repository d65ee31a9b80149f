/** The Chart tab: two panels on one time axis, and below them, on the same axis, events, coverage and stances. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useMemo, useRef, useState } from 'react'
import { type Day, formatDay } from '../../../server/domain/day.ts'
import { stanceBucketOf } from '../../../server/figure/address/arguments.ts'
import { coveredOf } from '../../../server/figure/figure.ts'
import { sharedScale } from '../../../server/figure/model/figure.ts'
import { markersOf } from '../../../server/figure/model/markers.ts'
import { columnsOf, dayFrom, hasScore, type Measure, type SeriesColumns } from '../../../server/figure/model/points.ts'
import { transformed } from '../../../server/figure/model/transform.ts'
import { numberText, rangeText } from '../../../server/figure/words/format.ts'
import { transformText } from '../../../server/figure/words/transforms.ts'
import { CoverageStrip } from '../../charts/coverage/CoverageStrip.tsx'
import { EventLane } from '../../charts/events/EventLane.tsx'
import { StanceBars } from '../../charts/mix/StanceBars.tsx'
import { ChartKey } from '../../charts/series/ChartKey.tsx'
import { EngagementChart } from '../../charts/series/EngagementChart.tsx'
import { TensionChart } from '../../charts/series/TensionChart.tsx'
import { useUnderCodebook } from '../../data/useUnderCodebook.ts'
import { Announcer } from '../../ui/Announcer.tsx'
import { fetched } from '../../ui/fetched.tsx'
import { useOnPaper } from '../../ui/paper.ts'
import { Stamp } from '../../ui/Stamp.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { longestStretch, uncoveredShare } from './coveredStretch.ts'
import type { RelationProps } from './relationProps.ts'

// Seldom chosen: loaded when they are.
const ChangeChart = fetched(async () => (await import('../../charts/change/ChangeChart.tsx')).ChangeChart)
const CodebookChart = fetched(async () => (await import('../../charts/codebook/CodebookChart.tsx')).CodebookChart)

/** Of a panel, in CSS pixels; on paper everything below it comes on the same sheet. */
const HEIGHT = 230
const PAPER_HEIGHT = 165

const PANELS = { tension: TensionChart, engagement: EngagementChart }

export function RelationChart({ relation, view, change }: RelationProps) {
  const { t, i18n } = useLingui()
  const { series } = relation
  const [cursor, setCursor] = useState<Day | null>(null)
  const [said, setSaid] = useState('')
  const onPaper = useOnPaper()
  const under = useUnderCodebook(relation.slug, view)
  const plots = useRef(new Map<Measure, HTMLDivElement>())
  const columns = useMemo(
    () => ({
      tension: transformed(columnsOf(series, 'tension'), view.bucket, view.transform),
      engagement: transformed(columnsOf(series, 'engagement'), view.bucket, view.transform),
    }),
    [series, view.bucket, view.transform],
  )
  const { points, span, top } = useMemo(() => sharedScale(series, view.bucket), [series, view.bucket])
  const others = useMemo(() => {
    if (under.series === null) return null
    const of = (measure: Measure) =>
      transformed(columnsOf(under.series as SeriesColumns, measure), view.bucket, view.transform)
    const highest = sharedScale(under.series, view.bucket).top
    return {
      tension: of('tension'),
      engagement: of('engagement'),
      top: Math.max(top, highest),
      name: under.series.stamp.codebook,
    }
  }, [under.series, view.bucket, view.transform, top])
  const markers = useMemo(
    () => markersOf(i18n, series).filter((m) => m.day >= span.from && m.day <= span.to),
    [i18n, series, span],
  )
  const events = series.n.reduce((sum, n) => sum + n, 0)
  const scored = points.some(hasScore)
  const selected = view.point === null ? null : dayFrom(view.point.day)
  if (points.length === 0) {
    return (
      <Empty
        title={t`Not enough data for a score`}
        why={t`No day lies in the range that was chosen.`}
        action={<button type="button" onClick={() => change({ from: null, to: null })}>{t`Show all there is`}</button>}
      />
    )
  }
  const explain = (day: Day, measure: Measure) => {
    const listed = series.days[points.find((p) => p.day === day)?.index ?? -1]
    if (listed !== undefined) change({ point: { day: listed, measure } })
  }
  const switchFrom = (measure: Measure, by: -1 | 1) => {
    const to = view.measures[view.measures.indexOf(measure) + by]
    if (to) plots.current.get(to)?.focus()
  }
  return (
    <>
      {!scored && (
        <Unscored view={view} change={change} covered={points.some((p) => p.state !== 'NOT_COVERED')} events={events} />
      )}
      {scored && <MostlyHatched relation={relation} view={view} change={change} share={uncoveredShare(points)} />}
      {under.error && <Failed error={under.error} onRetry={() => change({ against: null })} />}
      <Suspense fallback={<Loading height={580} />}>
        {view.measures.map((measure, i) => {
          const panel = {
            measure,
            columns: columns[measure],
            bucket: view.bucket,
            span,
            height: onPaper ? PAPER_HEIGHT : HEIGHT,
            timeAxis: i === view.measures.length - 1,
            subtitle: transformText(i18n, measure, view.bucket, view.interval, view.transform),
            cursor,
            onCursor: setCursor,
            selected: view.point?.measure === measure ? selected : null,
            onAnnounce: setSaid,
            onSwitch: (by: -1 | 1) => switchFrom(measure, by),
            onExplain: (day: Day) => explain(day, measure),
            onRange: (from: Day, to: Day) => change({ from: formatDay(from), to: formatDay(to), point: null }),
            plotRef: (element: HTMLDivElement | null) => {
              if (element) plots.current.set(measure, element)
              else plots.current.delete(measure)
            },
          }
          if (view.transform === 'change') return <ChangeChart key={measure} {...panel} />
          if (others) {
            const names = [series.stamp.codebook, others.name] as const
            // The level's own words speak of a band, and here is none.
            const subtitle = view.transform === 'level' ? undefined : panel.subtitle
            const held = { others: others[measure], top: others.top, names, subtitle }
            return <CodebookChart key={measure} {...panel} {...held} />
          }
          const Panel = PANELS[measure]
          return <Panel key={measure} {...panel} top={top} markers={markers} />
        })}
      </Suspense>
      <EventLane
        points={points}
        bucket={view.bucket}
        span={span}
        cursor={cursor}
        onPick={(day) => explain(day, view.measures[0] ?? 'tension')}
      />
      <CoverageStrip span={span} covered={coveredOf(relation, i18n)} />
      <ChartKey markers={markers} />
      <Stamp stamp={series.stamp} events={events} provisionalFrom={series.provisionalFrom} />
      {relation.coverage.length > 0 && (
        <p className="source">
          {t`Source:`} <bdi>{relation.coverage.map(({ collection }) => collection.citation).join(' · ')}</bdi>
        </p>
      )}
      <StanceBars
        title={t`What they did and said, by family`}
        stances={relation.stances}
        bucket={stanceBucketOf(view.bucket)}
        span={span}
      />
      <Announcer sentence={said} />
    </>
  )
}

interface HatchedProps extends RelationProps {
  /** Of the shown periods nobody looked at, 0–1. */
  readonly share: number
}

/** Where silence takes more than half of the whole: says so, and leads to what was looked at. */
function MostlyHatched({ relation, view, change, share }: HatchedProps) {
  const { t, i18n } = useLingui()
  const stretch = longestStretch(relation.coverage)
  const [from, to] = [dayFrom(stretch?.from ?? ''), dayFrom(stretch?.to ?? '')]
  if (share <= 0.5 || view.from !== null || view.to !== null || from === null || to === null) return null
  const percent = numberText(i18n.locale, 100 * share)
  return (
    <p className="mostly-hatched">
      {t`Nobody looked at ${percent} % of this time.`}{' '}
      <button type="button" className="link" onClick={() => change({ ...stretch, point: null })}>
        {t`Show the longest covered stretch: ${rangeText(i18n.locale, from, to)}`}
      </button>
    </p>
  )
}

interface UnscoredProps extends Pick<RelationProps, 'view' | 'change'> {
  /** Did any collection look at these days? */
  readonly covered: boolean
  readonly events: number
}

/** Why there is no line, and the one step that leads on. */
function Unscored({ view, change, covered, events }: UnscoredProps) {
  const { t } = useLingui()
  const why = covered
    ? t`Too little was counted in these days for a score: at least one recent event is needed.`
    : t`No collection covers these days for this relation, as far as was recorded.`
  const step: readonly [string, Partial<RelationProps['view']>] | null =
    view.asOf !== null
      ? [t`Show what is recorded now`, { asOf: null }]
      : view.from !== null || view.to !== null
        ? [t`Show all there is`, { from: null, to: null }]
        : events > 0
          ? [t`Read the statements`, { tab: 'statements' }]
          : null
  return (
    <Empty
      title={t`Not enough data for a score`}
      why={why}
      action={
        step && (
          <button type="button" onClick={() => change(step[1])}>
            {step[0]}
          </button>
        )
      }
    />
  )
}
