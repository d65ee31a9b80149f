/**
 * The language of the page. English is compiled in; another language is loaded when it is asked for.
 * Charts used outside the page find English here without a provider.
 */
import { type I18n, i18n, type Messages, setupI18n } from '@lingui/core'
import { LinguiContext } from '@lingui/react'
import { useContext } from 'react'
import { messages } from '../server/figure/locales/en.ts'
import { intlLocales, type Language } from '../server/figure/words/languages.ts'
import { type Names, withNames } from '../server/figure/words/names.ts'

i18n.load('en', messages)
i18n.activate('en')

export { i18n }

/** English whatever the page speaks: for the screens that are in no other language. */
export const english: I18n = setupI18n({ locale: 'en', messages: { en: messages } })

type Spoken = readonly [Promise<{ readonly messages: Messages }>, Promise<{ readonly names: Names }>]
const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, () => Spoken>> = {
  ur: () => [import('../server/figure/locales/ur.ts'), import('../server/figure/names/ur.ts')],
  'fa-AF': () => [import('../server/figure/locales/fa-AF.ts'), import('../server/figure/names/fa-AF.ts')],
  ps: () => [import('../server/figure/locales/ps.ts'), import('../server/figure/names/ps.ts')],
  ru: () => [import('../server/figure/locales/ru.ts'), import('../server/figure/names/ru.ts')],
  ar: () => [import('../server/figure/locales/ar.ts'), import('../server/figure/names/ar.ts')],
}

/** Brings the words of the screens that are in English alone. */
export async function speakOfDesk(): Promise<void> {
  english.load('en', (await import('../server/figure/locales/en.ts?desk')).messages)
}

/** Speaks a language once its texts are here; rejects, and speaks on as before, where they cannot be had. */
export async function speak(language: Language): Promise<void> {
  if (language !== 'en') {
    const [{ messages: texts }, { names }] = await Promise.all(CATALOGUES[language]())
    i18n.load(language, withNames(texts, names))
  }
  i18n.activate(language, intlLocales(language))
}

/** The texts in force where a widget stands: the provider's, or English. */
export function useTexts(): I18n {
  return useContext(LinguiContext)?.i18n ?? i18n
}
