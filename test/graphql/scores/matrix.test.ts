/** Who does what to whom. */
import { describe, expect, it } from 'vitest'
import { openApi } from '../../support/api.ts'

const MATRIX = `query ($actors: [String!]!, $day: Date, $measure: Measure! = TENSION, $view: View! = ENTITY) {
  matrix(actors: $actors, day: $day, measure: $measure, view: $view) {
    day dayBefore measure sources targets score state support n before stamp { codebook } } }`

describe('a matrix', () => {
  it('has a row for each ordered pair, with the score of that direction', async () => {
    const { data } = await openApi()
    const { matrix } = await data(MATRIX, { actors: ['RUR', 'SYL', 'BOR'], day: '1901-08-10' })
    const pairs = matrix.sources.map((s: string, i: number) => `${s}>${matrix.targets[i]}`)
    expect(pairs).toEqual(['RUR>SYL', 'RUR>BOR', 'SYL>RUR', 'SYL>BOR', 'BOR>RUR', 'BOR>SYL'])
    const { relation } = await data(`{ relation(by: {slug: "ruritania-syldavia"}) {
      a: series(from: "1901-08-10", to: "1901-08-10", direction: A_TO_B) { tension state support }
      b: series(from: "1901-08-10", to: "1901-08-10", direction: B_TO_A) { tension state support } } }`)
    expect([matrix.score[0], matrix.state[0], matrix.support[0]]).toEqual(
      ['tension', 'state', 'support'].map((k) => relation.a[k][0]),
    )
    expect([matrix.score[2], matrix.state[2], matrix.support[2]]).toEqual(
      ['tension', 'state', 'support'].map((k) => relation.b[k][0]),
    )
    expect(matrix.score[0]).not.toBe(matrix.score[2])
  })

  it('reports NOT_ENOUGH, not zero, for pairs without events', async () => {
    const { data } = await openApi()
    const { matrix } = await data(MATRIX, { actors: ['RUR', 'BOR'], day: '1901-08-10' })
    expect([matrix.score, matrix.state, matrix.n]).toEqual([
      [null, null],
      ['NOT_ENOUGH', 'NOT_ENOUGH'],
      [0, 0],
    ])
  })

  it('compares the day with the same day of the year before', async () => {
    const { data } = await openApi()
    const actors = ['RUR', 'SYL']
    const now = (await data(MATRIX, { actors, day: '1901-08-10' })).matrix
    const later = (await data(MATRIX, { actors, day: '1902-08-10' })).matrix
    expect([later.dayBefore, later.before]).toEqual(['1901-08-10', now.score])
    expect(now.before).toEqual([null, null])
    expect(later.state).toEqual(['NOT_COVERED', 'NOT_COVERED'])
  })

  it('counts the events of the year in each direction, mutual ones in both', async () => {
    const { data } = await openApi()
    const { matrix } = await data(MATRIX, { actors: ['RUR', 'SYL'], day: '1901-12-31' })
    const { relation } = await data(`{ relation(by: {slug: "ruritania-syldavia"}) {
      a: series(from: "1901-01-01", to: "1901-12-31", bucket: YEAR, direction: A_TO_B) { n }
      b: series(from: "1901-01-01", to: "1901-12-31", bucket: YEAR, direction: B_TO_A) { n } } }`)
    expect(matrix.n).toEqual([relation.a.n[0], relation.b.n[0]])
  })

  it('resolves offices to their holders, and countries to all their actors', async () => {
    const { data } = await openApi()
    const held = (await data(MATRIX, { actors: ['SYL', 'BOR.GOV'], day: '1901-08-10' })).matrix
    const rebels = (await data(MATRIX, { actors: ['SYL', 'BOR.REB'], day: '1901-08-10' })).matrix
    expect(held.score).toEqual(rebels.score)
    const country = (await data(MATRIX, { actors: ['SYL', 'BOR.REB'], day: '1901-08-10', view: 'COUNTRY' })).matrix
    expect(country.n[0]).toBeGreaterThan(rebels.n[0])
  })

  it('omits pairs that have no meaning in the view', async () => {
    const { data } = await openApi()
    const pairsOf = async (actors: readonly string[]) => {
      const { matrix } = await data(MATRIX, { actors, day: '1901-08-10' })
      return matrix.sources.map((s: string, i: number) => `${s}>${matrix.targets[i]}`)
    }
    // The rebels hold the government on that day: the two are one actor.
    expect(await pairsOf(['BOR.GOV', 'BOR.REB', 'SYL'])).toEqual([
      'BOR.GOV>SYL',
      'BOR.REB>SYL',
      'SYL>BOR.GOV',
      'SYL>BOR.REB',
    ])
  })

  it('is refused if no pair has a meaning in the view', async () => {
    const { ask } = await openApi()
    const { errors } = await ask(MATRIX, { actors: ['BOR.REB', 'BOR.KGD'], day: '1901-08-10', view: 'COUNTRY' })
    expect(errors[0]?.message).toContain('both parties belong to one country')
  })

  it('refuses unknown codes, duplicates, a single party and more than forty', async () => {
    const { ask } = await openApi()
    const codeOf = async (actors: readonly string[]) => (await ask(MATRIX, { actors })).errors[0]?.extensions?.code
    expect(await codeOf(['RUR', 'ATL'])).toBe('UNKNOWN_ACTOR')
    expect(await codeOf(['RUR', 'RUR'])).toBe('CONFLICT')
    expect(await codeOf(['RUR'])).toBe('BAD_RANGE')
    expect(await codeOf(Array.from({ length: 41 }, (_, i) => `X${i}`))).toBe('BAD_RANGE')
  })

  it('runs no SQL', async () => {
    const { sqlOf } = await openApi()
    expect(await sqlOf(MATRIX, { actors: ['RUR', 'SYL', 'BOR', 'BOR.KGD'] })).toEqual(['PRAGMA data_version'])
  })
})
