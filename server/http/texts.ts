/** The translation catalogues of the page, for the figures and texts that the server makes. */
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

const loaded = new Map<Language, I18n>()

/** The catalogue of a language; English if there is none. */
export function textsOf(lang: string): I18n {
  const language = languageOf(lang) ?? 'en'
  const known = loaded.get(language)
  if (known) return known
  const i18n = setupI18n({ locale: language, locales: intlLocales(language), messages: CATALOGUES })
  loaded.set(language, i18n)
  return i18n
}

/** The language of `lang=` in a query string, else the first supported one of `Accept-Language`, else English. */
export function requestedLanguage(search: string, accepted = ''): Language {
  const tags = accepted.split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  const wanted = [new URLSearchParams(search).get('lang') ?? '', ...tags]
  return wanted.map(languageOf).find((language) => language !== null) ?? 'en'
}

export function directionOf({ locale }: Pick<I18n, 'locale'>): 'ltr' | 'rtl' {
  return directionOfLanguage(locale)
}
