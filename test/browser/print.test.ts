/** What comes out of the printer: so many sheets of A4, no controls, and the stamp and the address on them. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { reusedPages } from '../support/reused.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the page on paper. There is ${CURE}.`)

describe.skipIf(path === null)('the page on paper', () => {
  let browser: Browser
  let server: RunningServer

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser(path ?? '')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const pageOfBrowser = reusedPages(() => browser.newPage({ viewport: { width: 1280, height: 900 } }))
  const open = async (address: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const page = await pageOfBrowser()
    await page.emulateMedia({ media: null, colorScheme })
    await page.goto(server.origin + address)
    await page.locator('h1').first().waitFor()
    // What the server drew has given way to the page itself.
    await page.locator('.first-view').waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
    return page
  }
  const sheets = async (page: Page) =>
    ((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length

  it('is two sheets at most for the home page', async () => {
    const page = await open('/')
    const count = await sheets(page)
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThanOrEqual(2)
    await page.close()
  }, 60_000)

  it('is one sheet for a relation, also for the one with the most markers', async () => {
    for (const address of ['/r/pakistan-afghanistan', '/r/us-taliban?t=2018-01..2018-10']) {
      const page = await open(address)
      expect(await sheets(page), address).toBe(1)
      await page.close()
    }
  }, 60_000)

  it('gives what is explained a sheet after the chart', async () => {
    const page = await open('/r/russia-afghanistan?dir=ab&f=month&p=2020-05-31')
    await page.locator('.drawer .statement').first().waitFor()
    expect(await sheets(page)).toBeGreaterThan(1)
    await page.close()
  }, 60_000)

  it('draws the charts for the width of the paper, and for the screen again afterwards', async () => {
    const page = await open('/r/us-taliban')
    const plot = page.locator('.tension .recharts-surface').first()
    const wide = async () => Number(await plot.getAttribute('width'))
    const before = await wide()
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    // A4 less its margins is 186 mm, and 96 pixels are an inch.
    expect(await wide()).toBe(Math.floor((186 / 25.4) * 96))
    await page.evaluate('dispatchEvent(new Event("afterprint"))')
    await page.locator(`.tension .recharts-surface[width="${before}"]`).first().waitFor()
    await page.close()
  }, 60_000)

  it('shows no control, and says the direction, the stamp and the address', async () => {
    const address = '/r/us-taliban?dir=ab&t=2018-01..2018-10'
    const page = await open(address)
    await page.emulateMedia({ media: 'print' })
    for (const control of await page.locator('button, input, select, [role=tab], dialog').all()) {
      expect(await control.isVisible()).toBe(false)
    }
    expect(await page.locator('main .printed').textContent()).toBe('United States → Taliban')
    expect(await page.locator('.stamp').isVisible()).toBe(true)
    expect(await page.locator('footer .printed').textContent()).toBe(`Printed from ${server.origin}${address}`)
    expect(await page.locator('footer .printed').isVisible()).toBe(true)
    await page.close()
    const calendar = await open(`${address}&tab=calendar`)
    const choice = calendar.locator('main fieldset').last()
    await choice.waitFor()
    await calendar.emulateMedia({ media: 'print' })
    expect(await choice.isVisible()).toBe(false)
    await calendar.close()
  }, 60_000)

  it('tells the two indices apart in grey, by tone, weight and mark, whatever the theme of the screen', async () => {
    const page = await open('/r/pakistan-afghanistan?t=2018-01..2018-10', 'dark')
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    // In one step: a chart that is drawn anew in between has another line.
    const inked = (measure: string) =>
      page.evaluate(
        `(({ stroke, strokeWidth }) => [stroke, strokeWidth])(getComputedStyle(document.querySelector('figure.${measure} .recharts-line-curve')))`,
      )
    expect(await inked('tension')).toEqual(['rgb(0, 0, 0)', '2.4px'])
    expect(await inked('engagement')).toEqual(['rgb(102, 102, 102)', '1.4px'])
    expect(await page.locator('figure.tension circle.end-mark').count()).toBe(1)
    expect(await page.locator('figure.engagement rect.end-mark').count()).toBe(1)
    await page.close()
  }, 60_000)
})
