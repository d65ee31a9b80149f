/** The widgets as React components in an application of another origin. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../server/config.ts'
import { linguiMacros } from '../../web/macros.ts'
import { CURE, findBrowser, openBrowser } from '../support/browser.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const path = findBrowser()
if (path === null) console.warn(`Skipped: the widgets elsewhere. There is ${CURE}.`)
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

describe.skipIf(path === null)('the widgets in an application of another origin', () => {
  let browser: Browser
  let server: RunningServer
  let elsewhere: Server
  let gazette: string
  const outDir = mkdtempSync(join(tmpdir(), 'detente-elsewhere-'))

  beforeAll(async () => {
    await build({
      configFile: false,
      root: join(root, 'test', 'elsewhere'),
      plugins: [linguiMacros(), react()],
      resolve: { alias: [{ find: /^graphql$/, replacement: join(root, 'node_modules/graphql/index.js') }] },
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, 'test/elsewhere/widgets.html') } },
    })
    elsewhere = createServer((request, response) => {
      const file = new URL(request.url ?? '/', 'http://localhost').pathname
      try {
        const body = readFileSync(join(outDir, file))
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
        response.end(body)
      } catch {
        response.writeHead(404).end()
      }
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, resolve))
    gazette = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
    server = await startServer({ CORS_ORIGINS: gazette })
    browser = await openBrowser(path ?? '')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    elsewhere?.close()
    rmSync(outDir, { recursive: true, force: true })
  })

  it('load their numbers and draw them where the operator has named that origin', async () => {
    const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
    const said: string[] = []
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(`${gazette}/widgets.html?from=${server.origin}`)
    await page.locator('.relation-card').waitFor()
    expect(await page.locator('.relation-card dd b').allTextContents()).toEqual([
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^\d+$/),
    ])
    for (const widget of [
      'figure.tension .recharts-line-curve',
      'figure.engagement .recharts-line-curve',
      '.stances svg rect',
    ]) {
      expect(await page.locator(widget).count(), widget).toBeGreaterThan(0)
    }
    expect(await page.locator('.dyad-matrix').textContent()).toMatch(/Taliban/)
    expect(said).toEqual([])
    await page.close()
  }, 60_000)

  it('say that they cannot be had where the operator has not', async () => {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${new URL(gazette).port}/widgets.html?from=${server.origin}`)
    await page.getByRole('alert').waitFor()
    expect(await page.locator('.relation-card').count()).toBe(0)
    await page.close()
  }, 60_000)
})
