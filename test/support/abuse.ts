/**
 * Requests that mean harm: each with the status it is refused with, or 200 where it is harmless as it is held. The tests
 * send them, and so does the bench that takes their times.
 */
import { request } from 'node:http'

export interface Abuse {
  readonly name: string
  readonly status: number
  readonly body?: unknown
  /** The body as it is sent. */
  readonly raw?: string | Buffer
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly says?: RegExp
}

const many = (n: number, what: (i: number) => string) => Array.from({ length: n }, (_, i) => what(i)).join(' ')
const query = (text: string, variables?: unknown) => ({ query: text, variables })
const DAILY = 'series(from: "1881-01-01", to: "1901-12-31", bucket: DAY) { days tension engagement }'
const TOO_MANY_TOKENS = /more that 1000 tokens/

/** Fragments that double at each level: 2ⁿ fields from n lines. */
const doubling = (relation: string, n: number) =>
  `{ relation(by: {slug: "${relation}"}) { ...F0 } } ${many(
    n,
    (i) =>
      `fragment F${i} on Relation { a { actor { names } } x${i}: b { actor { names } } ...F${i + 1} ...F${i + 1} }`,
  )} fragment F${n} on Relation { name }`

/** Lists in lists in lists; `wide` fields at each of its levels. */
const fanOut = (relation: string, wide: number) => {
  const fragments = Array.from({ length: 6 }, (_, level) => {
    const [type, field] = level % 2 === 0 ? ['Event', 'statements'] : ['Statement', 'event']
    const inner = level === 5 ? 'id' : `...L${level + 1}`
    return `fragment L${level} on ${type} { ${many(wide, () => `${field} { ${inner} }`)} }`
  })
  return `{ relation(by: {slug: "${relation}"}) { events(first: 100) { nodes { ...L0 } } } } ${fragments.join(' ')}`
}

/** Each spreads the next; names to the base 36, so that the body stays within its own limit. */
const CHAIN = `{ ...F0 } ${many(3000, (i) => `fragment F${i.toString(36)} on Query{...F${(i + 1).toString(36)}}`)}`

const deepList = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
/** All of them, against a server whose record has this relation. */
export function abusesOf(relation: string): readonly Abuse[] {
  const on = (selection: string) => `{ relation(by: {slug: "${relation}"}) { ${selection} } }`
  const pages = [100_000, 0, -1].flatMap((first): Abuse[] => [
    {
      name: `first: ${first} by literal`,
      body: query(on(`events(first: ${first}) { nodes { id } }`)),
      status: 422,
      says: /a page holds 1 to 100/,
    },
    {
      name: `first: ${first} by variable`,
      body: query(`query ($n: Int) ${on('statements(first: $n) { nodes { id } }')}`, { n: first }),
      status: 422,
      says: /a page holds 1 to 100/,
    },
  ])
  return [
    { name: '100 aliases', body: query(on(many(100, (i) => `a${i}: name`))), status: 422, says: /at most 15 aliases/ },
    {
      name: '100 aliases of 20 years',
      body: query(on(many(100, (i) => `a${i}: ${DAILY}`))),
      status: 400,
      says: TOO_MANY_TOKENS,
    },
    {
      name: '12 aliases of 20 years',
      body: query(on(many(12, (i) => `a${i}: ${DAILY}`))),
      status: 422,
      says: /hold at most 8000 points/,
    },
    { name: '11 root fields', body: query(`{ ${many(11, (i) => `a${i}: codebooks { version }`)} }`), status: 422 },
    {
      name: 'depth 40',
      body: query(on(`events { nodes ${'{ statements { event '.repeat(18)} { id } ${'} }'.repeat(18)} }`)),
      status: 422,
      says: /nests at most 8/,
    },
    {
      name: 'a chain of 3,000 fragments',
      body: query(CHAIN),
      status: 400,
      says: TOO_MANY_TOKENS,
    },
    {
      name: 'fragments in a circle',
      body: query('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
      status: 422,
      says: /Cannot spread fragment/,
    },
    { name: 'fragments that double 20 times', body: query(doubling(relation, 20)), status: 422 },
    { name: 'fragments that fan out', body: query(fanOut(relation, 10)), status: 422 },
    {
      name: 'lists within lists',
      body: query(
        `{ relations(first: 100) { nodes { events(first: 100) { nodes { statements { event { statements { id } } } } } } } }`,
      ),
      status: 200,
    },
    {
      name: '5,000 directives',
      body: query(on(`name ${'@include(if: true) '.repeat(5000)}`)),
      status: 400,
      says: TOO_MANY_TOKENS,
    },
    { name: '150 unknown directives', body: query(on(`name ${'@toad '.repeat(150)}`)), status: 422 },
    {
      name: 'a field 400 times',
      body: query(`{ ${'__typename '.repeat(400)} }`),
      status: 422,
      says: /400: one field is written at most 15 times side by side/,
    },
    {
      name: 'a literal of 20,000 lists',
      body: query(`{ nodes(ids: ${deepList(20_000)}) { id } }`),
      status: 400,
      says: TOO_MANY_TOKENS,
    },
    {
      name: 'a variable of 20,000 lists',
      raw: `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${deepList(20_000)}}}`,
      status: 422,
    },
    {
      name: 'an extension of 20,000 lists',
      raw: `{"query":"{ __typename }","extensions":{"x":${deepList(20_000)}}}`,
      status: 200,
    },
    {
      name: 'a variable of 20,000 objects',
      raw: `{"query":"query ($by: RelationBy!) { relation(by: $by) { name } }","variables":{"by":${'{"slug":'.repeat(9000)}1${'}'.repeat(9000)}}}`,
      status: 422,
    },
    {
      name: '9,000 ids',
      body: query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(9000).fill('Event:1') }),
      status: 200,
      says: /at most 100 ids/,
    },
    {
      name: 'an overlay of 2,000 tags, ten times',
      body: query(`query ($o: [WeightOverlay!]) ${on(many(11, (i) => `a${i}: series(overlay: $o) { n }`))}`, {
        o: Array(2000).fill({ tag: 'accuse' }),
      }),
      status: 422,
      says: /costs at most 20000/,
    },
    { name: 'a batch', body: Array(50).fill(query('{ __typename }')), status: 400, says: /batch/i },
    { name: 'a body of 5 MB', body: query(`{ __typename } # ${'x'.repeat(5_000_000)}`), status: 413 },
    { name: 'a comment of 90 kB', body: query(`{ __typename } # ${'x'.repeat(90_000)}`), status: 200 },
    {
      name: 'a text of 90 kB for a slug',
      body: query(`{ relation(by: {slug: "${'x'.repeat(90_000)}"}) { name } }`),
      status: 200,
      says: /^.{0,400}$/,
    },
    {
      name: 'text/plain',
      raw: JSON.stringify(query('{ __typename }')),
      headers: { 'content-type': 'text/plain' },
      status: 415,
    },
    {
      name: 'a form',
      raw: 'query=%7B__typename%7D',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      status: 415,
    },
    { name: 'no JSON', raw: 'NONSENSE', status: 400 },
    { name: 'no UTF-8', raw: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), status: 400 },
    {
      name: 'a key __proto__',
      raw: '{"query":"{ __typename }","__proto__":{"query":"{ codebooks { version } }"}}',
      status: 400,
    },
    {
      name: 'a variable __proto__',
      raw: '{"query":"{ __typename }","variables":{"__proto__":{"first":1}}}',
      status: 400,
    },
    {
      name: 'a constructor with a prototype',
      raw: '{"query":"{ __typename }","variables":{"constructor":{"prototype":{"a":1}}}}',
      status: 400,
    },
    {
      name: 'names of prototypes',
      body: query(
        'query ($__proto__: Int) { __proto__: relations(first: $__proto__) { nodes { constructor: name toString: slug } } }',
      ),
      status: 200,
    },
    {
      name: 'introspection within introspection',
      body: query(`{ __schema { types ${'{ fields { type '.repeat(12)} { name } ${'} }'.repeat(12)} } }`),
      status: 422,
      says: /Maximum introspection depth/i,
    },
    {
      name: 'introspection 15 times',
      body: query(`{ ${many(15, (i) => `a${i}: __schema { types { name fields { name description } } }`)} }`),
      status: 422,
      says: /at most 10 fields/,
    },
    { name: 'GET with 20 kB of query', url: `/graphql?query=${'a'.repeat(20_000)}`, status: 431 },
    {
      name: 'GET with a bad escape',
      url: '/graphql?query=%7B__typename%7D&variables=%ff%7',
      headers: { 'apollo-require-preflight': '1' },
      status: 400,
    },
    {
      name: 'GET twice the query',
      url: '/graphql?query=%7Ba%7D&query=%7Bb%7D',
      headers: { 'apollo-require-preflight': '1' },
      status: 400,
    },
    { name: 'GET from a foreign page', url: '/graphql?query=%7B__typename%7D', status: 400, says: /Cross-Site/ },
    ...pages,
  ]
}

/** Sends one over a connection of its own. */
export function send(
  port: number,
  { name, body, raw, url, headers }: Abuse,
): Promise<{ status: number; text: string }> {
  const payload = url === undefined ? (raw ?? JSON.stringify(body)) : undefined
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        // A connection of its own: some are closed for what they sent.
        agent: false,
        path: url ?? '/graphql',
        method: url === undefined ? 'POST' : 'GET',
        // No body, no type: a browser sends none with a GET.
        headers: { ...(payload === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    asked.on('error', (error) => reject(new Error(`${name}: ${error.message}`)))
    asked.end(payload)
  })
}
