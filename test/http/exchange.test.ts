/** Codings and codebooks over HTTP: who may have them, and that they are the files of the commands. */
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../server/ingest/codebook.markdown.ts'
import { openApi } from '../support/api.ts'
import { cookieOf, type Headers, settleIn, tokenOf } from '../support/people.ts'

async function opened(reading: 'OPEN' | 'CLOSED' = 'OPEN') {
  const api = await openApi({ reading })
  await settleIn(api.db)
  const get = (url: string, headers: Headers = {}) => api.app.inject({ url, headers })
  return { api, get }
}

describe('codings', () => {
  it('are for analysts alone, by cookie of our own page or by token, and are kept in no cache', async () => {
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

describe('a codebook', () => {
  it('is for whoever may read, as JSON and as Markdown, by version and by name', async () => {
    const { get } = await opened()
    const json = await get('/exchange/codebooks/default-1.json')
    const markdown = await get('/exchange/codebooks/default.md')
    expect([json.statusCode, markdown.statusCode]).toEqual([200, 200])
    expect(parseMarkdown(markdown.body)).toEqual(json.json())
    const none = await get('/exchange/codebooks/none.json')
    expect([none.statusCode, none.json().error]).toEqual([404, expect.stringContaining('default-1.json')])
    expect((await get('/exchange/codebooks/default-1.txt')).statusCode).toBe(404)
  })

  it('is for users alone where reading is closed', async () => {
    const { api, get } = await opened('CLOSED')
    expect((await get('/exchange/codebooks/default-1.json')).statusCode).toBe(401)
    expect((await get('/exchange/codebooks/default-1.json', await cookieOf(api.db, 'VIEWER'))).statusCode).toBe(200)
  })
})
