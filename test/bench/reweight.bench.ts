/**
 * A what-if over everything: all series of all pairs under changed weights, against the same by SQL GROUP BY in SQLite
 * and DuckDB with the same recursion behind it. Arguments: pairs, days, tags, events (default 400 9000 60 5000000).
 */
import { DuckDBInstance } from '@duckdb/node-api'
import sqlite3 from 'sqlite3'
import type { Day } from '../../server/domain/day.ts'
import { type Numerators, reweighed } from '../../server/domain/score/reweight.ts'
import { interleaved, show } from './table.ts'

const [pairs = 400, days = 9000, tags = 60, events = 5_000_000] = process.argv.slice(2).map(Number)
const LAMBDA = 0.977159968434

let seed = 42
function random(n: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * n)
}

function history(pair: number): Numerators {
  const count = Math.floor(events / pairs)
  const keys = Float64Array.from({ length: count }, () => random(days) * tags + random(tags)).sort()
  const cells: number[][] = []
  for (const key of keys) {
    const last = cells.at(-1)
    if (last && last[0] === key) last[1] = (last[1] as number) + 1
    else cells.push([key, 1])
  }
  const scale = new Float64Array(days)
  const support = new Float64Array(days)
  let sum = 0
  for (let i = 0, c = 0; i < days; i++) {
    sum *= LAMBDA
    for (; c < cells.length && Math.floor((cells[c]?.[0] ?? 0) / tags) === i; c++) sum += cells[c]?.[1] ?? 0
    support[i] = sum
    scale[i] = 10 / (1 + sum)
  }
  return {
    first: pair as Day,
    days: Int32Array.from(cells, ([key]) => Math.floor((key as number) / tags)),
    tags: Uint16Array.from(cells, ([key]) => (key as number) % tags),
    evidence: Float64Array.from(cells, ([, n]) => n as number),
    scale,
    support,
    lambda: LAMBDA,
  }
}

/** The recursion over daily sums that a database gave. */
function decayed(n: Numerators, sums: Float64Array): Float64Array {
  const scores = new Float64Array(days)
  let sum = 0
  for (let i = 0; i < days; i++) {
    sum = LAMBDA * sum + (sums[i] as number)
    scores[i] = sum * (n.scale[i] as number)
  }
  return scores
}

console.log(`${pairs} pairs × ${days} days × ${tags} tags, ${events} events: preparing …`)
const histories = Array.from({ length: pairs }, (_, pair) => history(pair))
const weights = { tension: new Float64Array(tags), engagement: new Float64Array(tags) }
let round = 0
function turn(): void {
  round++
  for (let i = 0; i < tags; i++) {
    weights.tension[i] = (i * 7 + round) % 10
    weights.engagement[i] = (i * 3 + round) % 10
  }
}

const lite = new sqlite3.Database(':memory:')
const sqlite = (sql: string) =>
  new Promise<Record<string, number>[]>((resolve, reject) =>
    lite.all(sql, (error, rows) => (error ? reject(error) : resolve(rows as Record<string, number>[]))),
  )
const duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
for (const create of ['CREATE TABLE cell(pair INTEGER, day INTEGER, tag INTEGER, n DOUBLE)']) {
  await sqlite(create)
  await duck.run(create)
}
const appender = await duck.createAppender('cell')
await sqlite('BEGIN')
for (const [pair, h] of histories.entries()) {
  const rows: string[] = []
  for (let c = 0; c < h.days.length; c++) {
    appender.appendInteger(pair)
    appender.appendInteger(h.days[c] as number)
    appender.appendInteger(h.tags[c] as number)
    appender.appendDouble(h.evidence[c] as number)
    appender.endRow()
    rows.push(`(${pair},${h.days[c]},${h.tags[c]},${h.evidence[c]})`)
    if (rows.length === 500 || c === h.days.length - 1) await sqlite(`INSERT INTO cell VALUES ${rows.splice(0).join()}`)
  }
}
appender.flushSync()
await sqlite('COMMIT')

/** Daily sums by SQL, then the recursion; answers the last tension of the last pair, to be compared. */
async function bySql(ask: (sql: string) => Promise<Record<string, number>[]>): Promise<number> {
  const when = (w: Float64Array) => `CASE tag ${[...w].map((x, i) => `WHEN ${i} THEN ${x}`).join(' ')} END`
  const rows = await ask(
    `SELECT pair, day, SUM(n * ${when(weights.tension)}) AS t, SUM(n * ${when(weights.engagement)}) AS e FROM cell GROUP BY pair, day`,
  )
  const t = histories.map(() => new Float64Array(days))
  const e = histories.map(() => new Float64Array(days))
  for (const row of rows) {
    const { pair = 0, day = 0 } = row
    ;(t[pair] as Float64Array)[day] = row.t ?? 0
    ;(e[pair] as Float64Array)[day] = row.e ?? 0
  }
  let last = 0
  for (const [pair, h] of histories.entries()) {
    last = decayed(h, t[pair] as Float64Array).at(-1) ?? 0
    decayed(h, e[pair] as Float64Array)
  }
  return last
}

function ours(): number {
  turn()
  let last = 0
  for (const h of histories) {
    last = reweighed(h, weights.tension).at(-1) ?? 0
    reweighed(h, weights.engagement)
  }
  return last
}

const inDuck = async (sql: string) =>
  (await duck.runAndReadAll(sql)).getRowObjectsJS() as unknown as Record<string, number>[]
const answers = [ours(), await bySql(sqlite), await bySql(inDuck)]
if (answers.some((x) => Math.abs(x - (answers[0] as number)) > 1e-9)) throw new Error(`they differ: ${answers}`)

show(
  'Every series of every pair under changed weights (bar: ours ≤ 250 ms, SQL ≥ × 20)',
  await interleaved(
    [
      { name: 'ours', run: ours },
      { name: 'SQLite GROUP BY', run: () => bySql(sqlite) },
      { name: 'DuckDB GROUP BY, one thread', run: () => bySql(inDuck) },
    ],
    5,
  ),
)
show(
  'One pair, its whole history (bar: ≤ 30 ms)',
  await interleaved(
    [
      {
        name: 'ours',
        run: () => [weights.tension, weights.engagement].map((w) => reweighed(histories[0] as Numerators, w)),
      },
    ],
    25,
  ),
)
