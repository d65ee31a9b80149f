/**
 * Requests that mean harm, sent one after another to the built server while another connection asks whether it is ready.
 * Arguments: rounds, statements on record (default 5 10000). Bars: each refused in less than 50 ms, readiness in 100 ms.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Abuse, abusesOf, send } from '../support/abuse.ts'
import { peakMemory, startOurs } from './process.ts'
import { makeRecord, SLUGS } from './record.ts'

const [rounds = 5, statements = 10_000] = process.argv.slice(2).map(Number)
const [REFUSED_MS, READY_MS] = [50, 100]

interface Taken {
  readonly abuse: Abuse
  readonly statuses: Set<number>
  readonly ms: number[]
}

const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
try {
  const record = join(folder, 'ours.sqlite')
  await makeRecord(record, statements)
  const server = await startOurs(record)
  const port = Number(new URL(server.origin).port)
  const taken = abusesOf(SLUGS[0] as string).map((abuse): Taken => ({ abuse, statuses: new Set(), ms: [] }))
  const ready: number[] = []
  let over = false
  const polling = (async () => {
    while (!over) {
      const start = performance.now()
      const { status } = await fetch(`${server.origin}/readyz`)
      ready.push(performance.now() - start)
      if (status !== 200) throw new Error(`/readyz answers ${status}`)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()
  // The first round is not counted: nothing is compiled yet.
  for (let round = 0; round <= rounds; round++) {
    for (const { abuse, statuses, ms } of taken) {
      const start = performance.now()
      const { status } = await send(port, abuse)
      if (round > 0) ms.push(performance.now() - start)
      statuses.add(status)
    }
    if (round === 0) ready.length = 0
  }
  over = true
  await polling
  console.table(taken.map(rowOf))
  const slow = taken.filter((t) => t.abuse.status >= 400 && medianOf(t.ms) >= REFUSED_MS)
  const wrong = taken.filter((t) => t.statuses.size !== 1 || !t.statuses.has(t.abuse.status))
  console.log(
    `refused in ${REFUSED_MS} ms or more, in the median: ${slow.length}; with another status: ${wrong.length}`,
  )
  console.log(
    `readiness: median ${tenth(medianOf(ready))} ms, at most ${tenth(Math.max(...ready))} ms (bar ${READY_MS})`,
  )
  console.log(`memory at most: ${peakMemory(server.pid) ?? 'not known'} MB (bar 250)`)
  await server.stop()
} finally {
  await rm(folder, { recursive: true, force: true })
}

function rowOf({ abuse, statuses, ms }: Taken) {
  return {
    case: abuse.name,
    status: [...statuses].join(),
    'median ms': tenth(medianOf(ms)),
    'at most ms': tenth(Math.max(...ms)),
  }
}

function medianOf(list: readonly number[]): number {
  return [...list].sort((x, y) => x - y)[Math.floor(list.length / 2)] ?? Number.NaN
}

function tenth(x: number): number {
  return Math.round(x * 10) / 10
}
