/** The gallery in a browser: built by support/build.gallery.ts, served with the invented API behind it. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { GALLERY } from './build.gallery.ts'
import { openInventedServer } from './inventedServer.ts'

export interface Look {
  readonly theme: 'light' | 'dark'
  /** Of the window, in CSS pixels. */
  readonly width: number
}

export interface Gallery {
  readonly origin: () => string
  readonly browser: () => Browser
  /** Goes to an address in the page of this look and waits until all of it is there. Pages of one look are one page. */
  readonly open: (address: string, look: Look) => Promise<Page>
}

/** The gallery for all tests of a file, in the browser at the path. */
export function useGallery(path: string): Gallery {
  let browser: Browser
  let server: Server
  const pages = new Map<string, Promise<Page>>()
  const origin = () => `http://localhost:${(server.address() as AddressInfo).port}`

  beforeAll(async () => {
    server = await openInventedServer(GALLERY)
    browser = await openBrowser(path)
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  return {
    origin,
    browser: () => browser,
    open: async (address, { theme, width }) => {
      const look = `${theme} ${width}`
      const known = pages.get(look) ?? browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme })
      pages.set(look, known)
      const page = await known
      await page.goto(origin() + address)
      await page.locator('h1').first().waitFor()
      await page.waitForLoadState('networkidle')
      await page.evaluate('document.fonts.ready')
      return page
    },
  }
}
