/** The texts of what the server draws and writes, by language: the catalogues of the page. */
import { type I18n, setupI18n } from '@lingui/core'
import { messages as en } from '../../web/locales/en.ts'

const CATALOGUES = { en } as const

const made = new Map<string, I18n>()

/** The texts of a language, or English where there is no catalogue of it. */
export function textsOf(lang: string): I18n {
  const known = Object.keys(CATALOGUES).find((locale) => locale === lang) ?? 'en'
  const kept = made.get(known)
  if (kept) return kept
  const i18n = setupI18n({ locale: known, messages: CATALOGUES })
  made.set(known, i18n)
  return i18n
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'prs', 'ps', 'ur'])

export function directionOf({ locale }: Pick<I18n, 'locale'>): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
