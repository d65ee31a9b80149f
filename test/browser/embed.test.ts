/** Figures inside a page of another origin, with scripts and without. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../server/config.ts'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: figures in pages of others. There is ${CURE}.`)

const FIGURE = '/embed/us-taliban?t=2018-01..2018-10'
const sizeOf = (text: string | Buffer) => gzipSync(text, { level: 9 }).length

describe.skipIf(path === null)('a figure in a page of another origin', () => {
  let browser: Browser
  let server: RunningServer
  let elsewhere: Server
  let gazette: string
  const said: string[] = []

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser(path ?? '')
    const page = readFileSync(join(root, 'test', 'elsewhere', 'page.html'), 'utf8')
    elsewhere = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page.replaceAll('ORIGIN', server.origin))
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, resolve))
    // Another host than the server's, not only another port: a browser calls localhost with two ports the same site.
    gazette = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    elsewhere?.close()
  })

  const open = async (address: string, options: { js?: boolean; width?: number } = {}): Promise<Page> => {
    const { js = true, width = 900 } = options
    const context = await browser.newContext({ javaScriptEnabled: js, viewport: { width, height: 900 } })
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    return page
  }

  it('is whole without any script: lines, finding, table, stamp and the way back', async () => {
    const page = await open(gazette, { js: false })
    const frame = page.frameLocator('iframe[title="A frame of our own"]')
    await frame.locator('svg.wide path.solid').first().waitFor()
    expect(await frame.locator('h2').allTextContents()).toEqual([
      expect.stringMatching(/^Tension (rose|fell)/),
      expect.stringMatching(/^Engagement (rose|fell)/),
    ])
    await frame.locator('summary').click()
    expect(await frame.locator('tbody tr').count()).toBeGreaterThan(30)
    expect(await frame.locator('.stamp').textContent()).toContain('Codebook default-1')
    expect(await frame.locator('footer a').getAttribute('href')).toBe(
      `${server.origin}/r/us-taliban?t=2018-01..2018-10`,
    )
    await page.context().close()
  }, 60_000)

  it('has the height it needs, in a frame and in the custom element', async () => {
    const page = await open(gazette)
    const own = page.locator('iframe[title="A frame of our own"]')
    const made = page.locator('relation-chart iframe')
    await made.waitFor()
    await made.scrollIntoViewIfNeeded()
    for (const frame of [own, made]) {
      const inside = frame.contentFrame().locator('body')
      await inside.locator('footer').waitFor()
      await expect
        .poll(async () => {
          const [outer, inner] = [await frame.boundingBox(), await inside.boundingBox()]
          return Math.abs((outer?.height ?? 0) - (inner?.height ?? -99)) <= 6
        })
        .toBe(true)
    }
    // One index alone, dark, without table and source: as the attributes ask.
    const inside = made.contentFrame()
    expect(await inside.locator('figure.index-chart').count()).toBe(1)
    expect(await inside.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(await inside.locator('table, .source').count()).toBe(0)
    await page.context().close()
  }, 60_000)

  it('loads nothing but a few hundred bytes of script until it is touched, and then comes alive', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
    const scripts: string[] = []
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
    })
    await page.goto(server.origin + FIGURE)
    await page.waitForLoadState('networkidle')
    expect(scripts.filter((script) => !/\/(embed\.js|message-[\w-]+\.js)$/.test(script))).toEqual([])
    const before = await page.locator('h2').allTextContents()
    await page.keyboard.press('Tab')
    await page.locator('.plot-field').first().waitFor()
    expect(scripts).toContain('/embed/live.js')
    // The same findings, now from the page's own charts; the drawn ones are gone.
    expect(await page.locator('h2').allTextContents()).toEqual(before)
    expect(await page.locator('#figure .drawn').count()).toBe(0)
    await page.locator('.plot-field').first().focus()
    await page.keyboard.press('Home')
    await page
      .getByText(/tension \d+, interval \d+ to \d+/)
      .first()
      .waitFor()
    await page.close()
  }, 60_000)

  it('opens the explanation of a point on our page', async () => {
    const page = await open(server.origin + FIGURE)
    await page.mouse.move(300, 200)
    const plot = page.locator('.plot-field').first()
    await plot.waitFor()
    const opened = page.context().waitForEvent('page')
    await plot.click({ position: { x: 300, y: 60 } })
    const explained = await opened
    expect(explained.url()).toMatch(/\/r\/us-taliban\?t=2018-01\.\.2018-10&p=2018-\d\d-\d\d$/)
    await page.context().close()
  }, 60_000)

  it('stays as it is drawn where the numbers cannot be had again', async () => {
    const page = await browser.newPage()
    await page.route('**/data/**', (route) => route.abort())
    await page.goto(server.origin + FIGURE)
    const loaded = page.waitForRequest(/\/data\//)
    await page.keyboard.press('Tab')
    await loaded
    expect(await page.locator('#figure .drawn svg.wide').first().isVisible()).toBe(true)
    await page.close()
  }, 60_000)

  it('has no accessibility fault that axe knows and no sideways scroll, wide and narrow, drawn and alive', async () => {
    for (const width of [900, 320]) {
      const page = await open(server.origin + FIGURE, { width })
      expect(await violationsOn(page), `drawn, ${width}`).toEqual([])
      await page.keyboard.press('Tab')
      await page.locator('.plot-field').first().waitFor()
      expect(await violationsOn(page), `alive, ${width}`).toEqual([])
      const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
      expect(wide, `${width} scrolls sideways`).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  }, 90_000)

  it('weighs at most 30 kB with its style, its first script 2 kB, and 190 kB when it is alive', async () => {
    const bodyOf = async (address: string) => Buffer.from(await (await fetch(server.origin + address)).arrayBuffer())
    const style = sizeOf(await bodyOf('/embed/embed.css'))
    for (const query of ['us-taliban?t=2018-01..2018-10', 'us-taliban?f=day', 'pakistan-afghanistan?f=day']) {
      expect(sizeOf(await bodyOf(`/embed/${query}`)) + style, query).toBeLessThanOrEqual(30_000)
    }
    for (const file of ['embed.js', 'height.js', 'relation-chart.js']) {
      expect(sizeOf(await bodyOf(`/embed/${file}`)), file).toBeLessThanOrEqual(2000)
    }
    expect(sizeOf(await bodyOf('/embed/live.js'))).toBeLessThanOrEqual(190_000)
  }, 60_000)

  it('leaves nothing in the console', () => {
    expect(said).toEqual([])
  })
})
