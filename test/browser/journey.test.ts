/**
 * The main job from one end to the other, by keyboard alone, on a real article (not part of the project: DETENTE_MATERIAL):
 * paste, settle, correct, add; a dashboard that is open elsewhere moves; a point is read down to the sentence; a weight is
 * turned, saved and published, and the version before answers as it did.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
const material = process.env.DETENTE_MATERIAL
if (path === null) console.warn(`Skipped: the main job in a browser. There is ${CURE}.`)
if (material === undefined) console.warn('Skipped: the main job in a browser. Set DETENTE_MATERIAL to the material.')

const RELATION = 'afghan-government-taliban'

/** Presses Tab until the focus is where it is wanted; answers how often. Nobody presses more than that. */
async function reach(wanted: Locator): Promise<number> {
  const page = wanted.page()
  await wanted.first().waitFor()
  for (let tabs = 0; tabs < 150; tabs++) {
    if (await wanted.evaluateAll((all) => all.includes(document.activeElement as never))) return tabs
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${wanted}`)
}

it.skipIf(path === null || material === undefined)(
  'goes from a pasted article to a published version, and never needs a mouse',
  async () => {
    const article = readFileSync(join(material ?? '', 'articles/2020-05-afghanistan-defends-offensive.txt'), 'utf8')
    const server = await startServer({ DETENTE_DEMO: 'off' })
    const browser = await openBrowser(path ?? '')
    const ask = async (page: Page, query: string) =>
      (await (await page.request.post(`${server.origin}/graphql`, { data: { query } })).json()).data
    const scores = async (page: Page, codebook: string): Promise<string> => {
      const range = 'from: "2020-05-01", to: "2020-05-31", bucket: DAY'
      const series = `series(${range}, codebook: "${codebook}") { days tension engagement n state stamp { codebook } }`
      return JSON.stringify((await ask(page, `{ relation(by: {slug: "${RELATION}"}) { ${series} } }`)).relation)
    }
    try {
      const page = await comeIn(browser, server, 'eve', 'editor')
      const reader = await (await browser.newContext()).newPage()
      const listening = reader.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'))
      await reader.goto(`${server.origin}/r/${RELATION}?t=2020-05..2020-05&f=day`)
      await listening

      // Paste.
      await reach(page.locator('a').filter({ hasText: /^Go to the desk$/ }))
      await page.keyboard.press('Enter')
      await reach(page.locator('.intake textarea'))
      await page.keyboard.insertText(article)
      await reach(page.locator('.intake input[placeholder="2026-11-20"]'))
      await page.keyboard.type('2020-05-16')
      await page.keyboard.press('Enter')

      // Settle what is right, correct a tag, reject one, add what was not seen.
      const items = page.locator('.desk-items li')
      const settled = page.locator('.desk-items li.done').filter({ hasText: 'settled' })
      await items.nth(5).waitFor()
      await reach(page.locator('.article'))
      const found = await items.count()
      const press = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key)
        return keys.length
      }
      expect(await press('a')).toBeLessThanOrEqual(8)
      expect(await press('#', 'd', 'e', 'm', 'Enter', 'a')).toBeLessThanOrEqual(8)
      await press('r', 'a', 'a')
      await expect.poll(() => settled.count(), { timeout: 20_000 }).toBe(4)
      await press('Control+Home', 'Shift+ArrowDown', 'n')
      await expect.poll(() => items.count()).toBe(found + 1)
      // The field of who acts has the focus.
      await page.keyboard.type('AFG.IRA')
      await reach(page.locator('[data-field="target"]'))
      await page.keyboard.type('TAL')
      await press('Escape', '#')
      await page.keyboard.type('threaten w')
      await press('Enter', 'Control+Enter')
      await expect.poll(() => settled.count(), { timeout: 20_000 }).toBe(5)
      await page.getByText('everything is kept').waitFor()

      // What stands is on record once, and an open dashboard says what came.
      const { desk } = await ask(
        page,
        `{ desk(document: "Document:${page.url().split('/').at(-1)}") { statements { id } } }`,
      )
      expect(desk.statements).toHaveLength(5)
      await reader.getByRole('status').filter({ hasText: 'Just settled: ' }).waitFor()
      const before = await scores(page, 'default')
      expect(before).toMatch(/SPARSE|SCORED/)

      // From the chart to the sentence.
      await reach(reader.locator('.plot-field'))
      await reader.keyboard.press('End')
      await reader.keyboard.press('Enter')
      const quote = reader.locator('.drawer blockquote, .drawer q').first()
      await quote.waitFor()
      const words = ((await quote.textContent()) ?? '').replace(/[“”]/g, '').trim()
      expect(article.replace(/\s+/g, ' ')).toContain(words.replace(/\s+/g, ' '))

      // Turn a weight, save it with its reason, publish it with a note.
      await reach(page.locator('a').filter({ hasText: /^Weight lab$/ }))
      await page.keyboard.press('Enter')
      await page.getByRole('slider', { name: 'Threaten with force: tension', exact: true }).waitFor()
      await reach(page.locator('input[type="search"]'))
      await page.keyboard.type('threaten with')
      await page.getByText('Accuse', { exact: true }).first().waitFor({ state: 'detached' })
      await reach(page.locator('input[type="range"]'))
      for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowLeft')
      await reach(page.getByLabel(/^Why these weights/))
      await page.keyboard.type('Threats in the article led to nothing.')
      await reach(page.locator('button').filter({ hasText: /^Save as a draft$/ }))
      await page.keyboard.press('Enter')
      await page.getByText('Saved in draft 1').waitFor()
      await reach(page.locator('button').filter({ hasText: /^Publish …$/ }))
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await reach(page.getByLabel(/^Note of the new version/))
      await page.keyboard.type('Threats of force weigh less.')
      await reach(page.locator('[role="dialog"] button, dialog button').filter({ hasText: /^Publish as/ }))
      await page.keyboard.press('Enter')
      await page.getByText('Published as default-2.').waitFor()
      expect(await scores(page, 'default-1')).toBe(before)
      expect(await scores(page, 'default')).toContain('"codebook":"default-2"')
      expect(await scores(page, 'default')).not.toBe(before.replace('default-1', 'default-2'))
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  180_000,
)
