import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messages as english } from '../../server/figure/locales/en.ts'
import { directionOf, LANGUAGES } from '../../server/figure/words/languages.ts'
import { violationsOn } from '../support/axe.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { reusedPages } from '../support/reused.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the languages in a browser. There is ${CURE}.`)

/** Texts of the English catalogue that stand alone. What is the same in every language is no sign of English. */
const ENGLISH = new Set(
  Object.values(english)
    .flatMap((parts) => (Array.isArray(parts) && parts.length === 1 && typeof parts[0] === 'string' ? parts : []))
    .filter((text) => text !== 'API'),
)
/** What a reader is shown, but for what is marked as English. */
const SHOWN = `[...document.querySelectorAll('body *:not(script)')]
  .filter((element) => element.closest('[lang]').lang !== 'en')
  .flatMap((element) => [element.getAttribute('aria-label'), ...[...element.childNodes]
    .filter((node) => node.nodeType === 3).map((node) => node.data)])
  .flatMap((text) => (text && text.trim() ? [text.trim()] : []))`

describe.skipIf(path === null)('the languages in a browser, on the demonstration data', () => {
  let browser: Browser
  let server: RunningServer

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser(path ?? '')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  const pageOfBrowser = reusedPages(() => browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'ru-RU' }))
  const open = async (address: string) => {
    const page = await pageOfBrowser()
    await page.goto(server.origin + address)
    await page.locator('h1').first().waitFor()
    // What the server drew has given way to the page itself.
    await page.locator('.first-view').waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
    return page
  }

  it('would find English where a page says that it is in another language', async () => {
    const page = await open('/?lang=en')
    const found = async () => ((await page.evaluate(SHOWN)) as readonly string[]).filter((text) => ENGLISH.has(text))
    expect(await found()).toEqual([])
    await page.evaluate("document.documentElement.lang = 'ur'")
    expect(await found()).toContain('Watch')
    await page.close()
  }, 60_000)

  it.each(LANGUAGES.filter(({ code }) => code !== 'en'))(
    'shows $name throughout, from its side',
    async ({ code }) => {
      for (const [address, last] of [
        [`/?lang=${code}`, 'table.watch tbody input'],
        [`/r/us-taliban?t=2018-01..2018-10&p=2018-06-17&lang=${code}`, '.drawer .statement'],
      ] as const) {
        const page = await open(address)
        // What comes last: the page asks for it only once it has the rest.
        await page.locator(last).last().waitFor()
        const html = page.locator('html')
        expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([code, directionOf(code)])
        const shown = (await page.evaluate(SHOWN)) as readonly string[]
        expect(shown.length).toBeGreaterThan(40)
        expect(shown.filter((text) => ENGLISH.has(text))).toEqual([])
        expect(await violationsOn(page), address).toEqual([])
        const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
        expect(wide, `${address} scrolls sideways`).toBeLessThanOrEqual(0)
        await page.close()
      }
    },
    90_000,
  )

  it('takes the browser’s language at first, and the chosen one from then on, in the address and without it', async () => {
    const page = await open('/')
    const html = page.locator('html')
    expect(await html.getAttribute('lang')).toBe('ru')
    await page.locator('header select').first().selectOption('ps')
    await page.locator('html[lang=ps][dir=rtl]').waitFor()
    expect(page.url()).toContain('lang=ps')
    await page.locator('table.watch tbody th:has(input) a').first().click()
    const name = page.locator('.title-bar h1')
    await name.waitFor()
    expect(await name.textContent()).toMatch(/^[\p{Script=Arabic} ]+ – [\p{Script=Arabic} ]+$/u)
    expect(page.url()).toMatch(/\/r\/.*lang=ps/)
    await page.goto(`${server.origin}/`)
    await page.locator('html[lang=ps]').waitFor()
    await page.close()
  }, 60_000)

  it('leaves the lab in English, and says so', async () => {
    const page = await open('/lab?lang=ar')
    expect(await page.locator('main > [lang=en][dir=ltr] h1').textContent()).toBe('Weight lab')
    await page.close()
  }, 60_000)
})
