/**
 * Why a score is what it is: what each cell of events contributes, and what moved the score since an earlier day.
 * Contributions sum to the score, and fading + raised + lowered to the change, exactly (but for floating point).
 */

import type { Day } from '../day.ts'
import type { Measure } from '../directory/relation.ts'
import { coveredDays } from '../record/coverage.ts'
import { dailyOf } from '../score/daily.ts'
import { clusteringOf } from '../score/interval.ts'
import { type CellSlice, eachCell } from '../score/reading.ts'
import {
  hasScore,
  type Score,
  type SeriesState,
  type Sums,
  scoreOf,
  stateOf,
  sumsOn,
  unroundedScore,
} from '../score/score.ts'
import type { Scoring } from '../score/series.ts'
import type { CellDirection } from '../score/tally.ts'
import { KEYS, pullFormula } from './pull.ts'

/** Events of one cell: the same pair, direction, day, leaf, evidence and collection; they contribute alike. */
export interface CellKey {
  /** Index into the scoring's slices. */
  readonly slice: number
  readonly direction: CellDirection
  readonly day: Day
  /** Index into the leaf list. */
  readonly leaf: number
  readonly evidence: number
  readonly collection: number
}

export interface Contribution extends CellKey {
  /** Events in the cell. */
  readonly count: number
  /** Of each event: 10 w g λ^age, before the denominator. */
  readonly raw: number
  /** Of each event: its part of the score. */
  readonly share: number
  /** w, 0–10. */
  readonly weight: number
  /** g as it counted here, 0–1: half for a mutual event in a direction. */
  readonly quality: number
  readonly ageDays: number
}

export interface Explanation {
  readonly day: Day
  readonly state: SeriesState
  /** Null where the state gives no score. */
  readonly score: Score | null
  /** Sum of the raw contributions of all events. */
  readonly raw: number
  /** N, in events. */
  readonly support: number
  readonly sums: Sums
  /** Largest share first, then latest day; cells whose weight is 0 contribute nothing and are left out. */
  readonly contributions: readonly Contribution[]
}

/** What one new event did to the score since the earlier day. */
export interface Pull extends CellKey {
  readonly count: number
  /** Of each event; positive raises the score, negative lowers it. */
  readonly pull: number
}

/** total = fading + raised + lowered + revised; in points of the score, unrounded. */
export interface Change {
  readonly before: number
  readonly after: number
  readonly total: number
  /** What the score would have lost had nothing happened; never positive. */
  readonly fading: number
  readonly raised: number
  readonly lowered: number
  /** What corrections of the record changed in the earlier score; 0 within one record. */
  readonly revised: number
  /** Do both days have a score? Where not, the parts are of the bare formula and mean little. */
  readonly scored: boolean
  /** Largest effect first. */
  readonly pulls: readonly Pull[]
}

/** The score of a day and what each cell contributed to it. */
export function explain(scoring: Scoring, day: Day, measure: Measure): Explanation {
  const key = KEYS[measure]
  const { parameters } = scoring
  const { sums, covered, clustering } = readOn(scoring, day)
  const state = stateOf(sums, covered)
  const score = hasScore(state) ? scoreOf(sums, key, parameters, clustering) : null
  const weights = scoring.weights[key]
  const raw = 10 * sums[key]
  const perRaw = raw === 0 ? 0 : unroundedScore(sums, sums[key], key, parameters) / raw
  const contributions: Contribution[] = []
  for (const cell of cellsUpTo(scoring, day, (_, leaf) => weights[leaf] !== 0)) {
    const weight = (weights[cell.leaf] as number) / 1000
    const ageDays = day - cell.day
    const own = 10 * weight * cell.quality * parameters.lambda ** ageDays
    const { slice, direction, leaf, evidence, collection, count, quality } = cell
    const share = own * perRaw
    // Named one by one: to spread the cell takes ten times as long as all the rest.
    contributions.push({
      slice,
      direction,
      day: cell.day,
      leaf,
      evidence,
      collection,
      count,
      raw: own,
      share,
      weight,
      quality,
      ageDays,
    })
  }
  contributions.sort((x, y) => y.share - x.share || y.day - x.day)
  return { day, state, score, raw, support: sums.support, sums, contributions }
}

/** What moved the score from the end of day `since`, as the record `then` had it, to the end of `day` as it is now. */
export function change(scoring: Scoring, since: Day, day: Day, measure: Measure, then: Scoring = scoring): Change {
  const key = KEYS[measure]
  const { parameters: p } = scoring
  const { sums: recorded, covered: coveredThen } = readOn(then, since)
  const { sums: old } = readOn(scoring, since)
  const { sums: now, covered: coveredNow } = readOn(scoring, day)
  const before = unroundedScore(recorded, recorded[key], key, p)
  const beforeNow = unroundedScore(old, old[key], key, p)
  const after = unroundedScore(now, now[key], key, p)
  const left = p.lambda ** (day - since)
  const faded: Sums = { ...old, support: old.support * left, coveredDays: now.coveredDays }
  const sf = unroundedScore(faded, old[key] * left, key, p)
  const pullOf = pullFormula(p, sf, after, now, old[key] * left, key)
  const pulls: Pull[] = []
  let raised = 0
  let lowered = 0
  for (const cell of cellsUpTo(scoring, day, (on) => on > since)) {
    const weight = (scoring.weights[key][cell.leaf] as number) / 1000
    const pull = pullOf(weight, cell.quality * p.lambda ** (day - cell.day))
    if (pull === 0) continue
    if (pull > 0) raised += pull * cell.count
    else lowered += pull * cell.count
    const { slice, direction, leaf, evidence, collection, count } = cell
    pulls.push({ slice, direction, day: cell.day, leaf, evidence, collection, count, pull })
  }
  pulls.sort((x, y) => Math.abs(y.pull) - Math.abs(x.pull) || y.day - x.day)
  return {
    before,
    after,
    total: after - before,
    fading: sf - beforeNow,
    raised,
    lowered,
    revised: beforeNow - before,
    scored: hasScore(stateOf(recorded, coveredThen)) && hasScore(stateOf(now, coveredNow)),
    pulls,
  }
}

/**
 * Share of the support on `day` that stems from slices that ended before it (the former holders of an office), 0–1;
 * null where there is no support.
 */
export function formerShare(scoring: Scoring, day: Day): number | null {
  let former = 0
  let all = 0
  for (const cell of cellsUpTo(scoring, day, () => true)) {
    const support = cell.count * cell.quality * scoring.parameters.lambda ** (day - cell.day)
    all += support
    if ((scoring.slices[cell.slice] as CellSlice).to < day) former += support
  }
  return all === 0 ? null : former / all
}

interface ReadCell extends CellKey {
  readonly count: number
  readonly quality: number
}

/**
 * Cells standing in the reading's revision up to a day, with a positive count and a family that is scored. A cell has as
 * many rows as it had corrections; the rows of a day follow each other, so a day's cells are all that is searched.
 */
function cellsUpTo(scoring: Scoring, day: Day, wanted: (day: Day, leaf: number) => boolean): ReadCell[] {
  const { weights, multipliers } = scoring
  const found: { -readonly [K in keyof ReadCell]: ReadCell[K] }[] = []
  const ofDay = new Map<number, number>()
  let of = -1
  let on = Number.NaN
  eachCell(scoring.slices, scoring.reading, day, ({ cells }, row, factor, slice) => {
    const leaf = cells.leaves[row] as number
    const cellDay = cells.days[row] as Day
    // A record of decades has so many cells that making one of each is what costs.
    if (!wanted(cellDay, leaf)) return
    const evidence = cells.evidence[row] as number
    const quality = ((multipliers[evidence] as number) / 1e4) * factor
    if (quality === 0 || weights.quad[leaf] === 0) return
    const direction = cells.directions[row] as CellDirection
    const collection = cells.collections[row] as number
    const count = cells.counts[row] as number
    if (slice !== of || cellDay !== on) ofDay.clear()
    of = slice
    on = cellDay
    // Columns of 16, 16, 8 and 2 bits.
    const key = ((leaf * 65_536 + collection) * 256 + evidence) * 4 + direction
    const known = found[ofDay.get(key) ?? -1]
    if (known) known.count += count
    else {
      ofDay.set(key, found.length)
      found.push({ slice, direction, day: cellDay, leaf, evidence, collection, count, quality })
    }
  })
  return found.filter((cell) => cell.count > 0)
}

function readOn(scoring: Scoring, day: Day): { sums: Sums; covered: boolean; clustering: number } {
  const { reading, watches } = scoring
  const from = Math.min(day, ...watches.map((w) => w.from)) as Day
  const daily = dailyOf(scoring.slices, scoring.weights, scoring.multipliers, reading, from, day)
  const covered = coveredDays(watches, daily.borne, daily.first)
  return {
    sums: sumsOn(daily, covered, scoring.parameters.lambda, day),
    covered: covered[day - daily.first] === 1,
    clustering: clusteringOf(daily.families, daily.first)(day),
  }
}
