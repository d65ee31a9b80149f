/** Articles come in as files: a PDF, a mail, a page; the same text twice, and a text much like it, are known again. */
import { expect, it } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { comeIn } from '../support/comeIn.ts'
import { startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: intake in a browser. There is ${CURE}.`)

const SENTENCES = [
  'Pakistan accused Afghanistan on Saturday of sheltering militants who attacked a post at the border.',
  'The ministry in Kabul denied it and proposed talks, which Islamabad said it would consider.',
  'A spokesman said that both sides had agreed to reopen the crossing for trade within a week.',
  'Traders on either side had waited for eleven days, and fruit had rotted in the lorries.',
]
const HTML = `<html lang="en"><head><title>A border</title></head><body style="font-family: serif"><article>
  <h1>A border reopens</h1>${SENTENCES.map((s) => `<p>${s}</p>`).join('')}</article></body></html>`

it.skipIf(path === null)(
  'takes the words of a PDF, a mail and a page, knows a text again, and refuses what holds no words',
  async () => {
    const server = await startServer({ DETENTE_DEMO: 'articles' })
    const browser = await openBrowser(path ?? '')
    try {
      const page = await comeIn(browser, server, 'ana', 'analyst')
      const printer = await browser.newPage()
      await printer.setContent(HTML)
      const pdf = await printer.pdf({ format: 'A5' })
      const words = page.getByLabel(/^A new article/)
      const give = (name: string, buffer: Buffer) =>
        page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
      await page.goto(`${server.origin}/desk`)

      await give('locked.pdf', Buffer.from('%PDF-1.7 and nothing more'))
      await page.getByRole('alert').getByText('locked.pdf: it is no PDF that can be read').waitFor()
      expect(await words.inputValue()).toBe('')

      await give('border.pdf', pdf)
      await expect.poll(() => words.inputValue()).toBe(['A border reopens', ...SENTENCES].join('\n\n'))
      expect(await page.getByRole('alert').textContent()).toBe('')
      await page.getByLabel('Published on').fill('2024-03-03')
      expect(await violationsOn(page)).toEqual([])
      await page.getByRole('button', { name: 'Read it' }).press('Enter')
      await page.locator('.desk-items li').first().waitFor()
      const first = page.url()

      // The same words again, now in a page.
      await page.goto(`${server.origin}/desk`)
      await give('saved.html', Buffer.from(HTML))
      await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('A border reopens')
      await page.getByRole('button', { name: 'Read it' }).press('Enter')
      await page.getByText('This article is on record already').waitFor()
      expect(page.url().split('?')[0]).toBe(first)

      // Much the same, in a mail that has a day, an outlet and a title of its own.
      await page.goto(`${server.origin}/desk`)
      const head =
        'From: "The Crossing" <a@example.org>\r\nSubject: Trade resumes\r\nDate: Sun, 3 Mar 2024 23:00:00 -0800\r\n'
      await give('alert.eml', Buffer.from(`${head}\r\n${SENTENCES.slice(0, 3).join('\r\n\r\n')}\r\n`))
      await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Trade resumes')
      expect(await page.getByLabel('Published on').inputValue()).toBe('2024-03-03')
      expect(await page.getByLabel('Outlet').inputValue()).toBe('The Crossing')
      await page.getByRole('button', { name: 'Read it' }).press('Enter')
      await page.getByText(/% of the wording stands in another article too/).waitFor()
      expect(await page.locator('.notice a').getAttribute('href')).toBe(new URL(first).pathname)

      // This server fetches nothing, and says how else.
      await page.goto(`${server.origin}/desk`)
      await page.getByLabel('Address').fill('https://example.org/article')
      await page.getByRole('button', { name: 'Fetch the page' }).press('Enter')
      await page
        .getByRole('alert')
        .getByText(/fetches no pages. Open it, copy the words and paste them/)
        .waitFor()
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  120_000,
)
