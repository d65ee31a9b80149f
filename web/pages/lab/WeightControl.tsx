/** One weight, 0 to 10: a slider to feel the way, a field to be exact, and a button each way for those who drag nothing. */
import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { isWeight } from '../../../server/domain/codebook/weights.ts'
import type { Measure } from '../../../server/figure/model/points.ts'

interface Props {
  readonly measure: Measure
  /** Whose weight, for those who do not see the row. */
  readonly label: string
  readonly value: number
  readonly disabled: boolean
  /** While a slider moves. */
  readonly onMove: (value: number) => void
  /** When it has been let go: one step that can be undone. */
  readonly onSet: (value: number) => void
}

const STEP = 0.5

export function WeightControl({ measure, label, value, disabled, onMove, onSet }: Props) {
  const { t } = useLingui()
  const rule = useId()
  /** What is being typed; null: the weight itself. */
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && !isWeight(Number(typed.trim() || Number.NaN))
  const settle = () => {
    if (typed !== null && !wrong) onSet(Number(typed))
    if (!wrong) setTyped(null)
  }
  const by = (step: number) => onSet(Math.min(10, Math.max(0, Math.round((value + step) * 1000) / 1000)))
  return (
    <span className={`weight ${measure}`}>
      {/* The arrows of the slider do what these two do, so they are no stop for the Tab key. */}
      <button
        type="button"
        tabIndex={-1}
        disabled={disabled || value <= 0}
        onClick={() => by(-STEP)}
        aria-label={t`${label}: less`}
      >
        −
      </button>
      <input
        type="range"
        min={0}
        max={10}
        step={0.1}
        value={value}
        disabled={disabled}
        aria-label={label}
        onChange={(event) => onMove(Number(event.currentTarget.value))}
        onPointerUp={() => onSet(value)}
        onKeyUp={() => onSet(value)}
        onBlur={() => onSet(value)}
      />
      <button
        type="button"
        tabIndex={-1}
        disabled={disabled || value >= 10}
        onClick={() => by(STEP)}
        aria-label={t`${label}: more`}
      >
        +
      </button>
      <input
        type="text"
        inputMode="decimal"
        size={5}
        value={typed ?? String(value)}
        disabled={disabled}
        aria-label={t`${label}, exactly`}
        aria-invalid={wrong}
        aria-describedby={wrong ? rule : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      {wrong && <small id={rule} role="alert">{t`0 to 10, at most three decimals`}</small>}
    </span>
  )
}
