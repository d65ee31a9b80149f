/** The text of a document: kept once and as it was given, known again by its hash, and read by analysts alone. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type ApiOptions, openApi } from '../../support/api.ts'
import { type Ask, asking, type Changed, cookieOf, does, settleIn, tokenOf } from '../../support/people.ts'

const TEXT = '  Strelsau, 3 June.\n\nThe King said that “Syldavia” will pay. 😀\r\n'
const SHOWN = 'document { id title text collection { code } }'

async function open(limits: ApiOptions['limits'] = {}) {
  const api = await openApi({ fillIn: async () => undefined, limits })
  await settleIn(api.db)
  return { ...api, analyst: asking(api, await cookieOf(api.db, 'ANALYST')) }
}

const add = (ask: Ask, given: object): Promise<Changed> =>
  does(ask, 'addDocument', 'NewDocument', { title: 'The King speaks', ...given }, SHOWN)
const READ = 'query ($id: ID!) { document(id: $id) { title text } }'

describe('the text of a document', () => {
  it('is stored exactly as given', async () => {
    const { analyst } = await open()
    const { document, userErrors } = await add(analyst, { text: TEXT })
    expect(userErrors).toEqual([])
    expect(document.text).toBe(TEXT)
    expect((await analyst(READ, { id: document.id })).data.document.text).toBe(TEXT)
  })

  it('given again returns the first document, whatever its title and collection', async () => {
    const { analyst, db } = await open()
    const { document } = await add(analyst, { text: TEXT })
    const again = await add(analyst, { text: TEXT, title: 'Another title', url: 'https://ruritania.example/king' })
    expect(again).toMatchObject({ document: { id: document.id, title: 'The King speaks' }, userErrors: [] })
    expect((await add(analyst, { text: `${TEXT} `, title: 'Another title' })).document.id).not.toBe(document.id)
    expect(await db.all('SELECT "document" FROM document_text')).toHaveLength(2)
  })

  it('can be added to a document that has none', async () => {
    const { analyst, db } = await open()
    const contentHash = createHash('sha256').update(TEXT).digest('hex')
    // As an import leaves it: the hash is known, the text is not.
    await db.writer.query(`UPDATE document SET "contentHash" = ? WHERE "title" = 'Herald of the day'`, [contentHash])
    const { document } = await add(analyst, { text: TEXT })
    expect(document).toMatchObject({ title: 'Herald of the day', text: TEXT })
    const plain = await add(analyst, { title: 'No text yet' })
    expect(plain.document.text).toBeNull()
    expect((await add(analyst, { title: 'No text yet', text: 'It came later.' })).document).toEqual({
      ...plain.document,
      text: 'It came later.',
    })
  })

  it('that differs from the one on record under the same title and address is refused', async () => {
    const { analyst, db } = await open()
    await add(analyst, { text: TEXT })
    const before = await db.all('SELECT * FROM document_text')
    const { document, userErrors } = await add(analyst, { text: 'Something else.' })
    expect([document, userErrors[0]?.field, userErrors[0]?.code]).toEqual([null, 'text', 'CONFLICT'])
    expect(await db.all('SELECT * FROM document_text')).toEqual(before)
  })

  it('is refused if it is empty, too long or not text', async () => {
    const { analyst, db } = await open({ bodyBytes: 1_000_000 })
    const bad: readonly (readonly [string, string])[] = [
      ['', 'BAD_TEXT'],
      [' \n', 'BAD_TEXT'],
      ['a\u0000b', 'BAD_TEXT'],
      ['a\ud800b', 'BAD_TEXT'],
      ['x'.repeat(500_001), 'TOO_MUCH'],
    ]
    for (const [text, code] of bad) {
      const { userErrors } = await add(analyst, { text })
      expect([userErrors[0]?.field, userErrors[0]?.code], JSON.stringify(text.slice(0, 9))).toEqual(['text', code])
    }
    expect(await db.all('SELECT * FROM document_text')).toEqual([])
  })

  it('can be read only by analysts and higher roles, on every path; the public reads summary and quote', async () => {
    const api = await open()
    const { analyst, db } = api
    const { document } = await add(analyst, { text: TEXT })
    const input = {
      ...{ document: document.id, source: 'RUR', target: 'SYL', day: '1901-06-03', summary: 'Says it will pay' },
      ...{ quote: '“Syldavia” will pay', judgement: { tag: 'threaten', reason: 'It says so.' } },
    }
    await does(analyst, 'addStatement', 'NewStatement', input, 'statement { id }')
    const WAYS = `query ($id: ID!) { document(id: $id) { text } node(id: $id) { ... on Document { text } }
      nodes(ids: [$id]) { ... on Document { text } }
      search(text: "King") { nodes { ... on Document { text } } }
      relation(by: {slug: "ruritania-syldavia"}) { statements(first: 1) { nodes { summary quote document { text } } } } }`
    const texts = async (ask: Ask) => {
      const { data, errors, text } = await ask(WAYS, { id: document.id })
      expect(errors).toEqual([])
      const [statement] = data.relation.statements.nodes
      expect([statement.summary, statement.quote]).toEqual(['Says it will pay', '“Syldavia” will pay'])
      const found = JSON.stringify(data).match(/"text":("[^"\\]*(\\.[^"\\]*)*"|null)/g) ?? []
      return { found: new Set(found.map((f) => JSON.parse(`{${f}}`).text)), leaks: text.includes('3 June') }
    }
    const all = { found: new Set([TEXT]), leaks: true }
    const none = { found: new Set([null]), leaks: false }
    const foreign = { ...(await cookieOf(db, 'ADMIN')), origin: 'https://elsewhere.example' }
    const who: [Ask, typeof all | typeof none][] = [
      [api.ask, none],
      [asking(api, await cookieOf(db, 'VIEWER')), none],
      [asking(api, await tokenOf(db, 'ADMIN', { role: 'VIEWER' })), none],
      [asking(api, foreign), none],
      [analyst, all],
      [asking(api, await cookieOf(db, 'EDITOR')), all],
      [asking(api, await cookieOf(db, 'ADMIN')), all],
      [asking(api, await tokenOf(db, 'ANALYST', { readOnly: true })), all],
    ]
    for (const [ask, expected] of who) expect(await texts(ask)).toEqual(expected)
  })

  it('is neither in the audit, nor in the full-text index, nor in browser caches', async () => {
    const api = await open()
    const { analyst, db, app } = api
    const { document } = await add(analyst, { text: TEXT })
    expect(JSON.stringify(await db.all('SELECT * FROM audit'))).not.toContain('Strelsau')
    const found = await analyst('{ search(text: "pay") { totalCount } }')
    expect(found.data.search.totalCount).toBe(0)
    const url = `/graphql?query=${encodeURIComponent(`{ document(id: "${document.id}") { text } }`)}`
    const headers = { ...(await cookieOf(db, 'ANALYST')), 'apollo-require-preflight': 'true' }
    const kept = (await app.inject({ url, headers })).headers
    expect([kept.etag, kept['cache-control']]).toEqual([undefined, 'no-store'])
  })
})
