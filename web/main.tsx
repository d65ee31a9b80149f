/** Starts the page: texts, client, routes. */
import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { dayOf } from '../server/domain/day.ts'
import { numberText, rangeText } from '../server/figure/words/format.ts'
import { openClient } from './data/client.ts'
import { i18n, speak } from './i18n.ts'
import { Routes } from './routes.tsx'
import { keptLanguage, languageFor, markDocument } from './ui/language.ts'
import { layOutForPaper } from './ui/paper.ts'
import { applyTheme, keptTheme } from './ui/theme.ts'
import './style.css'

applyTheme(keptTheme())
layOutForPaper()

const root = document.getElementById('root')
const language = languageFor(window.location.search, keptLanguage(), navigator.languages)
// Without its texts the page is shown in English rather than not at all.
const spoken = speak(language).then(
  () => markDocument(language),
  () => undefined,
)
if (root) {
  await spoken
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Provider value={openClient()}>
          <Routes />
        </Provider>
      </I18nProvider>
    </StrictMode>,
  )
  // A browser gets its tables of dates and numbers at their first use, which takes as long as drawing a chart does: here
  // while the figures are still on their way.
  ;(window.requestIdleCallback ?? window.setTimeout)(() => {
    rangeText(i18n.locale, dayOf(2018, 1, 1), dayOf(2018, 2, 1))
    numberText(i18n.locale, 0)
  })
}
