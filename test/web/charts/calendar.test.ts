/** The calendar before it is drawn: its sheets and its keys. */
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/day.ts'
import { columnsOf, pointsOf } from '../../../server/figure/model/points.ts'
import { calendarBlocks, calendarMove, highestDay } from '../../../web/charts/calendar/CalendarMap.rows.ts'
import { day, EMPTY_DAYS, SILENCE } from '../../../web/gallery/fixtures.ts'

const points = pointsOf(columnsOf(SILENCE, 'engagement'), 'DAY')
const at = (text: string) => {
  const point = points.find((p) => p.day === day(text))
  if (!point) throw new Error(`${text}: not listed`)
  return point
}

describe('the sheets of a calendar', () => {
  it('are a year each; years without a score or an event are joined', () => {
    const blocks = calendarBlocks(points)
    expect(blocks.map((b) => (b.kind === 'year' ? b.year : [b.from, b.to]))).toEqual([2017, [2018, 2019], 2020])
    expect(calendarBlocks(pointsOf(columnsOf(EMPTY_DAYS, 'tension'), 'DAY'))).toEqual([
      { kind: 'silent', from: 2019, to: 2019 },
    ])
    expect(calendarBlocks([])).toEqual([])
  })

  it('begin their weeks on Monday, and hold every listed day once', () => {
    const [first] = calendarBlocks(points)
    const months = first?.kind === 'year' ? first.months : []
    expect(months).toHaveLength(12)
    // 1 March 2017 was a Wednesday: the 10th, a Friday, stands in the second week, the 31st, a Friday, in the fifth.
    const march = months[2]?.days ?? []
    expect([march[0], march.at(-1)].map((d) => d && [formatDay(d.point.day), d.column, d.row])).toEqual([
      ['2017-03-10', 4, 1],
      ['2017-03-31', 4, 4],
    ])
    expect(months.flatMap((m) => m.days)).toHaveLength(points.filter((p) => p.day <= day('2017-12-31')).length)
    expect(months[0]?.days).toEqual([])
  })

  it('know their highest day', () => {
    const highest = highestDay(points)
    expect(highest && points.every((p) => (p.value ?? 0) <= highest.value)).toBe(true)
    expect(highestDay(pointsOf(columnsOf(EMPTY_DAYS, 'tension'), 'DAY'))).toBeNull()
  })
})

describe('the keys of a calendar', () => {
  const go = (key: string, from: string, ctrlKey = false) => {
    const to = calendarMove({ key, ctrlKey }, points, at(from))
    return to && formatDay(to.day)
  }

  it('step by day, week and month, and stop at the ends', () => {
    expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'].map((key) => go(key, '2017-05-31'))).toEqual([
      '2017-06-01',
      '2017-05-30',
      '2017-06-07',
      '2017-05-24',
    ])
    // A month on from 31 May is 30 June; a month back from 31 March, 28 February, is before the first day
    expect([go('PageDown', '2017-05-31'), go('PageUp', '2017-05-31'), go('PageUp', '2017-03-31')]).toEqual([
      '2017-06-30',
      '2017-04-30',
      '2017-03-10',
    ])
    expect([go('ArrowLeft', '2017-03-10'), go('ArrowRight', '2020-06-20')]).toEqual(['2017-03-10', '2020-06-20'])
  })

  it('go to the ends of a month, and with Control of all', () => {
    expect([go('Home', '2017-05-12'), go('End', '2017-05-12'), go('Home', '2017-05-12', true)]).toEqual([
      '2017-05-01',
      '2017-05-31',
      '2017-03-10',
    ])
    expect(go('End', '2017-05-12', true)).toBe('2020-06-20')
  })

  it('find days with events, and leave other keys alone', () => {
    const next = go('n', '2017-12-20') ?? ''
    expect(at(next).n).toBeGreaterThan(0)
    expect(next > '2020-02-26').toBe(true)
    expect(go('p', next) ?? '').toMatch(/^2017-12/)
    expect(go('x', '2017-05-12')).toBeNull()
    expect(calendarMove({ key: 'Home', ctrlKey: false }, [], at('2017-05-12'))).toBeNull()
  })
})
