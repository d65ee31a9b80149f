/** A server that listens, and a client that follows it over a real WebSocket. */
import { type Client, createClient } from 'graphql-ws'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { type Api, type ApiOptions, openApi } from './api.ts'

export interface Live extends Api {
  readonly url: string
  readonly client: Client
  readonly closes: number[]
}

export async function openLive(options: ApiOptions = {}): Promise<Live> {
  const api = await openApi(options)
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  const address = api.app.server.address()
  const url = `ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/graphql`
  const closes: number[] = []
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: { closed: (event) => closes.push((event as { code: number }).code) },
  })
  onTestFinished(() => void client.dispose())
  return { ...api, url, client, closes }
}

export interface Told {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads into an answer whose shape its own query says
  readonly data: any
  // biome-ignore lint/suspicious/noExplicitAny: the same of its errors
  readonly errors?: readonly any[]
  readonly extensions: { readonly revision: number }
}

/** The events of a subscription, the first of them asked for already. */
export function follow(live: Live, query: string, variables: Record<string, unknown> = {}) {
  const events = live.client.iterate({ query, variables })
  const next = async (): Promise<Told> => (await events.next()).value as Told
  return { first: next(), next, end: () => events.return?.() }
}

/** The same as whoever has these headers, over a connection of their own. */
export function followed(
  live: Live,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: Record<string, unknown> = {},
) {
  class Known extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol, { headers })
    }
  }
  const client = createClient({ url: live.url, webSocketImpl: Known, retryAttempts: 0 })
  onTestFinished(() => void client.dispose())
  return follow({ ...live, client }, query, variables)
}

/** Waits until the server has taken its subscriptions: it then looks for changes again and again. */
export async function taken(live: Live): Promise<void> {
  const sql = live.db.all.bind(live.db)
  await new Promise<void>((resolve) => {
    Object.assign(live.db, {
      all: (text: string, values?: never) => {
        if (text === 'PRAGMA data_version') looks++
        if (looks === 6) resolve()
        return sql(text, values)
      },
    })
    let looks = 0
  })
}
