/**
 * The fonts of pictures. The renderer reads the font file again for every letter that it draws, so nearly all pictures use
 * fonts reduced to the letters of our languages (server/fonts.mjs): a tenth of the size, a quarter of the time.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../../config.ts'

type Range = readonly [first: number, last: number]

/** The file of a font as published (`whole`), and reduced to `letters` (`cut`). */
interface FontFiles {
  readonly whole: string
  readonly cut: string
  readonly letters: readonly Range[]
}

/** Dashes, quotes, direction marks; minus. */
const SIGNS: readonly Range[] = [
  [0x2000, 0x206f],
  [0x2212, 0x2212],
]
/** European languages, and Russian. */
const LATIN: readonly Range[] = [
  [0x20, 0x17f],
  [0x218, 0x21b],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x2116, 0x2116],
  ...SIGNS,
]
/** Arabic script of Arabic, Dari, Pashto and Urdu. */
const ARABIC: readonly Range[] = [[0x20, 0x7e], [0x600, 0x6ff], ...SIGNS]

const { resolve } = createRequire(import.meta.url)

/** TrueType only: the renderer draws nothing with other formats, and reports no error. */
const fontFilesOf = (name: string, file: string, letters: readonly Range[]): FontFiles => ({
  whole: resolve(`@expo-google-fonts/${file}`),
  cut: join(root, 'dist', 'fonts', `${name}.ttf`),
  letters,
})

export const FONTS: readonly FontFiles[] = [
  fontFilesOf('latin-400', 'noto-sans/400Regular/NotoSans_400Regular.ttf', LATIN),
  fontFilesOf('latin-700', 'noto-sans/700Bold/NotoSans_700Bold.ttf', LATIN),
  fontFilesOf('arabic-400', 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', ARABIC),
  fontFilesOf('arabic-700', 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf', ARABIC),
]

const escaped = (letter: number) => `\\u{${letter.toString(16)}}`
const ranges = [...LATIN, ...ARABIC].map(([first, last]) => `${escaped(first)}-${escaped(last)}`)
const MISSING_LETTER = new RegExp(`[^\\n${ranges.join('')}]`, 'u')

/** The renderer's font options for an SVG: the reduced fonts, or the whole ones if the SVG has a letter that those lack. */
export function fontsFor(svg: string) {
  const of = MISSING_LETTER.test(svg) ? 'whole' : 'cut'
  const fontFiles = FONTS.map((font) => font[of])
  return { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans' }
}
