/** Which days somebody looked at. */
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../server/domain/day.ts'
import { formatDay } from '../../../server/domain/day.ts'
import { must } from '../../../server/domain/error.ts'
import {
  coverageChanges,
  coveredDays,
  merged,
  spansOf,
  unmonitored,
  watchesOf,
} from '../../../server/domain/record/coverage.ts'
import type { Collection } from '../../../server/domain/record/document.ts'
import type { Revision } from '../../../server/domain/record/revision.ts'
import { slicesOf } from '../../../server/domain/score/slice.ts'
import { collection, NORLAND_AND_SUDMARK, relation } from '../../support/directory.ts'
import { at, day } from '../../support/scoring.ts'

const ACTORS = new Map(NORLAND_AND_SUDMARK.actors.map((a) => [a.code as string, a]))
const SLICES = must(slicesOf(NORLAND_AND_SUDMARK, relation('NOR', 'SUD.GOV'), 'OFFICE', day('2018-12-31')))
const HEAD = 9 as Revision

function watches(collections: readonly Collection[], only: readonly number[] | null = null, revision = HEAD): string[] {
  return watchesOf(collections, SLICES, ACTORS, revision, only && new Set(only)).map(
    (w) => `${w.collection}: ${formatDay(w.from)}..${formatDay(w.to)}`,
  )
}

describe('the watches of a relation', () => {
  it('are the ranges that collections cover, cut to the days the slices ask for, by first day', () => {
    // Two slices (the palace passes on 1 April) that adjoin: one watch.
    expect(watches([collection(2, '2018-03-01', '2019-06-30'), collection(1, '2018-02-01', '2018-05-31')])).toEqual([
      '1: 2018-02-01..2018-05-31',
      '2: 2018-03-01..2018-12-31',
    ])
    expect(watches([collection(2, '2018-02-01', '2018-02-28'), collection(1, '2018-02-01', '2018-05-31')])).toEqual([
      '1: 2018-02-01..2018-05-31',
      '2: 2018-02-01..2018-02-28',
    ])
  })

  it('leave out collections without a range, of later revisions, withdrawn, not asked for, or after the range', () => {
    const year = ['2018-01-01', '2018-12-31'] as const
    const collections = [
      collection(1, null, null, { kind: 'ARTICLES' }),
      collection(2, '2018-01-01', null),
      collection(3, ...year, { addedIn: 5 as Revision }),
      collection(4, ...year, { supersededIn: 4 as Revision }),
      collection(5, '2019-01-01', '2019-12-31'),
      collection(6, ...year),
    ]
    expect(watches(collections)).toEqual(['3: 2018-01-01..2018-12-31', '6: 2018-01-01..2018-12-31'])
    expect(watches(collections, null, 3 as Revision)).toEqual([
      '4: 2018-01-01..2018-12-31',
      '6: 2018-01-01..2018-12-31',
    ])
    expect(watches(collections, [3, 4])).toEqual(['3: 2018-01-01..2018-12-31'])
    expect(unmonitored(collections)).toEqual(new Set([1, 2]))
  })

  it('are of the pairs a collection looks at, given by actor or country, either way round', () => {
    const year = ['2018-01-01', '2018-12-31'] as const
    const pairs = (...pairs: [string, string][]) => collection(1, ...year, { pairs })
    expect(watches([pairs(['NOR', 'SUD'])])).toEqual(['1: 2018-01-01..2018-12-31'])
    expect(watches([pairs(['SUD', 'NOR'])])).toEqual(['1: 2018-01-01..2018-12-31'])
    expect(watches([pairs(['NOR', 'SUD.OLD'])])).toEqual(['1: 2018-01-01..2018-03-31'])
    expect(watches([pairs(['SUD.NEW', 'NOR'])])).toEqual(['1: 2018-04-01..2018-12-31'])
    expect(watches([pairs(['NOR', 'ATL'], ['NOR', 'NOR'])])).toEqual([])
  })

  it('need both actors of the pair to be known', () => {
    const whole = [collection(1, '2018-01-01', '2018-12-31')]
    const without = (code: string) => new Map([...ACTORS].filter(([known]) => known !== code))
    expect(watchesOf(whole, SLICES, without('NOR'), HEAD, null)).toEqual([])
    expect(watchesOf(whole, SLICES, without('SUD.OLD'), HEAD, null)).toEqual([
      { collection: 1, from: day('2018-04-01'), to: day('2018-12-31') },
    ])
  })
})

describe('covered days', () => {
  const covered = (spans: readonly [number, number][], borne: readonly number[]) => [
    ...coveredDays(
      spans.map(([from, to]) => ({ from: at(from), to: at(to) })),
      Int32Array.from(borne),
      at(0),
    ),
  ]

  it('are those of a watch, and those an unmonitored collection bears', () => {
    expect(covered([[1, 2]], [0, 0, 0, 0, 2])).toEqual([0, 1, 1, 0, 1])
    expect(covered([], [0, 0])).toEqual([0, 0])
  })

  it('are cut where a watch begins before, ends after, or lies outside', () => {
    expect(covered([[-5, 0]], [0, 0, 0])).toEqual([1, 0, 0])
    expect(covered([[2, 99]], [0, 0, 0])).toEqual([0, 0, 1])
    expect(covered([[-5, -1]], [0, 0, 0])).toEqual([0, 0, 0])
    expect(covered([[3, 4]], [0, 0, 0])).toEqual([0, 0, 0])
  })
})

describe('spans', () => {
  const span = (from: number, to: number) => ({ from: at(from), to: at(to) })

  it('that overlap or adjoin are one', () => {
    expect(merged([span(5, 6), span(0, 2), span(3, 3), span(6, 9), span(7, 8)])).toEqual([span(0, 3), span(5, 9)])
    expect(merged([])).toEqual([])
  })

  it('are runs of single days', () => {
    expect(spansOf([0, 1, 2, 5, 7, 8].map((d) => at(d)))).toEqual([span(0, 2), span(5, 5), span(7, 8)])
  })
})

describe('a change of coverage', () => {
  const watch = (id: number, from: Day, to: Day) => ({ collection: collection(id, null, null).id, from, to })
  const found = coverageChanges(
    [watch(1, at(0), at(9)), watch(2, at(5), at(20)), watch(1, at(7), at(12))],
    at(0),
    at(20),
  )

  it('falls on the first day a range covers and the day after its last, with what covers from then on', () => {
    expect(found).toEqual([
      { day: at(5), collections: [1, 2] },
      { day: at(7), collections: [1, 2] },
      { day: at(10), collections: [2, 1] },
      { day: at(13), collections: [2] },
    ])
  })
})
