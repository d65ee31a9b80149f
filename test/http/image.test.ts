/** Pictures of a relation: what they are, who gets them, and what is said where there is none. */
import { describe, expect, it } from 'vitest'
import { settle } from '../../server/store/settle.ts'
import { openApi, RELATION } from '../support/api.ts'
import { statement } from '../support/store.ts'

const PNG = '89504e470d0a1a0a'

describe('an image', () => {
  it('is an SVG with the name, both indices and the stamp of the relation', async () => {
    const { app, data } = await openApi()
    const answer = await app.inject({ url: `/image/${RELATION}.svg?f=month` })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    for (const text of ['Ruritania – Syldavia', 'class="solid"', 'Tension', 'Engagement', 'Codebook default-1']) {
      expect(answer.body).toContain(text)
    }
    const { relation } = await data(`{ relation(by: { slug: "${RELATION}" }) { series { stamp { revision } } } }`)
    expect(answer.body).toContain(`revision ${relation.series.stamp.revision}`)
    expect(answer.body).not.toMatch(/NaN|undefined|null/)
  })

  it('is a PNG of the width that was asked for, times its scale', async () => {
    const { app } = await openApi()
    const answer = await app.inject({ url: `/image/${RELATION}.png?width=640&scale=2` })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png'])
    expect(answer.rawPayload.subarray(0, 8).toString('hex')).toBe(PNG)
    // IHDR: the width stands 16 bytes into the file.
    expect(answer.rawPayload.readUInt32BE(16)).toBe(1280)
  })

  it('takes the query string of the page, and ignores unknown parameters', async () => {
    const { app } = await openApi()
    const one = await app.inject({ url: `/image/${RELATION}.svg?m=engagement&dir=ab&theme=dark&utm=x` })
    expect(one.body).toContain('Ruritania toward Syldavia')
    expect(one.body).not.toContain('Tension')
    expect(one.body).toContain('#16141a')
    const wide = await app.inject({ url: `/image/${RELATION}.svg?width=99999&ci=7` })
    expect(wide.body).toContain('<svg xmlns="http://www.w3.org/2000/svg" width="1000"')
  })

  it('is a 304 while nothing has changed', async () => {
    const { app, db, herald } = await openApi()
    const url = `/image/${RELATION}.svg`
    const { etag } = (await app.inject({ url })).headers
    const again = await app.inject({ url, headers: { 'if-none-match': String(etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    await db.write('test', 'one more', (tx) => settle(tx, statement(herald)))
    const later = await app.inject({ url, headers: { 'if-none-match': String(etag) } })
    expect(later.statusCode).toBe(200)
  })

  it('may be shown by pages of other sites', async () => {
    const { app } = await openApi()
    const { headers } = await app.inject({ url: `/image/${RELATION}.svg` })
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  })

  it.each([
    [`/image/${RELATION}.gif`, 404, /ends in \.svg or \.png/],
    ['/image/atlantis.svg', 404, /no relation has this slug/],
    ['/image/%3Cscript%3E.svg', 404, /no relation/],
    [`/image/${RELATION}.svg?w=nowhere`, 422, /codebook/],
  ])('%s is refused in plain words (%i)', async (url, status, says) => {
    const { app, logged } = await openApi()
    const answer = await app.inject({ url })
    expect([answer.statusCode, logged]).toEqual([status, []])
    expect(answer.json().error).toMatch(says)
  })

  it('is refused if it would have more points than the limit', async () => {
    const { app } = await openApi({ limits: { points: 10 } })
    const answer = await app.inject({ url: `/image/${RELATION}.svg?f=day` })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().error).toMatch(/points/)
  })

  it('is rate-limited like any query', async () => {
    const { app } = await openApi({ limits: { rate: 100 } })
    const url = `/image/${RELATION}.svg?f=day`
    expect((await app.inject({ url })).statusCode).toBe(200)
    const refused = await app.inject({ url: `${url}&ci=90` })
    expect([refused.statusCode, refused.json().error]).toEqual([429, expect.stringMatching(/Ask again in \d+ second/)])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect([refused.headers.etag, refused.headers['cache-control']]).toEqual([undefined, 'no-store'])
  })

  it('is refused to anonymous callers if reading is closed, even with a matching ETag', async () => {
    const { app } = await openApi({ reading: 'CLOSED' })
    for (const headers of [{}, { 'if-none-match': 'W/"x"' }, { authorization: 'Bearer det_false' }]) {
      const answer = await app.inject({ url: `/image/${RELATION}.png`, headers })
      expect([answer.statusCode, answer.json().error]).toEqual([401, expect.stringMatching(/Sign in/)])
    }
  })
})
