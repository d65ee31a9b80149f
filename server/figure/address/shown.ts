/**
 * How a figure is shown outside its page, beside what it shows (url.ts): theme, language, size, parts left out. In
 * the query of images and embeds. What is unknown or impossible is ignored; what equals the default is left out.
 */

/** Auto: as the reader's system has it; an image is light then. */
export const SHOWN_THEMES = ['auto', 'light', 'dark'] as const
export type ShownTheme = (typeof SHOWN_THEMES)[number]

/** What an embed can leave out. The stamp and the way back are always there. */
export const PARTS = ['title', 'events', 'key', 'table', 'source'] as const
export type Part = (typeof PARTS)[number]

export interface Shown {
  readonly theme: ShownTheme
  /** A language of the catalogue, as in BCP 47; an unknown one is English. */
  readonly lang: string
  /** Width of an image in CSS pixels, 320–2000. */
  readonly width: number
  /** Pixels of a PNG to a CSS pixel, 1–3. */
  readonly scale: number
  readonly hide: readonly Part[]
}

export const SHOWN_START: Shown = { theme: 'auto', lang: 'en', width: 1000, scale: 1, hide: [] }

export function decodeShown(search: string): Shown {
  const params = new URLSearchParams(search)
  const theme = SHOWN_THEMES.find((known) => known === params.get('theme'))
  const lang = params.get('lang') ?? ''
  const hidden = params.get('hide')?.split('~') ?? []
  return {
    theme: theme ?? SHOWN_START.theme,
    lang: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : SHOWN_START.lang,
    width: wholeOf(params.get('width'), 320, 2000) ?? SHOWN_START.width,
    scale: wholeOf(params.get('scale'), 1, 3) ?? SHOWN_START.scale,
    hide: PARTS.filter((part) => hidden.includes(part)),
  }
}

/** `key=value` pairs without a question mark; empty where all is as at the start. */
export function encodeShown(shown: Shown): string {
  const pairs = [
    shown.theme === SHOWN_START.theme ? [] : [`theme=${shown.theme}`],
    shown.lang === SHOWN_START.lang ? [] : [`lang=${shown.lang}`],
    shown.width === SHOWN_START.width ? [] : [`width=${shown.width}`],
    shown.scale === SHOWN_START.scale ? [] : [`scale=${shown.scale}`],
    shown.hide.length === 0 ? [] : [`hide=${shown.hide.join('~')}`],
  ]
  return pairs.flat().join('&')
}

function wholeOf(text: string | null, least: number, most: number): number | null {
  if (text === null || !/^\d{1,4}$/.test(text)) return null
  const value = Number(text)
  return value >= least && value <= most ? value : null
}
