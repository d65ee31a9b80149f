/** Every step inside the page, by link or by a change of the view, keeps the language that the address names. */
import type { ReactNode } from 'react'
import { type BaseLocationHook, Router } from 'wouter'
import { useBrowserLocation } from 'wouter/use-browser-location'
import { withLanguage } from './language.ts'

const useSpokenLocation: BaseLocationHook = (options) => {
  const [path, navigate] = useBrowserLocation(options)
  return [path, (to: string, how) => navigate(withLanguage(to, window.location.search), how)]
}

export function Addresses({ children }: { readonly children: ReactNode }) {
  return (
    <Router hook={useSpokenLocation} hrefs={(href) => withLanguage(href, window.location.search)}>
      {children}
    </Router>
  )
}
