/** Known moves over the API: what a codebook makes of them, who may add them, and that a version never changes by it. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'
import { asking, cookieOf, does, settleIn } from '../../support/people.ts'

const CHECKS = `query ($codebook: String!) { checks(codebook: $codebook) { pass fail undecided placebo { n alarms independent rate low high }
  codebook { version hash } all { verdict before after change move { code relation { slug } from to } placebo { n rate } } } }`
const MOVE = {
  ...{ code: 'a-quiet-summer', relation: RELATION, measure: 'TENSION', sense: 'FELL' },
  ...{ from: '1901-06-01', to: '1901-07-01', note: 'A quiet summer.', source: 'The Herald, counted.' },
}

async function opened() {
  const api = await openApi()
  await settleIn(api.db)
  return { api, ask: asking(api, await cookieOf(api.db, 'EDITOR')) }
}

describe('checks', () => {
  it('are one for each known move, under any version, and change no hash', async () => {
    const { api, ask } = await opened()
    const before = (await api.data(CHECKS, { codebook: 'default' })).checks
    expect(before).toMatchObject({ pass: 0, fail: 0, undecided: 0, placebo: { n: 0, rate: null }, all: [] })
    const added = await does(ask, 'addKnownMove', 'NewKnownMove', MOVE, 'move { code least relation { slug } }')
    expect(added.move).toEqual({ code: MOVE.code, least: 2, relation: { slug: RELATION } })
    const { checks } = await api.data(CHECKS, { codebook: 'default' })
    expect(checks.codebook).toEqual(before.codebook)
    const series = (
      await api.data(
        `{ relation(by: {slug: "${RELATION}"}) { series(from: "1901-06-01", to: "1901-07-01", bucket: DAY) { tension } } }`,
      )
    ).relation.series.tension
    const [check] = checks.all
    // The very scores of the daily series.
    expect([check.before, check.after]).toEqual([series[0], series[30]])
    expect(check.change).toBeCloseTo(series[30] - series[0], 6)
    expect(check.verdict).toBe(series[0] - series[30] >= 2 ? 'PASS' : 'FAIL')
    expect(check.placebo.n).toBeGreaterThan(50)
    const other = (await api.data(CHECKS, { codebook: 'goldstein' })).checks
    expect(other.all[0].before).not.toBe(check.before)
  })

  it('follow the weights of a draft, for analysts alone', async () => {
    const { api, ask } = await opened()
    await does(ask, 'addKnownMove', 'NewKnownMove', MOVE, 'move { code }')
    const { draft } = await does(
      ask,
      'createDraft',
      'NewDraft',
      { from: 'default' },
      'draft { number edition tags { code quad } }',
    )
    const weights = draft.tags.map(({ code }: { code: string }) => ({ tag: code, tension: 0 }))
    await does(
      ask,
      'setWeights',
      'DraftWeights',
      { draft: draft.number, edition: draft.edition, weights },
      'draft { edition }',
    )
    const codebook = `draft:${draft.number}`
    const [check] = (await ask(CHECKS, { codebook })).data.checks.all
    expect([check.before, check.after, check.verdict]).toEqual([0, 0, 'FAIL'])
    expect((await api.ask(CHECKS, { codebook })).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED')
  })

  it('are undecided for a move without data', async () => {
    const { api, ask } = await opened()
    const early = { ...MOVE, code: 'before-it-all', from: '1899-01-01', to: '1899-06-01' }
    await does(ask, 'addKnownMove', 'NewKnownMove', early, 'move { code }')
    expect((await api.data(CHECKS, { codebook: 'default' })).checks).toMatchObject({
      undecided: 1,
      all: [{ verdict: 'UNDECIDED', change: null }],
    })
  })
})

describe('a known move', () => {
  it('is refused with every fault at its field, and if its code was ever used', async () => {
    const { ask } = await opened()
    const bad = { ...MOVE, code: 'No', relation: 'none', to: '1901-01-01', note: ' ' }
    const { userErrors, move } = await does(ask, 'addKnownMove', 'NewKnownMove', bad, 'move { code }')
    expect([move, userErrors.map((e: { field: string }) => e.field)]).toEqual([
      null,
      ['code', 'relation', 'to', 'note'],
    ])
    await does(ask, 'addKnownMove', 'NewKnownMove', MOVE, 'move { code }')
    const withdrawal = { code: MOVE.code, reason: 'It was counted wrongly.' }
    const taken = await does(ask, 'withdrawKnownMove', 'KnownMoveWithdrawal', withdrawal, 'move { code }')
    expect(taken.move).toEqual({ code: MOVE.code })
    expect((await ask('{ knownMoves { code } }')).data.knownMoves).toEqual([])
    const again = await does(ask, 'addKnownMove', 'NewKnownMove', MOVE, 'move { code }')
    expect(again.userErrors[0]?.code).toBe('CONFLICT')
    const gone = await does(ask, 'withdrawKnownMove', 'KnownMoveWithdrawal', withdrawal, 'move { code }')
    expect(gone.userErrors[0]?.code).toBe('UNKNOWN_ID')
    const silent = await does(
      ask,
      'withdrawKnownMove',
      'KnownMoveWithdrawal',
      { ...withdrawal, reason: '' },
      'move { code }',
    )
    expect(silent.userErrors).toHaveLength(1)
  })
})
