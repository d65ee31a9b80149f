import { describe, expect, it } from 'vitest'
import { longestStretch, uncoveredShare } from '../../../web/pages/relation/coveredStretch.ts'

const spans = (...list: string[]) => ({
  spans: list.map((text) => {
    const [from = '', to = ''] = text.split('..')
    return { from, to }
  }),
})

describe('the longest covered stretch', () => {
  it('is the longest span of all collections', () => {
    expect(longestStretch([spans('2018-01-01..2018-10-31'), spans('2020-05-13..2020-05-31')])).toEqual({
      from: '2018-01-01',
      to: '2018-10-31',
    })
  })

  it('joins spans that overlap or follow each other, whatever their order', () => {
    // 1 January to 31 March, and 1 April to 30 June: 181 days without a break, against 151 of 2019.
    const halves = [spans('2018-04-01..2018-06-30', '2019-01-01..2019-05-31'), spans('2018-01-01..2018-03-31')]
    expect(longestStretch(halves)).toEqual({ from: '2018-01-01', to: '2018-06-30' })
  })

  it('does not join across a day nobody looked, nor end early at a span within another', () => {
    expect(longestStretch([spans('2018-01-01..2018-01-31', '2018-02-02..2018-02-28')])?.to).toBe('2018-01-31')
    expect(longestStretch([spans('2018-01-01..2018-12-31', '2018-02-01..2018-02-02')])?.to).toBe('2018-12-31')
  })

  it('is none where nothing is covered', () => {
    expect(longestStretch([spans()])).toBeNull()
  })
})

describe('the share of a chart in which nobody looked', () => {
  it('counts periods: three of four are 0.75, and none of none is 0', () => {
    const states = ['NOT_COVERED', 'SCORED', 'NOT_COVERED', 'NOT_COVERED'] as const
    expect(uncoveredShare(states.map((state) => ({ state })))).toBe(0.75)
    expect(uncoveredShare([])).toBe(0)
  })
})
