/** GraphiQL as it is used: its editor loads, asks and shows the answer without a network. */
import { describe, expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: GraphiQL in a browser. There is ${CURE}.`)

describe.skipIf(path === null)('the editor in a browser', () => {
  it('runs its first example, without a word of complaint and without asking any other host', async () => {
    const server = await startServer()
    const browser = await openBrowser(path ?? '')
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (r) => {
        if (!r.url().startsWith(server.origin) && !/^(blob|data):/.test(r.url())) complaints.push(r.url())
      })
      await page.goto(`${server.origin}/graphiql`, { waitUntil: 'networkidle' })
      await page.locator('.graphiql-query-editor .view-line', { hasText: 'Watch' }).first().waitFor()
      const answered = page.waitForResponse((r) => r.request().postData()?.includes('query Watch') ?? false, {
        timeout: 100_000,
      })
      // The button is there before it does anything.
      let pressing = true
      const response = answered.finally(() => {
        pressing = false
      })
      while (pressing) {
        await page.locator('.graphiql-execute-button').click()
        await Promise.race([response, page.waitForTimeout(3000)])
      }
      expect((await (await response).json()).data.watch.month).toBe('2018-07-01')
      await page.locator('.graphiql-response', { hasText: 'tensionChange' }).waitFor()
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
      await server.stop()
    }
  }, 120_000)
})
