/** Lighthouse on the built pages, as on a phone with a slow network, in the system's own Chromium. */
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { chromium } from 'playwright-core'

export interface Marks {
  /** 0–100, the median of the runs. */
  readonly performance: number
  readonly accessibility: number
}

/** A run may lose the trace of its own beginning where the machine is busy (NO_NAVSTART): it is made again, this often. */
const TRIES = 4

/** Null where Lighthouse is not installed or does not run with this browser; it is said why. */
export async function marksOf(path: string, address: string, runs: number): Promise<Marks | null> {
  const marks: Marks[] = []
  for (let i = 0; i < runs; i++) {
    const one = await tried(path, address)
    if (one === null) return null
    marks.push(one)
  }
  const median = (pick: (m: Marks) => number) => marks.map(pick).sort((x, y) => x - y)[Math.floor(runs / 2)] ?? 0
  return { performance: median((m) => m.performance), accessibility: median((m) => m.accessibility) }
}

async function tried(path: string, address: string): Promise<Marks | null> {
  let why = ''
  for (let i = 0; i < TRIES; i++) {
    try {
      return await markOf(path, address)
    } catch (error) {
      why = error instanceof Error ? error.message : String(error)
    }
  }
  console.log(`Lighthouse did not run on ${address}: ${why}`)
  return null
}

/** In a browser of its own on a port of its own: one that is closing still answers on its port. */
async function markOf(path: string, address: string): Promise<Marks> {
  const port = await freePort()
  const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: path, args })
  try {
    const { default: lighthouse } = await import('lighthouse')
    const onlyCategories = ['performance', 'accessibility']
    const result = await lighthouse(address, { port, logLevel: 'error', output: 'json', onlyCategories })
    const mark = (name: string) => {
      const score = result?.lhr.categories[name]?.score
      if (score == null) throw new Error(result?.lhr.runtimeError?.message ?? `it gave no mark for ${name}`)
      return 100 * score
    }
    return { performance: mark('performance'), accessibility: mark('accessibility') }
  } finally {
    await browser.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
