/** Renders SVG to PNG with our own fonts, off the main thread, a few at a time. */
import { Resvg, renderAsync } from '@resvg/resvg-js'
import { encodePng } from './encode.ts'
import { fontsFor } from './fonts.ts'
import { placeLines } from './text.ts'

/** Cache of measured widths, by text. */
const measured = new Map<string, number>()
const MAX_MEASURED = 2000
const EM = 100

/** Width of a run of one script as the renderer draws it, in em. */
function emsOf(text: string): number {
  const known = measured.get(text)
  if (known !== undefined) return known
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${text}</svg>`
  const ems = (new Resvg(svg, { font: fontsFor(text) }).getBBox()?.width ?? 0) / EM
  if (measured.size >= MAX_MEASURED) measured.clear()
  measured.set(text, ems)
  return ems
}

/** Renderings at the same time; more would block the threads that read the database. */
const MAX_RENDERINGS = 2
/** Renderings that may wait in the queue. */
const MAX_WAITING = 30

/** Thrown when the queue is full. */
export class BusyError extends Error {}

let rendering = 0
const waiting: (() => void)[] = []

/** An opaque PNG, white where the SVG has no background. `scale`: pixels to a CSS pixel. Throws BusyError. */
export async function pngOf(svg: string, scale = 1): Promise<Buffer> {
  if (waiting.length >= MAX_WAITING) {
    throw new BusyError('Too many pictures are being drawn. Try again in some seconds, or ask for the .svg.')
  }
  if (rendering >= MAX_RENDERINGS) await new Promise<void>((resolve) => waiting.push(resolve))
  rendering++
  try {
    const rendered = await renderAsync(placeLines(svg, emsOf), {
      font: fontsFor(svg),
      background: 'white',
      fitTo: { mode: 'zoom', value: scale },
    })
    return await encodePng(rendered.width, rendered.height, rendered.pixels)
  } finally {
    rendering--
    waiting.shift()?.()
  }
}
