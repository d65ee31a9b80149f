/** Says what was settled while the page is open; the numbers around it have moved already. */
import { useLingui } from '@lingui/react/macro'
import { useLive } from '../data/useLive.ts'

export function LiveNotice({ relations }: { readonly relations: readonly string[] }) {
  const { t } = useLingui()
  const latest = useLive(relations)
  // No region of its own until there is something: a page has one that speaks.
  if (latest === null) return null
  return (
    <p role="status" className="notice live">
      {t`Just settled:`}{' '}
      <span lang="en" dir="auto">
        {latest.summary} ({latest.source.name} → {latest.target.name}
        {latest.tag && `, ${latest.tag.label}`})
      </span>
    </p>
  )
}
