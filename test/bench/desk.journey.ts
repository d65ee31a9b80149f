/**
 * What an analyst waits for at the desk: an article to open, an accepted proposal to be on record, an open dashboard to
 * follow. The times are taken inside the pages; two pages of one browser share a clock.
 */
import type { Browser, Page } from 'playwright-core'
import { comeIn } from '../support/comeIn.ts'
import { killAgain } from '../support/kills.ts'

/** In ms, one a round. */
export interface DeskTimes {
  readonly open: readonly number[]
  readonly settled: readonly number[]
  readonly moved: readonly number[]
  /** A line for each thing that was shown before a kill and not after it. */
  readonly lost: readonly string[]
}

const THINGS = ['shelling', 'raids', 'a breach', 'bad faith', 'delay', 'arson', 'theft', 'neglect', 'threats', 'deceit']
const PLACES = ['the pass', 'the river', 'the market', 'the old road', 'the valley', 'the bridge', 'the plain']
const NOW = 'performance.timeOrigin + performance.now()'
const SETTLED = `[...document.querySelectorAll('.desk-items li.done')].filter((li) => / settled|settled$/.test(li.textContent)).length`

/** Each round a day later, so that its event is the newest of all, and first in a list. */
function day(i: number): string {
  const months = ['January', 'February', 'March', 'April', 'May', 'June']
  return `${1 + (i % 28)} ${months[Math.floor(i / 28) % months.length]} 2025`
}

/** A sentence to accept for each round, all different: what is said twice in the same words is one happening. */
function article(sentences: number): string {
  return Array.from({ length: sentences }, (_, i) => {
    const [thing, place] = [THINGS[i % THINGS.length], PLACES[Math.floor(i / THINGS.length) % PLACES.length]]
    return `Pakistan accused Afghanistan of ${thing} near ${place} on ${day(i)}.`
  }).join('\n\n')
}

export async function deskTimes(
  browser: Browser,
  server: { readonly origin: string; readonly database: string },
  rounds: number,
  kills: number,
): Promise<DeskTimes> {
  const desk = await comeIn(browser, server, 'zoe', 'analyst')
  await desk.goto(`${server.origin}/desk`)
  await desk.getByLabel(/A new article/).fill(article(rounds))
  await desk.getByLabel('Published on').fill('2025-07-02')
  await desk.keyboard.press('Enter')
  await proposed(desk)
  const address = desk.url()
  const open: number[] = []
  for (let i = 0; i < rounds; i++) {
    await desk.goto('about:blank')
    await desk.goto(address)
    await proposed(desk)
    open.push((await desk.evaluate('performance.now()')) as number)
  }
  const dashboard = await following(desk, server.origin)
  const [settled, moved]: number[][] = [[], []]
  for (let i = 0; i < rounds; i++) {
    await dashboard.evaluate('window.moved = null')
    const [start, end] = (await desk.evaluate(ACCEPT)) as [number, number]
    settled?.push(end - start)
    moved?.push(((await dashboard.evaluate(MOVED)) as number) - start)
  }
  await dashboard.close()
  const { lost } = kills > 0 ? await killAgain(desk.context(), address, kills, 23) : { lost: [] }
  await desk.context().close()
  return { open, settled: settled ?? [], moved: moved ?? [], lost }
}

async function proposed(page: Page): Promise<void> {
  await page.locator('.desk-items li').first().waitFor()
}

/** From the key to the list that says it is on record. */
const ACCEPT = `(async () => {
  const settled = () => ${SETTLED}
  const before = settled()
  const article = document.querySelector('.article')
  article.focus()
  const start = ${NOW}
  article.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }))
  await new Promise((done) => {
    const look = () => (settled() > before ? done() : requestAnimationFrame(look))
    look()
  })
  return [start, ${NOW}]
})()`

const MOVED = `new Promise((done, fail) => {
  setTimeout(() => fail(new Error('the open dashboard did not move in ten seconds: ' + document.querySelector('table.events').textContent.slice(0, 300))), 10_000)
  const look = () => (window.moved === null ? setTimeout(look, 5) : done(window.moved))
  look()
})`

/** A relation whose list of events is watched: `window.moved` is the moment of its latest change. */
async function following(desk: Page, origin: string): Promise<Page> {
  const page = await desk.context().newPage()
  const listening = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'))
  await page.goto(`${origin}/r/pakistan-taliban?t=2024-06..2025-07&f=day&tab=events`)
  await page.locator('table.events').waitFor()
  await listening
  await page.evaluate(`{
    const text = () => document.querySelector('table.events')?.textContent ?? null
    let last = text()
    new MutationObserver(() => {
      const now = text()
      if (now === null || now === last) return
      last = now
      window.moved = ${NOW}
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }`)
  return page
}
