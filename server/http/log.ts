/** The log: one JSON object a line. It holds no document, variable, header or query string. */
import type { FastifyInstance } from 'fastify'
import type { Operations } from '../config.ts'
import type { AnsweredOperation } from './metrics.ts'

export type WriteLine = (line: string) => void

/** Logs every request when its answer has been sent. */
export function logRequests(app: FastifyInstance, { log }: Operations, write: WriteLine): void {
  if (log === 'off') return
  app.addHook('onResponse', async ({ id, method, url, ip }, reply) => {
    const path = url.split('?')[0]
    const ms = Math.round(reply.elapsedTime * 10) / 10
    write(lineOf({ event: 'request', requestId: id, method, path, status: reply.statusCode, ms, ip }))
  })
}

/** Logs operations that took longer than SLOW_MS. */
export function logSlow({ log, slowMs }: Operations, write: WriteLine): (answered: AnsweredOperation) => void {
  return ({ requestId, name, seconds, cost, document, errors }) => {
    if (log === 'off' || slowMs === 0 || seconds * 1000 <= slowMs) return
    const ms = Math.round(seconds * 1000)
    write(lineOf({ event: 'slow', requestId, operation: name, ms, cost, document, errors }))
  }
}

function lineOf(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ at: new Date().toISOString(), ...fields })
}
