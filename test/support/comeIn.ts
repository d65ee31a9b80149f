/** Somebody of a role, signed in by a link that the command `user` made, in a browser context of their own. */
import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'

interface Server {
  readonly origin: string
  readonly database: string
}

export async function comeIn(browser: Browser, server: Server, name: string, role: string): Promise<Page> {
  const env = { ...process.env, DATABASE_URL: server.database }
  const command = ['dist/server/commands/user.js', 'add', name, '--role', role]
  const told = execFileSync(process.execPath, command, { env, encoding: 'utf8' })
  const page = await (await browser.newContext()).newPage()
  await page.goto(server.origin + (/\/sign-in#code=\S+/.exec(told)?.[0] ?? ''))
  await page.getByLabel(/^Password/).fill('a long password')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `Signed in as ${name}` }).waitFor()
  return page
}
