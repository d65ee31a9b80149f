/** What a tag means, and what belongs to it and does not. */
import { useLingui } from '@lingui/react/macro'
import type { DeskTag } from './TagPicker.tsx'

export function TagMeaning({ tag }: { readonly tag: DeskTag }) {
  const { t } = useLingui()
  return (
    <details className="meaning" open>
      <summary>{t`What “${tag.label}” means`}</summary>
      <p>{tag.definition}</p>
      <p>
        <b>{t`Belongs to it:`}</b> {tag.includes}
      </p>
      <p>
        <b>{t`Does not:`}</b> {tag.excludes}
      </p>
      <p className="quiet">{tag.example}</p>
    </details>
  )
}
