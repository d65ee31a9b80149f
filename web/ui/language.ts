/**
 * The reader's language: `lang=` of the address, else what was chosen here before, else the browser's first that we have.
 * Kept on this machine and in the address; the page works where keeping is forbidden.
 */
import { directionOf, type Language, languageOf } from '../../server/figure/words/languages.ts'

const KEY = 'detente.language'

/** `kept` is what keptLanguage() gave, `preferred` navigator.languages. */
export function languageFor(search: string, kept: string | null, preferred: readonly string[]): Language {
  const asked = [new URLSearchParams(search).get('lang') ?? '', kept ?? '', ...preferred]
  return asked.map(languageOf).find((language) => language !== null) ?? 'en'
}

export function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing has it in the address.
  }
}

/** Tells the document what is spoken in it: readers aloud, fonts and the direction of lines follow. */
export function markDocument(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

/** An address of ours with the language that the present address names, if it names one. */
export function withLanguage(address: string, search: string): string {
  const lang = new URLSearchParams(search).get('lang')
  if (lang === null || languageOf(lang) === null) return address
  const [, path = '', query = '', hash = ''] = /^([^?#]*)\??([^#]*)(#.*)?$/.exec(address) ?? []
  const others = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('lang='))
  return `${path}?${[...others, `lang=${lang}`].join('&')}${hash}`
}
