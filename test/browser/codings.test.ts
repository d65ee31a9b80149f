/** An editor brings codings in by page: looked at, told row by row, and stored on a second word. */
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: codings in a browser. There is ${CURE}.`)

it.skipIf(path === null)(
  'looks at a file of codings before anything is stored, tells what differs and what is wrong, and stores the rest',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser = await openBrowser(path ?? '')
    try {
      const page = await comeIn(browser, server, 'eve', 'editor')
      const lines = (await (await page.request.get(`${server.origin}/exchange/codings.jsonl`)).text())
        .trim()
        .split('\n')
      const first = JSON.parse(lines[0] ?? '')
      const file = [
        ...lines.slice(0, 3),
        JSON.stringify({ ...first, summary: 'It says something else' }),
        JSON.stringify({ ...first, origin: 'new' }),
        JSON.stringify({ ...first, origin: 'strange', source: 'NOBODY' }),
      ].join('\n')
      const give = (name: string, text: string) =>
        page.getByLabel(/^A file of codings/).setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) })
      await page.goto(`${server.origin}/codings`)
      await give('codings.txt', file)
      await page.getByText('codings are a .jsonl or a .csv').waitFor()
      await give('codings.jsonl', file)
      await page.getByText('6 statements are in it:').waitFor()
      const row = (name: RegExp) => page.getByRole('row', { name }).waitFor()
      await row(/^6 source NOBODY no actor has this code Add the actor/)
      await row(/^4 .* summary .* It says something else$/)
      expect(await violationsOn(page)).toEqual([])
      const before = (await (await page.request.get(`${server.origin}/readyz`)).json()).revision
      await page.getByRole('button', { name: 'Store 1 statement' }).press('Enter')
      await page.getByText('1 statement is stored.').waitFor()
      expect((await (await page.request.get(`${server.origin}/readyz`)).json()).revision).toBe(before + 1)
      await give('codings.jsonl', file)
      expect(await page.getByRole('button', { name: 'Nothing of it is new' }).isDisabled()).toBe(true)
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  60_000,
)
