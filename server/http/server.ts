/** The HTTP server: all routes, the limits of every request, and error answers that reveal nothing internal. */
import compress from '@fastify/compress'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { RateLimiter } from '../graphql/guard/rate.ts'
import { FAILED } from '../graphql/schema/errors.ts'
import { proxyTrustOf } from './address.ts'
import { drainBody, readJsonOnly } from './body.ts'
import { allowOrigins } from './cors.ts'
import { Authenticator } from './credentials.ts'
import { serveData } from './data/data.ts'
import { serveEmbeds } from './embed.ts'
import { serveNotModified } from './etag.ts'
import { serveExchange } from './exchange.ts'
import { applyRefusal, HttpRefusal, makeFigureHandler, makeQueryRunnerFactory } from './figure.ts'
import { serveGraphiql } from './graphiql.ts'
import { newRequestId, type ServerDependencies, serveGraphQL } from './graphql.ts'
import { sendHeaders } from './headers.ts'
import { serveHealth } from './health.ts'
import { serveImages } from './image.ts'
import { serveSubscriptions } from './live.ts'
import { logRequests, logSlow } from './log.ts'
import { Metrics, serveMetrics } from './metrics.ts'
import { serveOembed } from './oembed.ts'
import { readTrustedDocuments } from './trusted.ts'
import { serveWeb } from './web.ts'

/** What a server needs. By default the rate is that of `limits`, and the trusted documents are those of our page. */
export type ServerOptions = Omit<ServerDependencies, 'rate' | 'trusted'> &
  Partial<Pick<ServerDependencies, 'rate' | 'trusted'>>

export async function makeServer(options: ServerOptions): Promise<FastifyInstance> {
  const { limits, transport } = options
  const dependencies: ServerDependencies = {
    rate: new RateLimiter(limits.rate),
    trusted: readTrustedDocuments(),
    ...options,
  }
  const app = Fastify({
    trustProxy: proxyTrustOf(transport),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.seconds * 1000,
    // Node applies the longer of the two timeouts, and by default checks for slow requests only every 30 seconds.
    http: { headersTimeout: limits.seconds * 1000, connectionsCheckingInterval: 500 },
    genReqId: newRequestId,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  })
  sendHeaders(app, transport)
  allowOrigins(app, transport)
  readJsonOnly(app)
  // Compressed request bodies are not accepted: one may grow a thousandfold.
  // Small answers are compressed on the main thread, which is faster than handing them to another.
  await app.register(compress, { threshold: 1024, syncThreshold: 32_768, globalDecompression: false })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) dependencies.log(error)
    if (status === 413) await drainBody(request.raw)
    if (error instanceof HttpRefusal) applyRefusal(reply, error)
    return reply.code(status).send({ error: status >= 500 ? FAILED : error.message, requestId: request.id })
  })
  const metrics = new Metrics(dependencies.record)
  const { operations, write = console.error } = dependencies
  const slow = logSlow(operations, write)
  logRequests(app, operations, write)
  const authenticator = new Authenticator(dependencies.db)
  serveNotModified(app, dependencies, authenticator, () => metrics.recordNotModified())
  await serveGraphQL(app, dependencies, authenticator, (operation) => {
    metrics.recordAnswer(operation)
    slow(operation)
  })
  serveMetrics(app, metrics, transport, authenticator)
  serveSubscriptions(app, dependencies)
  serveHealth(app, dependencies)
  serveGraphiql(app)
  const figures = makeFigureHandler(dependencies, authenticator)
  serveImages(app, figures)
  serveData(app, figures)
  serveExchange(app, dependencies, authenticator)
  serveOembed(app, figures)
  await serveWeb(app, figures, makeQueryRunnerFactory(dependencies, authenticator))
  serveEmbeds(app, transport, figures)
  return app
}
