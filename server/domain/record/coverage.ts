/**
 * Which days somebody looked at: silence on a covered day says something, silence on an uncovered day says nothing.
 */

import { addDays, type Day } from '../day.ts'
import type { Actor } from '../directory/actor.ts'
import type { Slice } from '../score/slice.ts'
import { type Collection, type CollectionId, looksAt } from './document.ts'
import { type Revision, stands } from './revision.ts'

/** A run of covered days, both inclusive. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** A collection that covers a whole range of a relation. */
export interface Watch {
  readonly collection: CollectionId
  readonly from: Day
  readonly to: Day
}

/** The collections that count as covering only the days their statements bear. */
export function unmonitored(collections: readonly Collection[]): ReadonlySet<number> {
  return new Set(collections.filter((c) => c.from === null || c.to === null).map((c) => c.id))
}

/**
 * The ranges that collections standing in the revision cover, of any pair that the slices read. `only` restricts them to
 * some collections (ids); null = all. Ordered by first day.
 */
export function watchesOf(
  collections: readonly Collection[],
  slices: readonly Slice[],
  actors: ReadonlyMap<string, Actor>,
  revision: Revision,
  only: ReadonlySet<number> | null,
): Watch[] {
  const watches: Watch[] = []
  for (const c of collections) {
    if (c.from === null || c.to === null || !stands(c, revision) || (only !== null && !only.has(c.id))) continue
    for (const span of merged(slices.filter((s) => looks(c, s, actors)))) {
      const from = Math.max(span.from, c.from) as Day
      const to = Math.min(span.to, c.to) as Day
      if (from <= to) watches.push({ collection: c.id, from, to })
    }
  }
  return watches.sort((x, y) => x.from - y.from || x.collection - y.collection)
}

/** One byte a day from `first` on: 1 where a watch covers the day or an unmonitored collection bears a statement on it. */
export function coveredDays(watches: readonly DaySpan[], borne: Int32Array, first: Day): Uint8Array {
  const covered = new Uint8Array(borne.length)
  for (const w of watches) covered.fill(1, Math.max(0, w.from - first), Math.max(0, w.to - first + 1))
  for (let i = 0; i < borne.length; i++) if ((borne[i] as number) > 0) covered[i] = 1
  return covered
}

/** Runs of days out of single days, ascending. */
export function spansOf(days: readonly Day[]): DaySpan[] {
  return merged(days.map((day) => ({ from: day, to: day })))
}

/** Overlapping and adjoining spans made one, ascending. */
export function merged(spans: readonly DaySpan[]): DaySpan[] {
  const out: { from: Day; to: Day }[] = []
  for (const s of [...spans].sort((x, y) => x.from - y.from)) {
    const last = out.at(-1)
    if (last && s.from <= addDays(last.to, 1)) last.to = Math.max(last.to, s.to) as Day
    else out.push({ from: s.from, to: s.to })
  }
  return out
}

/** Days on which the set of covering ranges changes, with what covers from then on. */
export function coverageChanges(
  watches: readonly Watch[],
  from: Day,
  to: Day,
): { day: Day; collections: CollectionId[] }[] {
  const days = new Set(watches.flatMap((w) => [w.from, addDays(w.to, 1)]))
  return [...days]
    .filter((day) => day > from && day <= to)
    .sort((x, y) => x - y)
    .map((day) => ({
      day,
      collections: [...new Set(watches.filter((w) => w.from <= day && day <= w.to).map((w) => w.collection))],
    }))
}

function looks(collection: Collection, slice: Slice, actors: ReadonlyMap<string, Actor>): boolean {
  const a = actors.get(slice.pair.a)
  const b = actors.get(slice.pair.b)
  return a !== undefined && b !== undefined && looksAt(collection, a, b)
}
