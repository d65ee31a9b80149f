/** Images and files are counted and kept like answers of the API: by the same rate, and never where they must not be. */
import { expect, it } from 'vitest'
import { RateLimiter } from '../../server/graphql/guard/rate.ts'
import { openApi, RELATION } from '../support/api.ts'
import { cookieOf, settleIn } from '../support/people.ts'

const FILES = [`/data/${RELATION}.csv`, `/image/${RELATION}.svg`]

it('a figure is a 429 with the time to wait if the caller has no points left, and the refusal is not cached', async () => {
  for (const url of FILES) {
    // One figure costs more than half of it.
    const { app } = await openApi({ rate: new RateLimiter(100, () => 0) })
    const first = await app.inject(url)
    expect([first.statusCode, typeof first.headers.etag]).toEqual([200, 'string'])
    const refused = await app.inject(url)
    expect(refused.statusCode, url).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.json().error).toMatch(
      /points left of the 100 that it may spend in a minute\. Ask again in \d+ seconds/,
    )
    expect([refused.headers.etag, refused.headers['cache-control']]).toEqual([undefined, 'no-store'])
    // What the client has already costs nothing.
    expect((await app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } })).statusCode).toBe(304)
  }
})

it('a figure has a different ETag for each role, and none if there is no such relation', async () => {
  const api = await openApi()
  await settleIn(api.db)
  const url = FILES[0] as string
  const tags = [await api.app.inject(url), await api.app.inject({ url, headers: await cookieOf(api.db, 'ANALYST') })]
  expect(new Set(tags.map((t) => t.headers.etag)).size).toBe(2)
  const missing = await api.app.inject('/data/atlantis.csv')
  expect([missing.statusCode, missing.headers.etag]).toEqual([404, undefined])
})
