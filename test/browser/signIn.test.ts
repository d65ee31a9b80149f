import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { temporaryDirectory } from '../support/store.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: signing in by a browser. There is ${CURE}.`)

it.skipIf(path === null)(
  'lets a person in by a link that is good once, and afterwards with name and password',
  async () => {
    const env = { DATABASE_URL: join(await temporaryDirectory(), 'people.sqlite'), DETENTE_DEMO: 'off' }
    const server = await startServer(env)
    const browser = await openBrowser(path ?? '')
    try {
      const command = ['dist/server/commands/user.js', 'add', 'zoe', '--role', 'analyst']
      const said = execFileSync(process.execPath, command, { env: { ...process.env, ...env }, encoding: 'utf8' })
      const link = `${server.origin}${/\/sign-in#code=\S+/.exec(said)?.[0]}`
      const heading = (name: string) => page.getByRole('heading', { name, exact: true })
      const enter = async (password: string) => {
        await page.getByLabel(/^Password/).fill(password)
        await page.getByRole('button', { name: 'Sign in' }).click()
      }
      let page = await browser.newPage()
      await page.goto(link)
      await enter('nine lives and one')
      await heading('Signed in as zoe').waitFor()
      await page.close()

      page = await browser.newPage()
      await page.goto(link)
      await enter('another password')
      expect(await page.getByRole('alert').locator('p').textContent()).toContain('was used before')
      await page.close()

      page = await browser.newPage()
      await page.goto(`${server.origin}/sign-in`)
      await page.getByLabel('Name').fill('zoe')
      await enter('another password')
      expect(await page.getByRole('alert').locator('p').textContent()).toContain('do not belong together')
      await enter('nine lives and one')
      await heading('Signed in as zoe').waitFor()
    } finally {
      await browser.close()
      await server.stop()
    }
  },
  120_000,
)
