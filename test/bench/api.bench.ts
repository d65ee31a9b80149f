/**
 * The API against its floor and its peers: each serves the same record from a process of its own, all answers are found
 * equal first, then each is asked in turn, round after round, by a load in another process. Floor: node:http written by
 * hand over SQLite, reading scores that were worked out beforehand and the statements by our own SQL (peers/rows.ts).
 * Arguments: statements, rounds, seconds of one turn (default 100000 5 2). BENCH_PEERS=floor measures that one alone.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Answers, type Load, load, type Request } from './load.ts'
import { type Postgres, startPostgres } from './peers/postgres.ts'
import { prepare } from './peers/prepare.ts'
import type { Prepared } from './peers/rows.ts'
import { processorMs, type Running, roleOf, runRole, say, startOurs, startRole } from './process.ts'
import { askedOfAll, DAILY, DASHBOARD, pageAddressOf, type Question } from './questions.ts'
import { makeRecord, SLUGS } from './record.ts'

/** Its own time on the processor is without that of PostgreSQL. */
const TABLES = 'PostGraphile'

/** Each is loaded only in the process that serves it. */
const PEERS: Readonly<Record<string, (path: string) => Promise<number>>> = {
  floor: async (path) => (await import('./peers/floor.ts')).serveFloor(path),
  'plain Apollo': async (path) => (await import('./peers/apollo.ts')).serveApollo(path),
  'graphql-yoga': async (path) => (await import('./peers/yoga.ts')).serveYoga(path),
  'mercurius, JIT': async (path) => (await import('./peers/mercurius.ts')).serveMercurius(path),
  [TABLES]: async (host) => (await import('./peers/postgraphile.ts')).servePostgraphile(host),
}
const OURS = 'ours'
const EXECUTED = 'ours, no answer kept'
const FLOOR = 'floor'

interface Contender {
  readonly name: string
  readonly server: Running
  /** Where it has a shape of its own: the question in it, and its answer in ours. */
  readonly own?: { readonly ask: (question: Question) => Question; readonly read: (data: never) => unknown }
}

/** Of one turn; on a machine that others use too, the processor's time says more than the clock's. */
interface Measure extends Answers {
  readonly processorMs: number
}

interface Measured {
  readonly name: string
  readonly rounds: Measure[]
}

const asked = roleOf()
if (asked?.role === 'load') say(await load(JSON.parse(asked.args[0] ?? '') as Load))
else if (asked) say(await PEERS[asked.role]?.(asked.args[0] ?? ''))
else await bench()

async function bench(): Promise<void> {
  const [statements = 100_000, rounds = 5, seconds = 2] = process.argv.slice(2).map(Number)
  const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
  const postgres = wanted().includes(TABLES) ? startPostgres(folder) : null
  if (postgres === null)
    console.log('PostGraphile is left out: not wanted, or no PostgreSQL here (Debian: postgresql).')
  try {
    console.log(`${statements} statements, ${rounds} rounds of ${seconds} s: preparing …`)
    const record = join(folder, 'ours.sqlite')
    await makeRecord(record, statements)
    const ours: Contender = { name: OURS, server: await startOurs(record) }
    const copy = join(folder, 'peers.sqlite')
    const prepared = await prepare(
      record,
      copy,
      async (query) => dataOf(await post(ours, { query, variables: {} })) as never,
    )
    const executed = { name: EXECUTED, server: await startOurs(record, { KEPT_MB: '0' }) }
    const contenders = [ours, executed]
    for (const name of wanted().filter((n) => n !== TABLES))
      contenders.push({ name, server: await startRole(name, copy) })
    if (postgres !== null) contenders.push(await inTables(postgres, copy, prepared))
    for (const query of [DASHBOARD, DAILY]) await verify(contenders, askedOfAll(query))
    const all = (query: string) => {
      const requests = (c: Contender) => askedOfAll(query).map((question) => posted(c.own?.ask(question) ?? question))
      return contenders.map((c): Turn => ({ ...c, requests: requests(c), status: 200 }))
    }
    const dashboard = await measured(all(DASHBOARD), rounds, seconds)
    show('The dashboard: 240 months × 2 and 20 statements (bar: ours ≥ × 1, p99 ≤ × 1.5)', dashboard)
    const daily = await measured(all(DAILY), rounds, seconds)
    show('Twenty years by day, in columns (bar: ours ≥ × 1.7)', daily)
    const unchanged: Turn = { ...ours, requests: await tagged(ours), status: 304 }
    const against = [unchanged, ...all(DASHBOARD).filter((t) => t.name === FLOOR)]
    show(
      'A page unchanged, a 304; the floor answers the dashboard in full (bar: ours ≥ × 10)',
      await measured(against, rounds, seconds),
    )
    for (const { server } of contenders) await server.stop()
  } finally {
    postgres?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function inTables(postgres: Postgres, copy: string, prepared: Prepared): Promise<Contender> {
  const { askedInTables, fillPostgres, fromTables } = await import('./peers/postgraphile.ts')
  await fillPostgres(copy, prepared, postgres)
  const server = await startRole(TABLES, postgres.host)
  return { name: TABLES, server, own: { ask: askedInTables, read: fromTables } }
}

function wanted(): string[] {
  const only = process.env.BENCH_PEERS?.split(',')
  return Object.keys(PEERS).filter((name) => only === undefined || only.includes(name))
}

function posted({ query, variables }: Question): Request {
  return { method: 'POST', path: '/graphql', body: JSON.stringify({ query, variables }) }
}

/** What our own page asks of each relation, by the hash of its document, with the tag of the present answer. */
async function tagged(ours: Contender): Promise<Request[]> {
  return Promise.all(
    SLUGS.map(async (slug) => {
      const path = pageAddressOf(slug)
      const headers = { accept: 'application/json', 'apollo-require-preflight': '1' }
      const tag = (await fetch(ours.server.origin + path, { headers })).headers.get('etag')
      if (tag === null) throw new Error('an answer without a tag')
      return { method: 'GET', path, headers: { ...headers, 'if-none-match': tag } }
    }),
  )
}

async function post({ server }: Contender, question: Question): Promise<unknown> {
  const { path, method, body } = posted(question)
  const headers = { 'content-type': 'application/json' }
  return (await fetch(server.origin + path, { method, headers, body: body ?? null })).json()
}

function dataOf(answer: unknown): unknown {
  const { data, errors } = answer as { data?: unknown; errors?: unknown }
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data
}

/** Throws where a peer answers anything else than ours. */
async function verify(contenders: readonly Contender[], questions: readonly Question[]): Promise<void> {
  for (const question of questions) {
    const answers = await Promise.all(
      contenders.map(async (c) => {
        const data = dataOf(await post(c, c.own?.ask(question) ?? question))
        return c.own?.read(data as never) ?? data
      }),
    )
    const other = contenders.find((_, i) => !isDeepStrictEqual(answers[i], answers[0]))
    if (other) throw new Error(`${other.name} answers something else to ${JSON.stringify(question.variables)}`)
  }
}

interface Turn extends Contender {
  readonly requests: readonly Request[]
  readonly status: number
}

/** Every contender once a round, after one round that is not counted. */
async function measured(turns: readonly Turn[], rounds: number, seconds: number): Promise<Measured[]> {
  const all = turns.map(({ name }): Measured => ({ name, rounds: [] }))
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { server, requests, status }] of turns.entries()) {
      const asked: Load = { origin: server.origin, requests, seconds, status }
      const before = processorMs(server.pid) ?? Number.NaN
      const answers = await runRole<Answers>('load', JSON.stringify(asked))
      const used = (processorMs(server.pid) ?? Number.NaN) - before
      if (round > 0) all[i]?.rounds.push({ ...answers, processorMs: used / answers.count })
    }
  }
  return all
}

function show(title: string, all: readonly Measured[]): void {
  const medianOf = ({ rounds }: Measured, key: keyof Measure) =>
    rounds.map((r) => r[key]).sort((x, y) => x - y)[Math.floor(rounds.length / 2)] ?? Number.NaN
  const floor = all.find((m) => m.name === FLOOR)
  const ratio = (m: Measured, key: keyof Measure) =>
    floor ? Number((medianOf(m, key) / medianOf(floor, key)).toFixed(2)) : null
  console.log(`\n${title}`)
  console.table(
    all.map((m) => ({
      who: m.name,
      'answers a second': Math.round(medianOf(m, 'perSecond')),
      'to the floor': ratio(m, 'perSecond'),
      'p50 ms': Number(medianOf(m, 'p50Ms').toFixed(2)),
      'p99 ms': Number(medianOf(m, 'p99Ms').toFixed(2)),
      'p99 to the floor': ratio(m, 'p99Ms'),
      'processor ms': Number(medianOf(m, 'processorMs').toFixed(2)),
      'processor to the floor': ratio(m, 'processorMs'),
    })),
  )
}
