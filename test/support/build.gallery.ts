/** Once before all tests in a browser: the page with its gallery in it, anew only where the page is. */
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The folder it is built into. */
export const GALLERY = at('dist/gallery')

export async function setup(): Promise<void> {
  const [page, gallery] = [at('dist/page/index.html'), `${GALLERY}/index.html`]
  // support/build.ts has been before, and has built the page where a source was newer.
  if (existsSync(gallery) && statSync(gallery).mtimeMs > statSync(page).mtimeMs) return
  const configFile = at('web/vite.config.ts')
  await build({ configFile, mode: 'gallery', logLevel: 'error', build: { outDir: GALLERY } })
}
