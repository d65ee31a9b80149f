/**
 * The dashboard: built files with long-lived names, and one page for every address a person may open. The page of a
 * relation comes with what its reader sees first, drawn, and names the scripts it will need.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { figureOf } from '../../web/data/figure.ts'
import { encodeView } from '../../web/data/view.url.ts'
import { type FirstView, firstView } from '../../web/embed/firstView.ts'
import { root } from '../config.ts'
import { type FigureRoute, NoFigure, refuseFigure } from './figure.ts'
import { directionOf, languageAsked, textsOf } from './texts.ts'

const FOLDER = join(root, 'dist', 'page')

export async function serveWeb(app: FastifyInstance, answer: FigureRoute): Promise<void> {
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
  const nothing = (reply: FastifyReply) => reply.code(404).send({ error: 'There is nothing at this address.' })
  app.get('/', async (_request, reply) => page(reply))
  app.get<{ Params: { slug: string } }>('/r/:slug', async (request, reply) => {
    if (!asksForPage(request)) return nothing(reply)
    try {
      void reply.type('text/html; charset=utf-8').header('vary', 'accept-language')
      return await answer(request, reply, request.params.slug, async ({ relation, view, search }) => {
        // It changes with each build as well, which the tag of a figure does not know.
        void reply.removeHeader('etag').header('cache-control', 'no-cache')
        const i18n = textsOf(languageAsked(search, request.headers['accept-language']))
        const origin = `${request.protocol}://${request.host}`
        const query = encodeView({ ...view, point: null, tab: 'chart' })
        const drawn = firstView({ figure: figureOf(relation, view, i18n), i18n, origin, slug: relation.slug, query })
        // Read anew, as `/` is: a build beside a running server renames the scripts.
        const shell = readFileSync(join(FOLDER, 'index.html'), 'utf8')
        const links = scriptsOf('pages/Relation.tsx').map((file) => `<link rel="modulepreload" href="/${file}">`)
        return pageWith(shell, drawn, links.join(''), i18n.locale, directionOf(i18n))
      })
    } catch (error) {
      if (!(error instanceof NoFigure)) throw error
      // The page itself says what is wrong, and what to do.
      return page(refuseFigure(reply, error).code(error.statusCode === 404 ? 404 : 200))
    }
  })
  app.setNotFoundHandler(async (request, reply) => (asksForPage(request) ? page(reply) : nothing(reply)))
}

function pageWith(shell: string, { head, main }: FirstView, links: string, language: string, dir: string): string {
  return shell
    .replace('<html lang="en" dir="ltr">', () => `<html lang="${language}" dir="${dir}">`)
    .replace(/<!--head-->.*<!--\/head-->/s, () => head + links)
    .replace('<main id="main"></main>', () => `<main id="main">${main}</main>`)
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

/** The scripts of a page and what they import, apart from those of the shell. */
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

/** Any address may be a page's, but for those of files; a program that only takes JSON wants no page. */
function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  const { accept = '*/*' } = headers
  const reads = method === 'GET' || method === 'HEAD'
  return reads && !/^\/((graphiql|embed)\/)?assets\//.test(url) && /text\/html|\*\/\*/.test(accept)
}
