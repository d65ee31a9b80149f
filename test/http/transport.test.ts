/** GraphQL over HTTP as released: statuses, methods, media types, and what a request may look like. */
import { describe, expect, it } from 'vitest'
import { type Api, openApi } from '../support/api.ts'

const RESPONSE_JSON = 'application/graphql-response+json'
const QUERY = '{ codebooks { version } }'
const headers = { 'content-type': 'application/json' }

const post = ({ app }: Api, payload: unknown, more: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { ...headers, ...more },
    payload: typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  })

describe('the status', () => {
  it('depends on the kind of error, whatever the client accepts', async () => {
    const api = await openApi()
    const cases: [object | string, number, string][] = [
      [{ query: QUERY }, 200, ''],
      [{ query: '{ codebook(version: "toad") { name } }' }, 200, 'UNKNOWN_CODEBOOK'],
      ['{"query":', 400, 'BAD_REQUEST'],
      ['', 400, 'BAD_REQUEST'],
      ['[]', 400, 'BAD_REQUEST'],
      [{}, 400, 'BAD_REQUEST'],
      [{ query: 7 }, 400, 'BAD_REQUEST'],
      [{ query: QUERY, variables: [] }, 400, 'BAD_REQUEST'],
      [{ query: '{' }, 400, 'GRAPHQL_PARSE_FAILED'],
      [{ query: 'query A { __typename } query B { __typename }' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
      [{ query: QUERY, operationName: 'Toad' }, 400, 'OPERATION_RESOLUTION_FAILURE'],
      [{ query: '{ toad }' }, 422, 'GRAPHQL_VALIDATION_FAILED'],
      [{ query: '{ relation(by: {slug: "x"}) { series(from: "1901-02-31") { days } } }' }, 422, 'BAD_DAY'],
      [{ query: 'query ($v: String!) { codebook(version: $v) { name } }' }, 422, 'BAD_USER_INPUT'],
      [{ query: 'query ($v: String!) { codebook(version: $v) { name } }', variables: { v: 7 } }, 422, 'BAD_USER_INPUT'],
      [{ query: '{ actors(first: 101) { nodes { id } } }' }, 422, 'BAD_RANGE'],
    ]
    for (const [payload, status, code] of cases) {
      for (const accept of [RESPONSE_JSON, 'application/json', '*/*', undefined]) {
        const response = await post(api, payload, accept === undefined ? {} : { accept })
        const [error] = response.json().errors ?? []
        expect([response.statusCode, error?.extensions?.code ?? ''], JSON.stringify(payload)).toEqual([status, code])
        const released = accept === RESPONSE_JSON || status >= 400
        const type = released ? RESPONSE_JSON : 'application/json'
        expect(response.headers['content-type'], JSON.stringify([payload, accept])).toBe(`${type}; charset=utf-8`)
        if (status >= 400) expect(response.json()).not.toHaveProperty('data')
      }
    }
  })

  it('follows the drafts if so configured', async () => {
    const api = await openApi({ transport: { statuses: 'LEGACY' } })
    for (const query of ['{', '{ toad }', 'query ($v: String!) { codebook(version: $v) { name } }']) {
      expect((await post(api, { query }, { accept: RESPONSE_JSON })).statusCode).toBe(400)
      const legacy = await post(api, { query }, { accept: 'application/json' })
      expect([legacy.statusCode, legacy.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    }
    expect((await post(api, '{"query":', { accept: 'application/json' })).statusCode).toBe(400)
  })
})

describe('a request', () => {
  it('may have unknown properties', async () => {
    const api = await openApi()
    const response = await post(api, { query: QUERY, toad: 1, extensions: { toad: [2] }, variables: { toad: 3 } })
    expect([response.statusCode, response.json().errors]).toEqual([200, undefined])
  })

  it('with another method is told the allowed ones', async () => {
    const { app } = await openApi()
    for (const method of ['PUT', 'PATCH', 'DELETE', 'HEAD'] as const) {
      const response = await app.inject({ method, url: '/graphql', headers, payload: '{}' })
      expect([response.statusCode, response.headers.allow], method).toEqual([405, 'GET, POST'])
    }
  })

  it('that accepts none of our media types is refused before execution', async () => {
    const api = await openApi()
    for (const accept of ['text/html', 'image/*', 'application/json;q=0, text/plain', 'application/xml']) {
      const response = await post(api, { query: QUERY }, { accept })
      expect(response.statusCode, accept).toBe(406)
      expect(response.json().errors[0].message).toContain('Accept one of these')
    }
    for (const accept of ['text/html, */*;q=0.1', 'application/*', `text/html;q=0.9, ${RESPONSE_JSON};q=0.2`]) {
      expect((await post(api, { query: QUERY }, { accept })).statusCode, accept).toBe(200)
    }
  })

  it('must have a body of JSON in UTF-8', async () => {
    const api = await openApi()
    const { app } = api
    const payload = JSON.stringify({ query: QUERY })
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/html']
    for (const type of [...types, 'application/graphql', 'application/json; charset=latin1', 'nonsense']) {
      const response = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': type }, payload })
      expect(response.statusCode, type).toBe(415)
      expect(response.json().errors, type).toHaveLength(1)
    }
    const bare = await app.inject({ method: 'POST', url: '/graphql', payload: Buffer.from(payload), headers: {} })
    expect(bare.statusCode).toBe(415)
    expect((await post(api, payload, { 'content-encoding': 'gzip' })).statusCode).toBe(415)
    expect((await post(api, payload, { 'content-type': 'application/json; charset=UTF-8' })).statusCode).toBe(200)
    // 0xC3 begins a letter of two bytes, but a quotation mark follows.
    const torn = Buffer.concat([
      Buffer.from('{"query":"{ codebook(version: \\"'),
      Buffer.from([0xc3]),
      Buffer.from('\\") { name } }"}'),
    ])
    expect([(await post(api, torn)).statusCode, (await post(api, torn)).json().errors[0].message]).toEqual([
      400,
      'The body is not UTF-8. Send JSON in UTF-8.',
    ])
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(payload)])
    expect((await post(api, marked)).statusCode).toBe(200)
  })

  it('with a body beyond the limit is refused', async () => {
    const api = await openApi({ limits: { bodyBytes: 2000 } })
    const response = await post(api, { query: QUERY, toad: 'x'.repeat(2000) })
    expect(response.statusCode).toBe(413)
    expect(response.json().errors[0].extensions.code).toBe('BAD_REQUEST')
    expect((await post(api, { query: QUERY, toad: 'x'.repeat(1000) })).statusCode).toBe(200)
  })

  it('by GET must have a header that pages of other sites cannot set without a preflight', async () => {
    const { app } = await openApi()
    const url = `/graphql?query=${encodeURIComponent('query ($v: String!) { codebook(version: $v) { name } }')}&variables=${encodeURIComponent('{"v":"default"}')}`
    const read = await app.inject({ url, headers: { 'apollo-require-preflight': 'yes' } })
    expect([read.statusCode, read.json().data]).toEqual([200, { codebook: { name: 'default' } }])
    expect((await app.inject({ url })).statusCode).toBe(400)
    expect((await app.inject({ url: '/graphql?query=mutation%7Btoad%7D', headers })).statusCode).toBe(422)
  })

  it('with a mutation by GET is refused and changes nothing', async () => {
    const { app, record, db } = await openApi()
    const before = [record.revision, (await db.all('SELECT 1 FROM audit')).length]
    const input = '{name: "ana", password: "ruritania ruritania"}'
    for (const query of [
      `mutation { signIn(input: ${input}) { userErrors { code } } }`,
      'mutation { signOut { userErrors { code } } }',
      'subscription { statementSettled { id } }',
    ]) {
      const response = await app.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers })
      expect([response.statusCode, response.headers.allow], query).toEqual([405, 'POST'])
      expect(response.json().errors[0].message).toMatch(/^GET requests only support query operations/)
      expect(response.json()).not.toHaveProperty('data')
    }
    await record.refresh()
    expect([record.revision, (await db.all('SELECT 1 FROM audit')).length]).toEqual(before)
  })
})

describe('the headers of an answer', () => {
  it('forbid sniffing, framing and foreign content', async () => {
    const { app } = await openApi()
    for (const url of ['/graphql', '/healthz', '/readyz', '/nothing-here', '/']) {
      const { headers } = await app.inject({ url })
      expect(headers['x-content-type-options'], url).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain(
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'",
      )
      expect(policy).toContain("frame-ancestors 'self'")
      expect(policy).not.toMatch(/unsafe-eval|\*|https?:|script-src[^;]*unsafe/)
      expect(headers).not.toHaveProperty('access-control-allow-origin')
      expect(headers).not.toHaveProperty('x-powered-by')
      expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}$/)
    }
  })

  it('allow framing by the configured sites', async () => {
    const { app } = await openApi({ transport: { frameAncestors: 'https://ruritania.example' } })
    const { headers } = await app.inject('/healthz')
    expect(headers['content-security-policy']).toContain('frame-ancestors https://ruritania.example')
  })

  it('allow reading by the configured origins only', async () => {
    const origin = 'https://ruritania.example'
    const asking = (api: Api, from: string) => post(api, { query: QUERY }, { origin: from })
    const preflight = ({ app }: Api, from: string) =>
      app.inject({
        method: 'OPTIONS',
        url: '/graphql',
        headers: { origin: from, 'access-control-request-method': 'POST' },
      })
    const closed = await openApi()
    expect((await asking(closed, origin)).headers).not.toHaveProperty('access-control-allow-origin')
    expect((await preflight(closed, origin)).statusCode).toBeGreaterThanOrEqual(400)
    const open = await openApi({ transport: { corsOrigins: [origin] } })
    expect((await asking(open, origin)).headers).toMatchObject({
      'access-control-allow-origin': origin,
      vary: expect.stringContaining('origin'),
    })
    const granted = await preflight(open, origin)
    expect([granted.statusCode, granted.headers['access-control-allow-methods']]).toEqual([204, 'GET, POST'])
    expect(String(granted.headers['access-control-allow-headers']).split(', ')).toEqual(
      expect.arrayContaining(['authorization', 'content-type']),
    )
    expect((await asking(open, 'https://borduria.example')).headers).not.toHaveProperty('access-control-allow-origin')
    expect((await preflight(open, 'https://borduria.example')).statusCode).toBe(403)
    expect(granted.headers).not.toHaveProperty('access-control-allow-credentials')
  })
})
