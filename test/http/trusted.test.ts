/** Trusted documents: asked by hash, by GET and POST; and a server that answers nothing else. */
import { createHash } from 'node:crypto'
import { parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { hashOf as askedHash } from '../../server/figure/asked.ts'
import { RateLimiter } from '../../server/graphql/guard/rate.ts'
import { readTrustedDocuments, TrustedDocuments } from '../../server/http/trusted.ts'
import { settle } from '../../server/store/settle.ts'
import { type ApiOptions, openApi, RELATION, theSchema } from '../support/api.ts'
import { follow, openLive, taken } from '../support/live.ts'
import { statement } from '../support/store.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const NAMED = 'query Named($slug: String!) { relation(by: {slug: $slug}) { slug } }'
const SIGN_OUT = 'mutation { signOut { userErrors { code } } }'
const KNOWN = new TrustedDocuments({ [hashOf(NAMED)]: NAMED, [hashOf(SIGN_OUT)]: SIGN_OUT })
const variables = { slug: RELATION }

const by = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } })

async function open(options: ApiOptions = {}) {
  const api = await openApi({ trusted: KNOWN, ...options })
  const { app } = api
  const post = (payload: object) => app.inject({ method: 'POST', url: '/graphql', payload })
  const get = (given: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}) => {
    const parameters = Object.entries(given).map(([k, v]) => [k, typeof v === 'string' ? v : JSON.stringify(v)])
    const url = `/graphql?${new URLSearchParams(parameters)}`
    return app.inject({ url, headers: { 'apollo-require-preflight': 'true', ...headers } })
  }
  return { ...api, post, get }
}

describe('a trusted document', () => {
  it('is executed by its hash alone, by POST and by GET', async () => {
    const { post, get } = await open()
    for (const response of [
      await post({ extensions: by(NAMED), variables }),
      await get({ extensions: by(NAMED), variables }),
      await get({ extensions: by(NAMED), variables, operationName: 'Named' }),
      await post({ extensions: by(NAMED), query: NAMED, variables }),
    ]) {
      expect([response.statusCode, response.json().data]).toEqual([200, { relation: { slug: RELATION } }])
    }
  })

  it('is a 304 for a client that has the answer', async () => {
    const { get } = await open()
    const first = await get({ extensions: by(NAMED), variables })
    const tag = String(first.headers.etag)
    expect((await get({ extensions: by(NAMED), variables }, { 'if-none-match': tag })).statusCode).toBe(304)
    const other = { extensions: by(NAMED), variables: { slug: 'syldavia-borduria' } }
    expect((await get(other, { 'if-none-match': tag })).statusCode).toBe(200)
  })

  it('with a mutation is refused by GET', async () => {
    const { post, get } = await open()
    const response = await get({ extensions: by(SIGN_OUT) })
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST'])
    expect(response.json().errors[0].message).toContain('GET requests only support query operations')
    expect((await post({ extensions: by(SIGN_OUT) })).statusCode).toBe(200)
  })

  it('that is unknown is refused with the protocol’s message, the rule and the cure, and is not registered', async () => {
    const { post, get } = await open()
    const unknown = '{ codebooks { version } }'
    expect((await post({ query: unknown, extensions: by(unknown) })).statusCode).toBe(200)
    for (const response of [await post({ extensions: by(unknown) }), await get({ extensions: by(unknown) })]) {
      expect(response.statusCode).toBe(422)
      expect(response.json().errors).toEqual([
        {
          message: 'PersistedQueryNotFound',
          extensions: {
            code: 'PERSISTED_QUERY_NOT_FOUND',
            rule: 'no document with this hash is known here',
            cure: 'Send the text of the document; reload a page that was built for another version',
          },
        },
      ])
    }
    const torn = await post({ query: unknown, extensions: by(NAMED) })
    expect([torn.statusCode, torn.json().errors[0].message]).toEqual([
      400,
      'provided sha does not match query. Send the SHA-256 of the text in hexadecimal, or one of the two alone.',
    ])
    for (const persistedQuery of [
      'x',
      7,
      {},
      { version: 2 },
      { version: 1 },
      { version: 1, sha256Hash: '__proto__' },
    ]) {
      const response = await post({ extensions: { persistedQuery } })
      const version1 = typeof persistedQuery === 'object' && 'version' in persistedQuery && persistedQuery.version === 1
      const { code } = response.json().errors[0].extensions
      expect([response.statusCode, code], JSON.stringify(persistedQuery)).toEqual(
        version1 ? [422, 'PERSISTED_QUERY_NOT_FOUND'] : [400, 'BAD_REQUEST'],
      )
    }
  })

  it('is exempt from the limits on shape, but not from those on cost', async () => {
    const limits = { tokens: 100, aliases: 0, depth: 1, rootFields: 1 }
    const many = `{ ${Array.from({ length: 60 }, (_, i) => `a${i}: relation(by: {slug: "${RELATION}"}) { events(first: 2) { nodes { id } } }`).join(' ')} }`
    const trusted = new TrustedDocuments({ [hashOf(many)]: many })
    // 60 × (the relation, the list and 2 events).
    expect((await (await open({ trusted, limits })).post({ extensions: by(many) })).json().extensions.cost.asked).toBe(
      240,
    )
    const dear = await (await open({ trusted, limits: { ...limits, cost: 239 } })).post({ extensions: by(many) })
    expect([dear.statusCode, dear.json().errors[0].extensions.rule]).toEqual([422, 'an operation costs at most 239'])
    const often = await open({ trusted, limits, rate: new RateLimiter(300, () => 0) })
    expect((await often.post({ extensions: by(many) })).statusCode).toBe(200)
    expect((await often.post({ extensions: by(many) })).statusCode).toBe(429)
    const strange = await open({ limits })
    expect((await strange.post({ query: many })).statusCode).toBe(400)
  })
})

describe('a server of trusted documents only', () => {
  it('executes these by hash or text, and nothing else, not even introspection', async () => {
    const { post, get, ask } = await open({ limits: { trustedOnly: true } })
    expect((await post({ extensions: by(NAMED), variables })).statusCode).toBe(200)
    expect((await post({ query: NAMED, variables })).statusCode).toBe(200)
    for (const query of ['{ codebooks { version } }', '{ __schema { types { name } } }', `${NAMED} `]) {
      const refused = await ask(query, variables)
      expect([refused.status, refused.errors[0]?.extensions?.code], query).toEqual([403, 'DOCUMENT_NOT_TRUSTED'])
      expect(refused.errors[0]?.message).toContain('ask its operator for DOCUMENTS=any')
      expect((await get({ query })).statusCode).toBe(403)
    }
  })

  it('accepts a trusted subscription by its hash', async () => {
    const text = 'subscription { statementSettled { summary } }'
    const live = await openLive({
      trusted: new TrustedDocuments({ [hashOf(text)]: text }),
      limits: { trustedOnly: true },
    })
    const events = live.client.iterate({ query: '', extensions: by(text) })
    const first = events.next()
    await taken(live)
    const document = live.herald
    await live.db.write('test', 'settles', (tx) => settle(tx, statement(document, { summary: 'Accuses it' })))
    expect((await first).value).toMatchObject({ data: { statementSettled: { summary: 'Accuses it' } } })
    const unknown = live.client.iterate({ query: '', extensions: by('subscription { scoresChanged }') }).next()
    expect(await unknown.catch((errors: readonly Error[]) => errors[0]?.message)).toContain(
      'No document of this hash is known here',
    )
  })

  it('refuses other subscriptions', async () => {
    const live = await openLive({ trusted: KNOWN, limits: { trustedOnly: true } })
    const refused = await follow(live, 'subscription { statementSettled { id } }').first.catch((errors) => errors)
    expect(refused[0].extensions.code).toBe('DOCUMENT_NOT_TRUSTED')
  })
})

describe('the documents of the page', () => {
  it('are valid, and have their own hashes', async () => {
    const documents = readTrustedDocuments()
    const page = Object.entries(await import('../../server/figure/generated/documents.ts'))
    expect(page.length).toBeGreaterThan(5)
    for (const [name, document] of page) {
      const hash = askedHash(document) ?? ''
      const text = documents.text(hash) ?? ''
      expect(hashOf(text), name).toBe(hash)
      expect(validate(theSchema(), parse(text)), name).toEqual([])
    }
  })
})
