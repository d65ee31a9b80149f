import { describe, expect, it } from 'vitest'
import { type ChartPoint, columnsOf, hasScore, pointsOf } from '../../../server/figure/model/points.ts'
import { moveOf } from '../../../web/charts/walk/plotKeys.ts'
import { GAPS } from '../../../web/gallery/fixtures.ts'

const points = pointsOf(columnsOf(GAPS, 'tension'), 'MONTH')
const scored = points.filter(hasScore)
const to = (key: string, cursor: ChartPoint | null, shift = false) => {
  const move = moveOf(key, shift, points, cursor)
  return move?.kind === 'to' ? scored.findIndex((p) => p.index === move.point.index) : move?.kind
}
const nth = (i: number) => scored.at(i) ?? null

describe('the keys of a plot', () => {
  it('step from score to score, over gaps, and stop at the ends', () => {
    expect(to('ArrowRight', nth(3))).toBe(4)
    expect(to('ArrowLeft', nth(3))).toBe(2)
    expect(to('ArrowLeft', nth(0))).toBe(0)
    expect(to('ArrowRight', nth(-1))).toBe(scored.length - 1)
    const beforeGap = scored.findIndex((p, i) => (scored[i + 1]?.index ?? 0) > p.index + 1)
    expect(beforeGap).toBeGreaterThan(-1)
    expect(to('ArrowRight', nth(beforeGap))).toBe(beforeGap + 1)
  })

  it('step by twelve with Shift, to the ends with Home and End', () => {
    expect(to('ArrowRight', nth(1), true)).toBe(13)
    expect(to('Home', nth(9))).toBe(0)
    expect(to('End', nth(9))).toBe(scored.length - 1)
  })

  it('begin at the end where there is no cursor yet', () => {
    expect(to('ArrowLeft', null)).toBe(scored.length - 1)
    expect(to('ArrowRight', null)).toBe(scored.length - 1)
  })

  it('find the next and the previous point with events', () => {
    const next = scored.findIndex((p, i) => i > 2 && p.n > 0)
    expect(to('n', nth(2))).toBe(next)
    expect(to('p', nth(next))).toBe(scored.findLastIndex((p, i) => i < next && p.n > 0))
  })

  it('stop at events too few for a score: they can be explained, too', () => {
    const few = points.map((p) => (p.value === null && p.state === 'NOT_ENOUGH' ? { ...p, n: 1 } : p))
    const silent = few.findIndex((p) => p.value === null && p.n > 0)
    const before = few[silent - 1] ?? null
    expect(moveOf('n', false, few, before)).toEqual({ kind: 'to', point: few[silent] })
    expect(moveOf('ArrowRight', false, few, before)).toEqual({ kind: 'to', point: few[silent] })
  })

  it('switch the series, explain and leave; leave other keys alone', () => {
    expect([to('ArrowUp', null), to('ArrowDown', null), to('Enter', null), to('Escape', nth(0))]).toEqual([
      'series',
      'series',
      'explain',
      'leave',
    ])
    expect(moveOf('Escape', false, points, null)).toBeNull()
    expect(moveOf('x', false, points, nth(0))).toBeNull()
  })
})
