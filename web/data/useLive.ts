/**
 * Keeps an open page with the record: while it is open the server tells, over one connection, that scores of its relations
 * changed and which statements were settled; the page then asks again for what it shows. The connection is opened once the
 * page is drawn, and again where it breaks.
 */
import type { Client as Socket } from 'graphql-ws'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { hashOf } from '../../server/figure/asked.ts'
import {
  ScoresChangedDocument,
  StatementSettledDocument,
  type StatementSettledSubscription,
} from '../../server/figure/generated/documents.ts'
import { recordChanged } from './client.ts'

export type SettledStatement = StatementSettledSubscription['statementSettled']

/** The server follows so many in one subscription. */
const MOST_RELATIONS = 12
/** Where the browser does not tell that it is idle. */
const LATER_MS = 1000

/** The statement settled last since the page was opened; null: none. Without relations nothing is followed. */
export function useLive(relations: readonly string[]): SettledStatement | null {
  const client = useClient()
  const [latest, setLatest] = useState<SettledStatement | null>(null)
  const slugs = relations.slice(0, MOST_RELATIONS).join(' ')
  useEffect(() => {
    if (slugs === '') return
    let socket: Socket | null = null
    let left = false
    const open = async () => {
      const { createClient } = await import('graphql-ws')
      if (left) return
      const url = new URL('/graphql', window.location.href)
      url.protocol = url.protocol.replace('http', 'ws')
      socket = createClient({ url: url.href, retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true })
      // What came while the connection was broken is not told again.
      let connections = 0
      socket.on('connected', () => {
        if (connections++ > 0) recordChanged(client)
      })
      const variables = { relations: slugs.split(' ').map((slug) => ({ slug })) }
      const follow = (document: object, onNext: (data: unknown) => void) =>
        socket?.subscribe(
          { query: '', variables, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } } },
          { next: ({ data }) => data && onNext(data), error: () => undefined, complete: () => undefined },
        )
      follow(ScoresChangedDocument, () => recordChanged(client))
      follow(StatementSettledDocument, (data) => setLatest((data as StatementSettledSubscription).statementSettled))
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
  }, [slugs, client])
  return latest
}
