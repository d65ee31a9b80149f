/** Codings and codebooks over HTTP: who may have them, and that they are the files of the commands. */
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../server/ingest/exchange/codebook.markdown.ts'
import { openApi } from '../support/api.ts'
import { cookieOf, type Headers, settleIn, tokenOf } from '../support/people.ts'

async function opened(reading: 'OPEN' | 'CLOSED' = 'OPEN') {
  const api = await openApi({ reading })
  await settleIn(api.db)
  const get = (url: string, headers: Headers = {}) => api.app.inject({ url, headers })
  return { api, get }
}

describe('codings', () => {
  it('are for analysts only, by cookie of our own page or by token, and are never cached', async () => {
    const { api, get } = await opened()
    for (const url of ['/exchange/codings.jsonl', '/exchange/codings.csv']) {
      expect((await get(url)).statusCode).toBe(401)
      expect((await get(url, await cookieOf(api.db, 'VIEWER'))).statusCode).toBe(403)
      expect((await get(url, { authorization: 'Bearer det_made-up' })).statusCode).toBe(401)
      const foreign = { ...(await cookieOf(api.db, 'ADMIN')), 'sec-fetch-site': 'cross-site' }
      expect((await get(url, foreign)).statusCode).toBe(401)
      for (const headers of [await cookieOf(api.db, 'ANALYST'), await tokenOf(api.db, 'EDITOR', { readOnly: true })]) {
        const answer = await get(url, headers)
        expect([answer.statusCode, answer.headers['cache-control'], answer.headers.etag]).toEqual([
          200,
          'no-store',
          undefined,
        ])
        expect(answer.body).toContain('Happening 0')
        expect(answer.body.trim().split('\n').length).toBeGreaterThan(30)
      }
    }
  })
})

describe('codings that are imported', () => {
  const post = async (
    api: Awaited<ReturnType<typeof opened>>['api'],
    headers: Headers,
    payload: string,
    url = '/exchange/codings.jsonl',
  ) => api.app.inject({ method: 'POST', url, headers: { ...headers, 'content-type': 'application/json' }, payload })

  it('are for editors only, from our own page or by a token that may write, and are one text', async () => {
    const { api } = await opened()
    const editor = await cookieOf(api.db, 'EDITOR')
    const status = async (headers: Headers, payload = '""') => (await post(api, headers, payload)).statusCode
    expect(await status({})).toBe(401)
    expect(await status(await cookieOf(api.db, 'ANALYST'))).toBe(403)
    expect(await status({ ...editor, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await status(await tokenOf(api.db, 'EDITOR', { readOnly: true }))).toBe(403)
    expect(await status(editor, '{}')).toBe(400)
    expect(await status(editor, JSON.stringify('x'.repeat(2_000_000)))).toBe(413)
    expect(await status(await tokenOf(api.db, 'EDITOR'))).toBe(200)
  })

  it('can be previewed before they are stored, with the kind of each row', async () => {
    const { api, get } = await opened()
    const editor = await cookieOf(api.db, 'EDITOR')
    const lines = (await get('/exchange/codings.jsonl', editor)).body.trim().split('\n')
    const [first] = lines.map((line) => JSON.parse(line))
    const strange = { ...first, origin: 'new 2', source: 'NOBODY', day: '1901-06-11' }
    const text = [
      ...lines.slice(0, 2),
      JSON.stringify({ ...first, summary: 'It says something else' }),
      JSON.stringify({ ...first, origin: 'new 1' }),
      JSON.stringify(strange),
      JSON.stringify({ ...strange, day: 'never', mutual: 7 }),
    ].join('\n')
    const { revision } = api.record
    const counted = { read: 6, stored: 1, duplicate: 2, differing: 1, rejected: 2 }
    const looked = (await post(api, editor, JSON.stringify(text))).json()
    expect(looked).toMatchObject({ ...counted, done: false })
    expect(looked.rows.map((row: { line: number; kind: string }) => `${row.line} ${row.kind}`)).toEqual([
      '6 FAULTY',
      '3 DIFFERING',
      '4 NEW',
      '5 FAULTY',
    ])
    const row = (line: number) => looked.rows.find((one: { line: number }) => one.line === line)
    expect(row(3).differences).toEqual([
      { column: 'summary', onRecord: first.summary, inFile: 'It says something else' },
    ])
    expect(row(5).faults).toEqual([
      {
        column: 'source',
        value: 'NOBODY',
        rule: 'no actor has this code',
        cure: 'Add the actor in the directory first, or correct the code',
      },
    ])
    expect(row(6).faults.map((fault: { column: string }) => fault.column)).toEqual(['mutual', 'day'])
    await api.record.refresh()
    expect(api.record.revision).toBe(revision)
    const stored = (await post(api, editor, JSON.stringify(text), '/exchange/codings.jsonl?store=1')).json()
    expect(stored).toEqual({ ...looked, done: true })
    expect(api.record.revision).toBe(revision + 1)
    const [entry] = await api.db.all<{ by: string }>('SELECT "by" FROM audit ORDER BY "id" DESC LIMIT 1')
    expect(entry?.by).toBe('editor')
    expect((await post(api, editor, JSON.stringify(text))).json()).toMatchObject({ stored: 0, duplicate: 3 })
  })
})

describe('a codebook', () => {
  it('can be read by every reader, as JSON and as Markdown, by version and by name', async () => {
    const { get } = await opened()
    const json = await get('/exchange/codebooks/default-1.json')
    const markdown = await get('/exchange/codebooks/default.md')
    expect([json.statusCode, markdown.statusCode]).toEqual([200, 200])
    expect(parseMarkdown(markdown.body)).toEqual(json.json())
    const none = await get('/exchange/codebooks/none.json')
    expect([none.statusCode, none.json().error]).toEqual([404, expect.stringContaining('default-1.json')])
    expect((await get('/exchange/codebooks/default-1.txt')).statusCode).toBe(404)
  })

  it('is for users only if reading is closed', async () => {
    const { api, get } = await opened('CLOSED')
    expect((await get('/exchange/codebooks/default-1.json')).statusCode).toBe(401)
    expect((await get('/exchange/codebooks/default-1.json', await cookieOf(api.db, 'VIEWER'))).statusCode).toBe(200)
  })
})
