/** Two articles of one happening, by keyboard: the desk shows the other report, joins it, follows it, and parts it again. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: one happening in a browser. There is ${CURE}.`)

it.skipIf(path === null)(
  'joins what two articles tell of one happening, goes on with it, and parts it again',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser = await openBrowser(path ?? '')
    const paste = async (page: Page, text: string, outlet: string) => {
      await page.goto(`${server.origin}/desk`)
      await page.getByLabel(/^A new article/).fill(text)
      await page.getByLabel('Published on').fill('2024-07-02')
      await page.getByLabel('Outlet').fill(outlet)
      await page.keyboard.press('Enter')
      await page.locator('.desk-items li').first().waitFor()
      await page.locator('.article').focus()
      await page.keyboard.press('a')
      await settled(page).first().waitFor()
      await page.locator('.desk-items button').first().press('Enter')
    }
    const settled = (page: Page) => page.locator('.desk-items li.done').filter({ hasText: 'settled' })
    const events = async (page: Page): Promise<number> => {
      const query = `{ relation(by: {parties: ["PAK", "TAL"]}) { events(from: "2024-07-01", to: "2024-07-05") { totalCount } } }`
      const { data } = await (await page.request.post(`${server.origin}/graphql`, { data: { query } })).json()
      return data.relation.events.totalCount
    }
    try {
      const [ana, ben] = [
        await comeIn(browser, server, 'ana', 'analyst'),
        await comeIn(browser, server, 'ben', 'analyst'),
      ]
      const before = await events(ana)
      await paste(ana, 'Pakistan accused the Taliban on Monday of sheltering militants.', 'The Crossing')
      await paste(ben, 'Islamabad accused the Taliban on Monday of giving shelter to fighters.', 'The Valley')
      expect(await events(ana)).toBe(before + 2)
      const happening = ben.getByRole('region', { name: 'The happening' })
      await happening.getByText('Reported once').waitFor()
      await happening.getByText(/same day, same tag/).waitFor()
      expect(await violationsOn(ben)).toEqual([])
      await happening
        .getByRole('button', { name: /^The same happening/ })
        .first()
        .press('Enter')
      await happening.getByText('One happening, reported 2 times').waitFor()
      expect(await events(ana)).toBe(before + 1)

      // The statement was put in the place of another; what is corrected now is that one.
      await ben.locator('.article').focus()
      await ben.keyboard.press('o')
      await ben.keyboard.type('Plainer words')
      await ben.keyboard.press('Enter')
      await ben.locator('[data-field="summary"]').fill('Lays it to them')
      await ben.keyboard.press('Control+Enter')
      const words = async () => {
        const query = '{ search(text: "Lays", kinds: [STATEMENT], first: 5) { totalCount } }'
        const { data } = await (await ben.request.post(`${server.origin}/graphql`, { data: { query } })).json()
        return data.search.totalCount
      }
      await expect.poll(words, { timeout: 15_000 }).toBe(1)
      expect([await ben.getByText('Some items were not taken.').count(), await events(ana)]).toEqual([0, before + 1])

      await ana.reload()
      await ana.locator('.desk-items button').first().press('Enter')
      const hers = ana.getByRole('region', { name: 'The happening' })
      await hers.getByText('One happening, reported 2 times').waitFor()
      await hers.getByRole('button', { name: /^Another happening/ }).press('Enter')
      await hers.getByText('Reported once').waitFor()
      expect(await events(ana)).toBe(before + 2)
      // Ben's was moved by Ana: his desk follows it when he takes it back.
      await ben.locator('.article').focus()
      await ben.keyboard.press('o')
      await ben.keyboard.type('Told before')
      await ben.keyboard.press('Enter')
      await ben.keyboard.press('r')
      await expect.poll(() => events(ana), { timeout: 15_000 }).toBe(before + 1)
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  120_000,
)
