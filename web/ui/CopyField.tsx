/** A text to take along: seen whole, copied by one press, and by hand where the browser keeps the clipboard to itself. */
import { useLingui } from '@lingui/react/macro'
import { useId, useRef, useState } from 'react'

interface Props {
  readonly label: string
  readonly text: string
}

/** More lines are scrolled. */
const MOST_LINES = 12

export function CopyField({ label, text }: Props) {
  const { t } = useLingui()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(t`Copied`)
    } catch {
      field.current?.focus()
      field.current?.select()
      setSaid(t`Marked: press Ctrl+C, or Cmd+C, to copy it`)
    }
  }
  return (
    <div className="copy-field">
      <div className="copy-bar">
        <label htmlFor={id}>{label}</label>
        <span role="status">{said}</span>
        <button type="button" onClick={copy} aria-label={t`Copy: ${label}`}>
          {t`Copy`}
        </button>
      </div>
      <textarea
        ref={field}
        id={id}
        dir="ltr"
        readOnly
        spellCheck={false}
        rows={Math.min(MOST_LINES, text.split('\n').length)}
        value={text}
        onBlur={() => setSaid('')}
      />
    </div>
  )
}
