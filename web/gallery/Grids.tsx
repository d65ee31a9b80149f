/** Matrix, comparison and calendar on invented data, the awkward cases first. */
import { useState } from 'react'
import type { Day } from '../../server/domain/day.ts'
import { columnsOf, type Measure } from '../../server/figure/model/points.ts'
import { transformed } from '../../server/figure/model/transform.ts'
import { CalendarMap } from '../charts/calendar/CalendarMap.tsx'
import { ChangeChart } from '../charts/change/ChangeChart.tsx'
import { CodebookChart } from '../charts/codebook/CodebookChart.tsx'
import { ComparePanels } from '../charts/compare/ComparePanels.tsx'
import { MATRIX_MODES, type MatrixColumns } from '../charts/matrix/DyadMatrix.rows.ts'
import { DyadMatrix } from '../charts/matrix/DyadMatrix.tsx'
import { inventedMatrix, inventedParties } from './fixtures.matrix.ts'
import * as fixtures from './fixtures.ts'

const SIX = inventedParties(6)
const FORTY = inventedParties(40)
const COLUMNS = inventedMatrix(SIX)
const ALL_FORTY = {
  tension: inventedMatrix(FORTY),
  engagement: inventedMatrix(FORTY, 5),
}
const NOTHING: MatrixColumns = {
  ...COLUMNS,
  score: COLUMNS.score.map(() => null),
  state: COLUMNS.state.map((_, i) => (i % 2 === 0 ? 'NOT_COVERED' : 'NOT_ENOUGH')),
}
const ALIKE: MatrixColumns = { ...COLUMNS, score: COLUMNS.score.map((s) => s && 40), before: COLUMNS.score }

export function MatrixCases() {
  return (
    <>
      <section data-case="Matrix without a score">
        <h2>Matrix without a score</h2>
        <DyadMatrix parties={SIX} columns={NOTHING} measure="tension" mode="level" subtitle="0 to 100" />
      </section>
      {MATRIX_MODES.map((mode) => (
        <section key={mode} data-case={`Matrix, ${mode}`}>
          <h2>Matrix, {mode}</h2>
          <DyadMatrix parties={SIX} columns={COLUMNS} measure="engagement" mode={mode} onOpen={() => {}} />
        </section>
      ))}
      <section data-case="Matrix of equals">
        <h2>Matrix of equals</h2>
        <DyadMatrix parties={SIX.slice(0, 2)} columns={ALIKE} measure="tension" mode="asymmetry" />
      </section>
    </>
  )
}

/** 1,600 cells, on a page of their own: they take every check of the gallery half a minute. */
export function Forty() {
  const [measure, setMeasure] = useState<Measure>('tension')
  return (
    <section data-case="Matrix of forty">
      <h2>Matrix of forty</h2>
      <button type="button" onClick={() => setMeasure(measure === 'tension' ? 'engagement' : 'tension')}>
        Other index
      </button>
      <DyadMatrix parties={FORTY} columns={ALL_FORTY[measure]} measure={measure} mode="level" onOpen={() => {}} />
    </section>
  )
}

const SERIES = { Islands: fixtures.ISLANDS, Thaw: fixtures.THAW, Hostile: fixtures.HOSTILE }
const compared = (event: Day | null) =>
  Object.entries(SERIES).map(([name, series]) => ({
    slug: name.toLowerCase(),
    name: `${name} – the United Upper Valleys of Estwick-Norland`,
    columns: columnsOf(series, 'tension'),
    event,
  }))
const BY_CALENDAR = compared(null)
const BY_EVENT = compared(fixtures.day('2018-05-15'))
const EMPTY = [
  { slug: 'empty', name: 'Nobody looked', columns: columnsOf(fixtures.EMPTY, 'engagement'), event: null },
  { slug: 'one', name: 'One point', columns: columnsOf(fixtures.ONE_POINT, 'engagement'), event: null },
]

export function CompareCases() {
  return (
    <>
      <section data-case="Comparison of next to nothing">
        <h2>Comparison of next to nothing</h2>
        <ComparePanels compared={EMPTY} measure="engagement" bucket="MONTH" subtitle="Engagement, 0 to 100" />
      </section>
      <section data-case="Comparison by the calendar">
        <h2>Comparison by the calendar</h2>
        <ComparePanels compared={BY_CALENDAR} measure="tension" bucket="WEEK" onOpen={() => {}} />
      </section>
      <section data-case="Comparison from an event">
        <h2>Comparison from an event</h2>
        <ComparePanels compared={BY_EVENT} measure="tension" bucket="WEEK" onOpen={() => {}} />
      </section>
    </>
  )
}

const CALENDARS = [
  { name: 'Calendar of nothing', series: fixtures.EMPTY_DAYS },
  { name: 'Calendar of one day', series: fixtures.ONE_POINT },
  { name: 'Calendar with silence', series: fixtures.SILENCE },
]

export function CalendarCases() {
  return CALENDARS.map(({ name, series }) => (
    <section key={name} data-case={name}>
      <h2>{name}</h2>
      <CalendarMap columns={columnsOf(series, 'engagement')} measure="engagement" onExplain={() => {}} />
    </section>
  ))
}

const CHANGES = [
  { name: 'Changes of nothing', series: fixtures.EMPTY },
  { name: 'Changes with gaps', series: fixtures.GAPS },
  { name: 'Changes by week', series: fixtures.THAW },
]

export function ChangeCases() {
  return CHANGES.map(({ name, series }) => {
    const bucket = series === fixtures.THAW ? 'WEEK' : 'MONTH'
    const columns = transformed(columnsOf(series, 'tension'), bucket, 'change')
    return (
      <section key={name} data-case={name}>
        <h2>{name}</h2>
        <ChangeChart columns={columns} measure="tension" bucket={bucket} onExplain={() => {}} />
      </section>
    )
  })
}

/** The same year under weights that make less of everything. */
const MILDER = { ...columnsOf(fixtures.THAW, 'tension'), value: fixtures.THAW.tension.map((s) => s && s * 0.6) }

export function CodebookCases() {
  return (
    <section data-case="Two codebooks">
      <h2>Two codebooks</h2>
      <CodebookChart
        columns={columnsOf(fixtures.THAW, 'tension')}
        others={MILDER}
        names={['default-1', 'milder-2']}
        measure="tension"
        bucket="WEEK"
        onExplain={() => {}}
      />
    </section>
  )
}
