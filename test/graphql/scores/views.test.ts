/** Three views of one relation, the succession of an office, and private persons, who count for their country alone. */
import { describe, expect, it } from 'vitest'
import { GOVERNMENT, KINGDOM, openApi, REBELS, RELATION } from '../../support/api.ts'

describe('the views of a relation with an office', () => {
  it('attribute events to the holder of the day, to the last holder, or to the whole country', async () => {
    const { data } = await openApi()
    const { relation } = await data(`{ relation(by: {slug: "syldavia-borduria"}) {
      views b { code office { code } actor { code } }
      office: series(from: "1901-05-01", to: "1901-08-31", bucket: MONTH, view: OFFICE) {
        n succession { day office { code } former { code } holder { code } } }
      asDeclared: series(from: "1901-05-01", to: "1901-08-31", bucket: MONTH) { n }
      entity: series(from: "1901-05-01", to: "1901-08-31", bucket: MONTH, view: ENTITY) { n succession { day } }
      earlier: series(from: "1901-05-01", to: "1901-06-30", bucket: MONTH, view: ENTITY) { n }
      country: series(from: "1901-05-01", to: "1901-08-31", bucket: MONTH, view: COUNTRY) { n }
      explain(day: "1901-07-10", measure: TENSION, view: OFFICE) { formerHolderShare } } }`)
    expect(relation.views).toEqual(['OFFICE', 'ENTITY', 'COUNTRY'])
    expect(relation.b).toEqual({ code: GOVERNMENT, office: { code: GOVERNMENT }, actor: null })
    // The kingdom's fifteen events fall on 20 May and every third day to 1 July, on which it governs no more:
    // 4 in May (20, 23, 26, 29), 10 in June (1 … 28), 1 in July. The rebels' fifteen: 4 July and every third day to
    // 15 August: 10 in July (4 … 31), 5 in August (3 … 15).
    expect(relation.office.n).toEqual([4, 10, 10, 5])
    expect(relation.asDeclared.n).toEqual(relation.office.n)
    expect(relation.entity.n).toEqual([0, 0, 10, 5])
    expect(relation.earlier.n).toEqual([4, 10])
    expect(relation.country.n).toEqual([4, 10, 11, 5])
    expect(relation.office.succession).toEqual([
      { day: '1901-07-01', office: { code: GOVERNMENT }, former: { code: KINGDOM }, holder: { code: REBELS } },
    ])
    expect(relation.entity.succession).toEqual([])
    expect(relation.explain.formerHolderShare).toBeGreaterThan(0.5)
    expect(relation.explain.formerHolderShare).toBeLessThan(1)
  })

  it('list the same events that they count', async () => {
    const { data } = await openApi()
    for (const view of ['OFFICE', 'ENTITY', 'COUNTRY']) {
      for (const direction of ['BOTH', 'A_TO_B', 'B_TO_A']) {
        const args = `from: "1901-05-01", to: "1901-08-31", view: ${view}, direction: ${direction}`
        const { relation } = await data(`{ relation(by: {slug: "syldavia-borduria"}) {
          series(${args}, bucket: YEAR) { n uncounted } events(${args}, first: 100) { totalCount nodes { id } } } }`)
        const { series, events } = relation
        expect(events.nodes).toHaveLength(series.n[0] + series.uncounted[0])
        expect(events.totalCount).toBe(events.nodes.length)
      }
    }
  })

  it('name the office’s holder on a day', async () => {
    const { data } = await openApi()
    const { office } = await data(`{ office(code: "${GOVERNMENT}") {
      before: holder(on: "1901-06-30") { code } after: holder(on: "1901-07-01") { code name }
      tenures { from to basis citation holder { code } } } }`)
    expect(office.before.code).toBe(KINGDOM)
    expect(office.after).toEqual({ code: REBELS, name: 'Free Borduria' })
    expect(office.tenures).toHaveLength(2)
  })
})

describe('private persons', () => {
  it('count in the country view and in no other', async () => {
    const { data } = await openApi()
    const asking = (view: string) => `series(from: "1901-03-01", to: "1901-03-08", bucket: YEAR, view: ${view}) { n }
      events(from: "1901-03-01", to: "1901-03-08", view: ${view}, first: 100) { nodes { source { code kind } } }`
    const { relation: entity } = await data(`{ relation(by: {slug: "${RELATION}"}) { ${asking('ENTITY')} } }`)
    const { relation: country } = await data(`{ relation(by: {slug: "${RELATION}"}) { ${asking('COUNTRY')} } }`)
    const kinds = (list: { source: { kind: string } }[]) => list.filter((e) => e.source.kind === 'PRIVATE').length
    // Eight attacks by the merchants, one a day.
    expect(kinds(entity.events.nodes)).toBe(0)
    expect(kinds(country.events.nodes)).toBe(8)
    expect(country.series.n[0] - entity.series.n[0]).toBe(8)
  })
})

describe('two parties without a named relation', () => {
  it('form a relation, found by slug, by parties and by id', async () => {
    const { data } = await openApi()
    const { parties, slug } = await data(`{
      parties: relation(by: {parties: ["BOR.REB", "SYL"]}) { id slug name series(bucket: YEAR) { n } }
      slug: relation(by: {slug: "BOR.REB~SYL"}) { id slug name series(bucket: YEAR) { n } } }`)
    expect(parties).toEqual(slug)
    expect(parties).toMatchObject({ slug: 'BOR.REB~SYL', name: 'Free Borduria – Syldavia' })
    expect((await data(`{ node(id: "${parties.id}") { id ... on Relation { name } } }`)).node).toEqual({
      id: parties.id,
      name: parties.name,
    })
  })
})
