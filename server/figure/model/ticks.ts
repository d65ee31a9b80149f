/** Where the axes are marked. Days of the calendar, not even divisions of milliseconds. */
import { addDays, civilOf, type Day, dayOf, periodStart } from '../../domain/day.ts'

/** What a tick says; the view writes it in the reader's language. */
export interface TimeTick {
  readonly day: Day
  readonly form: 'year' | 'month' | 'month-year' | 'day'
}

type Step =
  | { readonly unit: 'day'; readonly by: number }
  | { readonly unit: 'month'; readonly by: number }
  | { readonly unit: 'year'; readonly by: number }

const STEPS: readonly Step[] = [
  { unit: 'day', by: 1 },
  { unit: 'day', by: 7 },
  { unit: 'day', by: 14 },
  { unit: 'month', by: 1 },
  { unit: 'month', by: 2 },
  { unit: 'month', by: 3 },
  { unit: 'month', by: 6 },
  { unit: 'year', by: 1 },
  { unit: 'year', by: 2 },
  { unit: 'year', by: 5 },
  { unit: 'year', by: 10 },
  { unit: 'year', by: 20 },
]

const LENGTH = { day: 1, month: 30.44, year: 365.25 }

/** Pixels a label of each unit needs with the air around it: years are four figures. */
const APART = { day: 68, month: 68, year: 46 }

/** Ticks whose labels do not touch on an axis of `width` pixels. */
export function timeTicks(from: Day, to: Day, width: number): TimeTick[] {
  const span = Math.max(1, to - from)
  const fits = (s: Step) => span / (s.by * LENGTH[s.unit]) <= Math.max(1, Math.floor(width / APART[s.unit]))
  const step = STEPS.find(fits) ?? { unit: 'year', by: 50 }
  const days = daysAt(from, to, step)
  return days.map((day, i) => ({ day, form: formOf(day, step, i === 0) }))
}

function daysAt(from: Day, to: Day, step: Step): Day[] {
  const days: Day[] = []
  if (step.unit === 'day') {
    const first = step.by === 1 ? from : periodStart(addDays(from, 6), 'WEEK')
    for (let day = first; day <= to; day = addDays(day, step.by)) days.push(day)
    return days
  }
  const start = civilOf(from)
  const by = step.unit === 'year' ? step.by * 12 : step.by
  const months = start.year * 12 + start.month - 1
  for (let m = Math.floor(months / by) * by; ; m += by) {
    const day = dayOf(Math.floor(m / 12), (m % 12) + 1, 1)
    if (day > to) return days
    if (day >= from) days.push(day)
  }
}

function formOf(day: Day, step: Step, first: boolean): TimeTick['form'] {
  if (step.unit === 'day') return 'day'
  if (step.unit === 'year') return 'year'
  return civilOf(day).month === 1 || first ? 'month-year' : 'month'
}

/** A round top for a 0–100 scale that holds `highest`: 20, 40, 60, 80 or 100. */
export function topOf(highest: number): number {
  return [20, 40, 60, 80].find((top) => highest <= top) ?? 100
}

/** Round marks from 0 to `top`. */
export function valueTicks(top: number): number[] {
  const by = top <= 20 ? 5 : top <= 40 ? 10 : 20
  return Array.from({ length: Math.floor(top / by) + 1 }, (_, i) => i * by)
}
