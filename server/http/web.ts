/**
 * The dashboard: the built files, and one HTML page for every address that a person may open. The home page and the pages
 * of relations are sent with their first view already drawn; the latter also preload the scripts they need.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { I18n } from '@lingui/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { root } from '../config.ts'
import { decodeWatch, encodeView } from '../figure/address/url.ts'
import { figureOf } from '../figure/figure.ts'
import { WatchDocument } from '../figure/generated/trees.ts'
import { firstView } from '../figure/page/firstView.ts'
import { firstWatch } from '../figure/page/firstView.watch.ts'
import { applyRefusal, type FigureHandler, HttpRefusal, type QueryRunnerFactory } from './figure.ts'
import { directionOf, requestedLanguage, textsOf } from './texts.ts'

const FOLDER = join(root, 'dist', 'page')

export async function serveWeb(app: FastifyInstance, answer: FigureHandler, ask: QueryRunnerFactory): Promise<void> {
  if (!existsSync(join(FOLDER, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: FOLDER,
    index: false,
    cacheControl: false,
    // web/compress.mjs has compressed the files.
    preCompressed: true,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/')
      response.setHeader('vary', 'accept-encoding')
      response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      // Scripts for pages of other sites: modules are loaded across origins, and nothing in them is secret.
      if (path.startsWith(join(FOLDER, 'embed'))) {
        response.setHeader('access-control-allow-origin', '*')
        response.setHeader('cross-origin-resource-policy', 'cross-origin')
      }
    },
  })
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html')
  const nothing = (reply: FastifyReply) => reply.code(404).send({ error: 'There is nothing at this address.' })
  app.get('/', async (request, reply) => {
    try {
      const { relations } = await (await ask(request, reply))(WatchDocument, {})
      const i18n = textsFor(request)
      const main = firstWatch(relations.nodes, decodeWatch(searchOf(request)), i18n)
      void reply.type('text/html; charset=utf-8').headers({ vary: 'accept-language', 'cache-control': 'no-cache' })
      return reply.send(pageWith(shell(), { main }, i18n))
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error
      return page(applyRefusal(reply, error).code(200))
    }
  })
  app.get<{ Params: { slug: string } }>('/r/:slug', async (request, reply) => {
    if (!wantsPage(request)) return nothing(reply)
    try {
      void reply.type('text/html; charset=utf-8').header('vary', 'accept-language')
      return await answer(request, reply, request.params.slug, async ({ relation, view }) => {
        // The page also changes with each build, which the ETag of a figure does not cover.
        void reply.removeHeader('etag').header('cache-control', 'no-cache')
        const i18n = textsFor(request)
        const origin = `${request.protocol}://${request.host}`
        const query = encodeView({ ...view, point: null, tab: 'chart' })
        const drawn = firstView({ figure: figureOf(relation, view, i18n), i18n, origin, slug: relation.slug, query })
        const links = scriptsOf('pages/relation/Relation.tsx').map(
          (file) => `<link rel="modulepreload" fetchpriority="low" href="/${file}">`,
        )
        return pageWith(shell(), { main: drawn.main, head: drawn.head + links.join('') }, i18n)
      })
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error
      // The page in the browser shows what is wrong and what to do.
      return page(applyRefusal(reply, error).code(error.statusCode === 404 ? 404 : 200))
    }
  })
  app.setNotFoundHandler(async (request, reply) => (wantsPage(request) ? page(reply) : nothing(reply)))
}

/** Read for each request, because a build beside a running server renames the scripts. */
const shell = () => readFileSync(join(FOLDER, 'index.html'), 'utf8')

/** The shell filled with what was drawn. `head` replaces the shell's title and description. */
function pageWith(shell: string, drawn: { readonly main: string; readonly head?: string }, i18n: I18n): string {
  return shell
    .replace('<html lang="en" dir="ltr">', () => `<html lang="${i18n.locale}" dir="${directionOf(i18n)}">`)
    .replace(/<!--head-->.*<!--\/head-->/s, (own) => drawn.head ?? own)
    .replace('<main id="main"></main>', () => `<main id="main">${drawn.main}</main>`)
}

function searchOf({ url }: FastifyRequest): string {
  const at = url.indexOf('?')
  return at === -1 ? '' : url.slice(at)
}

function textsFor(request: FastifyRequest): I18n {
  return textsOf(requestedLanguage(searchOf(request), request.headers['accept-language']))
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

/** The scripts of a page and their imports, without those of the shell. */
function scriptsOf(source: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')) as Record<string, Chunk>
  const reach = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found
    found.add(name)
    for (const next of manifest[name]?.imports ?? []) reach(next, found)
    return found
  }
  const shell = reach('index.html')
  return [...reach(source)].filter((name) => !shell.has(name)).flatMap((name) => manifest[name]?.file ?? [])
}

/** Whether a request asks for a page: not for a built file, and the client accepts HTML. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const { accept = '*/*' } = headers
  const reads = method === 'GET' || method === 'HEAD'
  return reads && !/^\/((graphiql|embed)\/)?assets\//.test(url) && /text\/html|\*\/\*/.test(accept)
}
