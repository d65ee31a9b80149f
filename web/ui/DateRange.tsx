/** Two typed dates and a list of usual ranges. A range is applied as a whole, so that Back undoes it as a whole. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { isRangeText, rangeDay } from '../../server/figure/address/url.ts'

export interface Range {
  /** `YYYY-MM-DD`, `YYYY-MM`, or null = open. */
  readonly from: string | null
  readonly to: string | null
}

interface Props {
  readonly range: Range
  readonly presets: readonly { readonly label: string; readonly range: Range }[]
  readonly onChange: (range: Range) => void
}

export function DateRange({ range, presets, onChange }: Props) {
  const { t } = useLingui()
  const id = useId()
  const at = presets.findIndex((p) => p.range.from === range.from && p.range.to === range.to)
  return (
    <>
      <div className="choice">
        <label htmlFor={id}>{t`Period shown`}</label>
        <select
          id={id}
          value={String(at)}
          onChange={(event) => {
            const preset = presets[Number(event.currentTarget.value)]
            if (preset) onChange(preset.range)
          }}
        >
          {at === -1 && <option value="-1">{t`Typed dates`}</option>}
          {presets.map((preset, i) => (
            <option key={preset.label} value={String(i)}>
              {preset.label}
            </option>
          ))}
        </select>
      </div>
      <TypedDates key={`${range.from}..${range.to}`} range={range} onChange={onChange} />
    </>
  )
}

function TypedDates({ range, onChange }: Omit<Props, 'presets'>) {
  const { t } = useLingui()
  const id = useId()
  const [from, setFrom] = useState(range.from ?? '')
  const [to, setTo] = useState(range.to ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const bad = [from, to].find((text) => text.trim() !== '' && !isRangeText(text.trim()))
    if (bad !== undefined) {
      setWrong(t`"${bad}" is no day of the calendar: write it like 2018-02-28, or a month like 2018-02.`)
      return
    }
    const next = { from: from.trim() || null, to: to.trim() || null }
    const [first, last] = [rangeDay(next.from, 'from'), rangeDay(next.to, 'to')]
    if (first !== null && last !== null && first > last) {
      setWrong(t`The range ends before it begins: ${first} is after ${last}.`)
      return
    }
    setWrong(null)
    onChange(next)
  }
  const field = (label: string, value: string, set: (v: string) => void, open: string, key: string) => (
    <div className="choice date">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <input
        id={`${id}-${key}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        size={11}
        dir="ltr"
        placeholder={open}
        value={value}
        onChange={(event) => set(event.currentTarget.value)}
        aria-invalid={wrong !== null}
        {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
      />
    </div>
  )
  return (
    <form className="dates" onSubmit={apply}>
      {field(t`From`, from, setFrom, t`earliest`, 'from')}
      {field(t`To`, to, setTo, t`latest`, 'to')}
      <button type="submit">{t`Show`}</button>
      {wrong && (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </form>
  )
}
