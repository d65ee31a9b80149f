/**
 * What can go wrong around the server, made to go wrong: each time somebody is told what it was and what to do, nothing is
 * lost, and when it is over the server goes on.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Api, openApi } from '../support/api.ts'
import { type Ask, asking, cookieOf, settleIn } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { temporaryDirectory } from '../support/store.ts'
import { copyDemo } from '../support/template.ts'

/** With its names it takes several pages of the file. */
const ADD = `mutation ($names: [String!]) { addActor(input: {code: "KHE", name: "Khemed", kind: STATE, names: $names}) {
  actor { name } userErrors { message } } }`
const names = Array.from({ length: 300 }, (_, i) => `Khemed ${'of the desert '.repeat(5)}${i}`)

async function opened(): Promise<Api & { readonly editor: Ask }> {
  const api = await openApi()
  await settleIn(api.db)
  return { ...api, editor: asking(api, await cookieOf(api.db, 'EDITOR')) }
}

/** Every row of the record and its audit. */
const everything = ({ db }: Api) =>
  Promise.all(
    ['revision', 'actor', 'actor_name', 'statement', 'event', 'tally', 'audit'].map((t) =>
      db.all(`SELECT * FROM ${t}`),
    ),
  )

/** A change fails, and the client is told no more than that; what the operator is told is returned. */
async function failingChange(api: Api & { readonly editor: Ask }): Promise<string> {
  const before = await everything(api)
  const { errors, data, extensions, headers, text } = await api.editor(ADD, { names })
  expect(data).toBeNull()
  expect(errors[0]?.message).toMatch(/^The server failed to answer this\. Nothing was changed\./)
  expect(extensions.requestId).toBe(headers['x-request-id'])
  expect(text).not.toMatch(/sqlite|disk|locked|\/tmp/i)
  expect(await everything(api)).toEqual(before)
  // Reading goes on.
  expect((await api.ask('{ relations { nodes { slug } } }')).errors).toEqual([])
  const [logged] = api.logged.slice(-1)
  return String(logged instanceof Error ? logged.cause : logged)
}

/** The change is made now. */
async function changes({ editor, data }: Api & { readonly editor: Ask }): Promise<void> {
  const made = await editor(ADD, { names })
  expect([made.errors, made.data.addActor.userErrors]).toEqual([[], []])
  expect((await data('{ actor(code: "KHE") { name } }')).actor).toEqual({ name: 'Khemed' })
}

describe('a running server', () => {
  it('whose disk is full refuses changes, still answers queries, and recovers once there is room', async () => {
    const api = await opened()
    const [{ page_count: pages }] = await api.db.writer.query('PRAGMA page_count')
    await api.db.writer.query(`PRAGMA max_page_count = ${pages}`)
    const said = await failingChange(api)
    expect(said).toMatch(/the disk is full\. Make room; nothing was half written\./)
    await api.db.writer.query('PRAGMA max_page_count = 1000000')
    await changes(api)
  })

  it('whose database is locked by another program refuses changes after a while, and recovers once it is free', async () => {
    const api = await opened()
    await api.db.writer.query('PRAGMA busy_timeout = 50')
    const script = `
      const sqlite3 = require('sqlite3')
      const db = new sqlite3.Database(process.argv[1])
      db.exec('BEGIN IMMEDIATE', (e) => { console.log(e ?? 'held'); setInterval(() => {}, 1000) })`
    const other = spawn(process.execPath, ['-e', script, api.db.path], { stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void other.kill('SIGKILL'))
    await once(other.stdout, 'data')
    const said = await failingChange(api)
    expect(said).toMatch(/another program is writing to it and did not finish in time\. Wait for it, or end it\./)
    other.kill('SIGKILL')
    await once(other, 'close')
    await changes(api)
  })
})

/** What a start that fails says, and its exit code. */
async function failedStart(env: Readonly<Record<string, string>>): Promise<string> {
  const said = await startServer(env).then(
    async (server) => {
      await server.stop()
      return 'it started'
    },
    (error: Error) => error.message,
  )
  expect(said).toContain('the server ended with 1')
  // A sentence for a person, not a trace.
  expect(said).not.toMatch(/^\s+at .*:\d+/m)
  return said
}

describe('a start', () => {
  it('on a port in use fails with a message, and leaves the other program alone', async () => {
    const taken = createServer((socket) => socket.end('still here'))
    taken.listen(0, '0.0.0.0')
    await once(taken, 'listening')
    onTestFinished(() => void taken.close())
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const said = await failedStart({ PORT: port, DETENTE_DEMO: 'off' })
    expect(said).toContain(`Detente cannot start. ${port}: another program uses this port. Set PORT to another one.`)
  })

  it('on a damaged file fails with a message, and does not touch it', async () => {
    const path = join(await temporaryDirectory(), 'torn.sqlite')
    await copyDemo.articles(path)
    const { size } = await stat(path)
    const file = await open(path, 'r+')
    // All but the first page, which holds the header and the schema's root.
    await file.write(Buffer.alloc(size - 4096, 7), 0, size - 4096, 4096)
    await file.close()
    const before = await readFile(path)
    const said = await failedStart({ DATABASE_URL: path, DETENTE_DEMO: 'articles' })
    expect(said).toContain('the database file is damaged. Restore a backup.')
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it.skipIf(!existsSync('/proc'))('in a directory that cannot be written says which, why and what to do', async () => {
    const said = await failedStart({ DATABASE_URL: '/proc/norland/a.sqlite' })
    expect(said).toMatch(
      /"\/proc\/norland": no database can be made in this directory \(\w+\)\. Give one that you may write to\./,
    )
  })
})
