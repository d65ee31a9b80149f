import { describe, expect, it } from 'vitest'
import type { SeriesColumns } from '../../../server/figure/model/points.ts'
import { cardOf } from '../../../web/charts/card/RelationCard.rows.ts'

const series: SeriesColumns = {
  days: ['2018-01-31', '2018-02-28', '2018-03-31', '2018-04-30'],
  tension: [10.4, null, 20.6, null],
  tensionLow: [5, null, 10, null],
  tensionHigh: [15, null, 47, null],
  engagement: [30, 31, null, null],
  engagementLow: [25, 26, null, null],
  engagementHigh: [35, 36, null, null],
  n: [4, 2, 6, 0],
  state: ['SCORED', 'SCORED', 'SCORED', 'NOT_COVERED'],
  provisionalFrom: null,
}

describe('the card of a relation', () => {
  it('shows the last score of each index and its change, as printed, since the score before', () => {
    const card = cardOf(series, 'MONTH', ['tension', 'engagement'])
    // 20.6 is printed as 21, 10.4 as 10: a reader subtracts 11
    expect(card.indices.map(({ last, change }) => [last?.value, change])).toEqual([
      [20.6, 11],
      [31, 1],
    ])
    expect(card.latest?.value).toBe(20.6)
    // The highest limit of a band is 47.
    expect(card.top).toBe(60)
  })

  it('says nothing of change where there is but one score, and nothing at all where there is none', () => {
    const one = { ...series, tension: [null, null, 20.6, null] }
    expect(cardOf(one, 'MONTH', ['tension']).indices[0]?.change).toBeNull()
    const none = { ...series, tension: [null, null, null, null] }
    expect(cardOf(none, 'MONTH', ['tension'])).toMatchObject({ latest: null, indices: [{ last: null, change: null }] })
  })
})
