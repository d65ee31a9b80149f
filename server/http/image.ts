/** /image/<relation>.svg and .png: the figure of a page as a picture, with the page's own query. */
import { createRequire } from 'node:module'
import { renderAsync } from '@resvg/resvg-js'
import type { FastifyInstance } from 'fastify'
import { figureSvg } from '../../web/charts/svg.figure.ts'
import { PAINTS } from '../../web/charts/svg.paint.ts'
import { figureOf } from '../../web/data/figure.ts'
import { encodeView } from '../../web/data/view.url.ts'
import { type AskedFigure, type FigureRoute, NoFigure } from './figure.ts'
import { directionOf, textsOf } from './texts.ts'

const TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const

/** TrueType: of other formats the renderer draws nothing, and does not say so. */
const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
].map((file) => createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`))

/** Renderings under way at once; more would hold the threads that read the database. */
const MOST_RENDERINGS = 2
/** Renderings that may wait. */
const MOST_WAITING = 30

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
      const body = kind === 'svg' ? svg : await pngOf(svg, figure.shown.scale)
      void reply.type(TYPES[kind])
      return body
    })
  })
}

function drawn({ relation, view, shown }: AskedFigure, origin: string): string {
  const i18n = textsOf(shown.lang)
  return figureSvg(figureOf(relation, view), {
    i18n,
    paint: PAINTS[shown.theme === 'dark' ? 'dark' : 'light'],
    dir: directionOf(i18n),
    width: shown.width,
    address: `${origin}/r/${relation.slug}${encodeView({ ...view, point: null, tab: 'chart' })}`,
  })
}

let underWay = 0
const waiting: (() => void)[] = []

/** Off the main thread, some at a time. */
export async function pngOf(svg: string, scale = 1): Promise<Buffer> {
  if (waiting.length >= MOST_WAITING) {
    throw new NoFigure(503, 'Too many pictures are being drawn. Ask again in some seconds, or for the .svg.')
  }
  if (underWay >= MOST_RENDERINGS) await new Promise<void>((resolve) => waiting.push(resolve))
  underWay++
  try {
    const rendered = await renderAsync(svg, {
      font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Noto Sans' },
      fitTo: { mode: 'zoom', value: scale },
    })
    return rendered.asPng()
  } finally {
    underWay--
    waiting.shift()?.()
  }
}
