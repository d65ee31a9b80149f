/**
 * Invented series for the gallery and the tests: no country here exists, and the same input gives the same numbers on
 * every machine.
 */
import { addDays, type Bucket, type Day, formatDay, periodEnd } from '../../server/domain/day.ts'
import type { SeriesColumns } from '../../server/figure/model/points.ts'
import { dayFrom } from '../../server/figure/model/points.ts'

export interface InventedSeries extends SeriesColumns {
  readonly uncounted: readonly number[]
  readonly support: readonly number[]
  readonly provisionalUntil: string | null
}

export interface Plan {
  readonly from: string
  readonly to: string
  readonly bucket: Bucket
  /** Days somebody looked; elsewhere NOT_COVERED. */
  readonly covered: readonly { readonly from: string; readonly to: string }[]
  /** Shape of the two lines, 0–1 along the range → 0–100. */
  readonly tension: (share: number) => number
  readonly engagement: (share: number) => number
  /** Mean events a period; under 1 the state is NOT_ENOUGH, under 5 SPARSE. */
  readonly events: (share: number) => number
  readonly provisionalFrom?: string
}

/** A repeatable wobble in −1 … 1, from the number alone (Park and Miller, 1988, one step). */
export function wobble(n: number): number {
  const x = ((Math.abs(Math.round(n)) + 1) * 48271) % 2147483647
  return ((x * 48271) % 2147483647) / 1073741823.5 - 1
}

export function day(text: string): Day {
  const found = dayFrom(text)
  if (found === null) throw new Error(`${text}: a fixture needs a day of the calendar`)
  return found
}

export function inventedSeries(plan: Plan): InventedSeries {
  const [from, to] = [day(plan.from), day(plan.to)]
  const rows: Row[] = []
  for (let d = from; d <= to; d = addDays(periodEnd(d, plan.bucket), 1)) {
    rows.push(rowOf(plan, d, Math.min(periodEnd(d, plan.bucket), to) as Day, from, to))
  }
  const scored = <T>(pick: (row: Row) => T) =>
    rows.map((r) => (r.state === 'SCORED' || r.state === 'SPARSE' ? pick(r) : null))
  return {
    days: rows.map((r) => r.day),
    tension: scored((r) => r.tension),
    tensionLow: scored((r) => Math.max(0, r.tension - r.spread)),
    tensionHigh: scored((r) => Math.min(100, r.tension + r.spread)),
    engagement: scored((r) => r.engagement),
    engagementLow: scored((r) => Math.max(0, r.engagement - r.spread * 0.7)),
    engagementHigh: scored((r) => Math.min(100, r.engagement + r.spread * 0.7)),
    n: rows.map((r) => r.n),
    uncounted: rows.map((r) => (r.n > 0 && r.n % 4 === 0 ? 1 : 0)),
    support: rows.map((r) => r.n * 1.4),
    state: rows.map((r) => r.state),
    provisionalFrom: plan.provisionalFrom ?? null,
    provisionalUntil: null,
  }
}

interface Row {
  readonly day: string
  readonly tension: number
  readonly engagement: number
  readonly spread: number
  readonly n: number
  readonly state: SeriesColumns['state'][number]
}

function rowOf(plan: Plan, start: Day, end: Day, from: Day, to: Day): Row {
  const share = to === from ? 0 : (end - from) / (to - from)
  const looked = plan.covered.some((c) => day(c.from) <= end && day(c.to) >= start)
  const n = looked ? Math.max(0, Math.round(plan.events(share) * (1 + 0.6 * wobble(end)))) : 0
  const expected = plan.events(share)
  const state = !looked ? 'NOT_COVERED' : expected < 1 ? 'NOT_ENOUGH' : expected < 5 ? 'SPARSE' : 'SCORED'
  return {
    day: formatDay(end),
    tension: clamp(plan.tension(share) + 2.5 * wobble(end + 7)),
    engagement: clamp(plan.engagement(share) + 2 * wobble(end + 31)),
    spread: 4 + 14 / Math.sqrt(Math.max(1, expected)),
    n,
    state,
  }
}

function clamp(value: number): number {
  return Math.round(Math.max(0, Math.min(100, value)) * 1e6) / 1e6
}

const YEAR = [{ from: '2018-01-01', to: '2018-10-31' }]
const FALLING = (share: number) => 41 - 26 * share + 6 * Math.sin(share * 9)
const RISING = (share: number) => 7 + 19 * share + 3 * Math.sin(share * 7)

/** One year by week: a fall of tension, a rise of engagement. */
export const THAW = inventedSeries({
  from: '2018-01-01',
  to: '2018-10-31',
  bucket: 'WEEK',
  covered: YEAR,
  tension: FALLING,
  engagement: RISING,
  events: () => 12,
  provisionalFrom: '2018-10-21',
})

/** A year by week, then years without anybody looking, with single weeks in them. */
export const ISLANDS = inventedSeries({
  from: '2018-01-01',
  to: '2024-03-31',
  bucket: 'WEEK',
  covered: [
    ...YEAR,
    { from: '2020-02-27', to: '2020-02-29' },
    { from: '2020-05-16', to: '2020-05-18' },
    { from: '2023-08-01', to: '2023-08-14' },
    { from: '2024-03-20', to: '2024-03-21' },
  ],
  tension: (s) => 30 + 25 * s,
  engagement: (s) => 28 - 12 * s,
  events: (s) => (s < 0.14 ? 9 : 3),
})

export const EMPTY = inventedSeries({
  from: '2019-01-01',
  to: '2019-12-31',
  bucket: 'MONTH',
  covered: [],
  tension: () => 0,
  engagement: () => 0,
  events: () => 0,
})

export const TOO_LITTLE = inventedSeries({
  from: '2019-01-01',
  to: '2019-12-31',
  bucket: 'MONTH',
  covered: [{ from: '2019-01-01', to: '2019-12-31' }],
  tension: () => 30,
  engagement: () => 10,
  events: () => 0.4,
})

export const ONE_POINT = inventedSeries({
  from: '2020-02-29',
  to: '2020-02-29',
  bucket: 'DAY',
  covered: [{ from: '2020-02-29', to: '2020-02-29' }],
  tension: () => 12,
  engagement: () => 44,
  events: () => 6,
})

/** Sparse at first, silent in the middle, scored at the end. */
export const GAPS = inventedSeries({
  from: '2018-01-01',
  to: '2019-12-31',
  bucket: 'MONTH',
  covered: [
    { from: '2018-01-01', to: '2018-08-31' },
    { from: '2018-12-01', to: '2019-12-31' },
  ],
  tension: (s) => 35 + 20 * Math.sin(s * 8),
  engagement: (s) => 22 + 10 * Math.cos(s * 6),
  events: (s) => (s < 0.2 ? 3 : s > 0.6 && s < 0.75 ? 0.3 : 8),
})

export const HOSTILE = inventedSeries({
  from: '2018-01-01',
  to: '2018-12-31',
  bucket: 'WEEK',
  covered: [{ from: '2018-01-01', to: '2018-12-31' }],
  tension: () => 99,
  engagement: () => 0,
  events: () => 30,
})

/** Twenty years by day: 7,305 points, drawn as at most 500. */
/** 10,000 days, made when it is asked for: it is shown on a page of its own. */
export const tenThousandDays = () =>
  inventedSeries({
    from: '1995-01-01',
    to: '2022-05-18',
    bucket: 'DAY',
    covered: [{ from: '1995-01-01', to: '2022-05-18' }],
    tension: (s) => 45 + 30 * Math.sin(s * 25),
    engagement: (s) => 30 + 18 * Math.cos(s * 19),
    events: () => 7,
  })

export const TWENTY_YEARS = inventedSeries({
  from: '2001-01-01',
  to: '2020-12-31',
  bucket: 'DAY',
  covered: [
    { from: '2001-01-01', to: '2008-06-30' },
    { from: '2009-01-01', to: '2020-12-31' },
  ],
  tension: (s) => 45 + 30 * Math.sin(s * 25),
  engagement: (s) => 30 + 18 * Math.cos(s * 19),
  events: () => 7,
})

/** Days of a year nobody looked at. */
export const EMPTY_DAYS = inventedSeries({
  from: '2019-01-01',
  to: '2019-12-31',
  bucket: 'DAY',
  covered: [],
  tension: () => 0,
  engagement: () => 0,
  events: () => 0,
})

/** By day: a year with too little in its summer, two years nobody looked, a few days of the next, sparse. */
export const SILENCE = inventedSeries({
  from: '2017-03-10',
  to: '2020-06-20',
  bucket: 'DAY',
  covered: [
    { from: '2017-03-10', to: '2017-12-20' },
    { from: '2020-02-27', to: '2020-03-11' },
  ],
  tension: () => 30,
  engagement: (s) => 70 - 60 * s + 20 * Math.sin(s * 40),
  events: (s) => (s > 0.1 && s < 0.16 ? 0.2 : s > 0.5 ? 3 : 7),
})

/** Stances by month beside a series. */
export function inventedStances(series: InventedSeries) {
  const count = (factor: number, salt: number) =>
    series.n.map((n, i) => (n === 0 ? 0 : Math.max(0, Math.round(n * factor * (1 + 0.5 * wobble(i * 13 + salt))))))
  return {
    days: series.days,
    verbalCooperation: count(0.35, 1),
    materialCooperation: count(0.12, 2),
    verbalConflict: count(0.3, 3),
    materialConflict: count(0.2, 4),
    statement: count(0.2, 5),
  }
}
