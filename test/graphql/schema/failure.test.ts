/** When the server fails, the operator learns why and the client learns the request's id: nothing internal leaves. */
import { describe, expect, it } from 'vitest'
import { openApi, RELATION } from '../../support/api.ts'

const INTERNAL = /sqlite|select|pragma|driver|typeorm|node_modules|\.ts\b|\.js\b|\/tmp|\/server|at .*:\d+|stack/i

describe('an answer of a failing server', () => {
  it('says that it failed, with the request id, if a resolver fails', async () => {
    const { ask, db, record, logged } = await openApi()
    // The record in memory still answers; what needs the file cannot.
    record.refresh = async () => undefined
    await db.reader.query('PRAGMA query_only = 1')
    await db.reader.destroy()
    const { status, text, errors, extensions, data, headers } = await ask(`{ codebooks { version }
      relation(by: {slug: "${RELATION}"}) { slug statements { nodes { id } } } }`)
    await db.reader.initialize()
    expect(status).toBe(200)
    expect(data.codebooks).toHaveLength(3)
    expect(errors).toEqual([
      {
        message:
          'The server failed to answer this. Nothing was changed. Try again, and report the request id if it stays.',
        path: ['relation', 'statements'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ])
    expect(extensions.requestId).toBe(headers['x-request-id'])
    expect(text).not.toMatch(INTERNAL)
    expect(logged).toHaveLength(1)
    expect(String(logged[0])).toMatch(/database|driver|connect/i)
  })

  it('says so too if the record cannot be read', async () => {
    const { ask, db, app, logged } = await openApi()
    await db.reader.destroy()
    const { status, text, errors, headers } = await ask('{ codebooks { version } }')
    const ready = await app.inject('/readyz')
    const alive = await app.inject('/healthz')
    await db.reader.initialize()
    expect(status).toBe(503)
    expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: headers['x-request-id'] })
    expect(text).not.toMatch(INTERNAL)
    expect(logged.length).toBeGreaterThan(0)
    expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false }])
    expect(alive.statusCode).toBe(200)
  })
})

describe('an answer', () => {
  it('has the data revision, and the request id if it has errors', async () => {
    const { ask, record } = await openApi()
    const good = await ask('{ codebooks { version } }')
    expect(good.extensions.revision).toBe(record.revision)
    expect(good.extensions.requestId).toBeUndefined()
    for (const query of ['{ codebook(version: "toad") { name } }', '{ toad }', '{']) {
      const bad = await ask(query)
      expect(bad.extensions).toMatchObject({ revision: record.revision, requestId: bad.headers['x-request-id'] })
    }
  })
})
