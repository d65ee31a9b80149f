import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { GALLERY } from '../support/build.gallery.ts'
import { openInventedServer } from '../support/inventedServer.ts'
import { faultOf } from '../support/pictures.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the pictures of the gallery. There is ${CURE}.`)

describe.skipIf(path === null)('the pictures of the gallery', () => {
  let browser: Browser
  let server: Server

  beforeAll(async () => {
    server = await openInventedServer(GALLERY)
    browser = await openBrowser(path ?? '')
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  for (const [theme, dir, width] of [
    ['light', 'ltr', 1000],
    ['dark', 'rtl', 360],
  ] as const) {
    it(`show each widget and state as it was last looked at, ${theme}, ${dir}, ${width} pixels wide`, async () => {
      const page = await browser.newPage({
        viewport: { width, height: 900 },
        colorScheme: theme,
        reducedMotion: 'reduce',
        // Half as many pixels each way: what moves is seen as well, and what is kept is a quarter as large.
        deviceScaleFactor: 0.5,
      })
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/gallery`)
      await page.locator('h1').first().waitFor()
      await page.evaluate(`document.documentElement.dir = '${dir}'`)
      await page.waitForLoadState('networkidle')
      await page.evaluate('document.fonts.ready')
      const cases = page.locator('[data-case]')
      const faults: (string | null)[] = []
      for (let i = 0; i < (await cases.count()); i++) {
        const shown = cases.nth(i)
        const name = ((await shown.getAttribute('data-case')) ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')
        const drawn = await shown.screenshot({ animations: 'disabled', caret: 'hide' })
        faults.push(faultOf(`${name}.${theme}`, drawn))
      }
      expect(faults.length).toBeGreaterThan(25)
      expect(faults.filter((fault) => fault !== null)).toEqual([])
      await page.close()
    }, 120_000)
  }
})
