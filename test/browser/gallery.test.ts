import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { COLOURS, violationsOn } from '../support/axe.ts'
import { CURE, findBrowser } from '../support/browser.ts'
import { type Look, useGallery } from '../support/gallery.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the gallery in a browser. There is ${CURE}.`)

describe.skipIf(path === null)('the gallery in a browser', () => {
  const { origin, browser, open } = useGallery(path ?? '')

  const WIDE: Look = { theme: 'light', width: 1280 }
  const EVERYWHERE = ['/gallery', '/', '/r/norland-sudria?t=2018-01..2018-10&p=2018-03-18']
  /** Looked at once wide and light, once narrow and dark. */
  const LISTS = [
    '/r/norland-sudria',
    '/r/atlantis',
    '/r/norland-sudria?tab=table',
    '/r/norland-sudria?tab=calendar&t=2018-01..2020-12',
    '/matrix?all=1&mode=asymmetry',
    '/compare?r=norland-sudria~norland-front&f=month',
    '/compare?r=norland-sudria~norland-front&e=2018-05-15~-',
    '/r/norland-sudria?tab=events',
    '/r/norland-sudria?tab=statements',
    '/r/norland-sudria?tab=method',
    '/nowhere',
  ]
  const fault = async (page: Page, address: string, rules?: readonly string[]) => {
    expect(await violationsOn(page, rules), address).toEqual([])
    const wide = (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
    expect(wide, `${address} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  for (const [look, other] of [
    [{ theme: 'light', width: 1280 }, 'dark'],
    [{ theme: 'dark', width: 320 }, 'light'],
  ] as const satisfies readonly (readonly [Look, Look['theme']])[]) {
    const { theme, width } = look
    it(`has no accessibility fault that axe knows, nor a sideways scroll, ${theme} and ${other}, ${width} pixels wide`, async () => {
      for (const address of [...EVERYWHERE, ...LISTS]) {
        const page = await open(address, look)
        await fault(page, address)
        if (!EVERYWHERE.includes(address)) continue
        // The other theme has the same elements in other colours.
        await page.emulateMedia({ colorScheme: other })
        await fault(page, `${address}, ${other}`, COLOURS)
        await page.emulateMedia({ colorScheme: theme })
      }
    }, 180_000)
  }

  it('has no accessibility fault from right to left, light and dark', async () => {
    const page = await open('/gallery', WIDE)
    await page.evaluate('document.documentElement.dir = "rtl"')
    expect(await violationsOn(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violationsOn(page, COLOURS)).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    const plots = (await page.evaluate(
      '[...document.querySelectorAll(".plot-frame")].every((p) => getComputedStyle(p).direction === "ltr")',
    )) as boolean
    expect(plots).toBe(true)
  }, 120_000)

  it('asks no other machine for anything', async () => {
    const page = await browser().newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const address of ['/', '/r/norland-sudria?p=2018-03-18', '/gallery']) {
      await page.goto(origin() + address)
      await page.waitForLoadState('networkidle')
    }
    expect(asked.filter((url) => !url.startsWith(`${origin()}/`) && !url.startsWith('data:'))).toEqual([])
    await page.close()
  }, 60_000)
})
