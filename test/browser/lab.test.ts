import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the weight lab in a browser. There is ${CURE}.`)

describe.skipIf(path === null)('the weight lab in a browser', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  const said: string[] = []

  beforeAll(async () => {
    server = await startServer({ DETENTE_DEMO: 'articles' })
    browser = await openBrowser(path ?? '')
    const command = ['dist/server/commands/user.js', 'add', 'zoe', '--role', 'editor']
    const env = { ...process.env, DATABASE_URL: server.database }
    const told = execFileSync(process.execPath, command, { env, encoding: 'utf8' })
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(server.origin + (/\/sign-in#code=\S+/.exec(told)?.[0] ?? ''))
    await page.getByLabel(/^Password/).fill('a long password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Signed in as zoe' }).waitFor()
    await page.goto(`${server.origin}/lab?pin=pakistan-afghanistan`)
    await page.locator('.pinned').waitFor()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const shown = async () => (await page.locator('.pinned h2 .figure').textContent()) ?? ''
  const slider = () => page.getByRole('slider', { name: 'Threaten with force: tension', exact: true })
  const field = () => page.getByLabel('Threaten with force: tension, exactly')

  it('redraws while a slider moves by keyboard, keeps each step in the address, and takes it back', async () => {
    expect(await shown()).toContain('(0.0)')
    await slider().focus()
    for (let i = 0; i < 25; i++) await page.keyboard.press('ArrowLeft')
    expect(await field().inputValue()).toBe('5')
    const lower = await shown()
    expect(lower).toMatch(/\(−[1-9]\d*\.\d\)/)
    expect(page.url()).toContain('threaten-force:5:')
    await page.keyboard.press('Control+z')
    expect(await field().inputValue()).toBe('5.1')
    await page.keyboard.press('Control+Shift+Z')
    expect(await shown()).toBe(lower)
  }, 60_000)

  it('takes an exact weight, refuses what is none in words, and keeps what was', async () => {
    await field().fill('11')
    await page.getByText('0 to 10, at most three decimals').waitFor()
    expect(page.url()).toContain('threaten-force:5:')
    await field().fill('2.125')
    await page.keyboard.press('Enter')
    await page.getByText('“Threaten with force” (threaten-force): tension 7.5 → 2.125.').waitFor()
  }, 60_000)

  it('leaves a locked tag alone', async () => {
    await page.getByRole('button', { name: 'Lock Threaten with force' }).click()
    expect(await slider().isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Unlock Threaten with force' }).click()
    expect(await slider().isDisabled()).toBe(false)
  }, 60_000)

  it('has no accessibility fault that axe knows and no sideways scroll, wide and narrow', async () => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await violationsOn(page), `at ${width}`).toEqual([])
      const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
      expect(wide, `scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  }, 60_000)

  it('cuts a tag in two by keyboard alone, shows what that does first, and takes it back', async () => {
    await page.goto(`${server.origin}/lab?pin=pakistan-afghanistan`)
    await page.locator('.pinned').waitFor()
    await page.getByRole('button', { name: 'Change the tag Threaten with force' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Rename' }).focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    await dialog.getByRole('textbox', { name: 'Name' }).nth(1).focus()
    await page.keyboard.type('Hint at force')
    await page.keyboard.press('Tab')
    await page.keyboard.type('hint-at-force')
    await dialog.getByRole('button', { name: 'See what it does' }).focus()
    await page.keyboard.press('Enter')
    await dialog
      .getByText('is split into “Threaten with force” (threaten-force) and “Hint at force” (hint-at-force).')
      .waitFor()
    await dialog.getByText(/statements must be recoded/).waitFor()
    expect(await violationsOn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Do it in draft 1' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('"hint-at-force": the tag has no definition').waitFor()
    expect(page.url()).toContain('draft=1')
    expect(await page.getByRole('button', { name: 'Publish …' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Back to step 1: Begun from default-1' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Publish …' }).waitFor()
    await page.getByText('Hint at force').first().waitFor({ state: 'detached' })
    await page.goto(`${server.origin}/lab?pin=pakistan-afghanistan&o=threaten-force:2.125:`)
    await page.locator('.pinned').waitFor()
  }, 60_000)

  it('withdraws a known move with a reason, by keyboard, and no codebook is held to it any more', async () => {
    await page.getByText('Each of them').press('Enter')
    const rows = page.locator('.lab-moves table.moves').last().locator('tbody tr')
    const before = await rows.count()
    await rows.first().getByText('Source').press('Enter')
    await rows
      .first()
      .getByRole('button', { name: /^Withdraw …/ })
      .press('Enter')
    await page.keyboard.type('Its source was withdrawn.')
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText(/is withdrawn\.$/).waitFor()
    await expect.poll(() => rows.count()).toBe(before - 1)
  }, 60_000)

  it('saves a draft that survives a reload, and publishes it with a note as the next version', async () => {
    const before = await shown()
    await page.getByLabel(/^Why these weights/).fill('A threat of the articles was never carried out.')
    await page.getByRole('button', { name: 'Save as a draft' }).click()
    await page.getByRole('button', { name: 'Saved in draft 2' }).waitFor()
    expect(page.url()).toContain('draft=2')
    await page.goto(`${server.origin}/lab?pin=pakistan-afghanistan&draft=2`)
    await page.getByText('“Threaten with force” (threaten-force): tension 7.5 → 2.125').waitFor()
    await page.locator('.pinned').waitFor()
    expect(await shown()).toBe(before)
    await page.getByRole('button', { name: 'Publish …' }).click()
    const dialog = page.getByRole('dialog')
    // What it changes is there before it can be confirmed, and it asks for a note.
    await dialog.getByText('“Threaten with force” (threaten-force)').waitFor()
    await dialog.getByRole('row', { name: /Pakistan – Afghanistan Tension −/ }).waitFor()
    await dialog.getByText(/^Shown: 2 → \d/).waitFor()
    expect(await dialog.getByRole('button', { name: /^Publish as/ }).isDisabled()).toBe(true)
    await page.getByLabel(/^Note of the new version/).fill('Threats of force weigh less.')
    await page.getByRole('button', { name: 'Publish as the next version of default' }).click()
    await page.getByText('Published as default-2.').waitFor()
    // The page of the relation scores with it from now on, and the old version still answers.
    const after = /→ ([\d.]+)/.exec(before)?.[1]
    await page.goto(`${server.origin}/r/pakistan-afghanistan?tab=table`)
    await page.getByRole('link', { name: 'default-2' }).waitFor()
    expect(await page.locator('table.series').textContent()).toContain(after)
  }, 60_000)

  it('leaves nothing in the console', () => {
    expect(said).toEqual([])
  })
})
