/** /image/<relation>.svg and .png: the figure of a page as a picture; it takes the query string of the page. */
import type { FastifyInstance } from 'fastify'
import { encodeView } from '../figure/address/url.ts'
import { figureOf } from '../figure/figure.ts'
import { figureSvg } from '../figure/svg/figure.ts'
import { PAINTS } from '../figure/svg/paint.ts'
import { type FigureHandler, HttpRefusal, type RequestedFigure } from './figure.ts'
import { BusyError, pngOf } from './png/png.ts'
import { directionOf, textsOf } from './texts.ts'

const TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const

export function serveImages(app: FastifyInstance, answer: FigureHandler): void {
  app.get<{ Params: { file: string } }>('/image/:file', async (request, reply) => {
    const [, slug, kind] = /^(.+)\.(svg|png)$/.exec(request.params.file) ?? []
    if (slug === undefined || (kind !== 'svg' && kind !== 'png')) {
      throw new HttpRefusal(
        404,
        'The name of an image ends in .svg or .png. Ask for one such as /image/us-taliban.png.',
      )
    }
    // Any site may show the picture; it is as public as the page it is taken from.
    void reply.header('cross-origin-resource-policy', 'cross-origin')
    return answer(request, reply, slug, async (figure) => {
      const svg = drawSvg(figure, `${request.protocol}://${request.host}`)
      const body = kind === 'svg' ? svg : await drawPng(svg, figure.shown.scale)
      void reply.type(TYPES[kind])
      return body
    })
  })
}

function drawSvg({ relation, view, shown }: RequestedFigure, origin: string): string {
  const i18n = textsOf(shown.lang)
  return figureSvg(figureOf(relation, view, i18n), {
    i18n,
    paint: PAINTS[shown.theme === 'dark' ? 'dark' : 'light'],
    dir: directionOf(i18n),
    width: shown.width,
    address: `${origin}/r/${relation.slug}${encodeView({ ...view, point: null, tab: 'chart' })}`,
  })
}

async function drawPng(svg: string, scale: number): Promise<Buffer> {
  try {
    return await pngOf(svg, scale)
  } catch (error) {
    throw error instanceof BusyError ? new HttpRefusal(503, error.message, 5) : error
  }
}
