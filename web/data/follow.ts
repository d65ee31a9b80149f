/** Follows what the server tells by itself, over one connection: opened once the page is drawn, and again where it breaks. */
import type { Client as Socket } from 'graphql-ws'
import { hashOf } from '../../server/figure/asked.ts'

export interface Followed {
  readonly document: object
  readonly variables: Readonly<Record<string, unknown>>
  readonly onNext: (data: unknown) => void
}

/** Where the browser does not tell that it is idle. */
const LATER_MS = 1000

/** `onStanding`: the connection stands, for the first time or again; what came before is not told. Call what is answered to end it. */
export function followRecord(all: readonly Followed[], onStanding: (again: boolean) => void): () => void {
  let socket: Socket | null = null
  let left = false
  const open = async () => {
    const { createClient } = await import('graphql-ws')
    if (left) return
    const url = new URL('/graphql', window.location.href)
    url.protocol = url.protocol.replace('http', 'ws')
    socket = createClient({ url: url.href, retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true })
    let connections = 0
    socket.on('connected', () => {
      onStanding(connections++ > 0)
    })
    for (const { document, variables, onNext } of all)
      socket.subscribe(
        { query: '', variables, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } } },
        { next: ({ data }) => data && onNext(data), error: () => undefined, complete: () => undefined },
      )
  }
  const idle = 'requestIdleCallback' in window
  const waiting = idle ? requestIdleCallback(() => void open()) : setTimeout(() => void open(), LATER_MS)
  return () => {
    left = true
    if (idle) cancelIdleCallback(waiting as number)
    else clearTimeout(waiting)
    // Rejects where it is left while it still tries to connect.
    Promise.resolve(socket?.dispose()).catch(() => undefined)
  }
}
