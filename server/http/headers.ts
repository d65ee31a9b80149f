/** The headers that every answer carries: what a browser may do with it, and by which id to report it. */
import type { FastifyInstance } from 'fastify'
import type { Transport } from '../config.ts'

/**
 * The content policy of our pages: nothing but our own files. recharts writes style attributes, so these alone are let
 * through, not style elements. `frameAncestors`: who may show the page in a frame.
 */
export function contentPolicy(frameAncestors: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
}

export function sendHeaders(app: FastifyInstance, { frameAncestors }: Transport): void {
  const policy = contentPolicy(frameAncestors)
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id)
    void reply.header('x-content-type-options', 'nosniff')
    void reply.header('referrer-policy', 'same-origin')
    void reply.header('cross-origin-opener-policy', 'same-origin')
    // A route with needs of its own, such as an embed, sets its own.
    void reply.header('content-security-policy', policy)
  })
}
