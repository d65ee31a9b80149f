/** The list of languages, each by its own name. The choice is spoken at once, kept, and put into the address. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { useLocation } from 'wouter'
import { LANGUAGES, type Language, languageOf } from '../../server/figure/words/languages.ts'
import { speak } from '../i18n.ts'
import { keepLanguage, markDocument, withLanguage } from './language.ts'

export function LanguageChoice() {
  const { t, i18n } = useLingui()
  const [path, navigate] = useLocation()
  const id = useId()
  const choose = async (language: Language) => {
    await speak(language)
    keepLanguage(language)
    markDocument(language)
    navigate(withLanguage(path + window.location.search, `lang=${language}`), { replace: true })
  }
  return (
    <div className="choice">
      <label htmlFor={id}>{t`Language`}</label>
      <select
        id={id}
        value={i18n.locale}
        onChange={(event) => {
          const language = languageOf(event.currentTarget.value)
          // Where its texts cannot be had, the page stays in the language it is in.
          if (language !== null) choose(language).catch(() => undefined)
        }}
      >
        {LANGUAGES.map(({ code, name, dir }) => (
          <option key={code} value={code} lang={code} dir={dir}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
