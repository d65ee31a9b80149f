/** The log: one JSON object a line, for programs to read. No document, variable, header or query string stands in it. */
import type { FastifyInstance } from 'fastify'
import type { Operations } from '../config.ts'
import type { Answered } from './metrics.ts'

export type WriteLine = (line: string) => void

/** A line for every request, once its answer is out. */
export function logRequests(app: FastifyInstance, { log }: Operations, write: WriteLine): void {
  if (log === 'off') return
  app.addHook('onResponse', async ({ id, method, url, ip }, reply) => {
    const path = url.split('?')[0]
    const ms = Math.round(reply.elapsedTime * 10) / 10
    write(lineOf({ event: 'request', requestId: id, method, path, status: reply.statusCode, ms, ip }))
  })
}

/** A line for an operation that took longer than the setting allows. */
export function logSlow({ log, slowMs }: Operations, write: WriteLine): (answered: Answered) => void {
  return ({ requestId, name, seconds, cost, document, errors }) => {
    if (log === 'off' || slowMs === 0 || seconds * 1000 <= slowMs) return
    const ms = Math.round(seconds * 1000)
    write(lineOf({ event: 'slow', requestId, operation: name, ms, cost, document, errors }))
  }
}

function lineOf(said: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ at: new Date().toISOString(), ...said })
}
