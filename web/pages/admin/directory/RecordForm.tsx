/** A form for one row of the record. What the server refuses is said at the field it is about, and what was entered stays. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Option } from '../../../ui/Choice.tsx'
import { Faults, faultsOf } from '../Screen.tsx'

/** What is entered, by field. A list has one of them a line. */
export type Entered = Readonly<Record<string, string>>

export interface FieldOf {
  /** As the API calls it. */
  readonly name: string
  readonly label: string
  /** How it is written, or what leaving it empty means. */
  readonly hint?: string
  readonly required?: boolean
  /** What it must look like, as in HTML; the hint says it in words. */
  readonly pattern?: string
  /** One of these alone. */
  readonly choice?: readonly Option<string>[]
  /** These are proposed as one types. */
  readonly known?: readonly Option<string>[]
  /** One a line. */
  readonly many?: boolean
}

interface Answer {
  readonly data?: { readonly done: { readonly userErrors: readonly Fault[] } } | undefined
  readonly error?: Parameters<typeof faultsOf>[0]['error']
}

interface Fault {
  readonly field: string | null
  readonly message: string
}

export interface Editing {
  readonly title: string
  readonly act: string
  readonly fields: readonly FieldOf[]
  readonly initial: Entered
  /** What to say once it is done. */
  readonly said: string
  readonly submit: (entered: Entered, changed: Entered) => Promise<Answer>
  /** Puts back what stood before; none where nothing did. */
  readonly undo?: (changed: Entered) => Promise<Answer>
}

export function faultsIn({ data, error }: Answer): readonly Fault[] {
  if (data) return data.done.userErrors
  return faultsOf(error ? { error } : {}, undefined).map((message) => ({ field: null, message }))
}

interface Props {
  readonly editing: Editing
  readonly onDone: (changed: Entered) => void
  readonly onLeave: () => void
}

export function RecordForm({ editing, onDone, onLeave }: Props) {
  const { t } = useLingui()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [entered, setEntered] = useState(editing.initial)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [busy, setBusy] = useState(false)
  const changed = Object.fromEntries(Object.entries(entered).filter(([name, value]) => value !== editing.initial[name]))
  const faultAt = (name: string) => faults.find((fault) => fault.field === name)?.message
  const elsewhere = faults.filter(({ field }) => !editing.fields.some(({ name }) => name === field))
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const found = faultsIn(await editing.submit(entered, changed))
    setBusy(false)
    setFaults(found)
    if (found.length === 0) onDone(changed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
  }
  return (
    <form ref={form} className="record-form" aria-label={editing.title} onSubmit={submit} onKeyDown={onKeyDown}>
      <h2>{editing.title}</h2>
      {editing.fields.map((field) => (
        <Field
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          value={entered[field.name] ?? ''}
          fault={faultAt(field.name)}
          onChange={(value) => setEntered({ ...entered, [field.name]: value })}
        />
      ))}
      <Faults faults={elsewhere.map(({ message }) => message)} />
      <p className="acts">
        <button type="submit" className="main" disabled={busy || Object.keys(changed).length === 0}>
          {editing.act}
        </button>{' '}
        <button type="button" onClick={onLeave}>
          {t`Leave it`} <kbd>Esc</kbd>
        </button>
      </p>
    </form>
  )
}

interface FieldProps {
  readonly id: string
  readonly field: FieldOf
  readonly value: string
  readonly fault: string | undefined
  readonly onChange: (value: string) => void
}

function Field({ id, field, value, fault, onChange }: FieldProps) {
  const { label, hint, required = false, pattern, choice, known, many = false } = field
  const said = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-wrong`].filter(Boolean).join(' ')
  const shared = {
    id,
    value,
    required,
    'aria-invalid': fault !== undefined,
    ...(said === '' ? {} : { 'aria-describedby': said }),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      {choice ? (
        <select {...shared}>
          {choice.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : many ? (
        <textarea {...shared} rows={Math.max(2, value.split('\n').length)} dir="auto" />
      ) : (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          dir="auto"
          {...(pattern === undefined ? {} : { pattern, title: hint })}
          {...(known ? { list: `${id}-known`, spellCheck: false } : {})}
        />
      )}
      {known && (
        <datalist id={`${id}-known`}>
          {known.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </datalist>
      )}
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {fault !== undefined && (
        <span id={`${id}-wrong`} className="wrong" role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}
