import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, formatDay, parseDay } from '../../server/domain/day.ts'
import { must } from '../../server/domain/error.ts'
import { chartModel, endOf, pointAt, xOf, yOf } from '../../server/figure/model/chart.ts'
import { decimate, MOST_POINTS } from '../../server/figure/model/decimate.ts'
import { plotOf } from '../../server/figure/model/plot.ts'
import {
  type Columns,
  columnsOf,
  hasScore,
  type PointState,
  pointsOf,
  scoredBefore,
} from '../../server/figure/model/points.ts'
import { gapsOf, segmentsOf } from '../../server/figure/model/segments.ts'
import { timeTicks, topOf, valueTicks } from '../../server/figure/model/ticks.ts'
import { TWENTY_YEARS } from '../../web/gallery/fixtures.ts'

const day = (text: string) => must(parseDay(text))

/** A daily series from 2018-01-01; null and a letter: `-` not covered, `?` not enough. A `~` after a number is SPARSE. */
function columns(...values: readonly (number | '-' | '?' | `${number}~`)[]): Columns {
  const state = values.map(
    (v): PointState =>
      v === '-' ? 'NOT_COVERED' : v === '?' ? 'NOT_ENOUGH' : typeof v === 'string' ? 'SPARSE' : 'SCORED',
  )
  const value = values.map((v) => (v === '-' || v === '?' ? null : Number.parseFloat(String(v))))
  return {
    days: values.map((_, i) => formatDay(addDays(day('2018-01-01'), i))),
    value,
    low: value.map((v) => (v === null ? null : Math.max(0, v - 5))),
    high: value.map((v) => (v === null ? null : Math.min(100, v + 5))),
    n: value.map((v) => (v === null ? 0 : 1)),
    state,
    provisionalFrom: null,
  }
}

const cut = (c: Columns) => {
  const points = pointsOf(c, 'DAY')
  return segmentsOf(points, points.filter(hasScore))
}

const anySeries = fc
  .array(fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 4 }), { minLength: 0, maxLength: 1500 })
  .map((values) => pointsOf(columns(...values.map((v) => v ?? ('-' as const))), 'DAY'))

describe('the strokes of a line', () => {
  it('are never joined across a period without a score', () => {
    const { rows, isolated } = cut(columns(10, 20, '-', 30, 40))
    // 10—20, a break, 30—40, a break
    expect(rows.map((r) => r.solid)).toEqual([10, 20, null, 30, 40, null])
    expect(isolated).toEqual([])
  })

  it('leave a point without neighbours to be drawn as a mark', () => {
    const { rows, isolated } = cut(columns('-', 50, '?', 60))
    expect(rows).toEqual([])
    expect(isolated.map((p) => p.value)).toEqual([50, 60])
  })

  it('are dashed wherever one of the two ends is sparse, and solid and dashed strokes meet in one point', () => {
    const { rows } = cut(columns(10, 20, '30~', 40))
    expect(rows.map((r) => [r.solid, r.sparse])).toEqual([
      [10, null],
      [20, null],
      [null, 20],
      [null, 30],
      [null, 40],
      [null, null],
    ])
  })

  it('are dotted from the first provisional point on', () => {
    const { rows } = cut({ ...columns(10, 20, 30), provisionalFrom: '2018-01-03' })
    expect(rows.map((r) => [r.solid, r.tail])).toEqual([
      [10, null],
      [20, null],
      [null, 20],
      [null, 30],
      [null, null],
    ])
  })

  it('carry the band with them and break it where they break', () => {
    expect(cut(columns(10, 20, '-', 3, 4)).rows.map((r) => r.band)).toEqual([
      [5, 15],
      [15, 25],
      null,
      [0, 8],
      [0, 9],
      null,
    ])
  })

  it('never hold a value that has no score, and every score is in a stroke or a mark', () => {
    fc.assert(
      fc.property(anySeries, (points) => {
        const kept = points.filter(hasScore)
        const { rows, isolated } = segmentsOf(points, kept)
        const drawn = new Set([
          ...rows.filter((r) => (r.solid ?? r.sparse ?? r.tail) !== null).map((r) => r.x),
          ...isolated.map((p) => p.day),
        ])
        expect([...drawn].sort()).toEqual(kept.map((p) => p.day).sort())
      }),
      { numRuns: 60 },
    )
  })
})

describe('the hatch', () => {
  it('spans from the day after the last score to the day before the next, and says why', () => {
    const gaps = gapsOf(pointsOf(columns(10, '-', '-', '?', 20), 'DAY'), day('2018-01-05'))
    expect(gaps).toEqual([
      { from: day('2018-01-02'), to: day('2018-01-03'), why: 'NOT_COVERED' },
      { from: day('2018-01-04'), to: day('2018-01-04'), why: 'NOT_ENOUGH' },
    ])
  })

  it('covers a series without any score from end to end', () => {
    expect(gapsOf(pointsOf(columns('?', '?'), 'DAY'), day('2018-01-02'))).toEqual([
      { from: day('2018-01-01'), to: day('2018-01-02'), why: 'NOT_ENOUGH' },
    ])
  })

  it('never lies over a day with a score', () => {
    fc.assert(
      fc.property(anySeries, (points) => {
        const to = points.at(-1)?.day ?? (0 as Day)
        const gaps = gapsOf(points, to)
        for (const p of points.filter(hasScore)) {
          expect(gaps.some((g) => g.from <= p.day && p.day <= g.to)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('decimation', () => {
  it('draws at most 500 points and keeps extremes, both ends and order', () => {
    fc.assert(
      fc.property(anySeries, (points) => {
        const kept = decimate(points)
        const scored = points.filter(hasScore)
        expect(kept.length).toBeLessThanOrEqual(MOST_POINTS)
        expect(kept.at(0)).toBe(scored.at(0))
        expect(kept.at(-1)).toBe(scored.at(-1))
        const values = scored.map((p) => p.value)
        expect(Math.max(...kept.map((p) => p.value))).toBe(Math.max(...values))
        expect(Math.min(...kept.map((p) => p.value))).toBe(Math.min(...values))
        expect(kept.map((p) => p.index)).toEqual(kept.map((p) => p.index).sort((x, y) => x - y))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps a spike of one day without events in twenty years', () => {
    const c = columnsOf(TWENTY_YEARS, 'tension')
    const spiked = {
      ...c,
      value: c.value.map((v, i) => (i === 5555 ? 100 : v)),
      n: c.n.map((n, i) => (i === 5555 ? 0 : n)),
    }
    expect(decimate(pointsOf(spiked, 'DAY')).some((p) => p.index === 5555)).toBe(true)
  })

  it('leaves a short series as it is', () => {
    const points = pointsOf(columns(1, 2, '-', 3), 'DAY')
    expect(decimate(points)).toEqual(points.filter(hasScore))
  })

  it('keeps a gap of one day in twenty years a gap', () => {
    const c = columnsOf(TWENTY_YEARS, 'tension')
    const i = 3000
    const value = c.value.map((v, at) => (at === i ? null : v))
    const points = pointsOf({ ...c, value }, 'DAY')
    const { rows } = segmentsOf(points, decimate(points))
    const hole = points[i]?.day ?? 0
    const before = rows.findLastIndex((r) => r.x < hole)
    expect(rows[before]).toMatchObject({ solid: null, sparse: null, tail: null })
  })

  it('gives room that is left to the days with most events', () => {
    // 600 equal scores, one with 9 events: first, lowest, highest and last of a bin coincide, so there is room.
    const c = columns(...Array.from({ length: 600 }, () => 50))
    const points = pointsOf({ ...c, n: c.n.map((_, i) => (i === 333 ? 9 : 0)) }, 'DAY')
    expect(decimate(points).some((p) => p.index === 333)).toBe(true)
    // Of days with as many events the earlier ones.
    const some = [5, 2, 5, 0, 9, 2, 5]
    const mixed = pointsOf({ ...c, n: c.n.map((_, i) => some[i % some.length] ?? 0) }, 'DAY')
    const room = new Set(decimate(mixed).map((p) => p.index))
    const first = decimate(pointsOf({ ...c, n: c.n.map(() => 0) }, 'DAY')).map((p) => p.index)
    const ranked = mixed
      .filter((p) => p.n > 0 && !first.includes(p.index))
      .sort((x, y) => y.n - x.n || x.index - y.index)
      .slice(0, 500 - first.length)
    expect(first.length).toBeLessThan(260)
    expect([...room].sort((x, y) => x - y)).toEqual([...first, ...ranked.map((p) => p.index)].sort((x, y) => x - y))
  })
})

describe('the axes', () => {
  it('mark the first days of months and years and say the year with January', () => {
    const ticks = timeTicks(day('2018-01-01'), day('2018-10-31'), 800)
    expect(ticks.map((t) => formatDay(t.day))).toEqual([
      '2018-01-01',
      '2018-02-01',
      '2018-03-01',
      '2018-04-01',
      '2018-05-01',
      '2018-06-01',
      '2018-07-01',
      '2018-08-01',
      '2018-09-01',
      '2018-10-01',
    ])
    expect(ticks[0]?.form).toBe('month-year')
    expect(ticks[1]?.form).toBe('month')
  })

  it('never set two labels closer than they are wide, on any span and width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -200_000, max: 200_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 150, max: 1600 }),
        (from, length, width) => {
          const ticks = timeTicks(from as Day, (from + length) as Day, width)
          // A month is 28 to 31 days: one tick more than the mean may fit.
          const apart = ticks[0]?.form === 'year' ? 46 : 68
          expect(ticks.length).toBeLessThanOrEqual(Math.floor(width / apart) + 2)
          for (const t of ticks) expect(t.day >= from && t.day <= from + length).toBe(true)
        },
      ),
    )
  })

  it('end on a round number that holds the highest limit', () => {
    expect([0, 20, 20.1, 59, 81].map(topOf)).toEqual([20, 20, 40, 60, 100])
    expect(valueTicks(60)).toEqual([0, 20, 40, 60])
  })
})

describe('the model', () => {
  const model = chartModel({ columns: columns(10, 20, '-', '-', 40), bucket: 'DAY', plot: plotOf(234 + 34, 100, true) })

  it('puts the first day at the left edge, the last at the right, 0 at the foot and the top at the head', () => {
    const { plot, span } = model
    expect(xOf(span.from, span, plot)).toBe(34)
    expect(xOf(span.to, span, plot)).toBe(234)
    expect(yOf(0, model)).toBe(74)
    expect(yOf(model.top, model)).toBe(14)
  })

  it('means the scored point within reach of the pointer, else the period under it', () => {
    // 200 pixels for 4 days: 2018-01-02 at 84, 2018-01-05 at 234
    expect(pointAt(model, 90)?.value).toBe(20)
    expect(pointAt(model, 120)?.state).toBe('NOT_COVERED')
    expect(pointAt(model, 225)?.value).toBe(40)
    expect(pointAt(model, -50)?.value).toBe(10)
  })

  it('labels the last score and lists the periods with events', () => {
    expect(model.last?.value).toBe(40)
    expect(model.events.map((p) => p.value)).toEqual([10, 20, 40])
  })

  it('compares with the last score before, whatever lies between', () => {
    expect(scoredBefore(model.points, 4)?.value).toBe(20)
    expect(scoredBefore(model.points, 0)).toBeNull()
  })

  it('marks the points of a stroke too short to be seen', () => {
    // 200 pixels for 100 days: the stroke of two days is 2 pixels wide, the one of 40 days 78
    const long = Array.from({ length: 40 }, () => 30)
    const silence = Array.from({ length: 58 }, () => '-' as const)
    const far = chartModel({
      columns: columns(...long, ...silence, 50, 60),
      bucket: 'DAY',
      plot: plotOf(268, 100, true),
    })
    expect(far.isolated.map((p) => p.value)).toEqual([50, 60])
  })

  it('ends a line with a mark, unless its last point has one already', () => {
    const plot = plotOf(268, 100, true)
    const line = chartModel({ columns: columns(10, 20, 30, '40~'), bucket: 'DAY', plot })
    expect(endOf(line)).toMatchObject({ value: 40, state: 'SPARSE' })
    const island = chartModel({ columns: columns(10, 20, 30, '-', '40~'), bucket: 'DAY', plot })
    expect(island.isolated.map((p) => p.value)).toEqual([40])
    expect(endOf(island)).toBeNull()
    expect(endOf(chartModel({ columns: columns(), bucket: 'DAY', plot }))).toBeNull()
  })

  it('stands an only day in the middle and draws nothing of an empty series', () => {
    const one = chartModel({ columns: columns(12), bucket: 'DAY', plot: plotOf(268, 100, true) })
    expect(xOf(one.span.from, one.span, one.plot)).toBe(134)
    const none = chartModel({ columns: columns(), bucket: 'DAY', plot: plotOf(268, 100, true) })
    expect([none.rows, none.isolated, none.last]).toEqual([[], [], null])
  })
})
