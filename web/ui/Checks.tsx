/** Any of a few. Choosing all or none means all: an empty choice would show nothing. */
interface Props<T> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  /** Null = all. */
  readonly value: readonly T[] | null
  readonly onChange: (value: readonly T[] | null) => void
}

export function Checks<T extends string>({ label, options, value, onChange }: Props<T>) {
  const all = options.map((option) => option.value)
  const chosen = value ?? all
  const flip = (item: T) => {
    const next = all.filter((v) => (v === item ? !chosen.includes(v) : chosen.includes(v)))
    onChange(next.length === 0 || next.length === all.length ? null : next)
  }
  return (
    <fieldset className="checks">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="checkbox" checked={chosen.includes(option.value)} onChange={() => flip(option.value)} />
          <span dir="auto">{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
