/** What policy staff come for, each from the home page in three clicks at most; the clicks are counted. */
import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Browser, Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { reusedPages } from '../support/reused.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the tasks of policy staff. There is ${CURE}.`)
const MOST_CLICKS = 3

describe.skipIf(path === null)('in three clicks from the home page, a reader', () => {
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

  const pageOfBrowser = reusedPages(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
    return await context.newPage()
  })
  /** A visit to the home page that counts its clicks, and fails where they were too many. */
  const visit = async (act: (page: Page, click: (place: Locator) => Promise<void>) => Promise<void>): Promise<void> => {
    const page = await pageOfBrowser()
    await page.goto(server.origin)
    await page.locator('table.watch input').first().waitFor()
    let clicks = 0
    await act(page, async (place) => {
      clicks++
      await place.click()
    })
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS)
    await page.close()
  }
  const relation = (page: Page) => page.getByRole('link', { name: 'United States – Taliban', exact: true })
  const share = (page: Page) => page.getByRole('button', { name: 'Share, embed, download' })
  const copied = async (page: Page, label: string): Promise<string> => {
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    const text = (await page.evaluate('navigator.clipboard.readText()')) as string
    expect(text).toBe(await page.getByLabel(label, { exact: true }).inputValue())
    return text
  }
  const downloaded = async (page: Page, click: () => Promise<void>): Promise<Download> => {
    const [download] = await Promise.all([page.waitForEvent('download'), click()])
    return download
  }

  it('sees which relation got worse most this month', async () => {
    await visit(async (page) => {
      const rows = page.locator('table.watch tbody tr')
      const changes = (await rows.locator('.why strong').allTextContents()).map((text) =>
        Number(/rose (\d+)/.exec(text)?.[1] ?? 0),
      )
      expect(changes[0]).toBe(Math.max(...changes))
      expect(changes[0]).toBeGreaterThan(0)
      expect(await page.getByRole('combobox', { name: 'Month' }).inputValue()).toMatch(/^\d{4}-\d\d$/)
    })
  }, 60_000)

  it('reads the statements behind a change', async () => {
    await visit(async (page, click) => {
      await click(page.locator('table.watch tbody tr').first().locator('.why a'))
      await page.getByText('What moved it').waitFor()
      expect(await page.locator('.drawer .statement').count()).toBeGreaterThan(0)
    })
  }, 60_000)

  it('holds two relations beside each other', async () => {
    await visit(async (page, click) => {
      await click(page.getByRole('checkbox', { name: 'Compare United States – Taliban' }))
      await click(page.getByRole('checkbox', { name: 'Compare India – Pakistan' }))
      await click(page.getByRole('link', { name: 'Compare 2 relations' }))
      await page.locator('.compared .plot-field').nth(1).waitFor()
      const names = await page.locator('.compared h3').allTextContents()
      expect(names.map((name) => name.trim()).sort()).toEqual(['India – Pakistan', 'United States – Taliban'])
    })
  }, 60_000)

  it('takes the numbers along as CSV', async () => {
    await visit(async (page, click) => {
      await click(relation(page))
      await click(share(page))
      const file = await downloaded(page, () =>
        click(page.locator('.downloads').getByRole('link', { name: 'CSV' }).first()),
      )
      const rows: string[][] = parseCsv(readFileSync(await file.path()))
      expect(rows[0]).toContain('tension')
      expect(rows.length).toBeGreaterThan(40)
    })
  }, 60_000)

  it('takes a picture along for slides', async () => {
    await visit(async (page, click) => {
      await click(relation(page))
      await click(share(page))
      const file = await downloaded(page, () => click(page.locator('.downloads').getByRole('link', { name: 'PNG' })))
      expect(file.suggestedFilename()).toBe('us-taliban.png')
      const png = readFileSync(await file.path())
      expect(png.subarray(1, 4).toString()).toBe('PNG')
      // Width, in the header: at least that of a slide.
      expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(1000)
    })
  }, 60_000)

  it('takes the code along that shows the figure in a page of their own', async () => {
    await visit(async (page, click) => {
      await click(relation(page))
      await click(share(page))
      await click(page.getByRole('button', { name: 'Copy: Frame' }))
      expect(await copied(page, 'Frame')).toContain(`<iframe src="${server.origin}/embed/us-taliban"`)
    })
  }, 60_000)

  it('cites the figure with the versions it was computed from', async () => {
    await visit(async (page, click) => {
      await click(relation(page))
      await click(share(page))
      await click(page.getByRole('button', { name: 'Copy: Text' }))
      expect(await copied(page, 'Text')).toMatch(/default-1.*asof=/)
    })
  }, 60_000)

  it('prints a note of one page', async () => {
    await visit(async (page, click) => {
      // The browser's own dialog has no place in a test: that it is called for is what counts.
      await page.evaluate('window.print = () => { document.title = "called for" }')
      await click(relation(page))
      await page.locator('.tension .recharts-surface').first().waitFor()
      await click(page.getByRole('button', { name: 'Print' }))
      expect(await page.title()).toBe('called for')
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    })
  }, 60_000)

  it('reads on in another language', async () => {
    await visit(async (page, click) => {
      await click(relation(page))
      await page.locator('.tension .recharts-surface').first().waitFor()
      await click(page.getByRole('combobox', { name: 'Language' }))
      await page.getByRole('combobox', { name: 'Language' }).selectOption('ru')
      await page.locator('html[lang=ru]').waitFor()
      await page.getByRole('heading', { name: /Напряжённость/ }).waitFor()
      expect(page.url()).toContain('lang=ru')
    })
  }, 60_000)

  it('takes a link along that will show what is recorded now', async () => {
    await visit(async (page, click) => {
      const label = 'The same, as recorded now and for good'
      await click(relation(page))
      await click(share(page))
      await click(page.getByRole('button', { name: `Copy: ${label}` }))
      const link = await copied(page, label)
      expect(link).toMatch(/w=default-1&asof=\d{4}-\d\d-\d\dT[\d:.]+Z$/)
      await page.goto(link)
      await page.getByText('data as of').first().waitFor()
    })
  }, 60_000)
})
