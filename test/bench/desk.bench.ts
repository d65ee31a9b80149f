/**
 * What an analyst waits for. At the desk: an article to open, an accepted proposal to be on record and on an open dashboard;
 * and what is lost where tabs are killed. In the lab: from a slider to the redrawn histories, on a record of as many
 * relations and events as asked, and how long the numbers alone take for every relation. Arguments: rounds (default 60),
 * relations (default 100), events (default 1000000; 0 leaves the lab out), kills (default 200). Needs a Chromium.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, launchBrowser } from '../support/browser.ts'
import { deskTimes } from './desk.journey.ts'
import { reweighTimes } from './desk.reweigh.ts'
import { startOurs } from './process.ts'
import { makeRecord, slugs } from './record.ts'
import { sliderTimes } from './web.reaction.ts'

const [rounds = 60, relations = 100, events = 1_000_000, kills = 200] = process.argv.slice(2).map(Number)
/** As many as the lab pins at once. */
const PINS = 12
const BAR = 50
/** An open page follows the record within a second. */
const MOVED_BAR = 1000

const rows: Record<string, unknown>[] = []
const at = (times: readonly number[], share: number) =>
  [...times].sort((x, y) => x - y)[Math.floor(share * (times.length - 1))] ?? Number.NaN

/** The 95th percentile is held against the bar; beside it the median, which a busy machine moves less. */
function timed(what: string, times: readonly number[], bar: number | null): void {
  const [p95, median] = [at(times, 0.95), at(times, 0.5)].map((ms) => Number(ms.toFixed(1)))
  rows.push({
    what,
    'p95 ms': p95,
    'median ms': median,
    bar: bar === null ? '–' : `≤ ${bar}`,
    met: bar === null ? '–' : (p95 ?? Number.NaN) <= bar,
    load: loadavg()[0]?.toFixed(1),
  })
}

const path = findBrowser()
if (path === null) console.log('There is no Chromium: the pages are left out.')
else await desk(path)
if (events > 0) await lab()
console.log(`\n${cpus().length} processors, Node ${process.version}, ${relations} relations, ${events} events`)
console.table(rows)

async function desk(chromium: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
  try {
    const database = join(folder, 'desk.sqlite')
    const { origin, stop } = await startOurs(database, { DETENTE_DEMO: 'articles' })
    const browser = await launchBrowser(chromium)
    try {
      const { open, settled, moved, lost } = await deskTimes(browser, { origin, database }, rounds, kills)
      timed(`desk: an article of ${rounds} proposals opens`, open, null)
      timed('desk: accepted to settled on record', settled, null)
      timed('desk: accepted to an open dashboard moved', moved, MOVED_BAR)
      console.log(`${kills} tabs killed at work: ${lost.length} things lost`)
      for (const line of lost) console.log(line)
    } finally {
      await browser.close()
      await stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function lab(): Promise<void> {
  timed(`numbers of all ${relations} relations under other weights`, reweighTimes(rounds, relations, events), BAR)
  if (path === null) return
  const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
  try {
    console.log(`${events} events: preparing …`)
    const record = join(folder, 'ours.sqlite')
    await makeRecord(record, events, relations)
    const { origin, stop } = await startOurs(record)
    const browser = await launchBrowser(path)
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
