import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { reusedPages } from '../support/reused.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the page in a browser. There is ${CURE}.`)

describe.skipIf(path === null)('the page in a browser, on the demonstration data', () => {
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

  const pageOfBrowser = reusedPages(async () => {
    const page = await browser.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    return page
  })
  const open = async (address: string, width = 1280): Promise<Page> => {
    const page = await pageOfBrowser()
    await page.setViewportSize({ width, height: 900 })
    await page.goto(server.origin + address)
    await page.locator('h1').first().waitFor()
    // What the server drew has given way to the page itself.
    await page.locator('.first-view').waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
    return page
  }

  it('answers which relation got worse most, and why, in two clicks from home', async () => {
    const page = await open('/')
    const first = page.locator('table.watch tbody tr').first()
    expect(await first.locator('.why strong').textContent()).toMatch(/rose \d+ points/)
    await first.locator('.why a').click()
    await page.getByText('What moved it').waitFor()
    expect(await page.locator('.drawer .change-bars').count()).toBe(1)
    expect(await page.locator('.drawer .statement').count()).toBeGreaterThan(0)
    await page.close()
  }, 60_000)

  it('says on the page of the method how reliability is measured, and writes shares as each language does', async () => {
    const english = await open('/method')
    await english.getByText('Under 30 statements coded twice there is no figure').waitFor()
    expect(await english.locator('a[href^="/agreement?w="]').count()).toBe(1)
    await english.close()
    const arabic = await open('/method?lang=ar')
    const alarms = await arabic.locator('table.moves td:last-child').allTextContents()
    expect(alarms.length).toBeGreaterThan(20)
    for (const share of alarms) expect(share).toMatch(/^(–|\d+٪)$/)
    await arabic.close()
  }, 60_000)

  it('keeps its frame where a part cannot be fetched, and is whole again when the connection is', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(server.origin)
    const link = page.locator('table.watch tbody th a').first()
    // Only the page itself has boxes to tick: what the server drew of it has none.
    await page.locator('table.watch input').first().waitFor()
    await context.setOffline(true)
    await link.click()
    await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor()
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Watch' }).click()
    await link.waitFor()
    await page.goBack()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('figure.tension').waitFor()
    await context.close()
  }, 60_000)

  it('keeps the page where a tab, a drawer or a dialog cannot be fetched, and fetches it when the connection is back', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${server.origin}/r/us-taliban?t=2018-02..2018-09&f=month`)
    await page.locator('figure.tension .plot-field').waitFor()
    const failed = page.locator('main [role=alert]', { hasText: 'This part of the page could not be shown' })
    const again = failed.getByRole('button', { name: 'Try again' })

    await context.setOffline(true)
    await page.getByRole('tab', { name: 'Method' }).click()
    await again.waitFor()
    expect(await page.locator('h1').textContent()).toContain('Taliban')
    await page.getByRole('tab', { name: 'Chart' }).click()
    await page.locator('figure.tension .plot-field').click({ position: { x: 300, y: 100 } })
    await page.locator('.drawer [role=alert]').waitFor()
    expect(await page.locator('figure.tension .recharts-line-curve').count()).toBeGreaterThan(0)
    await page.locator('.drawer').getByRole('button', { name: 'Close' }).click()
    await failed.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Share, embed, download' }).click()
    await page.getByRole('dialog').getByRole('alert').waitFor()

    await context.setOffline(false)
    await page.evaluate('window.here = true')
    await again.click()
    await page.getByRole('dialog').locator('textarea, input').first().waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
    await page.getByRole('tab', { name: 'Method' }).click()
    await page.getByRole('tabpanel').getByRole('heading').first().waitFor()
    // Without loading the page anew.
    expect([await failed.count(), await page.evaluate('window.here')]).toEqual([0, true])
    await context.close()
  }, 60_000)

  it('shows the thaw of 2018 between the United States and the Taliban under plain Goldstein weights', async () => {
    const page = await open('/r/us-taliban?t=2018-02-25..2018-09-30&w=goldstein')
    const titles = await page.locator('figure.index-chart h2').allTextContents()
    const [tension, engagement] = titles.map((title) => /from (\d+) to (\d+)/.exec(title)?.slice(1).map(Number))
    // Design: about 40 to about 15, and from under 10 to over 20.
    expect(tension?.[0]).toBeGreaterThan(30)
    expect(tension?.[1]).toBeLessThan(22)
    expect(engagement?.[0]).toBeLessThan(12)
    expect(engagement?.[1]).toBeGreaterThan(20)
    await page.close()
  }, 60_000)

  it('keeps the Russian opposition and the Afghan rebuttal of May 2020 apart, each with speaker, day and words', async () => {
    const russian = await open('/r/russia-afghanistan?dir=ab&f=month&p=2020-05-31')
    await russian.locator('.drawer .statement').first().waitFor()
    const said = await russian.locator('.drawer').textContent()
    expect(said).toContain('Kabulov')
    expect(said).toContain('13 May 2020')
    await russian.close()
    const afghan = await open('/r/russia-afghanistan?dir=ba&f=month&p=2020-05-31')
    await afghan.locator('.drawer .statement').first().waitFor()
    const answer = await afghan.locator('.drawer').textContent()
    expect(answer).toMatch(/Islamic Republic of Afghanistan *toward *Russia/)
    expect(answer).not.toContain('Moscow is against')
    await afghan.close()
  }, 60_000)

  it('draws Pakistan–Afghanistan as a line in 2018, separate points later, and nothing at zero between', async () => {
    const page = await open('/r/pakistan-afghanistan')
    expect(await page.locator('figure.tension .recharts-line-curve').count()).toBeGreaterThan(0)
    expect(await page.locator('figure.tension .isolated').count()).toBeGreaterThan(0)
    const gaps = await page.locator('figure.tension .plot-layer rect[fill*="NOT_COVERED"]').count()
    expect(gaps).toBeGreaterThan(1)
    await page.close()
  }, 60_000)

  it('opens a point by a click, and Back closes it', async () => {
    const page = await open('/r/us-taliban?t=2018-01..2018-10')
    const plot = page.locator('.tension .plot-field')
    const box = await plot.boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.5, (box?.y ?? 0) + 60)
    await page.locator('.drawer .level').waitFor()
    expect(page.url()).toMatch(/[?&]p=2018-\d\d-\d\d/)
    await page.goBack()
    await page.locator('.drawer').waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('p=')
    await page.close()
  }, 60_000)

  it('explains the value that is drawn for a period, whichever of its days the address names', async () => {
    const explained = async (day: string) => {
      const page = await open(`/r/us-taliban?t=2018-01..2018-10&f=week&p=${day}`)
      await page.locator('.drawer .level').waitFor()
      const text = await page.locator('.drawer').textContent()
      await page.close()
      return text
    }
    const sunday = await explained('2018-06-17')
    expect(sunday).not.toContain('There is no earlier score')
    expect(await explained('2018-06-13')).toBe(sunday)
  }, 60_000)

  it('shows the stretch that is dragged over, and Back shows what was there before', async () => {
    const page = await open('/r/us-taliban?t=2018-01-01..2018-10-31')
    const box = await page.locator('.tension .plot-field').boundingBox()
    const at = (share: number) => [(box?.x ?? 0) + (box?.width ?? 0) * share, (box?.y ?? 0) + 60] as const
    await page.mouse.move(...at(0.3))
    await page.mouse.down()
    await page.mouse.move(...at(0.5), { steps: 4 })
    expect(await page.locator('.dragged').count()).toBe(1)
    await page.mouse.up()
    await page.waitForURL(/t=2018-0[3-4]-\d\d\.\.2018-0[5-6]-\d\d/)
    expect(page.url()).not.toContain('p=')
    await page.goBack()
    expect(page.url()).toContain('t=2018-01-01..2018-10-31')
    await page.close()
  }, 60_000)

  it('is used by keyboard alone: plot, drawer and back', async () => {
    const page = await open('/r/us-taliban?t=2018-01..2018-10')
    await page.locator('.tension .plot-field').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await page.locator('[role=status]').textContent()).toMatch(
      /tension \d+, (up|down|unchanged).*interval \d+ to \d+/,
    )
    await page.keyboard.press('Enter')
    await page.locator('.drawer .level').waitFor()
    expect(await page.evaluate('document.activeElement.closest(".drawer") !== null')).toBe(true)
    await page.keyboard.press('Escape')
    await page.locator('.drawer').waitFor({ state: 'detached' })
    expect(await page.evaluate('document.activeElement.className')).toBe('plot-field')
    await page.close()
  }, 60_000)

  it('lists events and statements page by page', async () => {
    const page = await open('/r/pakistan-afghanistan?tab=events')
    // By locators alone: the page's policy lets nothing be evaluated.
    const rows = page.locator('.events tbody tr')
    await rows.nth(49).waitFor()
    expect(await rows.count()).toBe(50)
    await page.getByRole('button', { name: 'Show more events' }).click()
    await rows.nth(99).waitFor()
    expect(await rows.count()).toBe(100)
    await page.getByRole('tab', { name: 'Statements' }).click()
    await page.locator('.statement').nth(49).waitFor()
    expect(await page.locator('.statement').count()).toBe(50)
    await page.close()
  }, 60_000)

  it('leads from a cell of the matrix to the statements behind it, by keyboard alone', async () => {
    const page = await open('/matrix')
    const grid = page.getByRole('grid')
    await grid.locator('[tabindex="0"]').focus()
    await page.keyboard.press('Home')
    const cell = grid.locator('.shade:not(.sparse)').first()
    const [row, column] = ((await cell.getAttribute('data-at')) ?? '').split(' ').map(Number)
    await page.keyboard.press('Control+Home')
    for (let i = 0; i < (row ?? 0); i++) await page.keyboard.press('ArrowDown')
    for (let i = 0; i < (column ?? 0); i++) await page.keyboard.press('ArrowRight')
    const score = await cell.textContent()
    expect(await page.locator('.dyad-matrix [role=status]').textContent()).toContain(`tension ${score},`)
    await page.keyboard.press('Enter')
    const level = page.locator('.drawer .level .figure')
    await level.waitFor()
    expect(Math.round(Number(await level.textContent()))).toBe(Number(score))
    expect(await page.locator('.drawer .statement').count()).toBeGreaterThan(0)
    await page.goBack()
    await grid.waitFor()
    await page.close()
  }, 60_000)

  it('opens pairs that nobody watches as well', async () => {
    const page = await open('/r/CHN~USA?dir=ab')
    expect(await page.locator('h1').textContent()).toContain('China')
    await page.close()
  }, 60_000)

  it('compares relations from their own events, with one crosshair', async () => {
    const page = await open('/compare?r=us-taliban~afghan-government-taliban&e=2018-06-15~2018-06-15&d=-30..30')
    await page.locator('.compared .plot-field').first().focus()
    await page.keyboard.press('Home')
    expect(await page.locator('.compare-panels [role=status]').textContent()).toMatch(
      /day −30, 16 May 2018: tension \d+/,
    )
    const marks = await page.locator('.compared .at').allTextContents()
    expect(marks.map((text) => text.split(':')[0])).toEqual(['day −30', 'day −30'])
    await page.close()
  }, 60_000)

  it('says so where the record of a day long past holds nothing', async () => {
    const page = await open('/r/us-taliban?asof=2018-01-01')
    await page.getByText('No collection covers these days for this relation, as far as was recorded.').waitFor()
    await page.getByRole('button', { name: 'Show what is recorded now' }).click()
    await page.getByRole('heading', { name: /Tension (rose|fell)/ }).waitFor()
    await page.close()
  }, 60_000)

  it('has no accessibility fault that axe knows and no sideways scroll, wide and narrow', async () => {
    for (const width of [1280, 320]) {
      for (const address of [
        '/',
        '/r/pakistan-afghanistan',
        '/r/us-taliban?t=2018-01..2018-10&p=2018-06-17',
        '/r/us-taliban?tab=method',
        '/r/us-taliban?tr=change',
        '/r/us-taliban?tab=calendar',
        '/matrix',
        '/compare',
        '/method',
      ]) {
        const page = await open(address, width)
        expect(await violationsOn(page), `${address} at ${width}`).toEqual([])
        const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
        expect(wide, `${address} at ${width} scrolls sideways`).toBeLessThanOrEqual(0)
        await page.close()
      }
    }
  }, 180_000)

  it('leaves nothing in the console', () => {
    expect(said).toEqual([])
  })
})
