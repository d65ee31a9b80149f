/** Addresses of pages, of files, and of nothing. */
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../support/api.ts'

describe('an address', () => {
  it.each([
    ['GET', '/', 'text/html,application/xhtml+xml,*/*;q=0.8'],
    ['GET', '/', '*/*'],
    ['HEAD', '/', '*/*'],
    ['GET', `/r/${RELATION}?tab=table`, 'text/html'],
  ] as const)('%s %s (Accept: %s) is a page', async (method, url, accept) => {
    const { app } = await openApi()
    const answer = await app.inject({ method, url, headers: { accept } })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.headers['cache-control']).toBe('no-cache')
  })

  it.each([
    ['GET', '/r/us-taliban', 'application/json'],
    ['GET', '/assets/index-gone.js', '*/*'],
    ['POST', '/', 'text/html'],
  ] as const)('%s %s (Accept: %s) is nothing, in plain words', async (method, url, accept) => {
    const { app } = await openApi()
    const answer = await app.inject({ method, url, headers: { accept } })
    expect([answer.statusCode, answer.json()]).toEqual([404, { error: 'There is nothing at this address.' }])
  })
})

describe('a script', () => {
  it('is sent precompressed to clients that accept it', async () => {
    const { app } = await openApi()
    const page = await app.inject({ url: '/', headers: { accept: 'text/html' } })
    const [url = ''] = /\/assets\/shell-[\w-]+\.js/.exec(page.body) ?? []
    const [plain, packed] = await Promise.all(
      ['identity', 'gzip, br'].map((accepted) => app.inject({ url, headers: { 'accept-encoding': accepted } })),
    )
    expect(plain?.headers).toMatchObject({ vary: 'accept-encoding', 'content-type': packed?.headers['content-type'] })
    expect(packed?.headers).toMatchObject({ vary: 'accept-encoding', 'content-encoding': 'br' })
    expect(packed?.rawPayload.length).toBe(Number(packed?.headers['content-length']))
    expect(brotliDecompressSync(packed?.rawPayload ?? '').equals(plain?.rawPayload ?? Buffer.of())).toBe(true)
  })
})

describe('the home page', () => {
  const get = async (url: string, options: Parameters<typeof openApi>[0] = {}) => {
    const { app } = await openApi(options)
    return app.inject({ url, headers: { accept: 'text/html' } })
  }

  it('is sent with its rows drawn before any script', async () => {
    const { body, headers } = await get('/?lang=ur')
    const main = /<main id="main">(.*)<\/main>/s.exec(body)?.[1] ?? ''
    const rows = main.split('<tr>').slice(2)
    const row = rows.find((one) => one.includes(`href="/r/${RELATION}"`)) ?? ''
    expect(row).toMatch(/class="sparkline tension".*class="score ?[a-z]*">[\d۰-۹]+.*class="sparkline engagement"/s)
    expect(row).toMatch(/<td class="why"><(strong|span class="quiet")>/)
    expect(body).toContain('<html lang="ur" dir="rtl">')
    expect(body).toContain('<title>Detente</title>')
    expect([headers['cache-control'], headers.vary]).toEqual(['no-cache', 'accept-language'])
  })

  it('is sent without rows to callers who may not read them', async () => {
    const { statusCode, body } = await get('/', { reading: 'CLOSED' })
    expect([statusCode, body.includes('<main id="main"></main>')]).toEqual([200, true])
  })
})

describe('the page of a relation', () => {
  const get = async (url: string, headers: Record<string, string> = {}) => {
    const { app } = await openApi()
    return app.inject({ url, headers: { accept: 'text/html', host: 'detente.example', ...headers } })
  }

  it('is sent with its findings and its figure drawn before any script', async () => {
    const { body, headers } = await get(`/r/${RELATION}?t=1901-01..1901-12&f=month`)
    const main = /<main id="main">(.*)<\/main>/s.exec(body)?.[1] ?? ''
    expect(main).toMatch(/<h1 dir="auto">[^<]+ – [^<]+<\/h1>/)
    expect(main.match(/<figure class="index-chart/g)).toHaveLength(2)
    expect(main).toContain('<path class="solid"')
    expect(main).toContain(`/embed/${RELATION}?t=1901-01..1901-12&amp;f=month`)
    // A new build is a new page, whatever the record says.
    expect(headers.etag).toBeUndefined()
  })

  it('has metadata for link previews', async () => {
    const { body } = await get(`/r/${RELATION}?f=month&p=1901-02-28`)
    expect(body).toMatch(/<title>[^<]+ – [^<]+ · Detente<\/title>/)
    expect(body).toContain(`<meta property="og:image" content="http://detente.example/image/${RELATION}.png?f=month">`)
    expect(body).toMatch(/<meta property="og:description" content="Tension [^"]+Engagement [^"]+">/)
    expect(body).toContain('type="application/json+oembed"')
    expect(body.match(/<title>/g)).toHaveLength(1)
  })

  it('speaks the language of the address, else of the browser', async () => {
    expect((await get(`/r/${RELATION}?lang=ur`)).body).toContain('<html lang="ur" dir="rtl">')
    const russian = await get(`/r/${RELATION}`, { 'accept-language': 'xx, ru-RU;q=0.9, en;q=0.8' })
    expect(russian.body).toContain('<html lang="ru" dir="ltr">')
    expect(russian.headers.vary).toContain('accept-language')
  })

  it('preloads its scripts after the content', async () => {
    const { body } = await get(`/r/${RELATION}`)
    expect(body).toMatch(/<link rel="modulepreload" fetchpriority="low" href="\/assets\/Relation-[\w-]+\.js">/)
    const fetched = body.match(/<script [^>]*>|<link rel="modulepreload"[^>]*>/g) ?? []
    expect(fetched.length).toBeGreaterThan(2)
    for (const one of fetched) expect(one).toContain('fetchpriority="low"')
  })

  it('is a 404 with the page itself if there is no such relation', async () => {
    const answer = await get('/r/atlantis')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(answer.body).toContain('<main id="main"></main>')
    const hostile = await get('/r/%3Cscript%3Ealert(1)%3C%2Fscript%3E?lang="><script>')
    expect(hostile.body).not.toContain('<script>')
  })
})
