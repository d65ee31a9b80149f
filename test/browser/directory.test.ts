/** An editor adds an actor and a relation and puts a tenure right, by keyboard; what is wrong is said at its field. */
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the directory in a browser. There is ${CURE}.`)

it.skipIf(path === null)(
  'adds to the directory and puts it right, says what is wrong where it is, and takes back',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser = await openBrowser(path ?? '')
    try {
      const page = await comeIn(browser, server, 'eve', 'editor')
      const form = page.locator('.record-form')
      await page.goto(`${server.origin}/directory`)
      await page.getByRole('button', { name: 'Add an actor …' }).press('Enter')
      for (const typed of ['tur', 'Tab', 'Türkiye', 'Tab', 'Tab', 'TUR', 'Tab', 'Turkey', 'Shift+Enter', 'Ankara'])
        await (/^(Tab|Shift)/.test(typed) ? page.keyboard.press(typed) : page.keyboard.type(typed))
      await form.getByLabel('Name', { exact: true }).press('Enter')
      await form.getByText('a code is three capitals').waitFor()
      expect(await page.evaluate('document.activeElement.value')).toBe('tur')
      expect(await violationsOn(page)).toEqual([])
      await form.getByLabel('Code').fill('TUR')
      await page.keyboard.press('Enter')
      await page.getByText('The actor is on record.').waitFor()
      await page.getByRole('rowheader', { name: 'Türkiye' }).waitFor()

      await page.getByLabel('Relations').press('Space')
      await page.getByRole('button', { name: 'Add a relation …' }).press('Enter')
      await page.keyboard.type('Türkiye – Pakistan')
      await form.getByLabel('The one').fill('TUR')
      await form.getByLabel('The other').fill('PAK')
      await page.keyboard.press('Enter')
      await page.getByText('The relation is on record').waitFor()
      const added = page.getByRole('row').filter({ hasText: 'turkiye-pakistan' })
      await added.getByRole('button').press('Enter')
      const place = form.getByLabel('Place in lists')
      const before = await place.inputValue()
      await place.fill('first')
      await page.keyboard.press('Enter')
      // Not sent as no number, which would say that it is put right and change nothing.
      expect(await page.evaluate('document.activeElement.validity.patternMismatch')).toBe(true)
      expect(await form.count()).toBe(1)
      await place.fill(before)
      await form.getByLabel('Name', { exact: true }).fill('Turkey – Pakistan')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Turkey – Pakistan' }).waitFor()
      await page.getByRole('button', { name: 'Take it back' }).press('Enter')
      await page.getByRole('link', { name: 'Türkiye – Pakistan' }).waitFor()

      await page.goto(`${server.origin}/directory?of=offices`)
      await page.getByRole('button', { name: 'Add a holder of AFG.GOV …' }).press('Enter')
      await page.keyboard.type('TUR')
      await form.getByLabel('First day').fill('2019-01-01')
      await form.getByLabel('Where this is known from').fill('A slip')
      await page.keyboard.press('Enter')
      await form.getByText(/holds AFG.GOV on some of these days/).waitFor()
      await page.keyboard.press('Escape')
      await page.setViewportSize({ width: 320, height: 800 })
      expect(await violationsOn(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)

      await page.goto(`${server.origin}/directory?of=persons`)
      await page.getByRole('button', { name: 'Add a post of Ashraf Ghani …' }).press('Enter')
      await page.keyboard.type('Finance Minister')
      await form.getByLabel('For whom they spoke').fill('AFG.IRA')
      await form.getByLabel('First day').fill('2002-06-02')
      await form.getByLabel('Last day').fill('2004-12-14')
      await form.getByLabel('Where this is known from').fill('A chronicle')
      await page.keyboard.press('Enter')
      await page.getByRole('rowheader', { name: 'Finance Minister' }).waitFor()
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  90_000,
)
