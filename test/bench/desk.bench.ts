/**
 * What an analyst waits for. Part `lab`: from a slider to the redrawn histories, on a record of as many relations and events
 * as asked, and how long the numbers alone take for every relation. Arguments: rounds (default 60), relations (default
 * 100), events (default 1000000). Needs a Chromium.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, openBrowser } from '../support/browser.ts'
import { reweighTimes } from './desk.reweigh.ts'
import { startOurs } from './process.ts'
import { makeRecord, slugs } from './record.ts'
import { sliderTimes } from './web.reaction.ts'

const [rounds = 60, relations = 100, events = 1_000_000] = process.argv.slice(2).map(Number)
/** As many as the lab pins at once. */
const PINS = 12
const BAR = 50

const rows: Record<string, unknown>[] = []
const at = (times: readonly number[], share: number) =>
  [...times].sort((x, y) => x - y)[Math.floor(share * (times.length - 1))] ?? Number.NaN

/** The 95th percentile is held against the bar; beside it the median, which a busy machine moves less. */
function timed(what: string, times: readonly number[], bar: number): void {
  const [p95, median] = [at(times, 0.95), at(times, 0.5)].map((ms) => Number(ms.toFixed(1)))
  rows.push({
    what,
    'p95 ms': p95,
    'median ms': median,
    bar: `≤ ${bar}`,
    met: (p95 ?? bar) <= bar,
    load: loadavg()[0]?.toFixed(1),
  })
}

await lab()
console.log(`\n${cpus().length} processors, Node ${process.version}, ${relations} relations, ${events} events`)
console.table(rows)

async function lab(): Promise<void> {
  timed(`numbers of all ${relations} relations under other weights`, reweighTimes(rounds, relations, events), BAR)
  const path = findBrowser()
  if (path === null) {
    console.log('There is no Chromium: the pages are left out.')
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
  try {
    console.log(`${events} events: preparing …`)
    const record = join(folder, 'ours.sqlite')
    await makeRecord(record, events, relations)
    const { origin, stop } = await startOurs(record)
    const browser = await openBrowser(path)
    try {
      for (const pins of [4, PINS]) {
        const times = await sliderTimes(browser, origin, rounds, slugs(relations).slice(0, pins))
        timed(`weight lab, ${pins} pinned: slider to redraw`, times, BAR)
      }
    } finally {
      await browser.close()
      await stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
