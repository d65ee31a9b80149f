/** The dashboard: built files with long-lived names, and one page for every address a person may open. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { root } from '../config.ts'

const FOLDER = join(root, 'dist', 'web')

export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: FOLDER,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const named = path.includes('/assets/')
      response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply.code(404).send({ error: 'There is nothing at this address.' })
  })
}
