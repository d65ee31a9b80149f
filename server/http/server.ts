/** The HTTP server: every route, what all requests are held to, and errors that say what was wrong and no more. */
import compress from '@fastify/compress'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { Rate } from '../graphql/guard/rate.ts'
import { FAILED } from '../graphql/schema/errors.ts'
import { trusting } from './address.ts'
import { drained, readJsonOnly } from './body.ts'
import { allowOrigins } from './cors.ts'
import { Door } from './credentials.ts'
import { serveData } from './data/data.ts'
import { serveEmbeds } from './embed.ts'
import { serveTags } from './etag.ts'
import { serveExchange } from './exchange.ts'
import { askRoutes, figureRoutes, NoFigure, refuseFigure } from './figure.ts'
import { serveGraphiql } from './graphiql.ts'
import { type Answering, newRequestId, serveGraphQL } from './graphql.ts'
import { sendHeaders } from './headers.ts'
import { serveHealth } from './health.ts'
import { serveImages } from './image.ts'
import { logRequests, logSlow } from './lines.ts'
import { serveLive } from './live.ts'
import { Metrics, serveMetrics } from './metrics.ts'
import { serveOembed } from './oembed.ts'
import { readTrusted } from './trusted.ts'
import { serveWeb } from './web.ts'

/** What a server needs; where left out, the rate is that of its limits, and trusted are the documents of our page. */
export type Serving = Omit<Answering, 'rate' | 'trusted'> & Partial<Pick<Answering, 'rate' | 'trusted'>>

export async function makeServer(serving: Serving): Promise<FastifyInstance> {
  const { limits, transport } = serving
  const answering: Answering = { rate: new Rate(limits.rate), trusted: readTrusted(), ...serving }
  const app = Fastify({
    trustProxy: trusting(transport),
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
  // Small ones are packed at once, in less time than it takes to hand them to another thread.
  await app.register(compress, { threshold: 1024, syncThreshold: 32_768, globalDecompression: false })
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) answering.log(error)
    if (status === 413) await drained(request.raw)
    if (error instanceof NoFigure) refuseFigure(reply, error)
    return reply.code(status).send({ error: status >= 500 ? FAILED : error.message, requestId: request.id })
  })
  const metrics = new Metrics(answering.record)
  const { operations, write = console.error } = answering
  const slow = logSlow(operations, write)
  logRequests(app, operations, write)
  const door = new Door(answering.db)
  serveTags(app, answering, door, () => metrics.unchanged())
  await serveGraphQL(app, answering, door, (answered) => {
    metrics.answered(answered)
    slow(answered)
  })
  serveMetrics(app, metrics, transport, door)
  serveLive(app, answering)
  serveHealth(app, answering)
  serveGraphiql(app)
  const figures = figureRoutes(answering, door)
  serveImages(app, figures)
  serveData(app, figures)
  serveExchange(app, answering, door)
  serveOembed(app, figures)
  await serveWeb(app, figures, askRoutes(answering, door))
  serveEmbeds(app, transport, figures)
  return app
}
