/** Figures for pages of others, as the server sends them. */
import { describe, expect, it } from 'vitest'
import { addRelations } from '../../server/store/reference.ts'
import { openApi, RELATION } from '../support/api.ts'
import { RUR, SYL } from '../support/store.ts'

const policyOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers['content-security-policy'])

describe('an embedded figure', () => {
  it('may be framed by any site, unlike our pages, unless configured otherwise', async () => {
    const { app } = await openApi()
    expect(policyOf(await app.inject({ url: `/embed/${RELATION}` }))).toMatch(/frame-ancestors \*$/)
    expect(policyOf(await app.inject({ url: `/r/${RELATION}` }))).toMatch(/frame-ancestors 'self'$/)
    const strict = await openApi({ transport: { embedAncestors: 'https://gazette.example' } })
    expect(policyOf(await strict.app.inject({ url: `/embed/${RELATION}` }))).toMatch(
      /frame-ancestors https:\/\/gazette\.example$/,
    )
  })

  it('allows only our own scripts and styles', async () => {
    const { app } = await openApi()
    const answer = await app.inject({ url: `/embed/${RELATION}` })
    expect(policyOf(answer)).toContain("script-src 'self'; style-src 'self';")
    expect(answer.body).not.toMatch(/<style|<script>| on\w+=/)
  })

  it('shows the view of its query string without hidden parts, always with stamp and link to the page', async () => {
    const { app } = await openApi()
    const url = `/embed/${RELATION}?m=tension&f=month&hide=title~events~key~table~source~stamp&theme=dark&lang=xx`
    const { body } = await app.inject({ url })
    expect(body).toContain('<html lang="en" dir="ltr" data-theme="dark">')
    expect(body).toContain('<h1 class="unseen">')
    expect(body.match(/<figure class="index-chart/g)).toHaveLength(1)
    for (const part of ['class="lane"', 'class="chart-key"', '<table>', 'class="source"'])
      expect(body).not.toContain(part)
    expect(body).toContain('Codebook default-1')
    expect(body).toContain(`/r/${RELATION}?m=tension&amp;f=month"`)
  })

  it('is a 304 while nothing has changed', async () => {
    const { app } = await openApi()
    const { etag } = (await app.inject({ url: `/embed/${RELATION}` })).headers
    const again = await app.inject({ url: `/embed/${RELATION}`, headers: { 'if-none-match': String(etag) } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('escapes names', async () => {
    const { app, db } = await openApi()
    const name = '<img src=x onerror=alert(1)>"\''
    await db.write('test', 'a hostile name', (tx) =>
      addRelations(tx, [{ rank: 9, slug: 'hostile' as never, name, a: SYL, b: RUR }]),
    )
    for (const url of [
      '/embed/hostile',
      '/image/hostile.svg',
      '/embed/%3Cimg%20src=x%3E',
      '/embed/hostile?w=%3Cb%3E',
    ]) {
      expect((await app.inject({ url })).body, url).not.toContain('<img')
    }
  })

  it('is a page with the reason and a link if it is refused', async () => {
    const { app } = await openApi()
    const answer = await app.inject({ url: '/embed/atlantis' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(answer.body).toContain('no relation has this slug')
    const closed = await openApi({ reading: 'CLOSED' })
    const refused = await closed.app.inject({ url: `/embed/${RELATION}` })
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([401, 'text/html; charset=utf-8'])
    expect(refused.body).toContain('Sign in')
    expect(refused.body).toContain('<a href="http://localhost')
    expect(refused.body).not.toContain('Ruritania')
  })

  it('has scripts that other sites may load', async () => {
    const { app } = await openApi()
    for (const file of ['relation-chart.js', 'height.js', 'embed.css']) {
      const { statusCode, headers } = await app.inject({ url: `/embed/${file}` })
      expect([statusCode, headers['access-control-allow-origin'], headers['cross-origin-resource-policy']]).toEqual([
        200,
        '*',
        'cross-origin',
      ])
    }
  })
})

describe('oEmbed', () => {
  it('returns the frame for the address of a page', async () => {
    const { app } = await openApi()
    const url = encodeURIComponent(`http://localhost:80/r/${RELATION}?f=month&tab=table`)
    const answer = await app.inject({ url: `/oembed?url=${url}&maxwidth=500`, headers: { host: 'localhost' } })
    expect(answer.json()).toMatchObject({ version: '1.0', type: 'rich', title: 'Ruritania – Syldavia', width: 500 })
    expect(answer.json().html).toContain(`src="http://localhost/embed/${RELATION}?f=month"`)
  })

  it.each([
    ['?url=https://elsewhere.example/r/x', 404],
    ['', 404],
    [`?url=http://localhost/r/${RELATION}&format=xml`, 501],
  ])('refuses %s (%i)', async (query, status) => {
    const { app } = await openApi()
    expect((await app.inject({ url: `/oembed${query}`, headers: { host: 'localhost' } })).statusCode).toBe(status)
  })
})
