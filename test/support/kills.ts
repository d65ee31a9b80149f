/**
 * An analyst at work whose tab is killed at any moment, again and again: random keys with random pauses, then the process
 * of the page crashes. What the page showed before must be there when it is opened again.
 */
import type { BrowserContext, Page } from 'playwright-core'
import { randomFrom } from './random.ts'

export interface Killed {
  readonly rounds: number
  readonly keys: number
  /** A line for each thing that was shown before a kill and not after it. */
  readonly lost: readonly string[]
}

/** What the desk shows of the work: every item with its state, the fields of the one in hand, the note. */
const SHOWN = `JSON.stringify({
  items: [...document.querySelectorAll('.desk-items li')].map((li) => li.className.replace(/settling|refused/g, '').trim() + ' ' + li.querySelector('.who')?.textContent),
  note: document.querySelector('#desk-note')?.value,
})`
/** The words of the one item that is typed into, and the note on it. */
const WORDS = `JSON.stringify(['summary', 'note'].map((name) => document.querySelector('[data-field="' + name + '"]')?.value ?? null))`

export async function killAgain(
  context: BrowserContext,
  address: string,
  rounds: number,
  seed: number,
): Promise<Killed> {
  const random = randomFrom(seed)
  const lost: string[] = []
  let keys = 0
  let before: string | null = null
  let words: string | null = null
  for (let round = 0; round < rounds; round++) {
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('.desk-items li').first().waitFor()
    await page.locator('.desk-items button').first().click()
    const found = String(await page.evaluate(SHOWN))
    if (before !== null && found !== before) lost.push(`round ${round}: was ${before}, is ${found}`)
    const now = String(await page.evaluate(WORDS))
    if (words !== null && now !== words) lost.push(`round ${round}: the words were ${words}, are ${now}`)
    keys += await work(page, random)
    await page.locator('.desk-items button').first().click()
    words = String(await page.evaluate(WORDS))
    before = String(await page.evaluate(SHOWN))
    await crash(page)
  }
  return { rounds, keys, lost }
}

/** One to five things an analyst does, each by keyboard; answers how many keys that were. */
async function work(page: Page, random: (n: number) => number): Promise<number> {
  let keys = 0
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
    await page.waitForTimeout(random(40))
  }
  const type = async (field: string) => {
    await page.locator(field).focus()
    for (let i = random(8); i >= 0; i--) await press('abcdefgh'[random(8)] as string)
  }
  const article = () => page.locator('.article').focus()
  const acts = [
    () => type('[data-field="summary"]'),
    () => type('#desk-note'),
    () => type('[data-field="note"]'),
    async () => {
      await article()
      await press('ajkrox'[random(6)] as string)
    },
    async () => {
      await article()
      await press(random(2) === 0 ? 'Control+z' : 'Control+y')
    },
  ]
  for (let i = random(5); i >= 0; i--) await acts[random(acts.length)]?.()
  return keys
}

/** The process that draws the page dies at once: nothing of it runs any more. */
export async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = new Promise<void>((resolve) => page.once('crash', () => resolve()))
  void session.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}
