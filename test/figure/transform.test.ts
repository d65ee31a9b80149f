/** Level, change, mean of three months: what is reckoned, and what silence keeps open. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanOf } from '../../server/figure/model/chart.ts'
import { plotOf } from '../../server/figure/model/plot.ts'
import { type Columns, columnsOf, pointsOf } from '../../server/figure/model/points.ts'
import { TRANSFORMS, transformed } from '../../server/figure/model/transform.ts'
import { changeSentence, changesFinding, transformText } from '../../server/figure/words/transforms.ts'
import { changeModel, changeTop } from '../../web/charts/change/ChangeChart.rows.ts'
import { GAPS, TWENTY_YEARS } from '../../web/gallery/fixtures.ts'
import { i18n } from '../../web/i18n.ts'
import { seriesRows } from '../../web/pages/relation/SeriesTable.rows.ts'

/** Months of 2018 from January on; null = no score though somebody looked. */
const months = (...value: (number | null)[]): Columns => ({
  days: value.map((_, i) => `2018-${String(i + 1).padStart(2, '0')}-28`),
  value,
  low: value,
  high: value,
  n: value.map((score) => (score === null ? 0 : 2)),
  state: value.map((score) => (score === null ? 'NOT_ENOUGH' : 'SCORED')),
  provisionalFrom: null,
})

describe('a transformed series', () => {
  it('is itself as a level', () => {
    const columns = months(10, null, 30)
    expect(transformed(columns, 'MONTH', 'level')).toBe(columns)
  })

  it('is the difference to the period right before it, and open after silence', () => {
    // 16 − 10, nothing, nothing after nothing, 25 − 30
    const change = transformed(months(10, 16, null, 30, 25), 'MONTH', 'change')
    expect(change.value).toEqual([null, 6, null, null, -5])
    expect(change.state).toEqual(['NOT_ENOUGH', 'SCORED', 'NOT_ENOUGH', 'NOT_ENOUGH', 'SCORED'])
    expect([change.low, change.high].flat().every((limit) => limit === null)).toBe(true)
  })

  it('is the mean of three months where two of them have a score, this one among them', () => {
    // (10 + 16) / 2, (10 + 16 + 40) / 3, silent, (40 + 30) / 2, silent, silent, one of three is too few
    const mean = transformed(months(10, 16, 40, null, 30, null, null, 8), 'MONTH', 'mean')
    expect(mean.value).toEqual([null, 13, 22, null, 35, null, null, null])
  })

  it('counts three months in weeks and days as well; a quarter is no less than three months', () => {
    const weeks = months(...Array.from({ length: 13 }, () => 10))
    // Two thirds of 13 weeks are 9 weeks.
    expect(transformed(weeks, 'WEEK', 'mean').value.findIndex((score) => score !== null)).toBe(8)
    const days = months(...Array.from({ length: 91 }, () => 10))
    // Two thirds of 91 days are 61 days.
    expect(transformed(days, 'DAY', 'mean').value.findIndex((score) => score !== null)).toBe(60)
    expect(transformed(months(10, null, 30), 'QUARTER', 'mean').value).toEqual([10, null, 30])
  })

  it('keeps what nobody covered apart from what is not enough', () => {
    const gaps = columnsOf(GAPS, 'tension')
    for (const transform of TRANSFORMS) {
      const { state, value } = transformed(gaps, 'MONTH', transform)
      state.forEach((s, i) => {
        expect(s === 'NOT_COVERED').toBe(gaps.state[i] === 'NOT_COVERED')
        if (gaps.value[i] === null) expect(value[i]).toBeNull()
      })
    }
  })

  it('never makes a value of silence, and a mean lies between the scores it is made of', () => {
    const anySeries = fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true })), { maxLength: 60 })
    fc.assert(
      fc.property(anySeries, fc.constantFrom('WEEK' as const, 'MONTH' as const), (scores, bucket) => {
        const mean = transformed(months(...scores), bucket, 'mean').value
        const known = scores.filter((score) => score !== null)
        mean.forEach((value, i) => {
          if (value === null) return
          expect(scores[i]).not.toBeNull()
          expect(value).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(...known) + 1e-9)
        })
        const change = transformed(months(...scores), bucket, 'change').value
        change.forEach((value, i) => {
          expect(value !== null).toBe(i > 0 && scores[i] !== null && scores[i - 1] !== null)
        })
      }),
    )
  })

  it('stands in the table as in the chart', () => {
    const rows = seriesRows({ ...GAPS, uncounted: GAPS.uncounted }, 'MONTH', true, 'change')
    const drawn = transformed(columnsOf(GAPS, 'tension'), 'MONTH', 'change').value
    expect(rows.map((row) => row.tension.value)).toEqual([...drawn].reverse())
  })
})

describe('a chart of changes', () => {
  const points = pointsOf(transformed(months(10, 16, null, 30, 25), 'MONTH', 'change'), 'MONTH')

  it('finds the largest rise and fall', () => {
    expect(changesFinding(i18n, points, 'tension', 'MONTH')).toBe(
      'Tension: largest rise +6 (February 2018), largest fall −5 (May 2018)',
    )
    const calm = pointsOf(transformed(months(10, 10), 'MONTH', 'change'), 'MONTH')
    expect(changesFinding(i18n, calm, 'engagement', 'MONTH')).toBe('Engagement did not move from period to period')
    expect(changesFinding(i18n, pointsOf(months(null), 'MONTH'), 'tension', 'MONTH')).toBe(
      'Tension: no two periods in a row have a score',
    )
  })

  it('reads out a change, or why there is none', () => {
    const say = (i: number) => points[i] && changeSentence(i18n, points[i], 'tension', 'MONTH')
    expect([say(1), say(3)]).toEqual([
      'February 2018: change of tension +6, 2 events',
      'April 2018: not enough data, 2 events',
    ])
  })

  it('says what was done to the numbers', () => {
    expect(transformText(i18n, 'tension', 'MONTH', 80, 'level')).toContain('80 % band')
    expect(transformText(i18n, 'tension', 'MONTH', 80, 'change')).toContain('since the period before')
    expect(transformText(i18n, 'engagement', 'MONTH', 80, 'mean')).toContain('two thirds of the periods')
  })

  it('rises and falls from one middle line, on a scale of equal sides', () => {
    const plot = plotOf(900, 240, true)
    const model = changeModel(points, spanOf(points), plot, changeTop(points))
    expect(model.top).toBe(10)
    // Plot from 14 to 214 pixels: the middle is 114, ten points are 100 pixels, so +6 is 54 and −5 is 164.
    expect(model.columns.map((c) => [c.index, c.from, c.to, c.rises])).toEqual([
      [1, 54, 114, true],
      [4, 114, 164, false],
    ])
    expect(model.gaps.length).toBeGreaterThan(0)
  })

  it('draws no more columns than there are pixels, the largest of those in one place', () => {
    const long = pointsOf(transformed(columnsOf(TWENTY_YEARS, 'tension'), 'DAY', 'change'), 'DAY')
    const model = changeModel(long, spanOf(long), plotOf(900, 240, true), changeTop(long))
    expect(model.columns.length).toBeLessThanOrEqual(900)
    const largest = long.reduce((most, p) => (Math.abs(p.value ?? 0) > Math.abs(most.value ?? 0) ? p : most))
    expect(model.columns.some((c) => c.index === largest.index)).toBe(true)
  })
})
