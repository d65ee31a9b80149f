/** Two coders judge one statement, blind to each other, and an editor decides. */
import type { Browser, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: agreement in a browser. There is ${CURE}.`)

const TEXT = 'Pakistan accused Afghanistan of sheltering militants.'

it.skipIf(path === null)(
  'shows a coder nothing of the other until both have judged, and an editor both beside each other',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser: Browser = await openBrowser(path ?? '')
    const come = (name: string, role: string) => comeIn(browser, server, name, role)
    const asked = async (page: Page, address: string): Promise<{ id: string }[]> => {
      const query = `{ desk(document: "Document:${address.split('/').at(-1)}") { statements { id } } }`
      return (await (await page.request.post(`${server.origin}/graphql`, { data: { query } })).json()).data.desk
        .statements
    }
    try {
      const [ana, ben, dan] = [await come('ana', 'analyst'), await come('ben', 'analyst'), await come('dan', 'analyst')]
      const eve = await come('eve', 'editor')
      // Ana settles what the coder proposes.
      await ana.goto(`${server.origin}/desk`)
      await ana.getByLabel(/A new article/).fill(TEXT)
      await ana.getByLabel('Published on').fill('2024-07-02')
      await ana.keyboard.press('Enter')
      await ana.locator('.article').focus()
      await ana.locator('.desk-items li').first().waitFor()
      // Ben has the same proposals open, and is the later of the two.
      await ben.goto(ana.url())
      await ben.locator('.desk-items li.open').first().waitFor()
      // Dan has seen them, and goes without changing anything.
      await dan.goto(ana.url(), { waitUntil: 'networkidle' })
      await dan.locator('.desk-items li.open').first().waitFor()
      await dan.goto('about:blank')
      await ana.keyboard.press('a')
      await ana.locator('.desk-items li.done').filter({ hasText: 'settled' }).first().waitFor()
      await ben.locator('.article').focus()
      await ben.keyboard.press('a')
      await ben.locator('.desk-items li').filter({ hasText: 'on record already' }).first().waitFor()
      // Ben judges it too, and sees hers only afterwards.
      await ben.reload()
      await ben.getByText('On record from others: 1.').click()
      const one = ben.locator('.second .dispute').first()
      const rejected = await ben.locator('.desk-items li.rejected').count()
      await one.getByLabel('It is').focus()
      await ben.keyboard.press('r')
      expect(await ben.locator('.desk-items li.rejected').count()).toBe(rejected)
      await one.getByText(TEXT.slice(0, 20)).waitFor()
      expect(await one.textContent()).not.toContain('ana')
      await one.getByLabel('It is').selectOption('criticise')
      await one.getByLabel('Why this tag').fill('It blames, and charges nothing in particular.')
      await one.getByRole('button', { name: 'Give my judgement' }).click()
      await one.getByText('ana:').waitFor()
      await dan.goto(ana.url())
      await dan.getByText('On record from others: 1.').click()
      const his = dan.locator('.second .dispute').first()
      await his.getByLabel('It is').selectOption('accuse')
      await his.getByLabel('Why this tag').fill('It charges.')
      await his.getByRole('button', { name: 'Give my judgement' }).click()
      await his.getByText('ana:').waitFor()
      // All three had the proposal before them.
      const query = `query ($s: ID!) { codings(statement: $s) { coder tag { code } shown } }`
      const [s] = (await asked(ana, ana.url())).map((known: { id: string }) => known.id)
      const { data } = await (
        await ana.request.post(`${server.origin}/graphql`, { data: { query, variables: { s } } })
      ).json()
      expect(data.codings).toEqual([
        { coder: 'ana', tag: { code: 'accuse' }, shown: 'accuse' },
        { coder: 'ben', tag: { code: 'criticise' }, shown: 'accuse' },
        { coder: 'dan', tag: { code: 'accuse' }, shown: 'accuse' },
      ])
      // Who comes when it is on record sees none until they ask for it.
      await eve.goto(ana.url())
      const aside = eve.locator('.desk-items li.rejected').first()
      await aside.locator('button').click()
      await eve.getByText('What was proposed stays unseen').waitFor()
      expect(await aside.textContent()).not.toContain('Accuse')
      expect(await violationsOn(eve)).toEqual([])
      await eve.getByRole('button', { name: 'Open it again' }).click()
      await eve.locator('.desk-items li.open').filter({ hasText: 'Accuse' }).first().waitFor()
      // Eve decides with a reason.
      await eve.goto(`${server.origin}/agreement`)
      const dispute = eve.locator('.dispute').first()
      await dispute.getByText('ben:').waitFor()
      expect(await eve.getByText('too few').count()).toBeGreaterThan(0)
      expect(await violationsOn(eve)).toEqual([])
      await dispute.getByLabel('It is').selectOption('accuse')
      await dispute.getByLabel('Why: the coders read it').fill('Sheltering militants is a charge.')
      await dispute.getByRole('button', { name: 'Decide' }).click()
      await eve.getByText('Nothing is in dispute').waitFor()
      await ben.reload()
      await ben.getByText('Judge them too').click()
      await ben.locator('.second .dispute').first().getByText('gold:eve:').waitFor()
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  120_000,
)
