/** Puts the whole page into a jsdom document, at an address, with the invented API behind it. */
import { I18nProvider } from '@lingui/react'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { openClient } from '../../web/data/client.ts'
import { i18n } from '../../web/i18n.ts'
import { Routes } from '../../web/routes.tsx'
import { fetchInvented } from './inventedApi.ts'

export interface Mounted {
  readonly root: HTMLElement
  /** Waits until `find` finds something; fails with what the page shows instead. */
  readonly until: <T>(find: () => T | null | undefined | false) => Promise<T>
  readonly unmount: () => void
}

/** `fetching` stands for the network; the invented API answers where it is left out. */
export async function mountPage(address: string, fetching: typeof fetch = fetchInvented): Promise<Mounted> {
  // React asks for this flag before it lets a test wait for effects.
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  // jsdom lays nothing out: every element is 900 pixels wide.
  HTMLElement.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 900, 240)
  window.history.replaceState(null, '', address)
  const host = document.body.appendChild(document.createElement('div'))
  const react = createRoot(host)
  await act(async () => {
    react.render(
      <I18nProvider i18n={i18n}>
        <Provider value={openClient(fetching)}>
          <Routes />
        </Provider>
      </I18nProvider>,
    )
  })
  return {
    root: host,
    until: async (find) => {
      for (let turn = 0; turn < 1500; turn++) {
        const found = find()
        if (found) return found
        await act(async () => {
          await new Promise((resolve) => setTimeout(resolve, 10))
        })
      }
      throw new Error(`it did not come; the page shows:\n${host.textContent}`)
    },
    unmount: () => {
      act(() => react.unmount())
      host.remove()
    },
  }
}

/** The first element of a selector whose text holds `text`. */
export function withText(root: ParentNode, selector: string, text: string): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(selector)].find((element) => element.textContent.includes(text))
}
