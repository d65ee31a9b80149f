/**
 * Which collections count on which day: all hand-coded articles always, and of the data sets one at a time, and only where
 * no monitored collection of articles looks. So no event is counted twice, and a feed never drowns what was coded by hand.
 */
import { addDays, type Day } from '../../day.ts'
import type { Actor } from '../../directory/actor.ts'
import type { DaySpan } from '../../record/coverage.ts'
import { type Collection, type CollectionId, looksAt } from '../../record/document.ts'
import { type Revision, stands } from '../../record/revision.ts'
import type { Slice } from '../slice.ts'

/** v of hand-coded collections, in tenths. */
export const HAND_VOLUME = 10

/** Stands for all hand-coded collections together, which lead as one. */
export const HAND = -1

/** Days on which one collection, or the hand-coded ones together, lead a pair. */
export interface LeadSpan extends DaySpan {
  readonly lead: CollectionId | typeof HAND
  /** v of the lead, in tenths. */
  readonly volume: number
}

/** Who counts for one pair of actors. */
export interface PairLead {
  /** Days with a lead, ascending and disjoint; on other days nobody watches the pair. */
  readonly spans: readonly LeadSpan[]
  /** v in tenths of an event of a collection on a day; 0 where it does not count. */
  readonly volumeOn: (collection: number, day: Day) => number
}

/** v of a collection: hand-coded ones count whole; a data set whose v is not known only where it is named, then whole. */
function volumeOf(collection: Collection, named: boolean): number {
  if (collection.kind === 'ARTICLES') return HAND_VOLUME
  return collection.volume ?? (named ? HAND_VOLUME : 0)
}

/**
 * Who counts for the pair of a slice as of a revision. `only` names the collections taken (ids; null = all): those that are
 * named all count, whoever else looks.
 */
export function leadOf(
  collections: readonly Collection[],
  slice: Slice,
  actors: ReadonlyMap<string, Actor>,
  revision: Revision,
  only: ReadonlySet<number> | null,
): PairLead {
  const [a, b] = [actors.get(slice.pair.a), actors.get(slice.pair.b)]
  const taken = collections.filter((c) => stands(c, revision) && (only === null || only.has(c.id)))
  const volumes = new Map(taken.map((c) => [c.id as number, volumeOf(c, only !== null)]))
  const volume = (collection: number) => volumes.get(collection) ?? 0
  const hand = new Set<number>(taken.filter((c) => c.kind === 'ARTICLES').map((c) => c.id))
  const watching = taken.filter((c) => isMonitored(c) && a && b && looksAt(c, a, b) && volume(c.id) > 0)
  const spans = leadSpans(watching, volume)
  const find = spanFinder(spans)
  return {
    spans,
    volumeOn: (collection, day) => {
      const own = volume(collection)
      if (own === 0 || only !== null || hand.has(collection)) return own
      return find(day)?.lead === collection ? own : 0
    },
  }
}

function isMonitored(c: Collection): boolean {
  return c.from !== null && c.to !== null
}

/** The lead on each stretch of days: hand-coded before data sets, of these the largest v, then the first code. */
function leadSpans(watching: readonly Collection[], volumeOf: (collection: number) => number): LeadSpan[] {
  const volume = (c: Collection) => volumeOf(c.id)
  const byRank = [...watching].sort(
    (x, y) =>
      Number(y.kind === 'ARTICLES') - Number(x.kind === 'ARTICLES') ||
      volume(y) - volume(x) ||
      (x.code < y.code ? -1 : 1),
  )
  const edges = [...new Set(watching.flatMap((c) => [c.from as Day, addDays(c.to as Day, 1)]))].sort((x, y) => x - y)
  const spans: LeadSpan[] = []
  for (const [i, from] of edges.entries()) {
    const next = edges[i + 1]
    const first = byRank.find((c) => (c.from as Day) <= from && from <= (c.to as Day))
    if (next === undefined || first === undefined) continue
    const lead = first.kind === 'ARTICLES' ? HAND : first.id
    const last = spans.at(-1)
    const to = addDays(next, -1)
    if (last && last.lead === lead && addDays(last.to, 1) === from) spans[spans.length - 1] = { ...last, to }
    else spans.push({ from, to, lead, volume: volume(first) })
  }
  return spans
}

/** Finds the span of a day; days are mostly asked in order, so the last found is tried first. */
function spanFinder(spans: readonly LeadSpan[]): (day: Day) => LeadSpan | null {
  let at = 0
  return (day) => {
    while (at > 0 && day < (spans[at] as LeadSpan).from) at--
    while (at < spans.length - 1 && day > (spans[at] as LeadSpan).to) at++
    const span = spans[at]
    return span && span.from <= day && day <= span.to ? span : null
  }
}
