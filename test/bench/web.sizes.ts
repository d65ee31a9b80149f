/** What a visitor loads before a page can be read: each script, style sheet and page, gzipped as a server would. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'

const CODE = ['document', 'script', 'stylesheet']

export interface Sizes {
  readonly shell: number
  readonly relation: number
  readonly embedBefore: number
  readonly embedAfter: number
}

/** In kB of 1,000 bytes. An embed is counted by its scripts alone. */
export async function sizes(browser: Browser, origin: string): Promise<Sizes> {
  const shell = await loaded(browser, `${origin}/`, CODE, async (page) =>
    page.locator('table.watch input').first().waitFor(),
  )
  const relation = await loaded(browser, `${origin}/r/us-taliban`, CODE, async (page) => {
    await page.locator('.recharts-surface').first().waitFor()
  })
  const figure = `${origin}/embed/us-taliban?t=2018-01..2018-10`
  const embedBefore = await loaded(browser, figure, ['script'], async () => {})
  const embedAfter = await loaded(browser, figure, ['script'], async (page) => {
    await page.locator('#figure').click({ position: { x: 200, y: 200 } })
    await page.locator('.recharts-surface').first().waitFor()
  })
  return { shell, relation, embedBefore, embedAfter }
}

async function loaded(
  browser: Browser,
  address: string,
  kinds: readonly string[],
  until: (page: Page) => Promise<void>,
): Promise<number> {
  const page = await browser.newPage()
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (kinds.includes(response.request().resourceType()) && response.ok()) bodies.push(response.body())
  })
  await page.goto(address)
  await page.waitForLoadState('networkidle')
  await until(page)
  await page.waitForLoadState('networkidle')
  const whole = await Promise.all(bodies)
  await page.close()
  return whole.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / 1000
}
