/**
 * What a question costs as the record grows, each executed anew (no answer kept), and how long the built server takes to
 * its first answer. Arguments: the sizes (default 10000 100000 1000000). Bars: the costs stay as they are; a start with a
 * million events in 10 s.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { peakMemory, startOurs } from './process.ts'
import { askedOfAll, DAILY, DASHBOARD, type Question } from './questions.ts'
import { makeRecord, SLUGS } from './record.ts'

const given = process.argv.slice(2).map(Number)
const sizes = given.length > 0 ? given : [10_000, 100_000, 1_000_000]
const ROUNDS = 5

const of = (selection: string): Question[] =>
  SLUGS.map((slug) => ({ query: `{ relation(by: {slug: "${slug}"}) { ${selection} } }`, variables: {} }))
const QUESTIONS: Readonly<Record<string, Question[]>> = {
  dashboard: askedOfAll(DASHBOARD),
  'by day': askedOfAll(DAILY),
  'page of events': of('events(first: 20) { nodes { id day tag { code } } }'),
  explanation: of(
    'explain(day: "2019-06-15", measure: TENSION) { score contributions(first: 20) { nodes { share } } }',
  ),
  search: [{ query: '{ search(text: "something", first: 20) { nodes { __typename } } }', variables: {} }],
}

const rows: Record<string, unknown>[] = []
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
  try {
    console.log(`${size} events: preparing …`)
    const record = join(folder, 'ours.sqlite')
    await makeRecord(record, size)
    const started = performance.now()
    const { origin, pid, stop } = await startOurs(record, { KEPT_MB: '0' })
    await answer(origin, { query: '{ __typename }', variables: {} })
    const startSeconds = (performance.now() - started) / 1000
    const costs: Record<string, number> = {}
    for (const [name, questions] of Object.entries(QUESTIONS)) costs[`${name}, ms`] = await medianMs(origin, questions)
    rows.push({ events: size, 'start, s': round(startSeconds), ...costs, 'memory, MB': peakMemory(pid) })
    await stop()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
console.table(rows)

/** The median of all answers after the first to each question. */
async function medianMs(origin: string, questions: readonly Question[]): Promise<number> {
  const times: number[] = []
  for (let i = 0; i <= ROUNDS; i++) {
    for (const question of questions) {
      const start = performance.now()
      await answer(origin, question)
      if (i > 0) times.push(performance.now() - start)
    }
  }
  return round(times.sort((x, y) => x - y)[Math.floor(times.length / 2)] ?? Number.NaN)
}

async function answer(origin: string, question: Question): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body: JSON.stringify(question) })
  const { errors } = (await response.json()) as { errors?: unknown }
  if (errors !== undefined) throw new Error(`${question.query}: ${JSON.stringify(errors)}`)
}

function round(x: number): number {
  return Number(x.toPrecision(3))
}
