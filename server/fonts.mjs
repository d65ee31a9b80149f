// After tsc: reduces the fonts of pictures to the letters that nearly all pictures use (http/png/fonts.ts).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import subsetFont from 'subset-font'
import { FONTS } from '../dist/server/http/png/fonts.js'

/** OpenType features that renderers apply by default; optional ones, such as small capitals, are left out. */
const FEATURES = 'calt ccmp clig curs fina init isol kern liga locl mark medi mkmk rclt rlig'.split(' ')

await Promise.all(
  FONTS.map(async ({ whole, cut, letters }) => {
    const all = letters.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    const options = { targetFormat: 'sfnt', keepFeatures: FEATURES }
    const font = await subsetFont(readFileSync(whole), String.fromCodePoint(...all), options)
    mkdirSync(dirname(cut), { recursive: true })
    writeFileSync(cut, font)
  }),
)
