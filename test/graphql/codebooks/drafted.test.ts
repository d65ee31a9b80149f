/** A draft can be asked for like a version, by those who may see drafts, so that its effect is known before it is published. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'
import { follow, openLive, taken } from '../../support/live.ts'
import { asking, cookieOf, does, settleIn, tokenOf } from '../../support/people.ts'

const ALL = `query ($codebook: String!) {
  relation(by: {slug: "${RELATION}"}) {
    series(to: "1901-08-19", bucket: YEAR, codebook: $codebook) { tension stamp { codebook codebookHash } }
    stances(bucket: YEAR, codebook: $codebook) { verbalConflict }
    explain(day: "1901-08-19", measure: TENSION, codebook: $codebook) { score contributions(first: 1) { nodes { share } } }
    events(first: 1) { nodes { tag(codebook: $codebook) { tension } quality(codebook: $codebook) } } }
  codebook(version: $codebook) { version name hash }
  diffCodebooks(a: "default", b: $codebook) { changed { parts } b { version } scores { day } }
  compare(relations: [{slug: "${RELATION}"}], to: "1901-08-19", bucket: YEAR, codebook: $codebook) { rows { series { tension } } }
  matrix(actors: ["RUR", "SYL"], codebook: $codebook) { stamp { codebook } }
  watch(codebook: $codebook) { stamp { codebook } } }`

async function drafting() {
  const api = await openApi()
  await settleIn(api.db)
  const ask = asking(api, await cookieOf(api.db, 'ANALYST'))
  const { draft } = await does(
    ask,
    'createDraft',
    'NewDraft',
    { from: 'default' },
    'draft { number edition tags { code tension } }',
  )
  return { api, ask, draft }
}

describe('a draft', () => {
  it('scores, explains, counts and compares as it does once published', async () => {
    const { api, ask, draft } = await drafting()
    const codebook = `draft:${draft.number}`
    const untouched = (await ask(ALL, { codebook })).data
    expect((await ask(ALL, { codebook: 'default' })).data.relation.series.tension).toEqual(
      untouched.relation.series.tension,
    )
    expect(untouched.diffCodebooks.changed).toEqual([])
    const weights = draft.tags
      .filter((t: { tension: number }) => t.tension > 0)
      .map(({ code }: { code: string }) => ({ tag: code, tension: 10 }))
    const input = { draft: draft.number, edition: draft.edition, weights }
    const { draft: weighed } = await does(ask, 'setWeights', 'DraftWeights', input, 'draft { edition }')
    const answer = await ask(ALL, { codebook })
    expect(answer.errors).toEqual([])
    const { relation, codebook: known, diffCodebooks, compare, matrix, watch } = answer.data
    expect(relation.series.tension[0]).toBeGreaterThan(untouched.relation.series.tension[0])
    expect(compare.rows[0].series.tension).toEqual(relation.series.tension)
    expect(relation.explain.score).toBeGreaterThan(untouched.relation.explain.score)
    expect(known).toEqual({ version: codebook, name: 'default', hash: relation.series.stamp.codebookHash })
    expect(known.hash).not.toBe(untouched.codebook.hash)
    expect(diffCodebooks.changed.length).toBeGreaterThan(5)
    expect(diffCodebooks.b.version).toBe(codebook)
    for (const { stamp } of [relation.series, matrix, watch]) expect(stamp.codebook).toBe(codebook)

    const editor = asking(api, await cookieOf(api.db, 'EDITOR'))
    const publishing = { draft: draft.number, edition: weighed.edition, note: 'All that is tense is wholly tense.' }
    const { codebook: version } = await does(
      editor,
      'publishCodebook',
      'DraftPublishing',
      publishing,
      'codebook { version }',
    )
    const published = (await ask(ALL, { codebook: version.version })).data
    expect(published.relation.series.tension).toEqual(relation.series.tension)
    expect(published.relation.explain).toEqual(relation.explain)
  })

  it('is refused to callers who may not read drafts', async () => {
    const { api, draft } = await drafting()
    const codebook = `draft:${draft.number}`
    const question = `query ($codebook: String!) { codebook(version: $codebook) { version } }`
    const anyone = (await api.ask(question, { codebook })).errors[0]
    expect([anyone?.extensions?.code, anyone?.message]).toEqual([
      'UNAUTHENTICATED',
      `${codebook}: it is for those who are signed in. Sign in, or send a token as "Authorization: Bearer det_…".`,
    ])
    const viewer = (await asking(api, await cookieOf(api.db, 'VIEWER'))(ALL, { codebook })).errors
    expect(new Set(viewer.map((e) => e.extensions?.code))).toEqual(new Set(['FORBIDDEN']))
    const lesser = asking(api, await tokenOf(api.db, 'ADMIN', { role: 'VIEWER' }))
    expect((await lesser(question, { codebook })).errors[0]?.extensions?.code).toBe('FORBIDDEN')
    for (const role of ['ANALYST', 'EDITOR', 'ADMIN'] as const) {
      expect((await asking(api, await cookieOf(api.db, role))(question, { codebook })).errors).toEqual([])
    }
  })

  it('that does not exist is refused with the cure', async () => {
    const { ask } = await drafting()
    for (const version of ['draft:77', 'draft:', 'draft:x', 'draft:1 ', 'draft:9999999999999']) {
      const { errors } = await ask(`query ($v: String!) { codebook(version: $v) { version } }`, { v: version })
      expect(errors[0]?.message).toBe(
        `"${version}": there is no draft of this number. Take the number from the query drafts.`,
      )
      expect(errors[0]?.extensions?.code).toBe('UNKNOWN_CODEBOOK')
    }
  })

  it('is never cached, because it changes without a revision', async () => {
    const { api, draft } = await drafting()
    const question = `{ relation(by: {slug: "${RELATION}"}) { series(codebook: "draft:${draft.number}") { n } } }`
    const headers = { 'apollo-require-preflight': 'true', ...(await cookieOf(api.db, 'ANALYST')) }
    const answer = await api.app.inject({ url: `/graphql?query=${encodeURIComponent(question)}`, headers })
    expect([answer.statusCode, answer.headers.etag, answer.headers['cache-control']]).toEqual([
      200,
      undefined,
      'no-store',
    ])
  })
})

describe('a subscriber', () => {
  it('is told each version that is published, and no draft', async () => {
    const live = await openLive()
    await settleIn(live.db)
    const ask = asking(live, await cookieOf(live.db, 'EDITOR'))
    const published = follow(live, 'subscription { codebookPublished { name version note tags { code } } }')
    await taken(live)
    const names = []
    for (const from of ['plover', 'default']) {
      const { draft } = await does(ask, 'createDraft', 'NewDraft', { from }, 'draft { number edition }')
      const input = { draft: draft.number, edition: draft.edition, note: `As ${from} was before it.` }
      await does(ask, 'publishCodebook', 'DraftPublishing', input, 'codebook { version }')
      names.push(`As ${from} was before it.`)
    }
    const told = [await published.first, await published.next()].map(({ data }) => data.codebookPublished)
    expect(told.map(({ note }) => note)).toEqual(names)
    expect(told[0].tags.length).toBeGreaterThan(10)
    await published.end()
  })
})
