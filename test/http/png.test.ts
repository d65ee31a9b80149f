/** Text in pictures: nothing is left out and nothing is a box, whatever the scripts of a line. */

import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { placedLines } from '../../server/http/png.text.ts'
import { pngOf } from '../../server/http/png.ts'
import { runsSvg } from '../../web/charts/svg.text.ts'

const lineOf = (text: string, rtl = false) =>
  `<text class="line" x="${rtl ? 600 : 20}" y="40" font-size="20"${rtl ? ' direction="rtl"' : ''}>${runsSvg(text)}</text>`
const svgOf = (line: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="60" font-family="'Noto Sans', 'Noto Sans Arabic'">${line}</svg>`

/** Columns of the picture in which anything is drawn. */
async function inked(line: string): Promise<number[]> {
  const png = await pngOf(svgOf(line))
  const image = `<image width="640" height="60" href="data:image/png;base64,${png.toString('base64')}"/>`
  const { pixels, width, height } = new Resvg(svgOf(image)).render()
  const alpha = (x: number, y: number) => pixels[(y * width + x) * 4 + 3] ?? 0
  const rows = Array.from({ length: height }, (_, y) => y)
  return Array.from({ length: width }, (_, x) => x).filter((x) => rows.some((y) => alpha(x, y) > 0))
}

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

  it('from the right ends at its right end', async () => {
    for (const text of ['پاکستان افغانستان', 'ماخذ: Boschee 2018']) {
      const columns = await inked(lineOf(text, true))
      expect(columns.at(-1)).toBeGreaterThan(590)
      expect(columns.at(-1)).toBeLessThanOrEqual(602)
      expect(columns[0]).toBeGreaterThan(300)
    }
  }, 30_000)

  it('has its runs in the order in which it is read, from its own side', () => {
    // Each run is one size wide: 1 em + 0.07 of air, and 0.26 for the space after it.
    const placed = (line: string) => [...placedLines(line, () => 1).matchAll(/x="([\d.]+)"[^>]*>([^<]*)</g)]
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
