/** From SVG to PNG, with our own fonts, off the main thread, some at a time. */
import { Resvg, renderAsync } from '@resvg/resvg-js'
import { encodePng } from './encode.ts'
import { fontsFor } from './fonts.ts'
import { placedLines } from './text.ts'

/** Widths that were measured, of the texts asked for last. */
const measured = new Map<string, number>()
const MOST_MEASURED = 2000
const EM = 100

/** Width of a run of one script as the renderer draws it, in parts of the font's size. */
function emsOf(text: string): number {
  const known = measured.get(text)
  if (known !== undefined) return known
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${text}</svg>`
  const ems = (new Resvg(svg, { font: fontsFor(text) }).getBBox()?.width ?? 0) / EM
  if (measured.size >= MOST_MEASURED) measured.clear()
  measured.set(text, ems)
  return ems
}

/** Renderings under way at once; more would hold the threads that read the database. */
const MOST_RENDERINGS = 2
/** Renderings that may wait. */
const MOST_WAITING = 30

/** As many wait as may. */
export class Busy extends Error {}

let underWay = 0
const waiting: (() => void)[] = []

/** Opaque, on white where the SVG has no ground. `scale`: pixels to a CSS pixel. Throws Busy. */
export async function pngOf(svg: string, scale = 1): Promise<Buffer> {
  if (waiting.length >= MOST_WAITING) {
    throw new Busy('Too many pictures are being drawn. Ask again in some seconds, or for the .svg.')
  }
  if (underWay >= MOST_RENDERINGS) await new Promise<void>((resolve) => waiting.push(resolve))
  underWay++
  try {
    const rendered = await renderAsync(placedLines(svg, emsOf), {
      font: fontsFor(svg),
      background: 'white',
      fitTo: { mode: 'zoom', value: scale },
    })
    return await encodePng(rendered.width, rendered.height, rendered.pixels)
  } finally {
    underWay--
    waiting.shift()?.()
  }
}
