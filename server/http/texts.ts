/** The texts of what the server draws and writes, by language: the catalogues of the page. */
import { type I18n, setupI18n } from '@lingui/core'
import { messages as ar } from '../figure/locales/ar.ts'
import { messages as en } from '../figure/locales/en.ts'
import { messages as faAF } from '../figure/locales/fa-AF.ts'
import { messages as ps } from '../figure/locales/ps.ts'
import { messages as ru } from '../figure/locales/ru.ts'
import { messages as ur } from '../figure/locales/ur.ts'
import { names as arNames } from '../figure/names/ar.ts'
import { names as faAFNames } from '../figure/names/fa-AF.ts'
import { names as psNames } from '../figure/names/ps.ts'
import { names as ruNames } from '../figure/names/ru.ts'
import { names as urNames } from '../figure/names/ur.ts'
import {
  directionOf as directionOfLanguage,
  intlLocales,
  type Language,
  languageOf,
} from '../figure/words/languages.ts'
import { withNames } from '../figure/words/names.ts'

const CATALOGUES = {
  en,
  ur: withNames(ur, urNames),
  'fa-AF': withNames(faAF, faAFNames),
  ps: withNames(ps, psNames),
  ru: withNames(ru, ruNames),
  ar: withNames(ar, arNames),
}

const made = new Map<Language, I18n>()

/** The texts of a language, or English where there is no catalogue of it. */
export function textsOf(lang: string): I18n {
  const language = languageOf(lang) ?? 'en'
  const kept = made.get(language)
  if (kept) return kept
  const i18n = setupI18n({ locale: language, locales: intlLocales(language), messages: CATALOGUES })
  made.set(language, i18n)
  return i18n
}

/** `lang=` of an address, else the first language of a browser's list that we have, else English. */
export function languageAsked(search: string, accepted = ''): Language {
  const tags = accepted.split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  const asked = [new URLSearchParams(search).get('lang') ?? '', ...tags]
  return asked.map(languageOf).find((language) => language !== null) ?? 'en'
}

export function directionOf({ locale }: Pick<I18n, 'locale'>): 'ltr' | 'rtl' {
  return directionOfLanguage(locale)
}
