/**
 * The clock of the record: every change of data makes the next revision, and every row says in which revision it was
 * added and in which, if any, superseded. What the record said at an instant is what stood at that instant's revision.
 */

import { addDays, formatDay, parseDay } from '../day.ts'
import { isRefusal, type Refusal, refuse } from '../error.ts'

/** 1, 2, 3 … in the order of writing; 0 is the empty record before the first. */
export type Revision = number & { readonly __brand: 'Revision' }

/** UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`: fixed width, so that text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' }

export interface Versioned {
  readonly addedIn: Revision
  /** The revision that replaced or withdrew it; null while it stands. */
  readonly supersededIn: Revision | null
}

/** Did the row stand in that revision? */
export function stands(row: Versioned, revision: Revision): boolean {
  return row.addedIn <= revision && (row.supersededIn === null || row.supersededIn > revision)
}

/** An ISO 8601 instant with an offset, as UTC; seconds and their fraction may be left out. */
export function parseInstant(text: string): Instant | Refusal {
  const m = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/.exec(text)
  if (!m) {
    return refuse('BAD_DAY', text, 'an instant is written YYYY-MM-DDTHH:MM:SSZ', 'Write it like 2026-11-20T23:59:59Z')
  }
  const day = parseDay(m[1] as string)
  if (isRefusal(day)) return day
  const [hours, minutes, seconds] = [Number(m[2]), Number(m[3]), Number(m[4] ?? 0)]
  const offset = m[6] === 'Z' ? 0 : Number(`${m[6]?.[0]}1`) * (Number(m[6]?.slice(1, 3)) * 60 + Number(m[6]?.slice(4)))
  if (hours > 23 || minutes > 59 || seconds > 59 || Math.abs(offset) > 14 * 60) {
    return refuse('BAD_DAY', text, 'there is no such time of day or offset', 'Write it like 2026-11-20T23:59:59Z')
  }
  const total = hours * 60 + minutes - offset
  const minuteOfDay = ((total % 1440) + 1440) % 1440
  const two = (n: number) => String(n).padStart(2, '0')
  const date = formatDay(addDays(day, Math.floor(total / 1440)))
  const fraction = (m[5] ?? '').padEnd(3, '0').slice(0, 3)
  return `${date}T${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:${two(seconds)}.${fraction}Z` as Instant
}
