/** A word to look for, asked for as a whole, and how much of what there is is shown. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useId, useState } from 'react'

interface Props {
  readonly label: string
  readonly onSearch: (text: string | null) => void
  readonly total: number | undefined
  readonly shown: number
  /** What else can be done. */
  readonly children?: ReactNode
}

export function Search({ label, onSearch, total, shown, children }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(text.trim() || null)
  }
  return (
    <>
      <form className="admin-form" onSubmit={submit}>
        <div className="choice">
          <label htmlFor={id}>{label}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            dir="auto"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <button type="submit">{t`Find`}</button>
        {children}
      </form>
      <p className="quiet" role="status">
        {total !== undefined &&
          (total > shown
            ? t`The first ${shown} of ${total}: look for a name to find the others.`
            : t`${plural(total, { one: '# found', other: '# found' })}`)}
      </p>
    </>
  )
}
