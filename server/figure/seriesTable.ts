/**
 * A series as a table for programs: a row a period, earliest first, names of columns that never change with the language.
 * What downloads hold; the Table tab shows the same cells, rounded.
 */
import { formatDay } from '../domain/day.ts'
import { type RelationView, START } from './address/view.ts'
import type { FigureData } from './figure.ts'
import { columnsOf, pointsOf } from './model/points.ts'

/** Displayed: what the page shows of the range. All: every period of the record, both indices. */
export const ROWS = ['displayed', 'all'] as const
export type Rows = (typeof ROWS)[number]

export type Cell = string | number | boolean | null

export interface Column {
  readonly name: string
  readonly says: string
}

const PERIOD: readonly Column[] = [
  { name: 'period_start', says: 'First day of the period, YYYY-MM-DD.' },
  { name: 'day', says: 'The day the scores are read on: the last day of the period that a collection covers.' },
]
const EVIDENCE: readonly Column[] = [
  { name: 'events', says: 'Counted events in the period.' },
  { name: 'uncounted', says: 'Events kept and not counted in the period: denied, hypothetical, or of unknown day.' },
  { name: 'support', says: 'N: recent evidence on the day, in events.' },
  {
    name: 'state',
    says: 'SCORED; SPARSE: little evidence; NOT_ENOUGH: looked at, and too little found; NOT_COVERED: nobody looked.',
  },
  { name: 'provisional', says: 'True where the period is not over, or not covered to its end.' },
]

export interface SeriesTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The view that is asked for, so that a download of everything holds everything. */
export function viewOfRows(view: RelationView, rows: Rows): RelationView {
  return rows === 'displayed' ? view : { ...view, from: null, to: null, measures: START.measures }
}

export function seriesTable({ series }: Pick<FigureData, 'series'>, view: RelationView, rows: Rows): SeriesTable {
  const { measures, bucket, interval } = viewOfRows(view, rows)
  const columns = measures.flatMap((measure): Column[] => [
    { name: measure, says: `${titled(measure)}, 0 to 100; empty where there is no score, which is not zero.` },
    { name: `${measure}_low`, says: `Lower end of its ${interval} % band.` },
    { name: `${measure}_high`, says: `Upper end of its ${interval} % band.` },
  ])
  const lines = measures.map((measure) => pointsOf(columnsOf(series, measure), bucket))
  const listed = pointsOf(columnsOf(series, 'tension'), bucket).map((point, at): readonly Cell[] => [
    formatDay(point.start),
    formatDay(point.day),
    ...lines.flatMap((points) => [points[at]?.value ?? null, points[at]?.low ?? null, points[at]?.high ?? null]),
    point.n,
    series.uncounted[point.index] ?? 0,
    series.support[point.index] ?? 0,
    point.state,
    point.provisional,
  ])
  const state = PERIOD.length + columns.length + EVIDENCE.findIndex(({ name }) => name === 'state')
  return {
    columns: [...PERIOD, ...columns, ...EVIDENCE],
    rows: rows === 'all' ? listed : listed.filter((row) => row[state] !== 'NOT_COVERED'),
  }
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
