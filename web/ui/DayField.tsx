/** One typed day, applied as a whole so that Back undoes it as a whole. What is no day is refused in words and kept. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { parseDay } from '../../server/domain/day.ts'
import { isRefusal } from '../../server/domain/error.ts'

interface Props {
  readonly label: string
  /** `YYYY-MM-DD`; null: none is set. Give the field a key of it, so that it follows the address. */
  readonly day: string | null
  /** What no day means. */
  readonly placeholder: string
  /** Where more than a day of the calendar is understood. */
  readonly accepts?: (text: string) => boolean
  readonly onChange: (day: string | null) => void
}

export function DayField({ label, day, placeholder, accepts = isDay, onChange }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [text, setText] = useState(day ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const typed = text.trim()
    if (typed !== '' && !accepts(typed)) {
      setWrong(t`"${typed}" is no day of the calendar: write it like 2026-11-20.`)
      return
    }
    setWrong(null)
    onChange(typed === '' ? null : typed)
  }
  return (
    <form className="dates" onSubmit={apply}>
      <div className="choice date">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          size={Math.max(11, text.length)}
          dir="ltr"
          placeholder={placeholder}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          aria-invalid={wrong !== null}
          {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
        />
      </div>
      <button type="submit">{t`Set`}</button>
      {wrong && (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}

function isDay(text: string): boolean {
  return !isRefusal(parseDay(text))
}
