/**
 * Several of many, found by typing: what is chosen stands as a list with a way to take each out again, and a combobox
 * after the ARIA pattern adds to it. The list of what matches is given from outside; nothing is fetched here.
 */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Option } from './Choice.tsx'

interface Props {
  readonly label: string
  readonly chosen: readonly Option<string>[]
  /** What matches the text, best first; those already chosen are left out here. */
  readonly found: readonly Option<string>[]
  readonly text: string
  readonly onText: (text: string) => void
  readonly onChange: (values: readonly string[]) => void
  readonly least: number
  readonly most: number
}

/** Rows of the list that are shown; typing more narrows it. */
const LISTED = 12

export function Picker({ label, chosen, found, text, onText, onChange, least, most }: Props) {
  const { t } = useLingui()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const values = chosen.map((option) => option.value)
  const listed = found.filter((option) => !values.includes(option.value)).slice(0, LISTED)
  const full = chosen.length >= most
  const active = open && !full ? (listed[Math.min(at, listed.length - 1)] ?? null) : null
  const add = (option: Option<string>) => {
    onChange([...values, option.value])
    onText('')
    setAt(0)
    setOpen(false)
  }
  const remove = (value: string) => {
    onChange(values.filter((v) => v !== value))
    input.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      setOpen(true)
      if (open && listed.length > 0) setAt((Math.min(at, listed.length - 1) + step + listed.length) % listed.length)
    } else if (event.key === 'Enter' && active) add(active)
    else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    } else return
    event.preventDefault()
  }
  return (
    <div className="picker">
      <label htmlFor={id}>{label}</label>
      <ul className="chosen" aria-label={label}>
        {chosen.map((option) => (
          <li key={option.value}>
            <span dir="auto">{option.label}</span>
            <button
              type="button"
              disabled={chosen.length <= least}
              aria-label={t`Take out ${option.label}`}
              onClick={() => remove(option.value)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="combobox">
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          disabled={full}
          placeholder={full ? t`${most} at most` : t`Type a name to add`}
          aria-expanded={active !== null}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(active ? { 'aria-activedescendant': `${id}-${active.value}` } : {})}
          value={text}
          onChange={(event) => {
            onText(event.currentTarget.value)
            setAt(0)
            setOpen(true)
          }}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
        <div id={`${id}-list`} role="listbox" aria-label={label} hidden={active === null}>
          {listed.map((option) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's; options are never focused
            <div
              key={option.value}
              id={`${id}-${option.value}`}
              role="option"
              tabIndex={-1}
              aria-selected={option === active}
              // The field keeps the focus, or the list would close before the click.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(option)}
            >
              <span dir="auto">{option.label}</span>
            </div>
          ))}
        </div>
        <p className="unseen" role="status">
          {open && !full && text !== '' ? t`${plural(listed.length, { one: '# found', other: '# found' })}` : ''}
        </p>
        {open && !full && text !== '' && listed.length === 0 && (
          <p className="nothing">{t`Nothing is called “${text}”`}</p>
        )}
      </div>
    </div>
  )
}
