/** /image/<relation>.svg and .png: the figure of a page as a picture, with the page's own query. */
import type { FastifyInstance } from 'fastify'
import { encodeView } from '../figure/address/url.ts'
import { figureOf } from '../figure/figure.ts'
import { figureSvg } from '../figure/svg/figure.ts'
import { PAINTS } from '../figure/svg/paint.ts'
import { type AskedFigure, type FigureRoute, NoFigure } from './figure.ts'
import { Busy, pngOf } from './png/png.ts'
import { directionOf, textsOf } from './texts.ts'

const TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const

export function serveImages(app: FastifyInstance, answer: FigureRoute): void {
  app.get<{ Params: { file: string } }>('/image/:file', async (request, reply) => {
    const [, slug, kind] = /^(.+)\.(svg|png)$/.exec(request.params.file) ?? []
    if (slug === undefined || (kind !== 'svg' && kind !== 'png')) {
      throw new NoFigure(404, 'An image ends in .svg or .png, such as /image/us-taliban.png.')
    }
    // A picture may be shown by any page; what it shows is as public as the page it is from.
    void reply.header('cross-origin-resource-policy', 'cross-origin')
    return answer(request, reply, slug, async (figure) => {
      const svg = drawn(figure, `${request.protocol}://${request.host}`)
      const body = kind === 'svg' ? svg : await drawnPng(svg, figure.shown.scale)
      void reply.type(TYPES[kind])
      return body
    })
  })
}

function drawn({ relation, view, shown }: AskedFigure, origin: string): string {
  const i18n = textsOf(shown.lang)
  return figureSvg(figureOf(relation, view, i18n), {
    i18n,
    paint: PAINTS[shown.theme === 'dark' ? 'dark' : 'light'],
    dir: directionOf(i18n),
    width: shown.width,
    address: `${origin}/r/${relation.slug}${encodeView({ ...view, point: null, tab: 'chart' })}`,
  })
}

async function drawnPng(svg: string, scale: number): Promise<Buffer> {
  try {
    return await pngOf(svg, scale)
  } catch (error) {
    throw error instanceof Busy ? new NoFigure(503, error.message, 5) : error
  }
}
