/**
 * The numbers of the weight lab: a relation prepared for any weights, its lines under some, and what they change.
 * Computed in the browser by the code the server scores with. Pure.
 */

import type { TagWeights } from '../../../server/domain/codebook/codebook.ts'
import { placeOfLeaf } from '../../../server/domain/codebook/weights.ts'
import type { Day } from '../../../server/domain/day.ts'
import { type Checked, checked } from '../../../server/domain/explain/move.ts'
import { coveredDays, type DaySpan } from '../../../server/domain/record/coverage.ts'
import { leverageOn, type Turn, turnsOf } from '../../../server/domain/score/leverage.ts'
import {
  type DailyLines,
  dailyLines,
  type Numerators,
  numeratorsOfCells,
  reweighed,
  type TaggedEvidence,
} from '../../../server/domain/score/reweight.ts'
import { rounded } from '../../../server/domain/score/score.ts'
import type {
  ImpactFragment,
  LabCodebookFragment,
  LabRelationQuery,
  MoveFragment,
} from '../../../server/figure/generated/documents.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'

export type LabCodebook = LabCodebookFragment
export type LabMove = MoveFragment
export type LabRelation = NonNullable<LabRelationQuery['relation']>

/** A relation ready for any weights. */
export interface Pinned {
  readonly slug: string
  readonly name: string
  readonly numerators: Numerators
  /** Listed days, ascending, as the series has them. */
  readonly days: readonly string[]
  /** Where each of them stands in the numerators; −1: nowhere. */
  readonly places: Int32Array
  /** Which of them have a score: weights do not change that. */
  readonly scored: readonly boolean[]
  /** One byte a day from numerators.first on: whether anybody looked. */
  readonly covered: Uint8Array
  /** Counted events by index of the tag. */
  readonly uses: Int32Array
}

/** One weight a tag, in the order of the codebook. */
export interface Weights {
  readonly tension: Float64Array
  readonly engagement: Float64Array
}

/** Scores at the listed days; null where there is none. */
export type Line = readonly (number | null)[]

/** A relation that is pinned, with its line as published and as the weights would have it. */
export interface PinnedRow {
  readonly pinned: Pinned
  readonly before: Line
  readonly after: Line
}

export function weightsOf(codebook: LabCodebook, overlay: readonly TagWeights[]): Weights {
  const changed = new Map(overlay.map((o) => [o.tag, o]))
  return {
    tension: Float64Array.from(codebook.tags, (tag) => changed.get(tag.code)?.tension ?? tag.tension),
    engagement: Float64Array.from(codebook.tags, (tag) => changed.get(tag.code)?.engagement ?? tag.engagement),
  }
}

export function pinnedOf(relation: LabRelation, codebook: LabCodebook): Pinned {
  const { series, tally } = relation
  const { tags, method } = codebook
  const find = placeOfLeaf(tags)
  const quality = new Map(method.evidence.map((e) => [e.class, Math.round(e.quality * 1e4)]))
  const uses = new Int32Array(tags.length)
  const cells: TaggedEvidence[] = []
  tally.days.forEach((text, i) => {
    const day = dayFrom(text)
    const place = find(tally.leaves[i] ?? '')
    const [count, evidence] = [tally.counts[i], tally.evidence[i]]
    const g = evidence === undefined ? 0 : (quality.get(evidence) ?? 0)
    if (day === null || place === null || count === undefined || g === 0) return
    uses[place.index] = (uses[place.index] as number) + count
    // Plain comment carries no weight and lends no support.
    if (place.tag.quad !== 'STATEMENT') cells.push({ day, tag: place.index, evidence: g * count })
  })
  const [first, last] = [dayFrom(series.days[0] ?? ''), dayFrom(series.days.at(-1) ?? '')]
  const [from, to] = [first ?? (0 as Day), last ?? (0 as Day)]
  const numerators = numeratorsOfCells(cells, method, from, to)
  const spans = relation.coverage.flatMap(({ spans: runs }) => runs.flatMap(spanOf))
  return {
    slug: relation.slug,
    name: relation.name,
    numerators,
    places: Int32Array.from(series.days, (text) => (dayFrom(text) ?? numerators.first - 1) - numerators.first),
    covered: coveredDays(spans, new Int32Array(numerators.scale.length), numerators.first),
    days: series.days,
    scored: series.state.map((state) => state === 'SCORED' || state === 'SPARSE'),
    uses,
  }
}

function spanOf(span: { readonly from: string; readonly to: string }): DaySpan[] {
  const [from, to] = [dayFrom(span.from), dayFrom(span.to)]
  return from === null || to === null ? [] : [{ from, to }]
}

/** Every day, as the server computes them for known moves and comparisons. */
export function dailyOf({ numerators, covered }: Pinned, weights: Weights): DailyLines {
  return dailyLines(numerators, covered, weights.tension, weights.engagement)
}

export interface MoveRow extends Checked {
  readonly move: LabMove
}

/** Each known move held against the daily lines of its relation, by slug; what is not loaded yet is left out. */
export function checksOf(moves: readonly LabMove[], lines: ReadonlyMap<string, DailyLines>): MoveRow[] {
  return moves.flatMap((move) => {
    const [from, to] = [dayFrom(move.from), dayFrom(move.to)]
    const slug = move.relation?.slug
    const line = slug === undefined ? undefined : lines.get(slug)
    if (slug === undefined || line === undefined || from === null || to === null) return []
    return [{ move, ...checked({ ...move, relation: slug, from, to }, line) }]
  })
}

/** The scores at the listed days under the weights of one measure. */
export function lineOf({ numerators, places, scored }: Pinned, weights: Float64Array): Line {
  const shown = reweighed(numerators, weights)
  return scored.map((has, i) => {
    const value = shown[places[i] as number]
    return has && value !== undefined ? rounded(value) : null
  })
}

/** Years in which any of them has a score, ascending. */
export function yearsOf(pins: readonly Pick<Pinned, 'days' | 'scored'>[]): string[] {
  return [
    ...new Set(pins.flatMap(({ days, scored }) => days.filter((_, i) => scored[i]).map((d) => d.slice(0, 4)))),
  ].sort()
}

/** The last score of a line; null where it has none. */
export function lastOf(line: Line): number | null {
  return line.findLast((value) => value !== null) ?? null
}

export interface Rank {
  readonly slug: string
  readonly name: string
  readonly before: number
  readonly after: number
  /** 1 is the highest. */
  readonly rankBefore: number
  readonly rankAfter: number
}

/** The pinned relations by their last score, the highest first as it would be; those without one are left out. */
export function ranksOf(rows: readonly PinnedRow[]): Rank[] {
  const known = rows.flatMap(({ pinned: { slug, name }, before: was, after: is }) => {
    const [before, after] = [lastOf(was), lastOf(is)]
    return before === null || after === null ? [] : [{ slug, name, before, after }]
  })
  const order = (key: 'before' | 'after') =>
    known.toSorted((x, y) => y[key] - x[key] || (x.slug < y.slug ? -1 : 1)).map((row) => row.slug)
  const [was, is] = [order('before'), order('after')]
  return known
    .map((row) => ({ ...row, rankBefore: was.indexOf(row.slug) + 1, rankAfter: is.indexOf(row.slug) + 1 }))
    .sort((x, y) => x.rankAfter - y.rankAfter)
}

/** Scores that move at all, those that move furthest on some day first. */
export function mostMoved(impact: ImpactFragment['impact']): ImpactFragment['impact'] {
  return impact
    .filter(({ largest }) => largest !== null && largest !== 0)
    .toSorted((x, y) => Math.abs(y.largest ?? 0) - Math.abs(x.largest ?? 0))
}

export interface Lever {
  /** Index into the codebook's tags. */
  readonly tag: number
  /** Points by which the last score rises when the weight rises by 1. */
  readonly points: number
}

/** The weights the last score of a relation hangs on most. */
export function leversOf(pinned: Pinned, most = 5): Lever[] {
  const day = lastScored(pinned)
  if (day === null) return []
  const leverage = leverageOn(pinned.numerators, day, pinned.uses.length)
  return [...leverage]
    .map((points, tag) => ({ tag, points }))
    .filter(({ points }) => points > 0)
    .sort((x, y) => y.points - x.points || x.tag - y.tag)
    .slice(0, most)
}

/** A change between two days, and the weights that would each alone turn it round. */
export interface Turning {
  readonly from: Day
  readonly to: Day
  /** Points from the first to the second day. */
  readonly change: number
  /** The least step first; none where no weight from 0 to 10 does it. */
  readonly turns: readonly Turn[]
}

/** Of the change between these days; null: from the first score to the last. Null where one of them has no score. */
export function turningOf(
  pinned: Pinned,
  weights: Float64Array,
  between: { readonly from: Day | null; readonly to: Day | null },
  most = 3,
): Turning | null {
  const { numerators, days, scored, uses, covered } = pinned
  const from = between.from ?? dayFrom(days[scored.indexOf(true)] ?? '')
  const to = between.to ?? lastScored(pinned)
  if (from === null || to === null || from >= to) return null
  const has = (day: Day) =>
    covered[day - numerators.first] === 1 && (numerators.support[day - numerators.first] ?? 0) >= 1
  if (!has(from) || !has(to)) return null
  const [before, after] = [leverageOn(numerators, from, uses.length), leverageOn(numerators, to, uses.length)]
  const change = weights.reduce((sum, weight, tag) => sum + weight * ((after[tag] ?? 0) - (before[tag] ?? 0)), 0)
  return { from, to, change, turns: turnsOf(before, after, weights).slice(0, most) }
}

function lastScored({ days, scored }: Pinned): Day | null {
  return dayFrom(days[scored.lastIndexOf(true)] ?? '')
}
