import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../../server/figure/model/chart.ts'
import { laneStrokes } from '../../../server/figure/model/eventLane.ts'
import { plotOf } from '../../../server/figure/model/plot.ts'
import { columnsOf, pointsOf, type SeriesColumns } from '../../../server/figure/model/points.ts'
import { monthsWithScores, startMonth, watchRows } from '../../../server/figure/watch/rows.ts'
import { changeRows } from '../../../web/charts/change/ChangeBars.rows.ts'
import { stanceRows } from '../../../web/charts/mix/StanceBars.rows.ts'
import { roundedParts } from '../../../web/charts/plot/parts.ts'
import { GAPS, TWENTY_YEARS } from '../../../web/gallery/fixtures.ts'
import { seriesRows } from '../../../web/pages/relation/SeriesTable.rows.ts'

const tenths = (x: number) => Math.round(x * 10)

describe('parts as printed', () => {
  it('sum to the total as printed', () => {
    const anyParts = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(anyParts, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0)
        const printed = roundedParts(parts, total)
        expect(tenths(printed.reduce((sum, part) => sum + part, 0)) === Math.round(total * 10)).toBe(true)
        printed.forEach((part, i) => {
          expect(Math.abs(part - (parts[i] ?? 0))).toBeLessThan(0.1 + 1e-6)
        })
      }),
    )
  })

  it('give the odd tenth to the largest remainder', () => {
    // 1/3 each of 10.0: 3.3 + 3.3 + 3.3 = 9.9, the missing tenth goes to the first
    expect(roundedParts([10 / 3, 10 / 3, 10 / 3], 10)).toEqual([3.4, 3.3, 3.3])
  })
})

describe('the steps of a change', () => {
  it('lead from the score before to the score after, as printed', () => {
    // 35.24 → 35.2, 41.31 → 41.3: 6.1 to explain. −2.13, 9.30, −1.10 sum to 6.07; floored −2.2 + 9.3 − 1.1 = 6.0, and
    // the missing tenth goes to the largest remainder, fading: −2.1
    const rows = changeRows({ before: 35.24, after: 41.31, fading: -2.13, raised: 9.3, lowered: -1.1, revised: 0 })
    expect(rows.map((r) => [r.key, r.value])).toEqual([
      ['before', 35.2],
      ['fading', -2.1],
      ['raised', 9.3],
      ['lowered', -1.1],
      ['after', 41.3],
    ])
    expect(rows.map((r) => r.from)).toEqual([0, 35.24, 33.11, 42.41, 0].map((x) => expect.closeTo(x, 9)))
  })

  it('tell a revision only where there is one', () => {
    const rows = changeRows({ before: 10, after: 12, fading: -1, raised: 2, lowered: 0, revised: 1 })
    expect(rows.map((r) => r.key)).toEqual(['before', 'fading', 'raised', 'lowered', 'revised', 'after'])
  })
})

describe('the rows of the home page', () => {
  const series = (tension: readonly (number | null)[]): SeriesColumns => ({
    days: ['2018-01-31', '2018-02-28', '2018-03-31', '2020-02-29'],
    tension,
    tensionLow: tension,
    tensionHigh: tension,
    engagement: tension.map((v) => (v === null ? null : 100 - v)),
    engagementLow: tension,
    engagementHigh: tension,
    n: [4, 5, 6, 1],
    state: tension.map((v) => (v === null ? 'NOT_COVERED' : 'SCORED')),
    provisionalFrom: null,
  })
  const relations = [
    { slug: 'a', name: 'Arden–Bray', series: series([10, 20, 15, null]) },
    { slug: 'b', name: 'Bray–Corth', series: series([50, 40, 52, 60]) },
    { slug: 'c', name: 'Arden–Corth', series: series([null, null, 30, null]) },
  ]

  it('put the relation that got worse most first, and those that cannot be compared last', () => {
    const rows = watchRows(relations, '2018-03', 'change')
    // Bray–Corth 52 − 40 = 12, Arden–Bray 15 − 20 = −5, Arden–Corth has no February
    expect(rows.map((r) => [r.slug, r.tension.change])).toEqual([
      ['b', 12],
      ['a', -5],
      ['c', null],
    ])
    expect(rows[0]).toMatchObject({ day: '2018-03-31', since: '2018-02-28', events: 6 })
    expect(rows[2]?.since).toBeNull()
  })

  it('sort by name, level and events as well', () => {
    const order = (sort: 'name' | 'tension' | 'engagement' | 'events') =>
      watchRows(relations, '2018-03', sort)
        .map((r) => r.slug)
        .join('')
    expect([order('name'), order('tension'), order('engagement'), order('events')]).toEqual([
      'acb',
      'bca',
      'acb',
      'acb',
    ])
  })

  it('open on the last month that can be compared, and know the last month with a score', () => {
    expect(monthsWithScores(relations)).toEqual(['2018-01', '2018-02', '2018-03', '2020-02'])
    expect(startMonth(relations)).toBe('2018-03')
    expect(startMonth([{ slug: 'd', name: 'D', series: series([null, null, null, 7]) }])).toBe('2020-02')
    expect(startMonth([])).toBeNull()
  })

  it('compare with the month before only, not with a score from years ago', () => {
    expect(watchRows(relations, '2020-02', 'change')[0]?.tension).toMatchObject({ change: null })
  })
})

describe('the rows of the stances', () => {
  it('stack words and deeds of a period and leave empty periods out', () => {
    const rows = stanceRows(
      {
        days: ['2018-01-31', '2018-02-28'],
        verbalCooperation: [2, 0],
        materialCooperation: [1, 0],
        verbalConflict: [0, 0],
        materialConflict: [4, 0],
      },
      'MONTH',
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ up: 3, down: 4 })
  })
})

describe('the rows of the table', () => {
  it('are latest first, and leave out what nobody looked at unless it is asked for', () => {
    // GAPS: 24 months of which September to November 2018 are not covered
    expect(seriesRows(GAPS, 'MONTH', false)).toHaveLength(21)
    expect(seriesRows(GAPS, 'MONTH', true)).toHaveLength(24)
    expect(seriesRows(GAPS, 'MONTH', true)[0]?.tension.index).toBe(23)
  })
})

describe('the strokes of the event lane', () => {
  it('join days that share their pixels, and lose no event', () => {
    const points = pointsOf(columnsOf(TWENTY_YEARS, 'tension'), 'DAY')
    const strokes = laneStrokes(points, spanOf(points), plotOf(1000, 34, false))
    expect(strokes.length).toBeLessThan(340)
    const sum = (list: readonly { readonly n: number }[]) => list.reduce((total, { n }) => total + n, 0)
    expect(sum(strokes)).toBe(sum(points))
  })
})
