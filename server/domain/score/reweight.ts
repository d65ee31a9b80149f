/**
 * Other weights over a whole history, at once. What does not depend on weights (decayed support, counts by tag) is worked
 * out beforehand; a what-if is then one multiplication a cell and a scalar recursion for each score. States
 * and counts of the series stay as they are.
 */

import type { Day } from '../day.ts'
import type { LeafWeights } from './daily.ts'
import { eachCell } from './reading.ts'
import { rounded, type ToneParameters } from './score.ts'
import type { Scoring } from './scoring.ts'

/** Evidence of one relation by day and tag, from day `first` to day first + support.length − 1. */
export interface Numerators {
  readonly first: Day
  /** Cells ascending by day: index of the day, index of the tag in the codebook, Σ g in events. */
  readonly days: Int32Array
  readonly tags: Uint16Array
  readonly evidence: Float64Array
  /** N on each day, in events. */
  readonly support: Float64Array
  /** 10 / (n0 + N) on each day. */
  readonly scale: Float64Array
  readonly lambda: number
}

/** Evidence of one tag on one day: index of the tag in the codebook, Σ g in ten-thousandths of an event. */
export interface TaggedEvidence {
  readonly day: Day
  readonly tag: number
  readonly evidence: number
}

/** What of a scoring bears on its numerators. */
export type Counted = Pick<Scoring, 'slices' | 'reading' | 'multipliers'> & {
  readonly weights: Pick<LeafWeights, 'quad'>
  readonly parameters: Pick<ToneParameters, 'lambda' | 'priorEvents'>
}

/** Prepares a relation for what-ifs from its first cell (or `from`, if earlier) to `to`; intensity alone is linear. */
export function numeratorsOf(scoring: Counted, tagOfLeaf: Int32Array, from: Day, to: Day): Numerators {
  const counted: TaggedEvidence[] = []
  eachCell(scoring.slices, scoring.reading, to, ({ cells }, row, factor) => {
    const leaf = cells.leaves[row] as number
    const g = (scoring.multipliers[cells.evidence[row] as number] as number) * factor
    if (g === 0 || scoring.weights.quad[leaf] === 0) return
    const evidence = g * (cells.counts[row] as number)
    counted.push({ day: cells.days[row] as Day, tag: tagOfLeaf[leaf] as number, evidence })
  })
  return numeratorsOfCells(counted, scoring.parameters, from, to)
}

/** The same from counted cells in any order, as whoever has a tally and a codebook can make them. None lies after `to`. */
export function numeratorsOfCells(
  counted: readonly TaggedEvidence[],
  { lambda, priorEvents }: Pick<ToneParameters, 'lambda' | 'priorEvents'>,
  from: Day,
  to: Day,
): Numerators {
  const sums = new Map<number, { day: number; tag: number; evidence: number }>()
  let first: number = from
  const stride = 65_536
  for (const { day, tag, evidence } of counted) {
    first = Math.min(first, day)
    const known = sums.get(day * stride + tag)
    if (known) known.evidence += evidence
    else sums.set(day * stride + tag, { day, tag, evidence })
  }
  const cells = [...sums.values()].sort((x, y) => x.day - y.day || x.tag - y.tag)
  const scale = new Float64Array(Math.max(0, to - first + 1))
  const supports = new Float64Array(scale.length)
  let support = 0
  for (let i = 0, c = 0; i < scale.length; i++) {
    let added = 0
    for (let cell = cells[c]; cell !== undefined && cell.day === first + i; cell = cells[++c]) added += cell.evidence
    support = lambda * support + added / 1e4
    supports[i] = support
    scale[i] = 10 / (priorEvents + support)
  }
  return {
    first: first as Day,
    days: Int32Array.from(cells, (c) => c.day - first),
    tags: Uint16Array.from(cells, (c) => c.tag),
    evidence: Float64Array.from(cells, (c) => c.evidence / 1e4),
    support: supports,
    scale,
    lambda,
  }
}

/**
 * One score of every day, 0–100, unrounded, under weights (0–10) given by tag index. A day whose state has no score has a
 * number too, which is not shown.
 */
export function reweighed(n: Numerators, weights: Float64Array): Float64Array {
  const { days, tags, evidence, scale, lambda } = n
  const shown = new Float64Array(scale.length)
  for (let c = 0; c < days.length; c++) {
    const day = days[c] as number
    shown[day] = (shown[day] as number) + (weights[tags[c] as number] as number) * (evidence[c] as number)
  }
  let sum = 0
  for (let i = 0; i < shown.length; i++) {
    sum = sum * lambda + (shown[i] as number)
    shown[i] = sum * (scale[i] as number)
  }
  return shown
}

/** The scores of every day from `first` on, 0–100, rounded to 1e-6; null where the day is not covered or knows too little. */
export interface DailyLines {
  readonly first: Day
  readonly tension: readonly (number | null)[]
  readonly engagement: readonly (number | null)[]
}

/** As a daily series would give them, without bands. `covered` holds one byte a day from `n.first` on. */
export function dailyLines(
  n: Numerators,
  covered: Uint8Array,
  tension: Float64Array,
  engagement: Float64Array,
): DailyLines {
  const scored = (weights: Float64Array) =>
    Array.from(reweighed(n, weights), (score, i) =>
      covered[i] === 1 && (n.support[i] as number) >= 1 ? rounded(score) : null,
    )
  return { first: n.first, tension: scored(tension), engagement: scored(engagement) }
}
