/**
 * /embed/<relation>: a figure for pages of other sites, complete without scripts. EMBED_ANCESTORS says which sites may
 * show it in a frame; FRAME_ANCESTORS says it for our own pages.
 */
import type { FastifyInstance } from 'fastify'
import type { Transport } from '../config.ts'
import { decodeShown } from '../figure/address/shown.ts'
import { encodeView } from '../figure/address/url.ts'
import { figureOf } from '../figure/figure.ts'
import { embedPage, refusalPage } from '../figure/page/embedPage.ts'
import { applyRefusal, type FigureHandler, HttpRefusal } from './figure.ts'
import { contentPolicy } from './headers.ts'
import { directionOf, textsOf } from './texts.ts'

/** Static files under /embed; a relation whose slug is one of these names has no embed. */
const FILES = ['embed.css', 'embed.js', 'height.js', 'live.css', 'live.js', 'relation-chart.js']

export function serveEmbeds(app: FastifyInstance, { embedAncestors }: Transport, answer: FigureHandler): void {
  for (const file of FILES) {
    app.get(`/embed/${file}`, async (_request, reply) => {
      if (!('sendFile' in reply)) throw new HttpRefusal(404, 'The page is not built. Run npm run build.')
      return reply.sendFile(`embed/${file}`)
    })
  }
  const policy = contentPolicy(embedAncestors)
  app.get<{ Params: { slug: string } }>('/embed/:slug', async (request, reply) => {
    const { slug } = request.params
    void reply.type('text/html; charset=utf-8').headers({
      'content-security-policy': policy,
      'cross-origin-resource-policy': 'cross-origin',
    })
    const origin = `${request.protocol}://${request.host}`
    try {
      return await answer(request, reply, slug, async ({ relation, view, shown }) => {
        const i18n = textsOf(shown.lang)
        const query = encodeView({ ...view, point: null, tab: 'chart' })
        return embedPage({
          figure: figureOf(relation, view, i18n),
          shown,
          i18n,
          dir: directionOf(i18n),
          page: `${origin}/r/${relation.slug}${query}`,
          file: `${origin}/data/${relation.slug}.csv${query}`,
        })
      })
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error
      const i18n = textsOf(decodeShown(request.url.slice(request.url.indexOf('?') + 1)).lang)
      const page = `${origin}/r/${encodeURIComponent(slug)}`
      return applyRefusal(reply, error).send(refusalPage(i18n, directionOf(i18n), error.message, page))
    }
  })
}
