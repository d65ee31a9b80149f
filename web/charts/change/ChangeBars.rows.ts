/** The way from one score to the next in steps: what faded, what raised it, what lowered it, what was revised. */
import { roundedParts } from '../plot/parts.ts'

export interface ChangeParts {
  readonly before: number
  readonly after: number
  readonly fading: number
  readonly raised: number
  readonly lowered: number
  /** Between two as-of instants only; 0 otherwise. */
  readonly revised: number
}

export const STEPS = ['fading', 'raised', 'lowered', 'revised'] as const
export type Step = (typeof STEPS)[number]

export interface ChangeRow {
  readonly key: 'before' | Step | 'after'
  /** As printed, one decimal: before + steps = after. */
  readonly value: number
  /** Where the bar begins and ends on the scale of the score. */
  readonly from: number
  readonly to: number
}

/** A step of nothing is left out, but for the three that are always told. */
export function changeRows(parts: ChangeParts): ChangeRow[] {
  const steps = STEPS.filter((step) => step !== 'revised' || parts.revised !== 0)
  const [before, after] = [Math.round(parts.before * 10) / 10, Math.round(parts.after * 10) / 10]
  const printed = roundedParts(
    steps.map((step) => parts[step]),
    after - before,
  )
  const rows: ChangeRow[] = [{ key: 'before', value: before, from: 0, to: parts.before }]
  let at = parts.before
  steps.forEach((step, i) => {
    const to = at + parts[step]
    rows.push({ key: step, value: printed[i] ?? 0, from: at, to })
    at = to
  })
  rows.push({ key: 'after', value: after, from: 0, to: parts.after })
  return rows
}
