/** The HTTP server: every route, what all requests are held to, and errors that say what was wrong and no more. */
import compress from '@fastify/compress'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { FAILED } from '../graphql/errors.ts'
import { drained, readJsonOnly } from './body.ts'
import { allowOrigins } from './cors.ts'
import { type Answering, newRequestId, serveGraphQL } from './graphql.ts'
import { sendHeaders } from './headers.ts'
import { serveHealth } from './health.ts'
import { serveLive } from './live.ts'
import { serveWeb } from './web.ts'

export async function makeServer(answering: Answering): Promise<FastifyInstance> {
  const { limits, transport } = answering
  const app = Fastify({
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.seconds * 1000,
    // Node takes the longer of the two for the whole request. By default it looks for slow ones only every 30 seconds.
    http: { headersTimeout: limits.seconds * 1000, connectionsCheckingInterval: 500 },
    genReqId: newRequestId,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  })
  sendHeaders(app, transport)
  allowOrigins(app, transport)
  readJsonOnly(app)
  // Bodies are taken as they come: a compressed one may grow a thousandfold.
  await app.register(compress, { threshold: 1024, globalDecompression: false })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) answering.log(error)
    if (status === 413) await drained(request.raw)
    return reply.code(status).send({ error: status >= 500 ? FAILED : error.message, requestId: request.id })
  })
  await serveGraphQL(app, answering)
  serveLive(app, answering)
  serveHealth(app, answering)
  await serveWeb(app)
  return app
}
