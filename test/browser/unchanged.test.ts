import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: an unchanged page in a browser. There is ${CURE}.`)

describe.skipIf(path === null)('a page that is loaded again', () => {
  let browser: Browser
  let server: RunningServer

  beforeAll(async () => {
    server = await startServer({ LOG: 'json' })
    browser = await openBrowser(path ?? '')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  /** Method and status of each question that the server has answered so far, by its log. */
  const answered = () =>
    server
      .errors()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as { path: string; method: string; status: number })
      .filter((line) => line.path === '/graphql')
      .map(({ method, status }) => `${method} ${status}`)

  it('asks by GET, is answered by 304, and shows the same', async () => {
    const whole = async (page: Page, asked: readonly string[], before: number) => {
      // What the server drew has given way to the page itself, which asks on for what it shows last.
      await page.locator('.first-view').waitFor({ state: 'detached' })
      await page.locator('main svg').first().waitFor()
      for (let seen = -1; seen !== asked.length || answered().length - before < asked.length; ) {
        seen = asked.length
        await page.waitForTimeout(500)
      }
    }
    for (const address of ['/', '/r/us-taliban?t=2018-01..2018-10']) {
      const page = await browser.newPage()
      const asked: string[] = []
      page.on('request', (request) => request.url().includes('/graphql?') && asked.push(request.url()))
      const before = answered().length
      await page.goto(server.origin + address)
      await whole(page, asked, before)
      const first = answered().slice(before)
      const shown = await page.locator('main').textContent()
      await page.reload()
      await whole(page, asked, before)
      const again = answered().slice(before + first.length)
      expect(first.length, address).toBeGreaterThan(0)
      expect(new Set(first), address).toEqual(new Set(['GET 200']))
      expect(again, address).toEqual(first.map(() => 'GET 304'))
      expect(await page.locator('main').textContent()).toBe(shown)
      await page.close()
    }
  }, 60_000)
})
