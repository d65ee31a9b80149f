/** /graphql: Apollo Server over Fastify, and what each request carries. */
import { randomUUID } from 'node:crypto'
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Context, ReadingAccess } from '../graphql/context.ts'
import { FAILED, formatErrors } from '../graphql/errors.ts'
import { loadersByRevision } from '../graphql/loaders.ts'
import type { Database } from '../store/database.ts'
import type { HeldRecord } from '../store/record.ts'
import { openDoor, STRANGER } from './credentials.ts'

export interface Answering {
  readonly db: Database
  readonly record: HeldRecord
  readonly schema: GraphQLSchema
  readonly log: (error: unknown) => void
  /** Whether whoever is not signed in may read; open where left out. */
  readonly reading?: ReadingAccess
}

/** Stands before the routes: one request, one revision of the record, brought up to date first. */
export async function contextOf(answering: Answering, requestId: string, entry = STRANGER): Promise<Context> {
  const { db, record, reading = 'OPEN' } = answering
  const read = async () => {
    await record.refresh()
    const { revision, at } = record
    const loadersIn = loadersByRevision(db)
    return { revision, at, loaders: loadersIn(revision), loadersIn }
  }
  const ctx: Context = {
    ...(await read()),
    ...entry,
    db,
    record,
    requestId,
    reading,
    write: (by, what, work) => db.write(by, what, work),
    renew: async () => void Object.assign(ctx, await read()),
  }
  return ctx
}

export async function serveGraphQL(app: FastifyInstance, answering: Answering): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: answering.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: 1000 },
    formatError: formatErrors(answering.log),
    // The default cache-control plugin wraps every field, which costs more than the fields.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), stamped()],
  })
  await apollo.start()
  const door = openDoor(answering.db)
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: fastifyApolloHandler(apollo, {
      context: async (request: FastifyRequest, reply: FastifyReply) => {
        try {
          return await contextOf(answering, request.id, await door(request, reply))
        } catch (error) {
          answering.log(error)
          const extensions = { code: 'INTERNAL_SERVER_ERROR', requestId: request.id, http: { status: 503 } }
          throw new GraphQLError(FAILED, { extensions })
        }
      },
    }),
  })
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    handler: async (_request, reply) => {
      const message = 'This method is not understood here. Send POST with a JSON body, or GET with ?query='
      return reply
        .code(405)
        .header('allow', 'GET, POST')
        .send({ errors: [{ message }] })
    },
  })
  app.addHook('onClose', async () => apollo.stop())
  return apollo
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

/** A plain message in the shape of a GraphQL answer. */
export function graphqlShaped(message: string): { errors: readonly GraphQLError[] } {
  return { errors: [new GraphQLError(message)] }
}
