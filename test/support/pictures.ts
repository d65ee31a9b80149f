/**
 * Pictures kept beside the tests, and whether what is drawn now looks the same. `UPDATE_PICTURES=1` keeps what is drawn
 * now; look at each before it is committed.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

const kept = fileURLToPath(new URL('../browser/pictures', import.meta.url))
/** Where a picture that differs is put, with one that shows where. */
const found = fileURLToPath(new URL('../../dist/pictures', import.meta.url))

/** Two releases of a browser smooth an edge differently; a moved label or a lost line is many times this. */
const PIXELS_THAT_MAY_DIFFER = 0.002

/** What is wrong with a picture, or null. */
export function faultOf(name: string, drawn: Buffer): string | null {
  const file = join(kept, `${name}.png`)
  if (process.env.UPDATE_PICTURES === '1') {
    mkdirSync(kept, { recursive: true })
    writeFileSync(file, drawn)
    return null
  }
  if (!existsSync(file)) return `${name}: no picture is kept; UPDATE_PICTURES=1 keeps this one`
  const [before, now] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(drawn)]
  const { width, height } = before
  if (width !== now.width || height !== now.height) {
    put(`${name}.now.png`, drawn)
    return `${name}: ${now.width} × ${now.height} pixels instead of ${width} × ${height}; see dist/pictures/${name}.now.png`
  }
  const where = new PNG({ width, height })
  const differing = pixelmatch(before.data, now.data, where.data, width, height, { threshold: 0.2 })
  if (differing <= width * height * PIXELS_THAT_MAY_DIFFER) return null
  put(`${name}.now.png`, drawn)
  put(`${name}.where.png`, PNG.sync.write(where))
  return `${name}: ${differing} pixels differ; see dist/pictures/${name}.now.png and ${name}.where.png`
}

function put(name: string, picture: Buffer): void {
  mkdirSync(found, { recursive: true })
  writeFileSync(join(found, name), picture)
}
