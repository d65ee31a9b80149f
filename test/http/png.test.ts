/** Pictures: what they hold, and their text, of which nothing is left out and nothing is a box, whatever its scripts. */

import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { runsSvg } from '../../server/figure/svg/text.ts'
import { FONTS } from '../../server/http/png/fonts.ts'
import { pngOf } from '../../server/http/png/png.ts'
import { placeLines } from '../../server/http/png/text.ts'

const lineOf = (text: string, rtl = false) =>
  `<text class="line" x="${rtl ? 600 : 20}" y="40" font-size="20"${rtl ? ' direction="rtl"' : ''}>${runsSvg(text)}</text>`
const svgOf = (line: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="60" font-family="'Noto Sans', 'Noto Sans Arabic'">${line}</svg>`

/** The pixels of a PNG, as another program reads it. */
function decoded(png: Buffer): { readonly pixels: Buffer; readonly width: number; readonly height: number } {
  const image = `<image width="640" height="60" href="data:image/png;base64,${png.toString('base64')}"/>`
  return new Resvg(svgOf(image)).render()
}

/** Columns of the picture in which anything is drawn. */
async function inked(line: string): Promise<number[]> {
  const { pixels, width, height } = decoded(await pngOf(svgOf(line)))
  const red = (x: number, y: number) => pixels[(y * width + x) * 4] ?? 255
  const rows = Array.from({ length: height }, (_, y) => y)
  return Array.from({ length: width }, (_, x) => x).filter((x) => rows.some((y) => red(x, y) < 255))
}

/** With the fonts as they were published, which know every letter that ours know. */
function drawnWhole(svg: string): Buffer {
  const font = { loadSystemFonts: false, fontFiles: FONTS.map(({ whole }) => whole), defaultFontFamily: 'Noto Sans' }
  return new Resvg(svg, { font, background: 'white' }).render().pixels
}

describe('a picture', () => {
  it('has every pixel as drawn, opaque, on white', async () => {
    const halves = '<rect width="320" height="60" fill="#542788"/><rect x="600" width="40" height="60" fill="#fdb863"/>'
    const { pixels, width, height } = decoded(await pngOf(svgOf(halves)))
    expect([width, height]).toEqual([640, 60])
    const at = (x: number, y: number) => [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]
    expect([at(0, 0), at(319, 59), at(320, 0), at(599, 30), at(600, 0), at(639, 59)]).toEqual([
      [0x54, 0x27, 0x88, 255],
      [0x54, 0x27, 0x88, 255],
      [255, 255, 255, 255],
      [255, 255, 255, 255],
      [0xfd, 0xb8, 0x63, 255],
      [0xfd, 0xb8, 0x63, 255],
    ])
  })

  it.each([
    ['the fonts cut for it', 'AV Türkiye fiasco, Șoimuș, “1 240” −5 %'],
    ['Russian', 'Пакистан – Афганистан, №'],
    ['Urdu', 'تناؤ ۴۱ سے ۲۶ تک کم ہوا'],
    ['Pashto', 'د افغانستان حکومت، ځواک، ښه، ۍ'],
    ['letters they lack', 'Ελλάδα, Ḥamās, नेपाल'],
  ])('is the same to the pixel as with whole fonts: %s', async (_name, text) => {
    for (const weight of ['', ' font-weight="700"']) {
      const svg = svgOf(`<text x="20" y="40" font-size="20"${weight}>${runsSvg(text)}</text>`)
      const [ours, theirs] = [decoded(await pngOf(svg)).pixels, drawnWhole(svg)]
      expect(ours.equals(theirs)).toBe(true)
    }
  })
})

describe('a line of a picture', () => {
  it.each([
    ['one script', 'Kabul and Москва'],
    ['Arabic script before Latin', 'کابل Kabul'],
    ['Latin, Arabic, Cyrillic', 'Kabul کابل and Москва'],
    ['a source in an Urdu line', 'ماخذ: Boschee, Lautenschlager, 2018'],
  ])(
    'is drawn whole: %s',
    async (_name, text) => {
      const columns = await inked(lineOf(text))
      // Something stands from the first letter on, for as long as such a line is, and no gap is wider than two letters.
      expect(columns[0]).toBeLessThan(26)
      expect((columns.at(-1) ?? 0) - 20).toBeGreaterThan(text.length * 20 * 0.3)
      const gaps = columns.map((x, i) => x - (columns[i - 1] ?? x))
      expect(Math.max(...gaps)).toBeLessThan(20)
    },
    30_000,
  )

  it('that is right-to-left is anchored at its right end', async () => {
    for (const text of ['پاکستان افغانستان', 'ماخذ: Boschee 2018']) {
      const columns = await inked(lineOf(text, true))
      expect(columns.at(-1)).toBeGreaterThan(590)
      expect(columns.at(-1)).toBeLessThanOrEqual(602)
      expect(columns[0]).toBeGreaterThan(300)
    }
  }, 30_000)

  it('has its runs in reading order, from its own side', () => {
    // Each run is one size wide: 1 em + 0.07 of air, and 0.26 for the space after it.
    const placed = (line: string) => [...placeLines(line, () => 1).matchAll(/x="([\d.]+)"[^>]*>([^<]*)</g)]
    expect(placed(lineOf('ab کا cd')).map((m) => [m[1], m[2]?.replaceAll('\u200f', '')])).toEqual([
      ['20', 'ab'],
      ['46.6', 'کا'],
      ['73.2', 'cd'],
    ])
    expect(placed(lineOf('کا cd', true)).map((m) => [m[1], m[2]?.replaceAll('\u200f', '')])).toEqual([
      ['600', 'کا'],
      ['573.4', 'cd'],
    ])
  })
})
