/** /graphql: Apollo Server over Fastify, and what each request carries. */
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
import { kept } from '../graphql/guard/answers.ts'
import { limited } from '../graphql/guard/limits.ts'
import type { Rate } from '../graphql/guard/rate.ts'
import { loadersByRevision } from '../graphql/record/loaders.ts'
import type { Context, ReadingAccess } from '../graphql/schema/context.ts'
import { FAILED, formatErrors } from '../graphql/schema/errors.ts'
import type { Database } from '../store/database.ts'
import type { HeldRecord } from '../store/record.ts'
import { acceptedType, RESPONSE_JSON } from './accept.ts'
import { drained, Unreadable } from './body.ts'
import { type Door, type Entry, STRANGER } from './credentials.ts'
import type { Drain } from './drain.ts'
import { untagged } from './etag.ts'
import { type Answered, observed } from './metrics.ts'
import { statused } from './statuses.ts'
import type { Trusted } from './trusted.ts'

export interface Answering {
  readonly db: Database
  readonly record: HeldRecord
  readonly schema: GraphQLSchema
  readonly limits: Limits
  readonly rate: Rate
  readonly trusted: Trusted
  readonly transport: Transport
  readonly log: (error: unknown) => void
  /** Whether whoever is not signed in may read. */
  readonly reading: ReadingAccess
  readonly operations: Operations
  /** Fetches pages of the web for analysts; left out where that is not allowed. */
  readonly fetchPage?: Context['fetchPage']
  /** Takes the lines of the log. */
  readonly write?: (line: string) => void
  readonly drain?: Drain
}

/** Stands before the routes: one request, one revision of the record, brought up to date first. */
export async function contextOf(
  answering: Pick<Answering, 'db' | 'record' | 'limits' | 'reading' | 'fetchPage'>,
  requestId: string,
  entry = STRANGER,
): Promise<Context> {
  const { db, record, limits, reading } = answering
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
    beside: { read: false, drafts: new Map() },
    requestId,
    reading,
    fetchPage: answering.fetchPage ?? null,
    write: (by, what, work) => db.write(by, what, work),
    // Apollo copies what it is given: the copy is what resolvers see.
    renew: async (ctx) => void Object.assign(ctx, await read()),
  }
}

/** The same for Apollo: where the record cannot be read, the client learns that much and no more. */
async function contextOrRefusal(
  answering: Answering,
  requestId: string,
  entry: () => Promise<Entry>,
): Promise<Context> {
  let context: Context
  try {
    context = await contextOf(answering, requestId, await entry())
  } catch (error) {
    answering.log(error)
    const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId, http: { status: 503 } }
    throw new GraphQLError(FAILED, { extensions })
  }
  // Whoever has nothing left is told so before the document is parsed.
  answering.rate.spend(context.caller, 0)
  return context
}

/** Selections a document may have with its fragments opened; what it costs is counted in graphql/guard/limits.ts. */
const MOST_SELECTIONS = 5000
/** Errors of one document that are listed; looking for more would only cost. */
const MOST_ERRORS = 5
const OTHER_METHODS: HTTPMethods[] = ['PUT', 'PATCH', 'DELETE']

export async function serveGraphQL(
  app: FastifyInstance,
  answering: Answering,
  door: Door,
  tell: (answered: Answered) => void,
): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: answering.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: { cache: answering.trusted.persisted },
    documentStore: answering.trusted.documentStore(),
    parseOptions: { maxTokens: answering.limits.tokens },
    validationOptions: { maxErrors: MOST_ERRORS },
    maxRecursiveSelections: MOST_SELECTIONS,
    formatError: formatErrors(answering.log),
    plugins: [
      // The default cache-control plugin wraps every field, which costs more than the fields.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      limited(answering.limits, answering.rate, (hash) => answering.trusted.has(hash)),
      ...kept(answering.operations.keptMegabytes),
      stamped(),
      untagged(),
      statused(answering.transport),
      observed(tell),
    ],
  })
  await apollo.start()
  app.addHook('onClose', async () => apollo.stop())
  await app.register(async (scope) => {
    scope.setErrorHandler(async (error: FastifyError, request, reply) => {
      const status = error.statusCode ?? 500
      if (status >= 500) answering.log(error)
      if (status === 413) await drained(request.raw)
      const message = status >= 500 ? FAILED : error.message
      const extensions = { code: status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST', requestId: request.id }
      return reply.code(status).send({ errors: [{ message, extensions }] })
    })
    scope.addHook('onRequest', async (request) => {
      if (acceptedType(request.headers.accept) !== null) return
      throw new Unreadable(406, `An answer is application/json or ${RESPONSE_JSON}. Accept one of these.`)
    })
    scope.addHook('onSend', async (_request, reply, payload) => {
      // As released: what is no success is never application/json, which any proxy might have sent.
      const released = answering.transport.statuses === 'RELEASED'
      if (released && reply.statusCode >= 400) void reply.header('content-type', `${RESPONSE_JSON}; charset=utf-8`)
      return payload
    })
    scope.route({
      method: ['GET', 'POST'],
      url: '/graphql',
      handler: fastifyApolloHandler(apollo, {
        context: (request: FastifyRequest, reply: FastifyReply) =>
          contextOrRefusal(answering, request.id, () => door.entryOf(request, reply)),
      }),
    })
    scope.route({
      method: OTHER_METHODS,
      url: '/graphql',
      handler: async (_request, reply) => {
        void reply.header('allow', 'GET, POST')
        throw new Unreadable(405, 'This method is not understood here. Send POST with a JSON body, or GET with ?query=')
      },
    })
  })
}

/** An id that a person can report and an operator can find in the log. */
export function newRequestId(): string {
  return randomUUID().slice(0, 8)
}

/** Every answer says which data revision it was read from; a failed one says which request it was. */
function stamped(): ApolloServerPlugin<Context> {
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
