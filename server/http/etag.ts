/**
 * GET of a question that was answered before: its tag names the question, the data revision and the role of who asks, so
 * that an unchanged answer is a 304 before anything is parsed or executed. An answer with errors has no tag, nor one that
 * read what stands beside the record.
 */
import { hash } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from '../graphql/guard/caller.ts'
import type { Context } from '../graphql/schema/context.ts'
import type { HeldRecord } from '../store/record.ts'
import type { Door } from './credentials.ts'

interface Answering {
  readonly record: HeldRecord
  readonly log: (error: unknown) => void
}

/** Says that a request was answered from the client's own copy. */
export type OnUnchanged = (request: FastifyRequest) => void

export function serveTags(
  app: FastifyInstance,
  { record, log }: Answering,
  door: Door,
  onUnchanged: OnUnchanged,
): void {
  app.addHook('preHandler', async (request, reply) => {
    const asked = request.headers['if-none-match']
    if (asked === undefined || !isQuestion(request)) return
    let tag: string
    try {
      await record.refresh()
      tag = tagOf(request, await door.callerOf(request), record.revision)
    } catch (error) {
      // Whoever answers next meets the same, and says it to the client.
      return log(error)
    }
    if (!asked.split(',').some((one) => one.trim() === tag)) return
    onUnchanged(request)
    return reply.code(304).headers(headersOf(tag)).send()
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 200 || !isQuestion(request) || typeof payload !== 'string') return payload
    // Quotes inside a value are escaped, so this is the list of errors, or an alias that costs its question the tag.
    const revision = /"revision":(\d+)[^{}]*(\{[^{}]*\}[^{}]*)*\}\}\s*$/.exec(payload)?.[1]
    if (revision !== undefined && !payload.includes('"errors":[') && reply.getHeader('cache-control') !== NEVER_KEPT) {
      void reply.headers(headersOf(tagOf(request, await door.callerOf(request), Number(revision))))
    }
    return payload
  })
}

/** Keeps an answer that read what makes no revision from being tagged. */
export function untagged(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue: { beside } }) {
      return {
        async willSendResponse({ response: { http } }) {
          if (beside.read) http.headers.set('cache-control', NEVER_KEPT)
        },
      }
    },
  }
}

const NEVER_KEPT = 'no-store'

function isQuestion({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && /^\/graphql\/?\?/.test(url)
}

/** Weak, for the same answer may be sent compressed or not. */
function tagOf({ url, headers }: FastifyRequest, { refused, role }: Caller, revision: number): string {
  const asker = refused === null ? (role ?? 'anyone') : 'refused'
  const digest = hash('sha256', `${revision}\n${asker}\n${url}\n${headers.accept ?? ''}`, 'base64url')
  return `W/"${digest.slice(0, 27)}"`
}

/** Kept, but asked about each time: the next revision may come at any moment. */
function headersOf(tag: string): Record<string, string> {
  return { etag: tag, 'cache-control': 'private, no-cache' }
}
