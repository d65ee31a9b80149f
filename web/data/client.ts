/** How the page asks the server. One document cache; no request goes anywhere but to the origin of the page. */
import { type Client, type CombinedError, cacheExchange, createClient, fetchExchange } from 'urql'

export function openClient(fetching?: typeof fetch): Client {
  return createClient({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    ...(fetching ? { fetch: fetching } : {}),
  })
}

/** What a failed question tells a reader: whether the server was reached, its sentence, and the id to quote. */
export interface Failure {
  readonly reached: boolean
  readonly sentences: readonly string[]
  readonly requestId: string | null
}

export function failureOf(error: CombinedError): Failure {
  const id = error.graphQLErrors.map((e) => e.extensions.requestId).find((x) => typeof x === 'string')
  return {
    reached: !error.networkError,
    sentences: error.graphQLErrors.map((e) => e.message),
    requestId: typeof id === 'string' ? id : null,
  }
}
