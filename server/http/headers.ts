/** The headers of every answer: security policies for browsers, and the request id. */
import type { FastifyInstance } from 'fastify'
import type { Transport } from '../config.ts'

/**
 * The Content-Security-Policy of our pages: only our own files. Style attributes are allowed because recharts writes them;
 * style elements are not. `frameAncestors`: which sites may show the page in a frame.
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
    // A route may override it, as embeds do.
    void reply.header('content-security-policy', policy)
  })
}
