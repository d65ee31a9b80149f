/**
 * An ICEWS file through the import command, from bytes to tallies, against the same rows put raw into a table without
 * index by VALUES of 250 rows. The command's time without rows (its start, the reference data) is told apart.
 * Arguments: rows, rounds (default 100000 3). Bar: half the rows a second of the raw way.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { type Day, dayOf, formatDay } from '../../server/domain/day.ts'
import { randomFrom } from '../support/random.ts'
import { ROOT } from './process.ts'
import { interleaved, show } from './table.ts'

const [rows = 100_000, rounds = 3] = process.argv.slice(2).map(Number)
const NAMES = ['Pakistan', 'Afghanistan', 'United States', 'India', 'China', 'Russia'] as const
const CODES = ['010', '036', '040', '042', '051', '057', '061', '111', '112', '138', '173', '190']
const FIRST = dayOf(1995, 1, 1)
const DAYS = 9000

const random = randomFrom(7)
const facts = Array.from({ length: rows }, (_, i) => {
  const source = random(NAMES.length)
  const target = (source + 1 + random(NAMES.length - 1)) % NAMES.length
  // Files go on by day.
  const day = formatDay((FIRST + Math.floor((i * DAYS) / rows)) as Day)
  return [day, NAMES[source], CODES[random(CODES.length)], NAMES[target]] as string[]
})

const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
try {
  const [full, empty] = [join(folder, 'full.csv'), join(folder, 'empty.csv')]
  await writeFile(full, `date,source,cameo,target\n${facts.map((row) => row.join()).join('\n')}\n`)
  await writeFile(empty, 'date,source,cameo,target\n')
  let file = 0
  const database = () => join(folder, `${++file}.sqlite`)
  const said: string[] = []
  const measured = await interleaved(
    [
      { name: 'ours', run: () => said.push(imported(full, database())) },
      { name: 'ours, no rows', run: () => imported(empty, database()) },
      { name: 'raw VALUES', run: () => raw(database()) },
    ],
    rounds,
  )
  show(`${rows} rows of ICEWS`, measured)
  console.log(said[0])
  const [ours, start, floor] = measured.map((m) => m.medianMs) as [number, number, number]
  console.log(`rows a second, to the raw way: × ${(floor / (ours - start)).toFixed(2)} (bar × 0.5)`)
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** The last line the command prints. */
function imported(path: string, into: string): string {
  const run = spawnSync(process.execPath, [join(ROOT, 'dist/server/commands/import.js'), 'icews', path], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: into },
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout.trim().split('\n').at(-1) ?? ''
}

async function raw(path: string): Promise<void> {
  const db = new sqlite3.Database(path)
  const run = (sql: string, values: readonly unknown[] = []) =>
    new Promise<void>((resolve, reject) => db.run(sql, values, (error) => (error ? reject(error) : resolve())))
  await run('PRAGMA journal_mode = WAL')
  await run('PRAGMA synchronous = FULL')
  await run('CREATE TABLE fact (day TEXT, source TEXT, code TEXT, target TEXT)')
  for (let i = 0; i < facts.length; i += 10_000) {
    await run('BEGIN')
    for (let j = i; j < Math.min(i + 10_000, facts.length); j += 250) {
      const some = facts.slice(j, j + 250)
      await run(`INSERT INTO fact VALUES ${some.map(() => '(?,?,?,?)').join()}`, some.flat())
    }
    await run('COMMIT')
  }
  await new Promise((resolve) => db.close(resolve))
}
