/** Every widget on fixed, invented data, the awkward cases first. Development and tests only. */
import { useState } from 'react'
import { useSearch } from 'wouter'
import type { Bucket, Day } from '../../server/domain/day.ts'
import { spanOf } from '../../server/figure/model/chart.ts'
import type { Marker } from '../../server/figure/model/markers.ts'
import { columnsOf, pointsOf } from '../../server/figure/model/points.ts'
import { RelationCard } from '../charts/card/RelationCard.tsx'
import { Sparkline } from '../charts/card/Sparkline.tsx'
import { ChangeBars } from '../charts/change/ChangeBars.tsx'
import { CoverageStrip } from '../charts/coverage/CoverageStrip.tsx'
import { EventLane } from '../charts/events/EventLane.tsx'
import { StanceBars } from '../charts/mix/StanceBars.tsx'
import { EngagementChart } from '../charts/series/EngagementChart.tsx'
import { TensionChart } from '../charts/series/TensionChart.tsx'
import * as fixtures from './fixtures.ts'
import { CalendarCases, ChangeCases, CodebookCases, CompareCases, Forty, MatrixCases } from './Grids.tsx'
import { States } from './States.tsx'

interface Case {
  readonly name: string
  readonly series: fixtures.InventedSeries
  readonly bucket: Bucket
  readonly markers?: readonly Marker[]
}

const LONG = 'the Provisional Administration of the United Upper Valleys of Estwick-Norland'
const STAMP = { codebook: 'default-1', codebookHash: '0'.repeat(64), method: 'invented', asOf: null, revision: 0 }
const CASES: readonly Case[] = [
  { name: 'Empty', series: fixtures.EMPTY, bucket: 'MONTH' },
  { name: 'Too little', series: fixtures.TOO_LITTLE, bucket: 'MONTH' },
  { name: 'One point', series: fixtures.ONE_POINT, bucket: 'DAY' },
  { name: 'Gaps', series: fixtures.GAPS, bucket: 'MONTH' },
  { name: 'Islands', series: fixtures.ISLANDS, bucket: 'WEEK' },
  { name: 'All hostile', series: fixtures.HOSTILE, bucket: 'WEEK' },
  { name: 'Twenty years', series: fixtures.TWENTY_YEARS, bucket: 'DAY' },
  {
    name: 'Thaw',
    series: fixtures.THAW,
    bucket: 'WEEK',
    markers: [
      { day: fixtures.day('2018-05-15'), kind: 'succession', text: `15 May 2018: passes to ${LONG}` },
      { day: fixtures.day('2018-08-01'), kind: 'collection', text: '1 August 2018: covered from here on' },
    ],
  },
]

/** `/gallery?forty` shows the largest matrix alone, `/gallery?daily` the longest line. */
export function Gallery() {
  const alone = useSearch()
  if (alone === 'forty') return <Large />
  if (alone === 'daily') return <Daily />
  return (
    <div className="gallery">
      <h1>Gallery</h1>
      {CASES.map((c) => (
        <Shown key={c.name} {...c} />
      ))}
      <section>
        <h2>Change</h2>
        <ChangeBars
          measure="tension"
          before={`May 2018, ${LONG}`}
          after="June 2018"
          parts={{ before: 35.24, after: 41.31, fading: -2.13, raised: 9.3, lowered: -1.1, revised: 0 }}
        />
      </section>
      <MatrixCases />
      <CompareCases />
      <CalendarCases />
      <ChangeCases />
      <CodebookCases />
      <States />
    </div>
  )
}

function Large() {
  return (
    <div className="gallery">
      <h1>Gallery</h1>
      <Forty />
    </div>
  )
}

/** Drawn when it is asked for, so that the drawing can be measured. */
function Daily() {
  const [series] = useState(fixtures.tenThousandDays)
  const [drawn, setDrawn] = useState(false)
  return (
    <div className="gallery">
      <h1>Gallery</h1>
      <button type="button" onClick={() => setDrawn(true)}>
        Draw
      </button>
      {drawn && <TensionChart columns={columnsOf(series, 'tension')} bucket="DAY" onExplain={() => {}} />}
    </div>
  )
}

function Shown({ name, series, bucket, markers = [] }: Case) {
  const points = pointsOf(columnsOf(series, 'tension'), bucket)
  const span = spanOf(points)
  const [cursor, setCursor] = useState<Day | null>(null)
  const shared = { bucket, span, markers, cursor, onCursor: setCursor, onExplain: () => {} }
  return (
    <section data-case={name}>
      <h2>{name}</h2>
      <TensionChart {...shared} columns={columnsOf(series, 'tension')} timeAxis={false} subtitle="Tension, 0 to 100" />
      <EngagementChart {...shared} columns={columnsOf(series, 'engagement')} subtitle="Engagement, 0 to 100" />
      <EventLane points={points} bucket={bucket} span={span} cursor={cursor} />
      <CoverageStrip span={span} covered={[{ title: `Archive of ${LONG}`, spans: [span] }]} />
      {/* Stances are counted by month at least: never by day over years. */}
      {points.length < 400 && (
        <StanceBars title="Stances" stances={fixtures.inventedStances(series)} bucket={bucket} span={span} />
      )}
      <Sparkline points={points} span={span} top={100} className="tension" />
      <RelationCard name={`${name} – ${LONG}`} series={{ ...series, stamp: STAMP }} bucket={bucket} />
    </section>
  )
}
