/**
 * Lines of text for the renderer of pictures, which draws a line whole only where all of it is one script: of a line with
 * Arabic letters before Latin ones it draws nothing. So each run is placed by itself, in the order in which the line is
 * read; and a line from the right, which it does not know, is held at its right end.
 */

/** A line as server/figure/svg/figure.ts writes it. */
const LINE =
  /<text class="line" x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"( font-weight="700")?( direction="rtl")?>(.*?)<\/text>/gs
const RUN = /<tspan( font-family="[^"]*")?>(.*?)<\/tspan>/gs

/** Width of a space of Noto Sans, and of the air around a drawn run, in parts of the font's size. */
const SPACE = 0.26
const AIR = 0.07

/** `emsOf` measures a `<text>` of size 100 as it is drawn, in parts of that size. */
export function placedLines(svg: string, emsOf: (text: string) => number): string {
  return svg.replace(LINE, (_line, x: string, y: string, size: string, weight = '', rtl = '', inner: string) => {
    const at = `y="${y}" font-size="${size}"${weight}${rtl ? ' text-anchor="end"' : ''}`
    const runs = [...inner.matchAll(RUN)]
    // A line of one script from the right may begin with a number, which alone would draw it to the left.
    const whole = rtl ? inner.replace(RUN, '<tspan$1>\u200f$2\u200f</tspan>') : inner
    if (runs.length < 2) return `<text x="${x}" ${at}>${whole}</text>`
    let pen = Number(x)
    return runs
      .map(([, family = ' font-family="Noto Sans"', text = '']) => {
        // In a line from the right: between marks of direction, so that a colon after Arabic letters stands to their left.
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
