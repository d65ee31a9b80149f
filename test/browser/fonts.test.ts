import { describe, expect, it } from 'vitest'
import { CURE, findBrowser } from '../support/browser.ts'
import { useGallery } from '../support/gallery.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the fonts of a page. There is ${CURE}.`)

/** Signs that stand for no letter, for which any font of the machine is good enough. */
const SIGNS = '←→⇄↺◆▼✎✓✗₀'

interface UsedFont {
  readonly familyName: string
  readonly isCustomFont: boolean
}

describe.skipIf(path === null)('whatever fonts a machine has, a page', () => {
  const { open } = useGallery(path ?? '')

  it.each(['/gallery', '/r/norland-sudria?p=2018-03-18', '/compare?r=norland-sudria~norland-front&f=month'])(
    'is set in our own: %s',
    async (address) => {
      const page = await open(address, { theme: 'light', width: 1280 })
      // Every letter that is on the page, once plain and once bold.
      const others = (await page.evaluate(`(() => {
        const letters = [...new Set(document.body.innerText + [...document.querySelectorAll('svg text')].map((t) => t.textContent).join(''))]
        for (const weight of [400, 700]) {
          const sample = document.body.appendChild(document.createElement('p'))
          sample.className = 'sample'
          sample.style.fontWeight = weight
          sample.textContent = letters.filter((letter) => letter.trim() !== '' && !'${SIGNS}'.includes(letter)).join(' ')
        }
        return [...document.querySelectorAll('body *:not(script, style, code, kbd, .formula)')]
          .filter((e) => !/^"?Noto Sans"?,/.test(getComputedStyle(e).fontFamily))
          .map((e) => e.tagName + ': ' + getComputedStyle(e).fontFamily)
      })()`)) as string[]
      expect(others).toEqual([])
      await page.evaluate('document.fonts.ready')
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('DOM.enable')
      await devtools.send('CSS.enable')
      const { root } = await devtools.send('DOM.getDocument')
      const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'p.sample' })
      expect(nodeIds).toHaveLength(2)
      for (const nodeId of nodeIds) {
        const { fonts } = (await devtools.send('CSS.getPlatformFontsForNode', { nodeId })) as { fonts: UsedFont[] }
        expect(fonts.length).toBeGreaterThan(0)
        expect(fonts.filter((font) => !font.isCustomFont).map((font) => font.familyName)).toEqual([])
      }
    },
    60_000,
  )
})
