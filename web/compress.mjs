// After the page is built: packs its files once, well, beside them. The server sends them so (@fastify/static,
// preCompressed), an eighth smaller than it could pack them for each visitor. GraphiQL, for developers, is left out.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const LEAST = 1024
/** Of 11; the last is a hundredth smaller, in twice the time. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
const folder = fileURLToPath(new URL('../dist/page', import.meta.url))
const pack = promisify(brotliCompress)

const files = readdirSync(folder, { recursive: true })
  .filter((name) => /^(assets|embed)\b.*\.(m?js|css)$/.test(name))
  .map((name) => join(folder, name))
  .filter((file) => statSync(file).size >= LEAST)
await Promise.all(files.map(async (file) => writeFileSync(`${file}.br`, await pack(readFileSync(file), QUALITY))))
