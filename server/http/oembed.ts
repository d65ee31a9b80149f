/** /oembed?url=…: lets publishing systems show a link as a figure (oEmbed 1.0, oembed.com). JSON only. */
import type { FastifyInstance } from 'fastify'
import { decodeView, encodeView } from '../figure/address/url.ts'
import { escapeText } from '../figure/svg/text.ts'
import { type FigureHandler, HttpRefusal } from './figure.ts'

const [WIDTH, HEIGHT] = [760, 780]

export function serveOembed(app: FastifyInstance, answer: FigureHandler): void {
  app.get<{ Querystring: { url?: string; format?: string; maxwidth?: string } }>('/oembed', async (request, reply) => {
    const { url = '', format = 'json', maxwidth = '' } = request.query
    const origin = `${request.protocol}://${request.host}`
    if (format !== 'json')
      throw new HttpRefusal(501, `"${format}": only format=json is supported. Ask for format=json.`)
    const page = URL.canParse(url) ? new URL(url) : null
    const slug = page?.origin === origin ? /^\/(?:r|embed)\/([^/]+)$/.exec(page.pathname)?.[1] : undefined
    if (page === null || slug === undefined) {
      throw new HttpRefusal(
        404,
        `"${url}": this is not the page of a relation on this server. Give the full address, such as ${origin}/r/us-taliban.`,
      )
    }
    const width = /^\d{2,4}$/.test(maxwidth) ? Math.min(WIDTH, Number(maxwidth)) : WIDTH
    const query = encodeView({ ...decodeView(page.search), point: null, tab: 'chart' })
    return answer(
      request,
      reply,
      decodeURIComponent(slug),
      async ({ relation }) => {
        void reply.type('application/json; charset=utf-8')
        const source = escapeText(`${origin}/embed/${relation.slug}${query}`)
        const title = escapeText(relation.name)
        return JSON.stringify({
          version: '1.0',
          type: 'rich',
          provider_name: 'Detente',
          provider_url: origin,
          title: relation.name,
          width,
          height: HEIGHT,
          html: `<iframe src="${source}" title="${title}" width="${width}" height="${HEIGHT}" style="border:0" loading="lazy"></iframe>`,
        })
      },
      () => decodeView(page.search),
    )
  })
}
