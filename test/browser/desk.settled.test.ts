/** What is settled changes on purpose alone, undo outlives the page, and every open desk shows what is on record. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: settled statements in a browser. There is ${CURE}.`)

/** Written for this test: no newspaper has it. */
const ARTICLE = `Pakistan accused Afghanistan on Monday of sheltering militants.

Russia offered to mediate between Pakistan and Afghanistan.`

interface OnRecord {
  readonly id: string
  readonly summary: string
  readonly reason: string | null
  readonly reasonBy: { readonly who: string } | null
  readonly tag: { readonly code: string }
}

describe.skipIf(path === null)('what is settled', () => {
  let browser: Browser
  let server: RunningServer
  let ana: Page
  let eve: Page
  let document: string
  const said: string[] = []

  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
    return page
  }
  beforeAll(async () => {
    server = await startServer({ DETENTE_DEMO: 'articles' })
    browser = await openBrowser(path ?? '')
    ana = listen(await comeIn(browser, server, 'ana', 'analyst'))
    eve = listen(await comeIn(browser, server, 'eve', 'editor'))
    for (const page of [ana, eve]) await page.setViewportSize({ width: 1280, height: 900 })
    await ana.goto(`${server.origin}/desk`)
    await ana.getByLabel(/A new article/).fill(ARTICLE)
    await ana.getByLabel('Published on').fill('2024-07-02')
    await ana.keyboard.press('Enter')
    await ana.locator('.article').focus()
    await items(ana).first().waitFor()
    document = `Document:${ana.url().split('/').at(-1)}`
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const items = (page: Page) => page.locator('.desk-items li')
  const current = (page: Page) => page.locator('.desk-items [aria-current="true"]')
  const asked = async (page: Page, query: string, variables: object = {}) => {
    const answer = await page.request.post(`${server.origin}/graphql`, { data: { query, variables } })
    return (await answer.json()).data
  }
  const onRecord = async (): Promise<OnRecord[]> => {
    const fields = 'id summary reason reasonBy { who } tag { code }'
    return (await asked(ana, `{ desk(document: "${document}") { statements { ${fields} } } }`)).desk.statements
  }
  const tags = async () => (await onRecord()).map((s) => s.tag.code)
  const eventually = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 15_000 })
  const quiet = async () => {
    await ana.getByText('everything is kept').waitFor()
    await ana.waitForTimeout(300)
  }
  const press = async (...keys: string[]) => {
    for (const key of keys) await ana.keyboard.press(key)
  }

  it('is published with the reason of the program that proposed it, by name, or with none', async () => {
    const count = await items(ana).count()
    expect(count).toBeGreaterThan(1)
    await press('a')
    await eventually(async () => (await onRecord()).length).toBe(1)
    expect((await onRecord())[0]).toMatchObject({ tag: { code: 'accuse' }, reasonBy: { who: 'MACHINE' } })
    // Another tag than was proposed, and no word of why.
    await press('#', 'd', 'e', 'm', 'Enter')
    await ana.getByText('The coder’s reason was for another tag, pair or day').waitFor()
    await press('a')
    await eventually(tags).toContain('demand')
    expect((await onRecord()).find((s) => s.tag.code === 'demand')).toMatchObject({ reason: null, reasonBy: null })
    while ((await ana.locator('.desk-items li.open').count()) > 0) await press('a')
    await eventually(async () => (await onRecord()).length).toBe(count)
  }, 60_000)

  it('is touched by no digit after the last item, nor by any other key than its own', async () => {
    await quiet()
    const before = await onRecord()
    const shown = await ana.locator('.desk-items').textContent()
    for (const key of ['1', '2', '9', 'x', 'm', '#', 'e', 's', 't', 'a', 'r', 'Control+Enter']) {
      await press(key)
      expect(await ana.locator('.desk-items').textContent(), key).toBe(shown)
    }
    for (let i = 0; i < before.length; i++) await press('k', '2', 'x', '#', 'm')
    expect(await ana.locator('.tag-picker').count()).toBe(0)
    for (const field of await ana.locator('[data-field]:not([data-field="note"])').all())
      expect(await field.getAttribute('readonly')).not.toBeNull()
    await quiet()
    expect(await onRecord()).toEqual(before)
    expect(await ana.locator('.desk-items').textContent()).toBe(shown)
  }, 60_000)

  it('is opened with o and a reason, which Escape leaves unasked; the record stands until it is settled anew', async () => {
    const before = await onRecord()
    await items(ana).first().locator('button').click()
    await ana.locator('.article').focus()
    await press('o')
    const why = ana.getByLabel('Why is it opened again?')
    expect(await why.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true)
    await ana.keyboard.type('ajkx1')
    await press('Escape')
    expect(await why.count()).toBe(0)
    expect(await ana.locator('.article').evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true)
    await press('o', 'Enter')
    expect(await why.count()).toBe(1)
    await ana.keyboard.type('It sets a day.')
    expect(await violationsOn(ana)).toEqual([])
    await press('Enter')
    await ana.getByText('Opened again: It sets a day.').waitFor()
    await press('#', 't', 'h', 'r', 'Enter')
    await ana.locator('.tag-field button', { hasText: 'Threaten' }).waitFor()
    await quiet()
    expect(await onRecord()).toEqual(before)
    await press('a')
    await eventually(async () => (await tags())[0]).toBe('threaten')
    const [now] = await onRecord()
    expect(now).toMatchObject({ summary: expect.stringMatching(/: Threaten$/), reason: null })
  }, 60_000)

  it('is taken back by Ctrl+Z step by step, also after the page was loaded anew', async () => {
    const all = await onRecord()
    await quiet()
    await ana.reload()
    await ana.locator('.article').focus()
    await press('Control+z')
    // Open again, and on record as it was before.
    await eventually(async () => (await tags())[0]).toBe('accuse')
    expect((await onRecord()).length).toBe(all.length)
    await press('Control+y')
    await eventually(async () => (await tags())[0]).toBe('threaten')
    await press('Control+z')
    await eventually(async () => (await tags())[0]).toBe('accuse')
    // The tag, the opening, and then what was settled last.
    await press('Control+z', 'Control+z')
    await quiet()
    await ana.reload()
    await ana.locator('.article').focus()
    await press('Control+z')
    await eventually(async () => (await onRecord()).length).toBe(all.length - 1)
    await ana.locator('.desk-items li.open button').click()
    await ana.locator('.article').focus()
    await press('a')
    await eventually(async () => (await onRecord()).length).toBe(all.length)
    expect(await ana.getByText('Some items were not taken.').count()).toBe(0)
  }, 60_000)

  it('is shown as a colleague corrected it, at once, and what is worked on is shown both ways', async () => {
    await items(ana).first().locator('button').click()
    const correct = async (given: object) => {
      const [{ id } = { id: '' }] = await onRecord()
      const input = { statement: id, reason: 'A slip', ...given }
      const mutation = `mutation ($input: StatementCorrection!) { supersedeStatement(input: $input) {
        statement { id } userErrors { message } } }`
      expect((await asked(eve, mutation, { input })).supersedeStatement.userErrors).toEqual([])
    }
    await correct({ day: '2024-06-30', judgement: { tag: 'criticise', reason: 'It blames.' } })
    await current(ana).filter({ hasText: 'Criticise' }).waitFor()
    await ana.getByText('A colleague corrected this').waitFor()
    expect(await ana.locator('[data-field="day"]').inputValue()).toBe('2024-06-30')
    // While it is open again with other words, another correction comes.
    await ana.locator('.article').focus()
    await press('o')
    await ana.keyboard.type('It says more.')
    await press('Enter')
    await ana.locator('[data-field="summary"]').fill('My own words')
    await correct({ summary: 'Words of Eve' })
    await ana.getByText('A colleague changed this while you were working on it.').first().waitFor()
    expect(await ana.locator('[data-field="summary"]').inputValue()).toBe('My own words')
    await ana.locator('.clash').getByText('Words of Eve').waitFor()
    expect(await violationsOn(ana)).toEqual([])
    await ana.getByRole('button', { name: 'Go on with mine' }).click()
    await ana.locator('.article').focus()
    await press('a')
    await eventually(async () => (await onRecord())[0]?.summary).toBe('My own words')
    await press('k', 'k', 'k', 'o')
    await ana.keyboard.type('After all')
    await press('Enter')
    await ana.locator('[data-field="summary"]').fill('Other words')
    await correct({ summary: 'Words of Eve again' })
    await ana.getByRole('button', { name: 'Take what is on record' }).click()
    expect(await ana.locator('[data-field="summary"]').inputValue()).toBe('Words of Eve again')
    await quiet()
    expect((await onRecord())[0]?.summary).toBe('Words of Eve again')
  }, 60_000)

  it('is open at two desks of one person alike, and what one settles or takes back the other shows', async () => {
    await quiet()
    const other = listen(await ana.context().newPage())
    await other.goto(ana.url())
    const last = items(other).last()
    await last.locator('button').click()
    await other.locator('.article').focus()
    await other.keyboard.press('o')
    await other.keyboard.type('Of another pair')
    await other.keyboard.press('Enter')
    await other.keyboard.press('r')
    await items(ana).last().filter({ hasText: 'rejected' }).waitFor()
    await other.keyboard.press('Control+z')
    await items(ana)
      .last()
      .filter({ hasText: /settled|opened again/ })
      .waitFor()
    await other.keyboard.press('a')
    await items(ana).last().filter({ hasText: 'settled' }).waitFor()
    expect(await ana.getByText('another window has changed this work').count()).toBe(0)
    await other.close()
  }, 60_000)

  it('that an editor decides is shown so to its coder at once, with the reason, and is locked', async () => {
    const ben = await comeIn(browser, server, 'ben', 'analyst')
    const [first] = await onRecord()
    const submit = `mutation ($input: CodingSubmission!) { submitCoding(input: $input) { userErrors { message } } }`
    const judgement = { tag: 'demand', reason: 'It sets a day.' }
    await asked(ben, submit, { input: { statement: first?.id, judgement } })
    await items(ana).first().locator('button').click()
    await eve.goto(`${server.origin}/agreement`)
    const dispute = eve.locator('.dispute').first()
    await dispute.getByText('ben:').waitFor()
    await dispute.getByLabel('It is').selectOption('accuse')
    await dispute.getByLabel('Why: the coders read it').fill('Sheltering militants is a charge.')
    await dispute.getByRole('button', { name: 'Decide' }).click()
    await ana.getByText('Decided by eve, editor. Locked for analysts.').first().waitFor()
    await ana.getByText('Decided by eve, editor: Sheltering militants is a charge.').waitFor()
    await items(ana).first().filter({ hasText: 'Accuse' }).filter({ hasText: 'decided' }).waitFor()
    const decided = await onRecord()
    expect(await ana.getByRole('button', { name: /Open it again/ }).count()).toBe(0)
    expect(await violationsOn(ana)).toEqual([])
    await ana.locator('.article').focus()
    await press('o', '1', 'x', 'Control+z')
    await quiet()
    expect(await ana.getByLabel('Why is it opened again?').count()).toBe(0)
    expect((await onRecord())[0]).toEqual(decided[0])
    await ana.reload()
    await items(ana).first().locator('button').click()
    await ana.getByText('Decided by eve, editor. Locked for analysts.').first().waitFor()
    await items(ana).first().filter({ hasText: 'Accuse' }).waitFor()
    await ben.context().close()
  }, 60_000)

  it('and taken back by a colleague is no longer shown as settled', async () => {
    const all = await onRecord()
    const withdraw = `mutation ($input: StatementWithdrawal!) { withdrawStatement(input: $input) { userErrors { message } } }`
    const input = { statement: all.at(-1)?.id, reason: 'Said of another pair' }
    expect((await asked(eve, withdraw, { input })).withdrawStatement.userErrors).toEqual([])
    await items(ana).last().filter({ hasText: 'rejected' }).waitFor()
    await quiet()
    expect(await onRecord()).toHaveLength(all.length - 1)
  }, 60_000)

  it('leaves nothing in the console', () => {
    expect(said).toEqual([])
  })
})
