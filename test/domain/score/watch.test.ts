/** A month against the months before it. */
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../../server/domain/day.ts'
import { inOrder, monthOf, WATCH_ORDERS, type WatchOrder, watchOf } from '../../../server/domain/score/watch.ts'
import { ATTACK, day, happening, questionOf, START, scoringOf, worldOf } from '../../support/scoring.ts'

const readOf = (world: Parameters<typeof scoringOf>[0], q = questionOf()) => scoringOf(world, q)

const on = (text: string) => happening(day(text) - START, ATTACK)
const LAST = day('2019-12-31')

describe('a watched month', () => {
  it('is held against the month before, both read on their last days', () => {
    const scoring = readOf(worldOf([on('2018-04-30'), on('2018-05-31'), on('2018-05-31')]))
    const w = watchOf(scoring, day('2018-05-10'), LAST, 'PREVIOUS_MONTH')
    expect([w.day, w.dayBefore].map(formatDay)).toEqual(['2018-05-31', '2018-04-30'])
    // April: 100 · 1 / (1 + 1) = 50. May: λ³¹ = 0.488580, so N = 2.488580 and 100 · N / (1 + N) = 71.335042.
    expect([w.tensionBefore, w.tension, w.tensionChange]).toEqual([
      50,
      expect.closeTo(71.335042, 4),
      expect.closeTo(21.335042, 4),
    ])
    expect([w.engagementBefore, w.engagement, w.engagementChange]).toEqual([0, 0, 0])
    expect([w.state, w.n, w.monthsBefore]).toEqual(['SPARSE', 2, 1])
  })

  it('is held against the mean of those of the twelve before that have a score', () => {
    // Alone in July 2017 … April 2018 nothing; the watch begins in 2018, so January to March are NOT_ENOUGH.
    const scoring = readOf(worldOf([on('2018-03-31'), on('2018-03-31'), on('2018-04-30'), on('2018-05-31')]))
    const w = watchOf(scoring, day('2018-05-31'), LAST, 'MEAN_OF_TWELVE')
    // March: N = 2, 66.666667. April: N = 2 λ³⁰ + 1 = 2, 66.666667. Mean 66.666667 of two months.
    expect([w.tensionBefore, w.monthsBefore]).toEqual([66.666667, 2])
  })

  it('has no change where one side has no score', () => {
    const w = watchOf(readOf(worldOf([on('2018-05-31')])), day('2018-05-01'), LAST, 'PREVIOUS_MONTH')
    expect([w.tension, w.tensionBefore, w.tensionChange, w.monthsBefore]).toEqual([50, null, null, 0])
  })

  it('ends where the record ends, and a month after it is not covered', () => {
    const scoring = readOf(worldOf([on('2018-05-02')]))
    const last = day('2018-05-10')
    expect(formatDay(watchOf(scoring, day('2018-05-01'), last, 'PREVIOUS_MONTH').day)).toBe('2018-05-10')
    // The watch of this world ends on 26 September 2020; the first of 2021 is not covered.
    expect(watchOf(scoring, day('2021-01-20'), last, 'PREVIOUS_MONTH').state).toBe('NOT_COVERED')
  })

  it('runs from the first to the last day of the calendar month', () => {
    const { from, to } = monthOf(day('2020-02-14'))
    expect([from, to].map(formatDay)).toEqual(['2020-02-01', '2020-02-29'])
  })
})

describe('the order of relations', () => {
  const rows = [
    { name: 'a', tensionChange: 2, engagementChange: null },
    { name: 'b', tensionChange: null, engagementChange: -1 },
    { name: 'c', tensionChange: 5, engagementChange: 4 },
    { name: 'd', tensionChange: -3, engagementChange: 4 },
  ]
  it('is that of worth, or by how far a score moved, what did not move last', () => {
    const names = (order: WatchOrder) =>
      inOrder(rows, order)
        .map((row) => row.name)
        .join('')
    expect(WATCH_ORDERS.map(names)).toEqual(['abcd', 'cadb', 'dacb', 'cdba', 'bcda'])
  })
})
