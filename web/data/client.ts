/**
 * How the page asks the server. One document cache; no request goes anywhere but to the origin of the page. A question goes
 * by GET as the hash of its document, which the server knows: so an unchanged answer is a 304 and comes from the browser.
 */
import {
  type Client,
  type CombinedError,
  cacheExchange,
  createClient,
  fetchExchange,
  mapExchange,
  type Operation,
} from 'urql'
import { hashOf } from '../../server/figure/asked.ts'
import { Freshness } from './fresh.ts'

const freshness = new WeakMap<Client, Freshness>()

export function openClient(fetching?: typeof fetch): Client {
  const fresh = new Freshness()
  const client = createClient({
    url: '/graphql',
    exchanges: [fresh.exchange, cacheExchange, mapExchange({ onOperation: named }), fetchExchange],
    preferGetMethod: 'within-url-limit',
    // A page of another site cannot set it without being asked first, so that its GET is not taken for ours.
    fetchOptions: { headers: { 'apollo-require-preflight': 'true' } },
    ...(fetching ? { fetch: fetching } : {}),
  })
  freshness.set(client, fresh)
  return client
}

/** The record has changed: what a client shows is asked again. */
export function recordChanged(client: Client): void {
  freshness.get(client)?.changed(client)
}

/** The operation with the hash of its document in place of the text; a document that came with its text is sent as it is. */
function named(operation: Operation): Operation {
  const sha256Hash = hashOf(operation.query)
  if (sha256Hash === null) return operation
  return { ...operation, extensions: { ...operation.extensions, persistedQuery: { version: 1, sha256Hash } } }
}

/** What a failed question tells a reader: whether the server was reached, its sentence, and the id to quote. */
export interface Failure {
  readonly reached: boolean
  /** Is it open only to those who sign in, or to others than who did? */
  readonly denied: boolean
  readonly sentences: readonly string[]
  readonly requestId: string | null
}

export function failureOf(error: CombinedError): Failure {
  const id = error.graphQLErrors.map((e) => e.extensions.requestId).find((x) => typeof x === 'string')
  return {
    reached: !error.networkError,
    denied: error.graphQLErrors.some(
      (e) => e.extensions.code === 'UNAUTHENTICATED' || e.extensions.code === 'FORBIDDEN',
    ),
    sentences: error.graphQLErrors.map((e) => e.message),
    requestId: typeof id === 'string' ? id : null,
  }
}
