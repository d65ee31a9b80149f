/** From SVG to PNG, with our own fonts, off the main thread, some at a time. */
import { createRequire } from 'node:module'
import { Resvg, renderAsync } from '@resvg/resvg-js'
import { placedLines } from './png.text.ts'

/** TrueType: of other formats the renderer draws nothing, and does not say so. */
const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
].map((file) => createRequire(import.meta.url).resolve(`@expo-google-fonts/${file}`))

const FONT = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Noto Sans' }

/** Widths that were measured, of the texts asked for last. */
const measured = new Map<string, number>()
const MOST_MEASURED = 2000
const EM = 100

/** Width of a run of one script as the renderer draws it, in parts of the font's size. */
function emsOf(text: string): number {
  const known = measured.get(text)
  if (known !== undefined) return known
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${text}</svg>`
  const ems = (new Resvg(svg, { font: FONT }).getBBox()?.width ?? 0) / EM
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

/** `scale`: pixels to a CSS pixel. Throws Busy. */
export async function pngOf(svg: string, scale = 1): Promise<Buffer> {
  if (waiting.length >= MOST_WAITING) {
    throw new Busy('Too many pictures are being drawn. Ask again in some seconds, or for the .svg.')
  }
  if (underWay >= MOST_RENDERINGS) await new Promise<void>((resolve) => waiting.push(resolve))
  underWay++
  try {
    const rendered = await renderAsync(placedLines(svg, emsOf), {
      font: FONT,
      fitTo: { mode: 'zoom', value: scale },
    })
    return rendered.asPng()
  } finally {
    underWay--
    waiting.shift()?.()
  }
}
