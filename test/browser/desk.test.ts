/** The main job by keyboard: paste an article, settle what is proposed, add what is not, take back, and lose nothing. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { crash, killAgain } from '../support/kills.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the desk in a browser. There is ${CURE}.`)

/** Written for this test: no newspaper has it. */
const ARTICLE = `Pakistan accused Afghanistan on Monday of sheltering militants.

Russia offered to mediate between Pakistan and Afghanistan. The Taliban rejected the accusation.

Nobody knows what the weather will be.`

describe.skipIf(path === null)('the desk in a browser', () => {
  let browser: Browser
  let server: RunningServer
  let page: Page
  const said: string[] = []

  beforeAll(async () => {
    server = await startServer({ DETENTE_DEMO: 'articles' })
    browser = await openBrowser(path ?? '')
    page = await comeIn(browser, server, 'zoe', 'analyst')
    await page.setViewportSize({ width: 1280, height: 900 })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(error.message))
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const items = () => page.locator('.desk-items li')
  const settled = () => page.locator('.desk-items li.done').filter({ hasText: 'settled' })
  const current = () => page.locator('.desk-items [aria-current="true"]')
  const kept = () => page.getByText('everything is kept').waitFor()
  /** Settled statements of the document, as the server has them. */
  const onRecord = async (): Promise<string[]> => {
    const query = `{ search(text: "Pakistan", kinds: [STATEMENT], first: 100) { nodes { __typename ... on Statement {
      summary leaf document { title } } } } }`
    const answer = await page.request.post(`${server.origin}/graphql`, { data: { query } })
    const { data } = await answer.json()
    return data.search.nodes
      .filter((s: { document: { title: string } }) => s.document.title.startsWith('Pakistan accused'))
      .map((s: { summary: string }) => s.summary)
  }

  it('takes a pasted article and proposes statements with place, parties and tag', async () => {
    await page.goto(`${server.origin}/desk`)
    await page.getByLabel(/A new article/).fill(ARTICLE)
    expect(await page.getByLabel('Title').inputValue()).toContain('Pakistan accused')
    await page.getByLabel('Published on').fill('2024-07-02')
    await page.getByLabel('Outlet').fill('The Test Herald')
    await page.keyboard.press('Enter')
    await page.locator('.article').waitFor()
    await items().first().waitFor()
    expect(await items().count()).toBeGreaterThan(1)
    expect(await page.locator('.article').textContent()).toBe(ARTICLE)
    expect(await page.locator('.article mark').count()).toBeGreaterThan(1)
  }, 60_000)

  it('settles a right proposal with one key, and the score moves', async () => {
    await page.locator('.article').focus()
    const before = await onRecord()
    await page.keyboard.press('a')
    await settled().first().waitFor()
    await kept()
    expect((await onRecord()).length).toBe(before.length + 1)
    expect(await current().textContent()).toContain('open')
  }, 60_000)

  it('corrects a wrong one within eight keys', async () => {
    // # opens the tags, three letters and Enter choose one, a settles: six keys.
    const { length } = await onRecord()
    for (const key of ['#', 'd', 'e', 'm', 'Enter']) await page.keyboard.press(key)
    await page.locator('.tag-field button', { hasText: 'Demand' }).waitFor()
    await page.keyboard.press('a')
    await settled().nth(1).waitFor()
    expect(await onRecord()).toHaveLength(length + 1)
    expect((await onRecord()).some((s) => s.endsWith('Demand'))).toBe(true)
  }, 60_000)

  it('takes back what was settled, and settles it again, by undo and redo', async () => {
    const { length } = await onRecord()
    await page.locator('.article').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await onRecord()).length, { timeout: 15_000 }).toBe(length - 1)
    await page.keyboard.press('Control+y')
    await expect.poll(async () => (await onRecord()).length, { timeout: 15_000 }).toBe(length)
  }, 60_000)

  it('adds words that are selected by keyboard, and asks for what is missing', async () => {
    const count = await items().count()
    const article = page.locator('.article')
    await article.focus()
    await page.keyboard.press('Control+End')
    for (let i = 0; i < 8; i++) await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('n')
    await expect.poll(() => items().count()).toBe(count + 1)
    await page.getByText('Still needed:').waitFor()
    expect(await article.textContent()).toBe(ARTICLE)
    await page.locator('[data-field="source"]').fill('PAK')
    await page.locator('[data-field="target"]').fill('RUS')
    await page.keyboard.press('Escape')
    for (const key of ['#', 'c', 'o', 'm', 'Enter']) await page.keyboard.press(key)
    await page.keyboard.press('Control+Enter')
    await expect
      .poll(async () => (await onRecord()).some((s) => s.startsWith('Pakistan → Russia')), { timeout: 15_000 })
      .toBe(true)
  }, 60_000)

  it('loses nothing when the tab is killed in the middle of typing', async () => {
    await page.getByLabel('Notes and questions on this document').fill('Ask who fired first.')
    await page.getByLabel('Notes and questions on this item').fill('Is it the same talk?')
    const noted = await current().textContent()
    const address = page.url()
    const context = page.context()
    await page.close({ runBeforeUnload: false })
    page = await context.newPage()
    await page.goto(address)
    await page.locator('.article').waitFor()
    expect(await page.getByLabel('Notes and questions on this document').inputValue()).toBe('Ask who fired first.')
    await items().filter({ hasText: 'note' }).locator('button').click()
    expect(await current().textContent()).toBe(noted)
    expect(await page.getByLabel('Notes and questions on this item').inputValue()).toBe('Is it the same talk?')
    expect(await settled().count()).toBe(3)
    await kept()
  }, 60_000)

  it('does not bring back what was undone before it was sent, when the page dies right after', async () => {
    const note = page.getByLabel('Notes and questions on this document')
    const [before, address, context] = [await note.inputValue(), page.url(), page.context()]
    await note.press('End')
    await page.keyboard.type('!!')
    await page.locator('.article').focus()
    await page.keyboard.press('Control+z')
    expect(await note.inputValue()).toBe(before)
    await crash(page)
    page = await context.newPage()
    await page.goto(address)
    await page.locator('.article').waitFor()
    const again = page.getByLabel('Notes and questions on this document')
    expect(await again.inputValue()).toBe(before)
    await kept()
  }, 60_000)

  it('says so where another window has changed the same work, and neither is lost unasked', async () => {
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByLabel('Notes and questions on this document').fill('From the other window.')
    await other.getByText('everything is kept').waitFor()
    await page.getByLabel('Notes and questions on this document').fill('From this window.')
    await page.getByText('another window has changed this work').waitFor()
    await page.getByRole('button', { name: 'Keep what is here' }).click()
    await kept()
    await other.reload()
    expect(await other.getByLabel('Notes and questions on this document').inputValue()).toBe('From this window.')
    await other.close()
  }, 60_000)

  it('has no accessibility fault that axe knows and no sideways scroll, wide and narrow', async () => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await violationsOn(page), `at ${width}`).toEqual([])
      const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
      expect(wide, `scrolls sideways at ${width}`).toBeLessThanOrEqual(0)
    }
  }, 60_000)

  it('takes a document of the queue in hand by keyboard, finds it among its own, and none that is free', async () => {
    const address = page.url()
    await page.goto(`${server.origin}/desk`)
    await page.getByRole('button', { name: /^Take it: Pakistan accused/ }).press('Enter')
    await page.getByRole('button', { name: /^Give back: Pakistan accused/ }).waitFor()
    await page.getByLabel('Mine').press('Space')
    await page.getByRole('row', { name: /Pakistan accused .* you/ }).waitFor()
    expect(await violationsOn(page)).toEqual([])
    await page.getByLabel('Free').press('Space')
    await page.getByText('Nothing is called so, or is in such hands.').waitFor()
    expect(page.url()).toMatch(/\/desk\?of=free$/)
    await page.goto(address)
    await page.locator('.article').waitFor()
  }, 60_000)

  it('leaves nothing in the console', () => {
    expect(said).toEqual([])
  })

  it('keeps what was written here while another machine went on, and asks which of the two is meant', async () => {
    const note = page.getByLabel('Notes and questions on this document')
    await page.route('**/graphql', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await note.fill('Written without a network.')
    await page.getByText('not kept on the server yet').waitFor()
    const address = page.url()
    await page.goto('about:blank')
    await page.unroute('**/graphql')
    // The other machine: the same person, whose browser holds nothing of this.
    const key = `detente-desk-Document:${address.split('/').at(-1)}`
    await page.goto(server.origin)
    const held = (await page.evaluate(`localStorage.getItem('${key}')`)) as string
    await page.evaluate(`localStorage.removeItem('${key}')`)
    await page.goto(address)
    await note.fill('From the other machine.')
    await kept()
    await page.evaluate(`localStorage.setItem('${key}', ${JSON.stringify(held)})`)
    await page.goto(server.origin)
    await page.goto(address)
    await page.getByText('another window has changed this work').waitFor()
    expect(await note.inputValue()).toBe('Written without a network.')
    await page.getByRole('button', { name: 'Take what the other window has' }).click()
    await kept()
    expect(await note.inputValue()).toBe('From the other machine.')
  }, 60_000)

  it('asks once, and not for ever, where taking back does not reach the server', async () => {
    const { length } = await onRecord()
    let asked = 0
    await page.route('**/graphql', (route) => {
      if (!route.request().postData()?.includes('Withdraw')) return route.continue()
      asked++
      return route.abort()
    })
    await page.locator('.desk-items li.done button').first().click()
    await page.getByRole('button', { name: 'Open it again' }).click()
    await page.getByLabel('Why is it opened again?').fill('It is told of another.')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Reject', exact: false }).last().click()
    await page.getByText('Some items were not taken.').waitFor()
    await page.waitForTimeout(1500)
    expect(asked).toBe(1)
    expect(await onRecord()).toHaveLength(length)
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(async () => (await onRecord()).length, { timeout: 15_000 }).toBe(length - 1)
  }, 60_000)

  it('loses nothing that was shown when the process of the page dies, at any moment and again', async () => {
    const { lost, keys } = await killAgain(page.context(), page.url(), 8, 11)
    expect(lost).toEqual([])
    expect(keys).toBeGreaterThan(30)
    // What is settled is on record once, however often the page died while it was sent.
    await page.reload()
    await kept()
    const done = await page.locator('.desk-items li.done').count()
    await expect.poll(() => settled().count(), { timeout: 15_000 }).toBe(done)
    const id = page.url().split('/').at(-1)
    const query = `{ desk(document: "Document:${id}") { statements { origin } } }`
    const { data } = await (await page.request.post(`${server.origin}/graphql`, { data: { query } })).json()
    const origins = data.desk.statements.map((s: { origin: string }) => s.origin)
    expect(new Set(origins).size).toBe(origins.length)
    expect(origins).toHaveLength(done)
  }, 120_000)
})
