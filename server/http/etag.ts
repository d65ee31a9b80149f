/**
 * ETags of GraphQL queries by GET. The tag hashes the query string, the data revision, the caller's role and the `Accept`
 * header, so that an unchanged answer is a 304 before anything is parsed or executed. Answers with errors, and answers
 * that read data without revisions (drafts, accounts, the audit), have no tag.
 */
import { hash } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Revision } from '../domain/record/revision.ts'
import type { Caller } from '../graphql/guard/caller.ts'
import type { Context } from '../graphql/schema/context.ts'
import type { HeldRecord } from '../store/record.ts'
import type { Authenticator } from './credentials.ts'

interface ETagDependencies {
  readonly record: HeldRecord
  readonly log: (error: unknown) => void
}

/** Called for each request that is answered with 304. */
export type OnNotModified = () => void

/** Answers a conditional GET with 304 if its tag is that of the current revision. */
export function serveNotModified(
  app: FastifyInstance,
  { record, log }: ETagDependencies,
  authenticator: Authenticator,
  onNotModified: OnNotModified,
): void {
  app.addHook('preHandler', async (request, reply) => {
    const known = request.headers['if-none-match']
    if (known === undefined || !isGraphQLGet(request)) return
    let etag: string
    try {
      await record.refresh()
      const { search } = new URL(request.url, 'http://localhost')
      etag = etagOf(search, request.headers.accept, await authenticator.callerOf(request), record.revision)
    } catch (error) {
      // The route handler will fail in the same way, and report it to the client.
      return log(error)
    }
    if (!known.split(',').some((one) => one.trim() === etag)) return
    onNotModified()
    return reply.code(304).headers(cacheHeadersOf(etag)).send()
  })
}

/** Forbids caching of an answer that read data without revisions. */
export function markUncacheable(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue: { unversioned } }) {
      return {
        async willSendResponse({ response: { http } }) {
          if (unversioned.read) http.headers.set('cache-control', 'no-store')
        },
      }
    },
  }
}

/** Gives a successful answer to a GET the ETag of the revision that its context has read. */
export function setETag(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request: { http: request }, contextValue }) {
      return {
        async willSendResponse({ response: { http, body } }) {
          if (request?.method !== 'GET' || contextValue.unversioned.read) return
          if (body.kind !== 'single' || body.singleResult.errors !== undefined) return
          if (!body.singleResult.data || (http.status ?? 200) !== 200) return
          const { caller, revision } = contextValue
          const etag = etagOf(request.search, request.headers.get('accept'), caller, revision)
          for (const [name, value] of Object.entries(cacheHeadersOf(etag))) http.headers.set(name, value)
        },
      }
    },
  }
}

function isGraphQLGet({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && /^\/graphql\/?\?/.test(url)
}

/** A weak tag, because the same answer may be sent compressed or uncompressed. */
function etagOf(search: string, accept: string | undefined, { refused, role }: Caller, revision: Revision): string {
  const reader = refused === null ? (role ?? 'anyone') : 'refused'
  const digest = hash('sha256', `${revision}\n${reader}\n${search}\n${accept ?? ''}`, 'base64url')
  return `W/"${digest.slice(0, 27)}"`
}

/** The client may keep the answer, but must revalidate it each time: a new revision may come at any moment. */
function cacheHeadersOf(etag: string): Record<string, string> {
  return { etag, 'cache-control': 'private, no-cache' }
}
