/** The query whose names are fixed, over the real server: what every client relies on. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../../support/api.ts'

const CORE = `{
  relations { nodes { slug name } }
  relation(by: {slug: "ruritania-syldavia"}) {
    slug name
    series(from: "1901-01-01", to: "1901-10-31", bucket: WEEK, direction: BOTH, view: ENTITY,
           codebook: "default", method: INTENSITY, collections: null, overlay: [{tag: "threaten-force", tension: 9.0}],
           asOf: null, interval: 80) {
      days tension tensionLow tensionHigh engagement engagementLow engagementHigh n support
      state
      provisionalFrom
      stamp { codebook codebookHash method asOf revision }
    }
    stances(from: "1901-01-01", to: "1901-10-31", bucket: MONTH, direction: A_TO_B) {
      days verbalCooperation materialCooperation verbalConflict materialConflict balance leadingTag }
    explain(day: "1901-06-15", measure: TENSION, direction: BOTH, view: ENTITY, codebook: "default") {
      score raw
      contributions(first: 20) { nodes { share raw event { id day } statements { id } } remainder }
      change(since: "1901-06-01") { total fading raised lowered revised } }
    events(from: "1901-06-01", to: "1901-06-30", first: 20) {
      nodes { id day tag { code } source { code } target { code } mutual quality } pageInfo { endCursor hasNextPage } }
    statements(first: 20) {
      edges { node { id day summary quote source { code name } target { code name } tag { code label }
        document { title url } } } }
  }
  codebook(version: "default") { name version hash tags { code label tension engagement quad definition cameo plover } }
}`

describe('the core query', () => {
  it('answers', async () => {
    const { data } = await openApi()
    const { relations, relation, codebook } = await data(CORE)
    expect(relations.nodes.map((r: { slug: string }) => r.slug)).toContain('ruritania-syldavia')
    expect(relation.series.days).toHaveLength(44)
    expect(relation.series.state).toContain('SCORED')
    expect(relation.explain.score).toBeGreaterThan(0)
    expect(relation.events.nodes.length).toBeGreaterThan(5)
    expect(relation.statements.edges).toHaveLength(20)
    expect(codebook.version).toBe('default-1')
  })

  it('gives every number of a series to six decimals, and scores within 0 to 100 and their bands', async () => {
    const { data } = await openApi()
    const { series } = (await data(CORE)).relation
    for (const measure of ['tension', 'engagement']) {
      for (const [i, score] of series[measure].entries()) {
        const [low, high] = [series[`${measure}Low`][i], series[`${measure}High`][i]]
        expect([low === null, high === null]).toEqual([score === null, score === null])
        if (score === null) continue
        expect(0 <= low && low <= score && score <= high && high <= 100).toBe(true)
        for (const x of [score, low, high]) expect(String(x)).toMatch(/^\d+(\.\d{1,6})?$/)
      }
    }
    for (const x of series.support) expect(String(x)).toMatch(/^\d+(\.\d{1,6})?$/)
  })

  it('counts only the collections that are asked for', async () => {
    const { data } = await openApi()
    const n = (collections: string) => `series(bucket: YEAR, collections: ${collections}) { n uncounted state }`
    const { relation } = await data(`{ relation(by: {slug: "ruritania-syldavia"}) {
      all: ${n('null')} both: ${n('["articles", "gazetteer-1901"]')} articles: ${n('["articles"]')}
      release: ${n('["gazetteer-1901"]')} none: ${n('[]')} } }`)
    const { all, both, articles, release, none } = relation
    expect(both).toEqual(all)
    expect(articles.n[0]).toBeGreaterThan(0)
    expect(articles.n[0] + release.n[0]).toBe(all.n[0])
    expect(articles.uncounted[0] + release.uncounted[0]).toBe(all.uncounted[0])
    expect(none).toEqual({ n: [0], uncounted: [0], state: ['NOT_COVERED'] })
  })
})
