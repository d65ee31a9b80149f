/** Asks in place why something settled is changed: Enter goes on, Escape leaves all as it is. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useRef, useState } from 'react'

interface Props {
  readonly label: string
  /** What the button says that goes on. */
  readonly act: string
  readonly onSay: (why: string) => void
  readonly onCancel: () => void
}

export function WhyField({ label, act, onSay, onCancel }: Props) {
  const { t } = useLingui()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [why, setWhy] = useState('')
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [])
  const said = why.trim()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is typed in it and on its buttons is heard here
    <div
      className="why"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        else if (event.key === 'Enter' && event.target === field.current && said !== '') onSay(said)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="text"
        autoComplete="off"
        maxLength={500}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
        aria-describedby={`${id}-note`}
      />
      <p id={`${id}-note`} className="quiet">
        {t`It stands in the audit, under your name.`}
      </p>
      <div className="acts">
        <button type="button" disabled={said === ''} onClick={() => onSay(said)}>
          {act} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={onCancel}>
          {t`Leave it as it is`} <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  )
}
