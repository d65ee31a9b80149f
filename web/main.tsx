/** Starts the page: texts, client, routes. */
import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { openClient } from './data/client.ts'
import { i18n } from './i18n.ts'
import { Routes } from './routes.tsx'
import { layOutForPaper } from './ui/paper.ts'
import { applyTheme, keptTheme } from './ui/theme.ts'
import './style.css'

applyTheme(keptTheme())
layOutForPaper()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Provider value={openClient()}>
          <Routes />
        </Provider>
      </I18nProvider>
    </StrictMode>,
  )
}
