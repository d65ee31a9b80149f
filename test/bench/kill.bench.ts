/**
 * What is lost where the power fails: the server and an import are killed (-9) at a random moment of coding, correcting,
 * publishing and importing, again and again, on one database. After each kill: every write that was acknowledged is there,
 * nothing is torn, the database is whole, and the kept tallies are those made anew. Arguments: rounds (default 200), seed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UserId } from '../../server/domain/account.ts'
import { type Day, dayOf, formatDay } from '../../server/domain/day.ts'
import { issueToken, userNamed } from '../../server/store/account.ts'
import { Database } from '../../server/store/database.ts'
import { rebuild } from '../../server/store/rollup.ts'
import { users } from '../../server/store/tables/work.ts'
import { randomFrom } from '../support/random.ts'
import { ROOT, startOurs } from './process.ts'

const [rounds = 200, seed = 1] = process.argv.slice(2).map(Number)
const random = randomFrom(seed)
/** Rows of an import, which is killed before, in or after its transaction. */
const ROWS = 1000
const CODES = ['010', '036', '040', '042', '051', '057', '061', '111', '112', '138', '173', '190']

const folder = await mkdtemp(join(tmpdir(), 'detente-bench-'))
const path = join(folder, 'killed.sqlite')
const lost: string[] = []
/** Ids of statements and corrections, versions of codebooks: what the server said was done. */
const acknowledged = { statements: new Set<string>(), codebooks: new Set<string>() }
let imports = 0
try {
  const token = await prepared()
  for (let round = 1; round <= rounds; round++) {
    await killedAtWork(round, token)
    await examined(round)
    if (round % 20 === 0) console.log(`${round} kills, ${lost.length} things lost`)
  }
  console.log(
    `${rounds} kills (seed ${seed}, load ${loadavg()[0]?.toFixed(1)}): ${acknowledged.statements.size} statements and ` +
      `${acknowledged.codebooks.size} codebooks acknowledged, ${imports} imports of ${ROWS} rows finished after a kill; ` +
      `${lost.length} things lost or torn (bar 0)`,
  )
  for (const line of lost) console.log(line)
  process.exitCode = lost.length === 0 ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** A database with the demonstration's articles, and the token of an editor. */
async function prepared(): Promise<string> {
  const server = await startOurs(path, { DETENTE_DEMO: 'articles' })
  await server.stop()
  const db = await Database.open(path)
  await db.write('bench', 'an editor', (tx) => {
    const editor = { name: 'editor', role: 'EDITOR' as const, password: null, createdAt: tx.at, disabledAt: null }
    return tx.keep(users, [{ ...editor, id: 1_000_000 as UserId }])
  })
  const owner = await userNamed(db, 'editor')
  if (owner === null) throw new Error('the editor is not there')
  const asked = { label: 'bench', role: 'EDITOR' as const, readOnly: false, expiresAt: null }
  const issued = await db.write('bench', 'a token', (tx) => issueToken(tx, owner, asked))
  await db.close()
  return issued.secret
}

async function killedAtWork(round: number, token: string): Promise<void> {
  const server = await startOurs(path, { DETENTE_DEMO: 'off' })
  const file = join(folder, `rows-${round}.csv`)
  await writeFile(file, rowsOf(round))
  const importing = imported(file)
  let alive = true
  const ask = async (query: string, input: object) => {
    const response = await fetch(`${server.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables: { input } }),
    })
    const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  const writing = [coding(ask, round), coding(ask, round), publishing(ask)].map(async (work) => {
    try {
      while (alive) await work()
    } catch (error) {
      // A request that the kill cuts off was not acknowledged; before it, nothing may fail.
      if (alive) lost.push(`round ${round}: ${error}`)
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 50 + random(3000)))
  alive = false
  process.kill(server.pid, 'SIGKILL')
  importing.kill('SIGKILL')
  await Promise.all(writing)
  await server.stop()
  // What a killed import did not store, the same file gives again, and nothing twice.
  const again = imported(file)
  const code = await new Promise((resolve) => again.once('exit', resolve))
  if (code !== 0) lost.push(`round ${round}: the import that was begun again ended with ${code}`)
  else imports++
}

type Ask = (query: string, input: object) => Promise<Record<string, never>>

/** Adds a statement and corrects each fourth. */
function coding(ask: Ask, round: number): () => Promise<void> {
  let document: string | null = null
  let n = 0
  return async () => {
    if (document === null) {
      const input = { title: `Report ${round}`, published: '2025-01-02' }
      const { addDocument } = (await ask(
        'mutation ($input: NewDocument!) { addDocument(input: $input) { document { id } } }',
        input,
      )) as never as { addDocument: { document: { id: string } } }
      document = addDocument.document.id
    }
    const judgement = { tag: 'accuse', reason: 'It says so.' }
    const day = formatDay((dayOf(2024, 1, 1) + random(300)) as Day)
    const input = { document, source: 'PAK', target: 'TAL', day, summary: `Accuses it, ${++n}`, judgement }
    const { addStatement } = (await ask(
      'mutation ($input: NewStatement!) { addStatement(input: $input) { statement { id } } }',
      input,
    )) as never as { addStatement: { statement: { id: string } | null } }
    const id = addStatement.statement?.id
    if (id === undefined) throw new Error('a statement was refused')
    acknowledged.statements.add(id)
    if (n % 4 !== 0) return
    const { supersedeStatement } = (await ask(
      'mutation ($input: StatementCorrection!) { supersedeStatement(input: $input) { statement { id } } }',
      { statement: id, summary: `Accuses it, ${n}, corrected`, reason: 'Counted anew' },
    )) as never as { supersedeStatement: { statement: { id: string } | null } }
    const corrected = supersedeStatement.statement?.id
    if (corrected === undefined) throw new Error('a correction was refused')
    acknowledged.statements.add(corrected)
  }
}

/** Publishes the newest codebook anew, under a note of its own. */
function publishing(ask: Ask): () => Promise<void> {
  return async () => {
    const { createDraft } = (await ask(
      'mutation ($input: NewDraft!) { createDraft(input: $input) { draft { number edition } } }',
      { from: 'default' },
    )) as never as { createDraft: { draft: { number: number; edition: number } } }
    const { number: draft, edition } = createDraft.draft
    const { publishCodebook } = (await ask(
      'mutation ($input: DraftPublishing!) { publishCodebook(input: $input) { codebook { version } } }',
      { draft, edition, note: `Draft ${draft}, nothing changed.` },
    )) as never as { publishCodebook: { codebook: { version: string } | null } }
    const version = publishCodebook.codebook?.version
    if (version === undefined) throw new Error('a codebook was not published')
    acknowledged.codebooks.add(version)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function examined(round: number): Promise<void> {
  const db = await Database.open(path)
  const bad = (what: string) => lost.push(`round ${round}: ${what}`)
  try {
    const [check] = await db.all<{ integrity_check: string }>('PRAGMA integrity_check')
    if (check?.integrity_check !== 'ok') bad(`integrity_check says ${check?.integrity_check}`)
    if ((await db.all('PRAGMA foreign_key_check')).length > 0) bad('a row points at nothing')
    const ids = new Set((await db.all<{ id: number }>('SELECT "id" FROM statement')).map(({ id }) => `Statement:${id}`))
    for (const id of acknowledged.statements) if (!ids.has(id)) bad(`${id} was acknowledged and is gone`)
    const versions = new Set(
      (await db.all<{ version: string }>('SELECT "version" FROM codebook')).map(({ version }) => version),
    )
    for (const version of acknowledged.codebooks) if (!versions.has(version)) bad(`codebook ${version} is gone`)
    const [torn] = await db.all<{ n: number }>(
      `SELECT COUNT(*) AS n FROM statement s WHERE s."supersededIn" IS NULL AND NOT EXISTS
         (SELECT 1 FROM event e WHERE e."id" = s."event" AND e."supersededIn" IS NULL)`,
    )
    if ((torn?.n ?? 0) > 0) bad(`${torn?.n} statements stand without their event`)
    const [rows] = await db.all<{ n: number }>(
      `SELECT COUNT(*) AS n FROM statement WHERE "collection" NOT IN
         (SELECT "id" FROM collection WHERE "code" IN ('articles', 'desk'))`,
    )
    if (rows?.n !== ROWS * imports) bad(`${rows?.n} imported rows instead of ${ROWS * imports}`)
    // The whole ledger anew is the longest check: at every fifth kill, and at the last.
    if (round % 5 === 0 || round === rounds) {
      const ledger = () => db.all('SELECT * FROM tally ORDER BY 1, 2, 3, 4, 5, 6, 7, 8')
      const kept = JSON.stringify(await ledger())
      await rebuild(db, 'bench')
      if (JSON.stringify(await ledger()) !== kept) bad('the kept tallies are not those made anew')
    }
  } finally {
    await db.close()
  }
}

function imported(file: string): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'dist/server/commands/import.js'), 'icews', file], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, DATABASE_URL: path },
  })
}

/** Every row another fact, in another year each round. */
function rowsOf(round: number): string {
  const first = dayOf(1900 + (round % 100), 1, 1)
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const day = formatDay((first + Math.floor(i / 12)) as Day)
    return `${day},Pakistan,${CODES[i % 12]},${round <= 100 ? 'India' : 'China'}`
  })
  return `date,source,cameo,target\n${rows.join('\n')}\n`
}
