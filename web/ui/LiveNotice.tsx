/**
 * Says what was settled while the page is open; the numbers around it have moved already. It lies over a corner of the page,
 * which would otherwise jump under the reader's eyes, until it is closed or the next takes its place.
 */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { arrowText } from '../../server/figure/words/format.intl.ts'
import { nameIn } from '../../server/figure/words/names.ts'
import { useLive } from '../data/useLive.ts'

export function LiveNotice({ relations }: { readonly relations: readonly string[] }) {
  const { t, i18n } = useLingui()
  const latest = useLive(relations)
  const [closed, close] = useState<typeof latest>(null)
  // No region of its own until there is something: a page has one that speaks.
  if (latest === null || latest === closed) return null
  return (
    <div className="notice live">
      <p role="status">
        {t`Just settled:`} <bdi lang="en">{latest.summary}</bdi> (
        {arrowText(i18n.locale, nameIn(i18n, latest.source.name), nameIn(i18n, latest.target.name))}
        {latest.tag && `, ${nameIn(i18n, latest.tag.label)}`})
      </p>
      <button type="button" onClick={() => close(latest)}>{t`Close`}</button>
    </div>
  )
}
