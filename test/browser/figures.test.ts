import { describe, expect, it } from 'vitest'
import { CURE, findBrowser } from '../support/browser.ts'
import { type Look, useGallery } from '../support/gallery.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the figures of the gallery. There is ${CURE}.`)

describe.skipIf(path === null)('the figures of the gallery in a browser', () => {
  const { open } = useGallery(path ?? '')
  const WIDE: Look = { theme: 'light', width: 1280 }

  for (const [width, dir] of [
    [1280, 'ltr'],
    [360, 'rtl'],
  ] as const) {
    it(`prints no text over another, ${width} pixels wide, ${dir}`, async () => {
      const page = await open('/gallery', { theme: 'light', width })
      await page.evaluate(`document.documentElement.dir = '${dir}'`)
      const over = (await page.evaluate(`[...document.querySelectorAll('[data-case] figure')].flatMap((figure) => {
        const texts = [...figure.querySelectorAll('svg text, figcaption :is(h2, h3, .subtitle), .key > span')]
          .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
          .filter(({ words, box }) => words.trim() !== '' && box.width > 0)
        const cross = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1.5
          && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3
        return texts.flatMap((one, i) => texts.slice(i + 1)
          .filter((other) => cross(one.box, other.box))
          .map((other) => figure.closest('[data-case]').dataset.case + ': ' + one.words + ' | ' + other.words))
      })`)) as string[]
      expect(over).toEqual([])
    }, 60_000)
  }

  it('gives every figure a name made from its data, and every control a target of 24 pixels', async () => {
    const page = await open('/gallery', WIDE)
    const broken = (await page.evaluate(`[...document.querySelectorAll('[data-case] figure')].flatMap((figure) => {
      const of = figure.closest('[data-case]').dataset.case
      const words = (attribute) => (figure.getAttribute(attribute) ?? '').split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim()
      const name = figure.getAttribute('aria-label') ?? words('aria-labelledby')
      const told = figure.hasAttribute('aria-describedby') ? words('aria-describedby') : 'not promised'
      const small = [...figure.querySelectorAll('button, select, input, summary')]
        .filter((c) => c.getBoundingClientRect().height > 0 && c.getBoundingClientRect().height < 23.5)
      return [
        ...(name.length < 3 ? [of + ': a figure without a name'] : []),
        ...(told.length < 10 ? [of + ': an empty summary'] : []),
        ...small.map((c) => of + ': a target of ' + c.getBoundingClientRect().height + ' pixels: ' + c.textContent),
      ]
    })`)) as string[]
    expect(broken).toEqual([])
  }, 60_000)

  it('lets every plot be walked by keyboard, and reads each point out in words', async () => {
    const page = await open('/gallery', WIDE)
    const plots = page.locator('[data-case] .plot-field')
    const count = await plots.count()
    expect(count).toBeGreaterThan(20)
    for (let i = 0; i < count; i++) {
      const plot = plots.nth(i)
      const of = `${await plot.locator('xpath=ancestor::*[@data-case]').first().getAttribute('data-case')}, plot ${i}`
      await plot.focus()
      // The plot that was focused, or the panels that share one voice.
      const said = async () =>
        (await page.evaluate(`(() => {
          const plot = document.activeElement
          const heard = plot.closest('.compare-panels') ?? plot.parentElement
          return heard.querySelector('[aria-live], [role=status]').textContent
        })()`)) as string
      const first = await said()
      // Nothing to stop at where nothing is known; else a period, a colon, and never the number of a day or a raw decimal.
      if (first === '') {
        expect(of).toMatch(/^(Empty|Too little|Changes of nothing|Comparison of next to nothing|Stale)/)
        continue
      }
      for (const key of ['Home', 'ArrowRight', 'Shift+ArrowRight', 'n', 'p', 'End', 'ArrowLeft']) {
        await page.keyboard.press(key)
        const sentence = await said()
        expect(sentence, `${of}, ${key}`).toMatch(/^[^:]*\d[^:]*: .+/)
        expect(sentence, `${of}, ${key}`).not.toMatch(/\d{5}|\d\.\d{3}|NaN|undefined|null/)
      }
      await page.keyboard.press('Escape')
      expect(await plot.locator('.tip').count(), of).toBe(0)
    }
  }, 120_000)

  it('draws at most 500 points of twenty years by day, and no label outside its figure', async () => {
    const page = await open('/gallery', WIDE)
    const counts =
      (await page.evaluate(`[...document.querySelectorAll('[data-case="Twenty years"] .recharts-line-curve')]
      .map((p) => ((p.getAttribute('d') ?? '').match(/[ML]/g) ?? []).length)`)) as number[]
    for (const n of counts) expect(n).toBeLessThanOrEqual(520)
    expect(counts.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(200)
    const clipped =
      (await page.evaluate(`[...document.querySelectorAll('.plot-frame text, .stances svg text')].filter((text) => {
      const [box, frame] = [text.getBoundingClientRect(), text.closest('figure').getBoundingClientRect()]
      return box.width > 0 && (box.left < frame.left - 2 || box.right > frame.right + 2)
    }).map((text) => text.textContent)`)) as string[]
    expect(clipped).toEqual([])
  }, 60_000)

  it('walks a matrix of forty by keyboard, and keeps its headers in sight', async () => {
    const page = await open('/gallery?forty', WIDE)
    const matrix = page.locator('[data-case="Matrix of forty"]')
    await matrix.locator('[data-at][tabindex="0"]').focus()
    await page.keyboard.press('Control+End')
    const at = async () => (await page.evaluate('document.activeElement.dataset.at')) as string
    expect(await at()).toBe('39 39')
    const seen = (await page.evaluate(`(() => {
      const box = document.activeElement.closest('.matrix-scroll').getBoundingClientRect()
      const table = document.activeElement.closest('table')
      const row = document.activeElement.parentElement.querySelector('th').getBoundingClientRect()
      const column = table.querySelector('thead th:last-child').getBoundingClientRect()
      const cell = document.activeElement.getBoundingClientRect()
      return {
        row: row.left >= box.left - 1 && row.right <= cell.left + 1,
        column: column.top >= box.top - 1 && column.bottom <= cell.top + 1,
      }
    })()`)) as object
    expect(seen).toEqual({ row: true, column: true })
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await at()).toBe('1 1')
    // A cell that comes into sight is not hidden behind the headers that stay.
    for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight')
    for (let i = 0; i < 25; i++) await page.keyboard.press('ArrowLeft')
    const hidden = (await page.evaluate(`(() => {
      const head = document.activeElement.parentElement.querySelector('th').getBoundingClientRect()
      return document.activeElement.getBoundingClientRect().left < head.right - 1
    })()`)) as boolean
    expect(hidden).toBe(false)
    await page.evaluate('document.documentElement.dir = "rtl"')
    await page.keyboard.press('ArrowLeft')
    expect(await at()).toBe('1 7')
  }, 60_000)

  it('walks a calendar by keyboard, day by day, week by week, over years of silence', async () => {
    const page = await open('/gallery', WIDE)
    const calendar = page.locator('[data-case="Calendar with silence"]')
    await calendar.locator('.calendar-field').focus()
    const said = async () => (await calendar.locator('[role=status]').textContent()) ?? ''
    await page.keyboard.press('Control+Home')
    expect(await said()).toMatch(/^10 March 2017: engagement \d+/)
    await page.keyboard.press('ArrowDown')
    expect(await said()).toMatch(/^17 March 2017/)
    await page.keyboard.press('PageDown')
    expect(await said()).toMatch(/^17 April 2017/)
    await page.keyboard.press('Control+End')
    expect(await said()).toMatch(/^20 June 2020: not covered/)
    for (let month = 0; month < 6; month++) await page.keyboard.press('PageUp')
    // 20 January less a month would be December 2019, of which no day is shown: the first that is.
    expect(await said()).toMatch(/^1 January 2020/)
    await page.keyboard.press('ArrowLeft')
    expect(await said()).toMatch(/^(1 January 2020|31 December 2017)/)
    expect(await calendar.locator('rect.cursor').count()).toBe(1)
  }, 60_000)
})
