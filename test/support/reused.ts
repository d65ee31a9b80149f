/** Pages that are used again: a new one costs a process and all scripts of the page, about as much as what is tested. */
import type { Page } from 'playwright-core'

/**
 * Gives a page made by `make`, or one that was closed before: closed, it forgets what was kept in it and waits for its next
 * address.
 */
export function reusedPages(make: () => Promise<Page>): () => Promise<Page> {
  const free: Page[] = []
  return async () => {
    const known = free.pop()
    if (known) return known
    const page = await make()
    const close = async () => {
      await page.evaluate('localStorage.clear(); sessionStorage.clear()')
      await page.context().clearCookies()
      free.push(page)
    }
    return Object.assign(page, { close })
  }
}
