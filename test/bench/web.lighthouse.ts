/** Lighthouse on the built pages, as on a phone with a slow network, in the system's own Chromium. */
import { chromium } from 'playwright-core'

export interface Marks {
  /** 0–100, the median of the runs. */
  readonly performance: number
  readonly accessibility: number
}

/** Null where Lighthouse is not installed or does not run with this browser; it is said why. */
export async function marksOf(path: string, address: string, runs: number): Promise<Marks | null> {
  const port = 9300 + (process.pid % 500)
  const args = ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`]
  const browser = await chromium.launch({ executablePath: path, args })
  try {
    const { default: lighthouse } = await import('lighthouse')
    const marks: Marks[] = []
    for (let i = 0; i < runs; i++) {
      const result = await lighthouse(address, {
        port,
        logLevel: 'error',
        output: 'json',
        onlyCategories: ['performance', 'accessibility'],
      })
      const mark = (name: string) => {
        const score = result?.lhr.categories[name]?.score
        if (score == null) throw new Error(result?.lhr.runtimeError?.message ?? `it gave no mark for ${name}`)
        return 100 * score
      }
      marks.push({ performance: mark('performance'), accessibility: mark('accessibility') })
    }
    const median = (pick: (m: Marks) => number) => marks.map(pick).sort((x, y) => x - y)[Math.floor(runs / 2)] ?? 0
    return { performance: median((m) => m.performance), accessibility: median((m) => m.accessibility) }
  } catch (error) {
    console.log(`Lighthouse did not run: ${error instanceof Error ? error.message : String(error)}`)
    return null
  } finally {
    await browser.close()
  }
}
