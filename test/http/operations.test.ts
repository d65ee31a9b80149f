/** What those who run it rely on: tags, figures, readiness while it goes down, and a log that holds no secrets. */
import { once } from 'node:events'
import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { isRefusal } from '../../server/domain/error.ts'
import { Drain } from '../../server/http/drain.ts'
import { logRequests, logSlow } from '../../server/http/log.ts'
import { settle } from '../../server/store/settle.ts'
import { type Api, openApi } from '../support/api.ts'
import { cookieOf, settleIn, tokenOf } from '../support/people.ts'
import { startServer } from '../support/server.ts'
import { statement } from '../support/store.ts'

const QUESTION = '{ relation(by: {slug: "ruritania-syldavia"}) { series { days tension stamp { revision } } } }'

function get({ app }: Api, query: string, headers: Record<string, string> = {}, variables?: object) {
  const url = `/graphql?query=${encodeURIComponent(query)}${variables ? `&variables=${encodeURIComponent(JSON.stringify(variables))}` : ''}`
  return app.inject({
    method: 'GET',
    url,
    headers: { 'apollo-require-preflight': '1', accept: 'application/json', ...headers },
  })
}

describe('an answer to GET', () => {
  it('has an ETag that gives a 304 without execution until the record changes', async () => {
    const api = await openApi()
    const first = await get(api, QUESTION)
    const tag = String(first.headers.etag)
    expect([first.statusCode, first.headers['cache-control']]).toEqual([200, 'private, no-cache'])
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/)
    const again = await get(api, QUESTION, { 'if-none-match': `W/"other", ${tag}` })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag])
    const metrics = (await api.app.inject('/metrics')).body
    expect(metrics).toContain('detente_unchanged_total 1')
    expect(metrics).toContain('detente_operation_seconds_count{operation="anonymous",outcome="ok"} 1')

    await api.db.write('test', 'one more', (tx) => settle(tx, statement(api.herald)))
    const changed = await get(api, QUESTION, { 'if-none-match': tag })
    expect(changed.statusCode).toBe(200)
    expect(changed.headers.etag).not.toBe(tag)
    expect((await get(api, QUESTION, { 'if-none-match': String(changed.headers.etag) })).statusCode).toBe(304)
  })

  it('has a different ETag for another query, variables or media type', async () => {
    const api = await openApi()
    const query = 'query ($slug: String!) { relation(by: {slug: $slug}) { slug } }'
    const tags = [
      await get(api, QUESTION),
      await get(api, query, {}, { slug: 'ruritania-syldavia' }),
      await get(api, query, {}, { slug: 'syldavia-borduria' }),
      await get(api, QUESTION, { accept: 'application/graphql-response+json' }),
    ].map((r) => r.headers.etag)
    expect(new Set(tags).size).toBe(4)
  })

  it('has a different ETag for each role, so that a browser never shows one user the answer of another', async () => {
    const api = await openApi()
    await settleIn(api.db)
    const askers = [{}, await cookieOf(api.db, 'VIEWER'), await cookieOf(api.db, 'ANALYST')]
    const tags = []
    for (const headers of askers) tags.push(String((await get(api, QUESTION, headers)).headers.etag))
    expect(new Set(tags).size).toBe(3)
    for (const [i, headers] of askers.entries()) {
      const statuses = []
      for (const tag of tags) statuses.push((await get(api, QUESTION, { ...headers, 'if-none-match': tag })).statusCode)
      expect(statuses).toEqual([0, 1, 2].map((n) => (n === i ? 304 : 200)))
    }
    // Another user of the same role reads the same.
    expect((await get(api, QUESTION, await cookieOf(api.db, 'VIEWER'))).headers.etag).toBe(tags[1])
    const madeUp = { authorization: 'Bearer det_made-up', 'if-none-match': String(tags[0]) }
    expect((await get(api, QUESTION, madeUp)).statusCode).toBe(200)
  })

  it('has no ETag if it read data without revisions: the viewer, drafts, the audit', async () => {
    const api = await openApi()
    await settleIn(api.db)
    const admin = await cookieOf(api.db, 'ADMIN')
    for (const query of ['{ viewer { name } }', '{ drafts { number } }', '{ audit { totalCount } }']) {
      const { statusCode, headers } = await get(api, query, admin)
      expect([statusCode, headers.etag, headers['cache-control']], query).toEqual([200, undefined, 'no-store'])
    }
  })

  it('has an ETag even with an alias "errors", or "revision" in a string', async () => {
    const api = await openApi()
    const queries = ['{ errors: codebooks { version } }', '{ revision: codebooks { extensions: version } }']
    for (const query of [...queries, '{ search(text: "\\"revision\\":7}}") { totalCount } }']) {
      const { statusCode, headers } = await get(api, query)
      expect([statusCode, typeof headers.etag], query).toEqual([200, 'string'])
      expect((await get(api, query, { 'if-none-match': String(headers.etag) })).statusCode, query).toBe(304)
    }
  })

  it('has no ETag if it has errors or is sent by POST', async () => {
    const api = await openApi()
    expect((await get(api, '{ relation(by: {slug: "atlantis"}) { slug } }')).headers.etag).toBeUndefined()
    expect((await get(api, '{ nonsense }')).headers.etag).toBeUndefined()
    expect((await api.ask(QUESTION)).headers.etag).toBeUndefined()
  })
})

describe('the metrics', () => {
  it('count operations by name and errors by code, with a limited number of names', async () => {
    const api = await openApi()
    await api.ask('query Named { relations { nodes { slug } } }')
    await api.ask('query Wrong { relation(by: {slug: "atlantis"}) { slug } }')
    await api.ask('{ nonsense }')
    for (let i = 0; i < 120; i++) await api.ask(`query N${i} { __typename }`)
    const { body } = await api.app.inject('/metrics')
    expect(body).toContain('detente_operation_seconds_count{operation="Named",outcome="ok"} 1')
    expect(body).toContain('detente_operation_seconds_count{operation="Wrong",outcome="error"} 1')
    expect(body).toContain('detente_operation_errors_total{code="UNKNOWN_RELATION"} 1')
    expect(body).toContain('detente_operation_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 1')
    expect(body).toMatch(/detente_operation_seconds_count\{operation="other",outcome="ok"\} 2\d/)
    expect(body).toContain(`detente_revision ${api.record.revision}`)
  })
})

describe('the metrics are readable', () => {
  const STRANGER = '192.0.2.1'
  const statuses = async (metrics: 'LOCAL' | 'OPEN' | 'TOKEN', trustProxy: readonly string[] = []) => {
    const api = await openApi({ transport: { metrics, trustProxy } })
    await settleIn(api.db)
    const [admin, editor] = [await tokenOf(api.db, 'ADMIN'), await tokenOf(api.db, 'EDITOR')]
    const lesser = await tokenOf(api.db, 'ADMIN', { role: 'VIEWER' })
    const read = async (remoteAddress: string, headers: Record<string, string> = {}) =>
      (await api.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode
    return {
      here: [await read('127.0.0.1'), await read('::1'), await read('::ffff:127.0.0.1')],
      proxied: await read('127.0.0.1', { 'x-forwarded-for': STRANGER }),
      stranger: await read(STRANGER),
      pretender: await read(STRANGER, { 'x-forwarded-for': '127.0.0.1' }),
      admin: await read(STRANGER, admin),
      others: [
        await read(STRANGER, editor),
        await read(STRANGER, lesser),
        await read(STRANGER, { authorization: 'x' }),
      ],
    }
  }
  const FORBIDDEN = [403, 403, 403]

  it('on this machine and with an admin’s token, by default', async () => {
    const local = { here: [200, 200, 200], proxied: 403, stranger: 403, pretender: 403, admin: 200, others: FORBIDDEN }
    expect(await statuses('LOCAL')).toEqual(local)
    expect(await statuses('LOCAL', ['loopback'])).toEqual(local)
  })

  it('by everybody, or only with an admin’s token, if so configured', async () => {
    const all = [200, 200, 200]
    expect(await statuses('OPEN')).toEqual({
      ...{ here: all, proxied: 200, stranger: 200, pretender: 200, admin: 200, others: all },
    })
    expect(await statuses('TOKEN')).toEqual({
      ...{ here: FORBIDDEN, proxied: 403, stranger: 403, pretender: 403, admin: 200, others: FORBIDDEN },
    })
  })
})

describe('the log', () => {
  it('is one JSON object for each request, without the query', async () => {
    const api = await openApi()
    const lines: string[] = []
    logRequests(api.app, { log: 'json', slowMs: 1000, drainSeconds: 0, cacheMegabytes: 32 }, (line) => lines.push(line))
    const response = await get(api, QUESTION, { authorization: 'Bearer secret-1' }, { secret: 'secret-2' })
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        ...{ at: expect.stringMatching(/^\d{4}-.*Z$/), event: 'request', requestId: response.headers['x-request-id'] },
        ...{ method: 'GET', path: '/graphql', status: 200, ms: expect.any(Number), ip: '127.0.0.1' },
      },
    ])
    expect(lines.join()).not.toMatch(/secret|relation/)
  })

  it('has slow operations, and is off by default', () => {
    const answered = { requestId: 'r', name: 'Slow', seconds: 1.5, errors: [], cost: 7, document: 'abc' }
    const linesOf = (log: 'json' | 'off', slowMs: number): string[] => {
      const lines: string[] = []
      logSlow({ log, slowMs, drainSeconds: 0, cacheMegabytes: 32 }, (line) => lines.push(line))(answered)
      return lines
    }
    expect(JSON.parse(linesOf('json', 1000)[0] ?? '')).toMatchObject({
      event: 'slow',
      operation: 'Slow',
      ms: 1500,
      cost: 7,
    })
    expect([linesOf('json', 1500), linesOf('json', 0), linesOf('off', 1)]).toEqual([[], [], []])
  })

  it('is configured by LOG, SLOW_MS and DRAIN_SECONDS, which are validated', () => {
    const config = readConfig({ LOG: 'json', SLOW_MS: '250', DRAIN_SECONDS: '5' })
    expect(config).toMatchObject({ operations: { log: 'json', slowMs: 250, drainSeconds: 5 } })
    expect(readConfig({})).toMatchObject({
      operations: { log: 'off', slowMs: 1000, drainSeconds: 0, cacheMegabytes: 32 },
    })
    const refused = readConfig({ LOG: 'loud', SLOW_MS: '-1', DRAIN_SECONDS: 'a while' })
    expect(Array.isArray(refused) && refused.filter(isRefusal).map((r) => r.value)).toEqual([
      '"loud"',
      '"-1"',
      '"a while"',
    ])
  })
})

describe('a shutdown', () => {
  it('finishes open requests, and accepts no others', async () => {
    const { app } = await openApi()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let entered = () => {}
    const under = new Promise<void>((resolve) => {
      entered = resolve
    })
    app.get('/held', async () => {
      entered()
      await held
      return { finished: true }
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const get = (path: string) =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        request({ port, host: '127.0.0.1', path, agent: false }, (response) => {
          let body = ''
          response.on('data', (chunk) => {
            body += chunk
          })
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
        })
          .on('error', reject)
          .end()
      })
    const answer = get('/held')
    await under
    const drain = new Drain()
    expect(drain.draining).toBe(false)
    const closed = drain.close(app, 0)
    expect(drain.draining).toBe(true)
    const refused = await get('/healthz').then(
      ({ status }) => status,
      () => 'refused',
    )
    expect([503, 'refused']).toContain(refused)
    release()
    expect(await answer).toEqual({ status: 200, body: '{"finished":true}' })
    await closed
  })

  it('at SIGTERM reports not ready, then ends; its log is JSON', async () => {
    const server = await startServer({ DETENTE_DEMO: 'off', LOG: 'json', DRAIN_SECONDS: '3' })
    const ended = once(server.child, 'close')
    try {
      expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
      server.child.kill('SIGTERM')
      let status = 200
      while (status === 200) status = (await fetch(`${server.origin}/readyz`)).status
      expect(status).toBe(503)
      // Requests are answered all the while.
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
      const [code] = await ended
      expect(code).toBe(0)
    } finally {
      await server.stop()
    }
    const lines = server
      .errors()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ path, status }) => `${path} ${status}`)).toEqual(
      expect.arrayContaining(['/readyz 200', '/readyz 503']),
    )
  }, 240_000)
})
