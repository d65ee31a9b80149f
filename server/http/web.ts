/** The dashboard: built files with long-lived names, and one page for every address a person may open. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { root } from '../config.ts'

const FOLDER = join(root, 'dist', 'page')

export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: FOLDER,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const named = path.includes('/assets/')
      response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      // Scripts for pages of others: a module is asked for across origins, and nothing in it is secret.
      if (path.startsWith(join(FOLDER, 'embed'))) {
        response.setHeader('access-control-allow-origin', '*')
        response.setHeader('cross-origin-resource-policy', 'cross-origin')
      }
    },
  })
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html')
  app.get('/', async (_request, reply) => page(reply))
  app.setNotFoundHandler(async (request, reply) => {
    if (asksForPage(request)) return page(reply)
    return reply.code(404).send({ error: 'There is nothing at this address.' })
  })
}

/** Any address may be a page's, but for those of files; a program that only takes JSON wants no page. */
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  const { accept = '*/*' } = headers
  const reads = method === 'GET' || method === 'HEAD'
  return reads && !/^\/((graphiql|embed)\/)?assets\//.test(url) && /text\/html|\*\/\*/.test(accept)
}
