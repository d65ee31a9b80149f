/** /graphql: Apollo Server over Fastify, and the context of each request. */
import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Limits, Operations, Transport } from '../config.ts'
import { cacheAnswers } from '../graphql/guard/answers.ts'
import { enforceLimits } from '../graphql/guard/limits.ts'
import type { RateLimiter } from '../graphql/guard/rate.ts'
import { loadersByRevision } from '../graphql/record/loaders.ts'
import type { Context, ReadingAccess } from '../graphql/schema/context.ts'
import { FAILED, formatErrors } from '../graphql/schema/errors.ts'
import type { Database } from '../store/database.ts'
import type { HeldRecord } from '../store/record.ts'
import { acceptedType, RESPONSE_JSON } from './accept.ts'
import { drainBody, UnreadableRequest } from './body.ts'
import { ANONYMOUS_IDENTITY, type Authenticator, type RequestIdentity } from './credentials.ts'
import type { Drain } from './drain.ts'
import { markUncacheable, setETag } from './etag.ts'
import { type AnsweredOperation, observeOperations } from './metrics.ts'
import { setStatus } from './statuses.ts'
import type { TrustedDocuments } from './trusted.ts'

export interface ServerDependencies {
  readonly db: Database
  readonly record: HeldRecord
  readonly schema: GraphQLSchema
  readonly limits: Limits
  readonly rate: RateLimiter
  readonly trusted: TrustedDocuments
  readonly transport: Transport
  readonly log: (error: unknown) => void
  /** Whether callers who are not signed in may read. */
  readonly reading: ReadingAccess
  readonly operations: Operations
  /** Fetches web pages for analysts; left out if that is not allowed. */
  readonly fetchPage?: Context['fetchPage']
  /** Receives the lines of the log. */
  readonly write?: (line: string) => void
  readonly drain?: Drain
}

/** The context of one request. It brings the record up to date first, and reads a single revision. */
export async function makeContext(
  dependencies: Pick<ServerDependencies, 'db' | 'record' | 'limits' | 'reading' | 'fetchPage'>,
  requestId: string,
  entry = ANONYMOUS_IDENTITY,
): Promise<Context> {
  const { db, record, limits, reading } = dependencies
  const read = async () => {
    await record.refresh()
    const { revision, at } = record
    const loadersIn = loadersByRevision(db)
    return { revision, at, loaders: loadersIn(revision), loadersIn }
  }
  return {
    ...(await read()),
    ...entry,
    db,
    record,
    points: { asked: 0, allowed: limits.points },
    unversioned: { read: false, drafts: new Map() },
    requestId,
    reading,
    fetchPage: dependencies.fetchPage ?? null,
    write: (by, what, work) => db.write(by, what, work),
    // Apollo copies the context: the resolvers see the copy, so the copy is updated.
    refresh: async (ctx) => void Object.assign(ctx, await read()),
  }
}

/** The context for Apollo. If the record cannot be read, the client gets a 503 without details. */
async function makeContextForApollo(
  dependencies: ServerDependencies,
  requestId: string,
  entry: () => Promise<RequestIdentity>,
): Promise<Context> {
  let context: Context
  try {
    context = await makeContext(dependencies, requestId, await entry())
  } catch (error) {
    dependencies.log(error)
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId, http: { status: 503 } }
    throw new GraphQLError(FAILED, { extensions })
  }
  // A caller without points is refused before the document is parsed.
  dependencies.rate.spend(context.caller, 0)
  return context
}

/** Selections that a document may have with its fragments expanded; its cost is limited in graphql/guard/limits.ts. */
const MAX_SELECTIONS = 5000
/** Validation stops after this many errors. */
const MAX_ERRORS = 5
const OTHER_METHODS: HTTPMethods[] = ['PUT', 'PATCH', 'DELETE']

export async function serveGraphQL(
  app: FastifyInstance,
  dependencies: ServerDependencies,
  authenticator: Authenticator,
  onAnswered: (operation: AnsweredOperation) => void,
): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: dependencies.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: { cache: dependencies.trusted.persisted },
    documentStore: dependencies.trusted.documentStore(),
    parseOptions: { maxTokens: dependencies.limits.tokens },
    validationOptions: { maxErrors: MAX_ERRORS },
    maxRecursiveSelections: MAX_SELECTIONS,
    formatError: formatErrors(dependencies.log),
    plugins: [
      // The default cache-control plugin wraps every resolver, which costs more than the resolvers.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      enforceLimits(dependencies.limits, dependencies.rate, (hash) => dependencies.trusted.has(hash)),
      ...cacheAnswers(dependencies.operations.cacheMegabytes),
      addRevision(),
      markUncacheable(),
      setETag(),
      setStatus(dependencies.transport),
      observeOperations(onAnswered),
    ],
  })
  await apollo.start()
  app.addHook('onClose', async () => apollo.stop())
  await app.register(async (scope) => {
    scope.setErrorHandler(async (error: FastifyError, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) dependencies.log(error)
      if (status === 413) await drainBody(request.raw)
      const message = status >= 500 ? FAILED : error.message
      const extensions = { code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST', requestId: request.id }
      return reply.code(status).send({ errors: [{ message, extensions }] })
    })
    scope.addHook('onRequest', async (request) => {
      if (acceptedType(request.headers.accept) !== null) return
      throw new UnreadableRequest(406, `Answers are application/json or ${RESPONSE_JSON}. Accept one of these.`)
    })
    scope.addHook('onSend', async (_request, reply, payload) => {
      // The released specification: an error response never has the type application/json, which any proxy might have sent.
      const released = dependencies.transport.statuses === 'RELEASED'
      if (released && reply.statusCode >= 400) void reply.header('content-type', `${RESPONSE_JSON}; charset=utf-8`)
      return payload
    })
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: fastifyApolloHandler(apollo, {
        context: (request: FastifyRequest, reply: FastifyReply) =>
          makeContextForApollo(dependencies, request.id, () => authenticator.identityOf(request, reply)),
      }),
    })
    scope.route({
      method: OTHER_METHODS,
      url: '/graphql',
      handler: async (_request, reply) => {
        void reply.header('allow', 'GET, POST')
        throw new UnreadableRequest(
          405,
          'This method is not supported here. Send POST with a JSON body, or GET with ?query=',
        )
      },
    })
  })
}

/** An id that a person can report and an operator can find in the log. */
export function newRequestId(): string {
  return randomUUID().slice(0, 8)
}

/** Adds the data revision to every answer, and the request id to one with errors. */
function addRevision(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return
          const { singleResult } = response.body
          const failed = singleResult.errors !== undefined
          singleResult.extensions = {
            ...singleResult.extensions,
            revision: contextValue.revision,
            ...(failed ? { requestId: contextValue.requestId } : {}),
          }
        },
      }
    },
  }
}
