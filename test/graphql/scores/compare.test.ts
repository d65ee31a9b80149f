/** Several relations beside each other: one set of periods, the same numbers as one by one. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../../support/api.ts'

const COMPARE = `query ($relations: [RelationBy!]!, $from: Date, $to: Date, $bucket: Bucket! = MONTH, $asOf: DateTime) {
  compare(relations: $relations, from: $from, to: $to, bucket: $bucket, asOf: $asOf) {
    bucket periods rows { relation { slug } series { days tension engagement state } } } }`
const NAMED = ['ruritania-syldavia', 'syldavia-borduria', 'ruritania-borduria'].map((slug) => ({ slug }))

describe('a comparison', () => {
  it('gives every relation one point for each period, read on its own day', async () => {
    const { data } = await openApi()
    const { compare } = await data(COMPARE, { relations: NAMED, from: '1901-01-01', to: '1901-12-31' })
    expect(compare.periods).toHaveLength(12)
    expect(compare.periods.slice(0, 2)).toEqual(['1901-01-01', '1901-02-01'])
    for (const { series } of compare.rows) expect(series.days).toHaveLength(12)
    expect(compare.rows.map((r: { relation: object }) => r.relation)).toEqual(NAMED)
  })

  it('returns the same series as each relation alone', async () => {
    const { data } = await openApi()
    const range = { from: '1901-02-10', to: '1901-09-20' }
    const { compare } = await data(COMPARE, { relations: NAMED, ...range, bucket: 'WEEK' })
    for (const { relation, series } of compare.rows) {
      const alone = await data(
        `query ($slug: String!, $from: Date, $to: Date) { relation(by: {slug: $slug}) {
          series(from: $from, to: $to, bucket: WEEK) { days tension engagement state } } }`,
        { ...relation, ...range },
      )
      expect(series).toEqual(alone.relation.series)
    }
  })

  it('begins with the earliest relation', async () => {
    const { data } = await openApi()
    const { compare } = await data(COMPARE, { relations: NAMED })
    // The Gazetteer watches every pair from 1 January to 31 December.
    expect([compare.periods[0], compare.periods.at(-1)]).toEqual(['1901-01-01', '1901-12-01'])
  })

  it('refuses an empty list, more than twelve relations and duplicates', async () => {
    const { ask } = await openApi()
    const of = async (relations: readonly object[]) => (await ask(COMPARE, { relations })).errors[0]
    expect((await of([]))?.message).toContain('a comparison holds 1 to 12 relations')
    const many = Array.from({ length: 13 }, () => NAMED[0] as object)
    expect((await of(many))?.extensions?.code).toBe('BAD_RANGE')
    expect((await of([...NAMED, NAMED[0] as object]))?.extensions?.code).toBe('CONFLICT')
  })

  it('refuses more points than an answer may have', async () => {
    const { ask } = await openApi()
    const range = { from: '1895-01-01', to: '1902-12-31', bucket: 'DAY' }
    // Eight years are 2,921 days: one relation may ask for them, three may not.
    expect((await ask(COMPARE, { relations: NAMED.slice(0, 1), ...range })).errors).toEqual([])
    expect((await ask(COMPARE, { relations: NAMED, ...range })).errors[0]?.extensions?.code).toBe('TOO_MUCH')
  })

  it('runs one SQL statement for the instant, regardless of the number of relations', async () => {
    const { sqlOf } = await openApi()
    const asOf = '2999-01-01T00:00:00.000Z'
    const [one, three] = [
      await sqlOf(COMPARE, { relations: NAMED.slice(0, 1), asOf }),
      await sqlOf(COMPARE, { relations: NAMED, asOf }),
    ]
    expect(three).toHaveLength(one.length)
    expect(await sqlOf(COMPARE, { relations: NAMED })).toEqual(['PRAGMA data_version'])
  })
})
