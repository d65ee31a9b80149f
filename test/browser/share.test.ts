/** The Share dialog by keyboard alone; and what it gives out, run and opened for real. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const run = promisify(execFile)
const path = findBrowser()
if (path === null) console.warn(`Skipped: the Share dialog in a browser. There is ${CURE}.`)

describe.skipIf(path === null)('the Share dialog', () => {
  let browser: Browser
  let server: RunningServer
  const said: string[] = []

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser(path ?? '')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const open = async (width = 1100, scheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.origin })
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(`${server.origin}/r/us-taliban?t=2018-01..2018-10&f=month`)
    const button = page.getByRole('button', { name: 'Share, embed, download' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    return page
  }
  const copied = (page: Page) => page.evaluate('navigator.clipboard.readText()') as Promise<string>
  const fieldOf = (page: Page, label: string) => page.getByLabel(label, { exact: true }).inputValue()

  it('opens, freezes, copies and closes by keyboard, and gives the focus back', async () => {
    const page = await open()
    expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
    await page.getByRole('radio', { name: 'Live: the record when they open it' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: 'Copy: Address of this page' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
    const link = await copied(page)
    expect(link).toMatch(/&w=default-1&asof=\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Share, embed, download')
    // The link shows what it promised, and says as of when.
    await page.goto(link)
    await page.getByText('data as of').first().waitFor()
    expect(new URL(page.url()).search).toContain('asof=')
    await page.context().close()
  }, 60_000)

  it('tells how many rows a file has, and the file has as many', async () => {
    const page = await open()
    for (const name of ['Displayed', 'Everything', 'Events', 'Statements']) {
      const line = page.locator('.downloads > div').filter({ hasText: new RegExp(`${name}: \\d`) })
      await line.waitFor()
      const promised = Number(/(\d[\d,]*) rows/.exec((await line.locator('dt').textContent()) ?? '')?.[1])
      const address = (await line.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? ''
      const rows: string[][] = parseCsv(await (await fetch(address)).text())
      expect(rows.length - 1, name).toBe(promised)
    }
    await page.context().close()
  }, 60_000)

  it('gives programs that run and print the days and scores of the page', async () => {
    const page = await open()
    const programs: Record<string, string> = {}
    for (const language of ['curl', 'JavaScript', 'Python']) {
      await page.getByRole('radio', { name: language, exact: true }).check()
      programs[language] = await fieldOf(page, `Program in ${language}`)
    }
    await page.context().close()
    const csv = await (await fetch(`${server.origin}/data/us-taliban.csv?t=2018-01..2018-10&f=month`)).text()
    const [, , tension] = csv.split('\r\n')[1]?.split(',') ?? []
    const runs = [
      run('sh', ['-c', programs.curl ?? '']),
      run(process.execPath, ['--input-type=module', '-e', programs.JavaScript ?? '']),
      run('python3', ['-c', programs.Python ?? '']),
    ]
    for (const { stdout } of await Promise.all(runs)) {
      expect(stdout).toContain('2018-01-31')
      expect(stdout).toContain(tension)
    }
  }, 60_000)

  it('has no accessibility fault that axe knows and no sideways scroll, wide and light, narrow and dark', async () => {
    for (const [width, scheme] of [
      [1100, 'light'],
      [320, 'dark'],
    ] as const) {
      const page = await open(width, scheme)
      expect(await violationsOn(page)).toEqual([])
      const wide = (await page.evaluate(
        '(() => { const d = document.querySelector("dialog"); return d.scrollWidth - d.clientWidth })()',
      )) as number
      expect(wide).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  }, 90_000)

  it('leaves nothing in the console', () => {
    expect(said).toEqual([])
  })
})
