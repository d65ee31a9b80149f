/**
 * The fonts of pictures. The renderer reads a font's file anew for every letter that it draws, so nearly all pictures are
 * drawn with fonts cut to the letters of our languages (server/fonts.mjs): a tenth of the size, a quarter of the time.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../../config.ts'

type Range = readonly [first: number, last: number]

/** A font as it is published, and as it is cut. */
interface Cut {
  readonly whole: string
  readonly cut: string
  readonly letters: readonly Range[]
}

/** Dashes, quotes, marks of direction; minus; №. */
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
/** Arabic script as Arabic, Dari, Pashto and Urdu have it. */
const ARABIC: readonly Range[] = [[0x20, 0x7e], [0x600, 0x6ff], ...SIGNS]

const { resolve } = createRequire(import.meta.url)

/** TrueType: of other formats the renderer draws nothing, and does not say so. */
const cutOf = (name: string, file: string, letters: readonly Range[]): Cut => ({
  whole: resolve(`@expo-google-fonts/${file}`),
  cut: join(root, 'dist', 'fonts', `${name}.ttf`),
  letters,
})

export const FONTS: readonly Cut[] = [
  cutOf('latin-400', 'noto-sans/400Regular/NotoSans_400Regular.ttf', LATIN),
  cutOf('latin-700', 'noto-sans/700Bold/NotoSans_700Bold.ttf', LATIN),
  cutOf('arabic-400', 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf', ARABIC),
  cutOf('arabic-700', 'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf', ARABIC),
]

const escaped = (letter: number) => `\\u{${letter.toString(16)}}`
const known = [...LATIN, ...ARABIC].map(([first, last]) => `${escaped(first)}-${escaped(last)}`)
const LACKED = new RegExp(`[^\\n${known.join('')}]`, 'u')

/** What the renderer is told of fonts for this SVG: whole ones where a letter is in it that the others lack. */
export function fontsFor(svg: string) {
  const of = LACKED.test(svg) ? 'whole' : 'cut'
  const fontFiles = FONTS.map((font) => font[of])
  return { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans' }
}
