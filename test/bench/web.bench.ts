/**
 * The page against its figures: what is loaded, how soon it answers its reader, how long a picture takes, what Lighthouse
 * says. Arguments: rounds (default 60), runs of Lighthouse (default 3; 0 leaves it out). Needs a Chromium.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build, preview } from 'vite'
import { CURE, findBrowser, launchBrowser } from '../support/browser.ts'
import { ROOT, startOurs } from './process.ts'
import { marksOf } from './web.lighthouse.ts'
import { hoverTimes, matrixTimes, mountTimes, sliderTimes } from './web.reaction.ts'
import { sizes } from './web.sizes.ts'

const [rounds = 60, runs = 3] = process.argv.slice(2).map(Number)
const path = findBrowser()
if (path === null) {
  console.error(`This bench looks at pages, and there is ${CURE}`)
  process.exit(2)
}

const rows: Record<string, unknown>[] = []
const load = () => loadavg()[0]?.toFixed(1)

/** One line of the table. `most`: the figure may not be above its bar; else not below. */
function row(what: string, figure: number, unit: string, bar: number, most = true, more: object = {}): void {
  const met = most ? figure <= bar : figure >= bar
  const shown = figure < 10 ? Number(figure.toFixed(1)) : Math.round(figure)
  rows.push({ what, figure: `${shown} ${unit}`, bar: `${most ? '≤' : '≥'} ${bar}`, met, ...more, load: load() })
}

function at(times: readonly number[], share: number): number {
  return [...times].sort((x, y) => x - y)[Math.floor(share * (times.length - 1))] ?? Number.NaN
}

/** The 95th percentile is held against the bar; beside it the median, which a busy machine moves less. */
function timed(what: string, times: readonly number[], bar: number): void {
  row(`${what}, p95`, at(times, 0.95), 'ms', bar, true, { 'median ms': Number(at(times, 0.5).toFixed(1)) })
}

const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
const ours = await startOurs(join(folder, 'ours.sqlite'), { DETENTE_DEMO: 'all' })
const gallery = join(folder, 'gallery')
const config = { configFile: join(ROOT, 'web/vite.config.ts'), mode: 'gallery', logLevel: 'error' } as const
await build({ ...config, build: { outDir: gallery } })
const invented = await preview({ ...config, build: { outDir: gallery }, preview: { port: 0 } })
const origin = (invented.resolvedUrls?.local[0] ?? '').replace(/\/$/, '')
const browser = await launchBrowser(path)
try {
  const { shell, relation, embedBefore, embedAfter } = await sizes(browser, ours.origin)
  row('shell: home page, gz', shell, 'kB', 140)
  row('relation page, gz', relation, 'kB', 240)
  // The listener that waits for a touch.
  row('scripts of an embed before it is touched, gz', embedBefore, 'kB', 1)
  row('scripts of an embed after it, gz', embedAfter, 'kB', 190)
  timed('10,000 days: first drawing', await mountTimes(browser, origin, 10), 150)
  timed('10,000 days: pointer to tip', await hoverTimes(browser, origin, rounds), 100)
  timed('40 × 40 matrix: other index', await matrixTimes(browser, origin, 30), 100)
  timed('weight lab: slider to redraw', await sliderTimes(browser, ours.origin, rounds), 50)
  await browser.close()
  // A browser goes on working for a while after it was closed.
  await setTimeout(3000)
  timed('SVG, each another range', await pictureTimes('svg'), 20)
  timed('PNG of 1280 pixels, each another range', await pictureTimes('png'), 150)
  for (const [what, page, bar] of [
    ['home page', '/', 90],
    ['relation page', '/r/us-taliban', 90],
    ['embed', '/embed/us-taliban?t=2018-01..2018-10', 98],
  ] as const) {
    const marks = runs > 0 ? await marksOf(path, ours.origin + page, runs) : null
    if (marks === null) continue
    row(`Lighthouse, ${what}: performance`, marks.performance, '', bar, false)
    row(`Lighthouse, ${what}: accessibility`, marks.accessibility, '', 100, false)
  }
  console.log(`\n${rounds} rounds; ${cpus().length} processors, 1-minute load beside each figure`)
  console.table(rows)
} finally {
  await browser.close()
  await invented.close()
  await ours.stop()
  await rm(folder, { recursive: true, force: true })
}

/** Warm: the first thirty pictures are not counted; and no two are the same, so that none is answered from what was kept. */
async function pictureTimes(kind: 'svg' | 'png'): Promise<number[]> {
  const times: number[] = []
  for (let i = -30; i < 28; i++) {
    const day = String(i < 0 ? -i : i + 1).padStart(2, '0')
    const start = performance.now()
    const month = i < 0 ? '01' : '02'
    const response = await fetch(
      `${ours.origin}/image/us-taliban.${kind}?t=2018-${month}-${day}..2018-10-20&width=1280`,
    )
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
    if (i >= 0) times.push(performance.now() - start)
  }
  return times
}
