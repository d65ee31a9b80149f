/** What the home page points at, each rule with a row that fits it and one that just does not. */
import { describe, expect, it } from 'vitest'
import type { SeriesColumns } from '../../../server/figure/model/points.ts'
import { watchRows } from '../../../server/figure/watch/rows.ts'
import { alertsOf } from '../../../web/pages/watch/alerts.ts'

const DAYS = ['2018-01-31', '2018-02-28', '2018-03-31', '2018-04-30', '2018-05-31', '2018-06-30']

/** Six months, the last of which is looked at; bands ten points either way, three events a month. */
function rowOf(tension: readonly (number | null)[], more: Partial<SeriesColumns> = {}) {
  const shifted = (by: number) => tension.map((value) => value && value + by)
  const series: SeriesColumns = {
    ...{ days: DAYS, tension, tensionLow: shifted(-10), tensionHigh: shifted(10) },
    ...{ engagement: DAYS.map(() => 10), engagementLow: DAYS.map(() => 5), engagementHigh: DAYS.map(() => 15) },
    ...{ n: DAYS.map(() => 3), state: DAYS.map(() => 'SCORED' as const), provisionalFrom: null, ...more },
  }
  const [row] = watchRows([{ slug: 'norland-sudria', name: 'Norland – Sudria', series }], '2018-06', 'name')
  if (!row) throw new Error('no row')
  return row
}

describe('an alert', () => {
  it('is the highest tension of the months shown, of which six must have a score, on more than little evidence', () => {
    expect(alertsOf(rowOf([20, 20, 20, 20, 40, 41]))).toEqual(['HIGHEST'])
    expect(alertsOf(rowOf([20, 20, 20, 20, 41, 41]))).toEqual([])
    expect(alertsOf(rowOf([null, 20, 20, 20, 40, 41]))).toEqual([])
    expect(alertsOf(rowOf([20, 20, 20, 20, 40, 41], { state: DAYS.map(() => 'SPARSE') }))).toEqual([])
  })

  it('is a rise of tension whose band leaves the one before behind', () => {
    // 30 to 50 lies above 9 to 29; 29 to 49 touches it
    expect(alertsOf(rowOf([90, 20, 20, 20, 19, 40]))).toEqual(['BEYOND'])
    expect(alertsOf(rowOf([90, 20, 20, 20, 19, 39]))).toEqual([])
  })

  it('is a rise of both by three points', () => {
    expect(alertsOf(rowOf([90, 20, 20, 20, 20, 23], { engagement: [10, 10, 10, 10, 10, 13] }))).toEqual(['BOTH'])
    expect(alertsOf(rowOf([90, 20, 20, 20, 20, 23], { engagement: [10, 10, 10, 10, 10, 12.9] }))).toEqual([])
  })

  it('is a month with a score and no event; none where there is no score', () => {
    expect(alertsOf(rowOf([90, 20, 20, 20, 20, 19], { n: [3, 3, 3, 3, 3, 0] }))).toEqual(['SILENT'])
    expect(alertsOf(rowOf([90, 20, 20, 20, 20, null], { n: [3, 3, 3, 3, 3, 0] }))).toEqual([])
  })
})
