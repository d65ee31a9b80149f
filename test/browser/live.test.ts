/** What is settled while a page is open moves it, with its name, and needs no reload; so does what another process writes. */
import { expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: live pages in a browser. There is ${CURE}.`)

const ADD = `mutation { addStatement(input: {document: "Document:1", source: "PAK", target: "TAL", day: "2024-06-20",
  summary: "Warns of raids across the line", judgement: {tag: "threaten-force", reason: "It names raids"}})
  { statement { id } userErrors { message } } }`

it.skipIf(path === null)(
  'moves an open relation and the home page when a statement is settled elsewhere, and says which',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser = await openBrowser(path ?? '')
    try {
      const ana = await comeIn(browser, server, 'ana', 'analyst')
      const context = await browser.newContext()
      const [relation, home] = [await context.newPage(), await context.newPage()]
      const listening = [relation, home].map((page) =>
        page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived')),
      )
      await relation.goto(`${server.origin}/r/pakistan-taliban?t=2024-06..2024-07&f=day&tab=events`)
      await home.goto(server.origin)
      await relation.locator('table.events').waitFor()
      await home.locator('table tbody tr').first().waitFor()
      await Promise.all(listening)
      const threats = () => relation.locator('table.events').getByText('Threaten with force').count()
      const before = await threats()
      const { data } = await (await ana.request.post(`${server.origin}/graphql`, { data: { query: ADD } })).json()
      expect(data.addStatement.userErrors).toEqual([])
      const said = 'Just settled: Warns of raids across the line (Pakistan → Taliban'
      await relation.getByRole('status').filter({ hasText: said }).waitFor()
      await expect.poll(threats, { timeout: 15_000 }).toBe(before + 1)
      await home.getByRole('status').filter({ hasText: said }).waitFor()
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  120_000,
)
