/** The watch table: what moved in a month, and the facts behind it. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'

const WATCH = `query ($month: Date, $rule: WatchRule! = PREVIOUS_MONTH) { watch(month: $month, rule: $rule) { month rule
  stamp { codebook } rows { relation { slug } day dayBefore state n tension tensionBefore tensionChange monthsBefore
    engagement engagementBefore engagementChange lastEventDay
    reasons { measure total fading rest restEvents pulls { tag { code } events pull } } } } }`

interface Facts {
  measure: string
  total: number
  fading: number
  rest: number
  pulls: { pull: number }[]
}

describe('the watch table', () => {
  it('has a row for every named relation, with the scores of its series', async () => {
    const { data } = await openApi()
    const { watch } = await data(WATCH, { month: '1901-06-17' })
    expect(watch.month).toBe('1901-06-01')
    expect(watch.rows.map((r: { relation: { slug: string } }) => r.relation.slug)).toEqual([
      'ruritania-syldavia',
      'syldavia-borduria',
      'ruritania-borduria',
    ])
    const { relation } = await data(`{ relation(by: {slug: "${RELATION}"}) {
      series(from: "1901-05-01", to: "1901-06-30", bucket: MONTH) { tension engagement n } } }`)
    const [row] = watch.rows
    expect([row.tensionBefore, row.tension]).toEqual(relation.series.tension)
    expect([row.engagementBefore, row.engagement]).toEqual(relation.series.engagement)
    expect([row.n, row.monthsBefore]).toEqual([relation.series.n[1], 1])
    expect(row.tensionChange).toBeCloseTo(row.tension - row.tensionBefore, 6)
  })

  it('gives reasons that sum to the change since the month before', async () => {
    const { data } = await openApi()
    const { watch } = await data(WATCH, { month: '1901-06-01' })
    const [row] = watch.rows
    expect(row.reasons.map((r: Facts) => r.measure)).toEqual(['TENSION', 'ENGAGEMENT'])
    for (const r of row.reasons as Facts[]) {
      expect(r.total).toBeCloseTo(r.measure === 'TENSION' ? row.tensionChange : row.engagementChange, 5)
      expect(r.pulls.reduce((sum, p) => sum + p.pull, r.fading + r.rest)).toBeCloseTo(r.total, 9)
      expect(r.fading).toBeLessThanOrEqual(0)
      expect(r.pulls.length).toBeLessThanOrEqual(3)
    }
  })

  it('compares a month with the mean of the months before', async () => {
    const { data } = await openApi()
    const { watch } = await data(WATCH, { month: '1901-06-01', rule: 'MEAN_OF_TWELVE' })
    const { relation } = await data(`{ relation(by: {slug: "${RELATION}"}) {
      series(from: "1900-06-01", to: "1901-05-31", bucket: MONTH) { tension } } }`)
    const scored = relation.series.tension.filter((t: number | null) => t !== null)
    expect(watch.rows[0].monthsBefore).toBe(scored.length)
    const mean = scored.reduce((sum: number, t: number) => sum + t, 0) / scored.length
    expect(watch.rows[0].tensionBefore).toBeCloseTo(mean, 5)
  })

  it('leaves the row of a relation without data blank', async () => {
    const { data } = await openApi()
    const { watch } = await data(WATCH, { month: '1901-01-15' })
    const row = watch.rows[2]
    expect([row.state, row.tension, row.tensionChange, row.lastEventDay, row.reasons]).toEqual([
      'NOT_ENOUGH',
      null,
      null,
      null,
      [],
    ])
  })

  it('uses the last month on record by default, and runs no SQL', async () => {
    const { data, sqlOf } = await openApi()
    expect((await data(WATCH)).watch.month).toBe('1901-12-01')
    expect(await sqlOf(WATCH)).toEqual(['PRAGMA data_version'])
  })
})
