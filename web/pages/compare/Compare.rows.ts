/** What the page that compares relations asks, and what a changed choice means for the others. Pure. */
import { addDays, type Day, formatDay } from '../../../server/domain/day.ts'
import { instantOf } from '../../../server/figure/address/arguments.ts'
import { encodeView, rangeDay } from '../../../server/figure/address/url.ts'
import { START } from '../../../server/figure/address/view.ts'
import type { CompareQueryVariables } from '../../../server/figure/generated/documents.ts'
import { columnsOf, dayFrom, type SeriesColumns } from '../../../server/figure/model/points.ts'
import type { ComparedSeries } from '../../charts/compare/ComparePanels.rows.ts'
import type { CompareView } from '../../data/view.compare.ts'

/**
 * By the calendar one question for all relations. Counted from events, one for each whose day is chosen, day by day:
 * weeks and months of two relations would not begin on the same day of the count.
 */
export function questionsOf(view: CompareView): CompareQueryVariables[] {
  if (view.relations.length === 0) return []
  const by = (slug: string) => ({ slug })
  const { events, codebook } = view
  const asOf = instantOf(view.asOf)
  if (events === null) {
    const range = { from: rangeDay(view.from, 'from'), to: rangeDay(view.to, 'to') }
    return [{ relations: view.relations.map(by), ...range, bucket: view.bucket, codebook, asOf }]
  }
  return view.relations.flatMap((slug, i) => {
    const day = dayFrom(events[i] ?? '')
    if (day === null) return []
    const { before, after } = view.window
    const range = { from: formatDay(addDays(day, -before)), to: formatDay(addDays(day, after)) }
    return [{ relations: [by(slug)], ...range, bucket: 'DAY' as const, codebook, asOf }]
  })
}

interface KnownRelation {
  readonly slug: string
  readonly a: { readonly code: string }
  readonly b: { readonly code: string }
}

/** A pair of parties that a watched relation stands for goes by the relation's name, as the server answers it. */
export function namedRelations(view: CompareView, known: readonly KnownRelation[]): CompareView {
  const named = view.relations.map((slug) => known.find((r) => `${r.a.code}~${r.b.code}` === slug)?.slug ?? slug)
  const kept = named.map((slug, i) => named.indexOf(slug) === i)
  const relations = named.filter((_, i) => kept[i])
  return { ...view, relations, events: view.events?.filter((_, i) => kept[i]) ?? null }
}

interface Row {
  readonly relation: { readonly slug: string; readonly name: string }
  readonly series: SeriesColumns
}

/** The answers as series of the measure; an answer to an earlier choice of relations is left out. */
export function comparedSeries(
  view: CompareView,
  rows: readonly Row[],
  shown = (name: string) => name,
): ComparedSeries[] {
  return view.relations.flatMap((slug, i) => {
    const row = rows.find((r) => r.relation.slug === slug)
    if (!row) return []
    const event: Day | null = view.events === null ? null : dayFrom(view.events[i] ?? '')
    if (view.events !== null && event === null) return []
    return [{ slug, name: shown(row.relation.name), columns: columnsOf(row.series, view.measure), event }]
  })
}

/** Other relations keep the event day of those that stay. */
export function withRelations(view: CompareView, relations: readonly string[]): Partial<CompareView> {
  if (view.events === null) return { relations }
  if (relations.length === 0) return { relations, events: null }
  const dayOf = (slug: string) => view.events?.[view.relations.indexOf(slug)] ?? null
  return { relations, events: relations.map(dayOf) }
}

/** The page of a relation with one of its points explained, on the same range and frequency. */
export function pointAddress(view: CompareView, slug: string, day: Day): string {
  const at = view.events?.[view.relations.indexOf(slug)] ?? null
  const event = at === null ? null : dayFrom(at)
  const range =
    event === null
      ? { from: view.from, to: view.to }
      : { from: formatDay(addDays(event, -view.window.before)), to: formatDay(addDays(event, view.window.after)) }
  const bucket = event === null ? view.bucket : 'DAY'
  const { codebook, asOf } = view
  return `/r/${slug}${encodeView({ ...START, ...range, codebook, asOf, bucket, point: { day: formatDay(day), measure: view.measure } })}`
}
