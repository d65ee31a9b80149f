/** A screen that is in English alone, marked so inside a page of any language. */
import { I18nProvider } from '@lingui/react'
import type { ReactNode } from 'react'
import { english } from '../i18n.ts'

export function InEnglish({ children }: { readonly children: ReactNode }) {
  return (
    <I18nProvider i18n={english}>
      <div lang="en" dir="ltr">
        {children}
      </div>
    </I18nProvider>
  )
}
