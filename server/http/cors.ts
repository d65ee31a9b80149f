/** CORS: pages of other origins may read the API only if the operator lists their origin; with a token, never with cookies. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Transport } from '../config.ts'

const DAY_SECONDS = 86_400

export function allowOrigins(app: FastifyInstance, { corsOrigins }: Transport): void {
  if (corsOrigins.length === 0) return
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('vary', 'origin')
    const { origin } = request.headers
    if (origin === undefined || !corsOrigins.includes(origin)) return
    void reply.header('access-control-allow-origin', origin)
    void reply.header('access-control-expose-headers', 'etag, retry-after, x-request-id')
  })
  app.options('/graphql', async (request: FastifyRequest, reply: FastifyReply) => {
    const allowed = corsOrigins.includes(request.headers.origin ?? '')
    if (!allowed) return reply.code(403).send()
    void reply.header('access-control-allow-methods', 'GET, POST')
    void reply.header('access-control-allow-headers', 'authorization, content-type, apollo-require-preflight')
    void reply.header('access-control-max-age', DAY_SECONDS)
    return reply.code(204).send()
  })
}
