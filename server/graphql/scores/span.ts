/** From one day to another, as what is held for a time is written, checked and entered into the audit. */
import { type Day, formatDay } from '../../domain/day.ts'
import { refuse } from '../../domain/error.ts'
import type { Revision } from '../../domain/record/revision.ts'
import { orUserError } from '../schema/payload.ts'

export interface Span {
  readonly from: Day | null
  readonly to: Day | null
}

export function spanOf({ from, to }: Span): string {
  return `${from === null ? '' : formatDay(from)}..${to === null ? '' : formatDay(to)}`
}

/** Refused as the field `to` where it ends before it begins. */
export function checkSpan(span: Span, what: string): void {
  const { from, to } = span
  if (from === null || to === null || from <= to) return
  orUserError(refuse('BAD_RANGE', spanOf(span), `${what} ends on its first day or later`, 'Exchange from and to'), 'to')
}

/** As it stands in the audit. */
export function shownSpan<T extends Span & { readonly addedIn: Revision; readonly supersededIn: Revision | null }>(
  held: T,
): object {
  const { addedIn: _a, supersededIn: _s, from, to, ...rest } = held
  return { ...rest, from: from === null ? null : formatDay(from), to: to === null ? null : formatDay(to) }
}
