/** /graphiql: an editor for GraphQL queries, served from our own files. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { root } from '../config.ts'

const PAGE = join(root, 'dist', 'page', 'graphiql', 'index.html')

/** The editor writes style elements and starts workers; it loads nothing from other origins. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export function serveGraphiql(app: FastifyInstance): void {
  let page: string
  try {
    page = readFileSync(PAGE, 'utf8')
  } catch {
    // Not built: the address answers 404.
    return
  }
  app.get('/graphiql', async (_request, reply) =>
    reply.headers({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' }).type('text/html').send(page),
  )
}
