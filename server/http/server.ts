/** The HTTP server: every route, the headers all answers share, and errors in a shape that clients of each route read. */
import compress from '@fastify/compress'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { DEFAULT_OPERATIONS } from '../config.ts'
import { serveTags } from './etag.ts'
import { serveGraphiql } from './graphiql.ts'
import { type Answering, graphqlShaped, newRequestId, serveGraphQL } from './graphql.ts'
import { serveHealth } from './health.ts'
import { logRequests, logSlow } from './lines.ts'
import { serveLive } from './live.ts'
import { Metrics, serveMetrics } from './metrics.ts'
import { serveWeb } from './web.ts'

const BODY_BYTES = 100_000

export async function makeServer(answering: Answering): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    genReqId: newRequestId,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  })
  // Else text/plain, which a foreign page may send without asking first, reaches Apollo.
  app.removeContentTypeParser('text/plain')
  await app.register(compress, { threshold: 1024 })
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    void reply.header('x-content-type-options', 'nosniff')
    void reply.header('referrer-policy', 'same-origin')
  })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) answering.log(error)
    const message = status >= 500 ? `The server failed to answer this. Report request ${request.id}.` : error.message
    return reply.code(status).send(request.url.startsWith('/graphql') ? graphqlShaped(message) : { error: message })
  })
  const metrics = new Metrics(answering.record)
  const { operations = DEFAULT_OPERATIONS, write = console.error } = answering
  const slow = logSlow(operations, write)
  logRequests(app, operations, write)
  serveTags(app, answering, () => metrics.unchanged())
  await serveGraphQL(app, answering, (answered) => {
    metrics.answered(answered)
    slow(answered)
  })
  serveMetrics(app, metrics)
  serveLive(app, answering)
  serveHealth(app, answering)
  serveGraphiql(app)
  await serveWeb(app)
  return app
}
