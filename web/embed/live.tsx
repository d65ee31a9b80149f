/** What an embedded figure becomes when it is touched: the same panels, drawn by the page's own charts. */
import { I18nProvider } from '@lingui/react'
import { createRoot } from 'react-dom/client'
import { decodeShown } from '../../server/figure/address/shown.ts'
import { encodeView } from '../../server/figure/address/url.ts'
import { languageOf } from '../../server/figure/words/languages.ts'
import { i18n, speak } from '../i18n.ts'
import { LiveFigure } from './LiveFigure.tsx'
import { loadFigure } from './load.ts'

const place = document.getElementById('figure')
const slug = decodeURIComponent(window.location.pathname.split('/').at(-1) ?? '')
const { search } = window.location

async function wake(place: HTMLElement): Promise<void> {
  const { lang, hide } = decodeShown(search)
  const [figure] = await Promise.all([loadFigure('', slug, search), speak(languageOf(lang) ?? 'en')])
  const explain = (day: string, measure: 'tension' | 'engagement') => {
    const query = encodeView({ ...figure.view, point: { day, measure } })
    window.open(`/r/${slug}${query}`, '_blank', 'noopener')
  }
  createRoot(place).render(
    <I18nProvider i18n={i18n}>
      <LiveFigure {...figure} hide={hide} onExplain={explain} />
    </I18nProvider>,
  )
}

// Where it cannot be had, the drawn figure stays: it says the same.
if (place) wake(place).catch(() => undefined)
