/** What another codebook changes. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'

const DIFF = `query ($a: String!, $b: String!) { diffCodebooks(a: $a, b: $b) { a { version } b { version }
  added { code } removed { code } changed { before { code } after { code } parts }
  scores { relation { slug } day tensionBefore tensionAfter tensionChange engagementChange } } }`

describe('the difference of two codebooks', () => {
  it('of identical codebooks is empty', async () => {
    const { data } = await openApi()
    const { diffCodebooks: d } = await data(DIFF, { a: 'default', b: 'default-1' })
    expect([d.a.version, d.b.version, d.added, d.removed, d.changed]).toEqual(['default-1', 'default-1', [], [], []])
    const changes = d.scores.map((s: { tensionChange: number | null }) => s.tensionChange)
    expect(changes.filter((change: number | null) => change !== null && change !== 0)).toEqual([])
  })

  it('names tags and gives each relation’s scores on its last covered day', async () => {
    const { data } = await openApi()
    const { diffCodebooks: d } = await data(DIFF, { a: 'default', b: 'goldstein' })
    expect(d.removed.length).toBeGreaterThan(30)
    expect(d.added.length).toBeGreaterThan(250)
    expect(d.scores.map((s: { day: string }) => s.day)).toEqual(['1901-12-31', '1901-12-31', '1901-12-31'])
    const { relation } = await data(`{ relation(by: {slug: "${RELATION}"}) {
      a: series(from: "1901-12-31", to: "1901-12-31") { tension }
      b: series(from: "1901-12-31", to: "1901-12-31", codebook: "goldstein") { tension } } }`)
    expect([d.scores[0].tensionBefore, d.scores[0].tensionAfter]).toEqual([
      relation.a.tension[0],
      relation.b.tension[0],
    ])
  })

  it('is refused for an unpublished codebook, naming the published ones', async () => {
    const { ask, sqlOf } = await openApi()
    const [error] = (await ask(DIFF, { a: 'default', b: 'default-9' })).errors
    expect([error?.extensions?.code, error?.message]).toEqual(['UNKNOWN_CODEBOOK', expect.stringContaining('plover-1')])
    expect(await sqlOf(DIFF, { a: 'default', b: 'plover' })).toEqual(['PRAGMA data_version'])
  })
})
