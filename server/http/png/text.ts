/**
 * Lines of text for the renderer of pictures. It draws a line correctly only if all of it is one script: a line with Arabic
 * letters before Latin ones is not drawn at all. So each run is placed on its own, in reading order; and a right-to-left
 * line, which the renderer does not support, is anchored at its right end.
 */

/** A line as server/figure/svg/figure.ts writes it. */
const LINE =
  /<text class="line" x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"( font-weight="700")?( direction="rtl")?>(.*?)<\/text>/gs
const RUN = /<tspan( font-family="[^"]*")?>(.*?)<\/tspan>/gs

/** Width of a space of Noto Sans, and of the margin around a drawn run, in em. */
const SPACE = 0.26
const AIR = 0.07

/** Replaces each line by its placed runs. `emsOf` measures a `<text>` of size 100 as it is drawn, in em. */
export function placeLines(svg: string, emsOf: (text: string) => number): string {
  return svg.replace(LINE, (_line, x: string, y: string, size: string, weight = '', rtl = '', inner: string) => {
    const at = `y="${y}" font-size="${size}"${weight}${rtl ? ' text-anchor="end"' : ''}`
    const runs = [...inner.matchAll(RUN)]
    // A right-to-left line may begin with a number, which alone would be drawn from left to right.
    const whole = rtl ? inner.replace(RUN, '<tspan$1>\u200f$2\u200f</tspan>') : inner
    if (runs.length < 2) return `<text x="${x}" ${at}>${whole}</text>`
    let pen = Number(x)
    return runs
      .map(([, family = ' font-family="Noto Sans"', text = '']) => {
        // In a right-to-left line, direction marks keep a colon after Arabic letters to their left.
        const mark = rtl && family.includes('Arabic') ? '\u200f' : ''
        const word = `${mark}${text.trimEnd()}${mark}`
        const drawn = `<text x="0" y="100" font-size="100"${weight}${family}>${word}</text>`
        const width = (emsOf(drawn) + AIR + (text.length - text.trimEnd().length) * SPACE) * Number(size)
        const run = `<text x="${Math.round(pen * 10) / 10}" ${at}${family}>${word}</text>`
        pen += rtl ? -width : width
        return run
      })
      .join('')
  })
}
