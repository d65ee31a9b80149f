/** Is the process alive, and can it answer? */
import type { FastifyInstance } from 'fastify'
import type { Answering } from './graphql.ts'

export function serveHealth(app: FastifyInstance, { record, drain }: Answering): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    if (drain?.draining) return reply.code(503).send({ ready: false, draining: true })
    try {
      await record.refresh()
      return { ready: true, revision: record.revision }
    } catch {
      return reply.code(503).send({ ready: false })
    }
  })
}
