/** GraphiQL works without a network, and every example in it works on the demonstration data. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../server/config.ts'
import { EXAMPLES } from '../../web/graphiql/examples.ts'
import { theSchema } from '../support/api.ts'
import { type RunningServer, startServer } from '../support/server.ts'

const BUNDLE = join(root, 'dist', 'page', 'graphiql')
const textsOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(js|css|html)$/.test(file))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

let server: RunningServer
beforeAll(async () => {
  server = await startServer()
}, 300_000)
afterAll(() => server.stop())

describe('an example', () => {
  it.each(EXAMPLES.map((e) => [/\w+ (\w+)/.exec(e.query.replace(/^#.*/gm, '').trim())?.[1] ?? '', e] as const))(
    '%s answers on the demonstration data',
    async (_name, { query, variables = {} }) => {
      expect(validate(theSchema(), parse(query))).toEqual([])
      if (query.includes('subscription')) return
      const response = await fetch(`${server.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = (await response.json()) as { data: object; errors?: unknown }
      expect(errors).toBeUndefined()
      // It shows something: at least one score, count or text, and no list of the answer's first level is empty.
      expect(JSON.stringify(data)).toMatch(/:(\[?)(\d|"[^"])/)
      for (const value of Object.values(data)) expect(value).not.toBeNull()
    },
  )

  it('exists for staff, clients and analysts, with a comment on what it answers', () => {
    expect(new Set(EXAMPLES.map((e) => e.audience))).toEqual(new Set(['staff', 'clients', 'analysts']))
    for (const { audience, query } of EXAMPLES) expect(query).toMatch(new RegExp(`^# For ${audience}: .+\\.\n`))
  })
})

describe('the editor', () => {
  it('is served with its files, and may start only its own workers', async () => {
    const page = await fetch(`${server.origin}/graphiql`)
    const text = await page.text()
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')])
    expect(page.headers.get('content-security-policy')).toContain("worker-src 'self'")
    const files = [...text.matchAll(/(?:src|href)="(\/graphiql\/[^"]+)"/g)].map((m) => m[1])
    expect(files.length).toBeGreaterThanOrEqual(2)
    for (const file of files) {
      const response = await fetch(`${server.origin}${file}`)
      expect([response.status, (await response.text()).length > 0], file).toEqual([200, true])
    }
    expect(text).not.toMatch(/<script>|https?:/)
  })

  it('loads nothing from other hosts', () => {
    const texts = textsOf(BUNDLE)
    expect(texts.length).toBeGreaterThan(5)
    const hosts = /(unpkg\.com|jsdelivr|cdnjs|esm\.sh|skypack|googleapis|gstatic|cloudflare)/i
    expect(texts.filter(([, text]) => hosts.test(text)).map(([file]) => file)).toEqual([])
    const loads = /(?:import\(|from|src=|url\()\s*["'`]?(?:https?:)?\/\/[a-z]/i
    expect(texts.filter(([, text]) => loads.test(text)).map(([file, text]) => [file, loads.exec(text)?.[0]])).toEqual(
      [],
    )
  })

  it('adds nothing to the dashboard', () => {
    const dashboard = textsOf(join(root, 'dist', 'page')).filter(([file]) => !file.startsWith('graphiql'))
    expect(dashboard.length).toBeGreaterThan(1)
    expect(dashboard.filter(([, text]) => /graphiql-|GraphiQL|monaco/.test(text)).map(([file]) => file)).toEqual([])
  })
})
