/**
 * How long a page takes from what its reader does to the painted answer: from the event to the first moment after the
 * next frame, as a browser counts an interaction.
 */
import type { Browser, Page } from 'playwright-core'

const AFTER_PAINT = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))'

/** Times of an expression of the page, in ms, one after the other. `i` is the number of the round. */
async function times(page: Page, rounds: number, act: string): Promise<number[]> {
  return (await page.evaluate(`(async () => {
    const times = []
    for (let i = 0; i < ${rounds}; i++) {
      await ${AFTER_PAINT}
      const start = performance.now()
      ;${act}
      await ${AFTER_PAINT}
      times.push(performance.now() - start)
    }
    return times
  })()`)) as number[]
}

const press = (name: string) =>
  `[...document.querySelectorAll('button')].find((b) => b.textContent.trim() === '${name}').click()`

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(address)
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  return page
}

/** Each time on a fresh page; the first of all warms the browser and is not counted. */
export async function mountTimes(browser: Browser, gallery: string, rounds: number): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i <= rounds; i++) {
    const page = await opened(browser, `${gallery}/gallery?daily`)
    const [time = Number.NaN] = await times(page, 1, press('Draw'))
    if ((await page.locator('.recharts-line-curve').count()) === 0) throw new Error('the chart was not drawn')
    if (i > 0) all.push(time)
    await page.close()
  }
  return all
}

/** The pointer walks over the plot of 10,000 days. */
export async function hoverTimes(browser: Browser, gallery: string, rounds: number): Promise<number[]> {
  const page = await opened(browser, `${gallery}/gallery?daily`)
  await page.getByRole('button', { name: 'Draw' }).click()
  await page.locator('.plot-field').waitFor()
  const move = `{
    const field = document.querySelector('.plot-field'), box = field.getBoundingClientRect()
    const clientX = box.left + 40 + ((i * 37) % (box.width - 160)), clientY = box.top + 60
    field.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX, clientY }))
  }`
  const all = await times(page, rounds, move)
  if ((await page.locator('.tip').count()) === 0) throw new Error('the pointer found no point')
  await page.close()
  return all
}

export async function matrixTimes(browser: Browser, gallery: string, rounds: number): Promise<number[]> {
  const page = await opened(browser, `${gallery}/gallery?forty`)
  const all = await times(page, rounds, press('Other index'))
  await page.close()
  return all
}

/** The weight of one tag moves to and fro over the pinned relations. */
export async function sliderTimes(
  browser: Browser,
  origin: string,
  rounds: number,
  pins: readonly string[] = ['afghan-government-taliban', 'us-taliban'],
): Promise<number[]> {
  const page = await opened(browser, `${origin}/lab?pin=${pins.join('~')}`)
  await page
    .locator('.pinned')
    .nth(pins.length - 1)
    .waitFor()
  const before = await page.locator('.pinned h2 .figure').first().textContent()
  const slide = `{
    const slider = document.querySelector('input[type=range]')
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, String((i % 90) / 10))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }`
  const slider = page.locator('input[type=range]').first()
  await slider.waitFor()
  const all = await times(page, rounds, slide)
  if ((await slider.inputValue()) !== String(((rounds - 1) % 90) / 10)) throw new Error('the slider did not move')
  if (before === null) throw new Error('nothing is pinned in the lab')
  await page.close()
  return all
}
