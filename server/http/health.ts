/** /healthz: the process is alive. /readyz: it can answer queries. */
import type { FastifyInstance } from 'fastify'
import type { ServerDependencies } from './graphql.ts'

export function serveHealth(app: FastifyInstance, { record, drain }: ServerDependencies): void {
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
