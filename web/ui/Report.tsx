/** A coding somebody thinks is wrong, as a text that names it beyond doubt, for whoever can put it right. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { StatementTextFragment } from '../../server/figure/generated/documents.ts'
import { CopyField } from './CopyField.tsx'

export function Report({ statement }: { readonly statement: StatementTextFragment }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  return (
    <details className="report" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t`Report a coding problem`}</summary>
      {open && (
        <>
          <p>{t`Send this to whoever runs this site, and add what is wrong and why.`}</p>
          <CopyField label={t`Report`} text={reportOf(statement, window.location.href)} />
        </>
      )}
    </details>
  )
}

/** In English, the language of the desk. */
export function reportOf(statement: StatementTextFragment, page: string): string {
  const { id, day, source, target, tag, document } = statement
  return [
    `Statement ${id}, ${day}: ${source.name} toward ${target.name}, coded ${tag === null ? 'without a tag' : tag.code}`,
    `From: ${document.title}`,
    `Seen at: ${page}`,
    'What is wrong, and why: ',
  ].join('\n')
}
