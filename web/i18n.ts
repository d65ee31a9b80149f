/**
 * The language of the page. English is compiled in; another language is loaded when it is asked for.
 * Charts used outside the page find English here without a provider.
 */
import { type I18n, i18n } from '@lingui/core'
import { LinguiContext } from '@lingui/react'
import { useContext } from 'react'
import { messages } from './locales/en.ts'

i18n.load('en', messages)
i18n.activate('en')

export { i18n }

/** The texts in force where a widget stands: the provider's, or English. */
export function useTexts(): I18n {
  return useContext(LinguiContext)?.i18n ?? i18n
}
