/**
 * How far a score could differ had the same behaviour made other news: a Wilson interval (Wilson 1927) on a matched
 * sample size. Only + − × ÷ √, so the same bits in every engine. What the band does not cover stands in the README.
 */

import { type Day, weekday } from '../day.ts'
import { type Refusal, refuse } from '../error.ts'
import { FAMILIES } from './daily.ts'

/** Two-sided normal quantiles by nominal coverage in percent. */
const QUANTILES: ReadonlyMap<number, number> = new Map([
  [50, 0.6744897502],
  [80, 1.2815515655],
  [90, 1.644853627],
  [95, 1.9599639845],
  [99, 2.5758293035],
])

/** z of a nominal coverage of 50, 80, 90, 95 or 99 percent; others are refused. */
export function quantileOf(percent: number): number | Refusal {
  const z = QUANTILES.get(percent)
  if (z !== undefined) return z
  return refuse(
    'BAD_NUMBER',
    percent,
    'an interval is one of 50, 80, 90, 95, 99 percent',
    'Give one of these; 80 is usual',
  )
}

/** Decayed sums of one day over the quad families, in events; weights as x = w/10. */
export interface Evidence {
  /** N = Σ g S */
  readonly support: number
  /** A = Σ x g S */
  readonly sum: number
  /** B = Σ x² g S */
  readonly squares: number
  /** Q1 = Σ g² S */
  readonly q1: number
  /** Q2 = Σ g² S₂ */
  readonly q2: number
}

/** Limits of the mean weight, 0–1. */
export interface Limits {
  readonly low: number
  readonly high: number
}

/**
 * Limits of m = A/N. `typical` is w̄ = Σx²/Σx over the codebook's tags (0 where no tag has weight: limits [0, 0]);
 * `clustering` is φ ≥ 1; `z` from quantileOf. Null where there is no evidence.
 */
export function limitsOf(e: Evidence, lambda: number, typical: number, clustering: number, z: number): Limits | null {
  if (e.support <= 0) return null
  if (typical === 0) return { low: 0, high: 0 }
  const n = Math.min((e.support * e.support) / e.q2, ((1 + lambda) * e.support * e.support) / e.q1) / clustering
  const m = e.sum / e.support
  const r = (n * m + typical / 2) / (n + 1)
  const v = (n * (e.squares / e.support) + (typical * typical) / 2) / (n + 1) - r * r
  const matched = (n * r * (1 - r)) / v
  const spread = z * Math.sqrt((m * (1 - m)) / matched + (z * z) / (4 * matched * matched))
  const centre = m + (z * z) / (2 * matched)
  const scale = 1 + (z * z) / matched
  return { low: e.sum === 0 ? 0 : (centre - spread) / scale, high: (centre + spread) / scale }
}

/** w̄ = Σ x² / Σ x with x = w/10, w in thousandths: the typical weight of the tags that carry any; 0 if none does. */
export function typicalWeight(thousandths: Iterable<number>): number {
  let sum = 0
  let squares = 0
  for (const w of thousandths) {
    sum += w
    squares += w * w
  }
  return sum === 0 ? 0 : squares / sum / 10_000
}

const WEEKS = 52
const BLOCK = 13

/**
 * φ on each day asked: how clustered the mix of families was in the last 52 closed ISO weeks, in blocks of 13 weeks
 * counted back. 1 = as if independent, at most 10. `families` are daily counts from `first` on (see Daily).
 */
export function clusteringOf(families: Int32Array, first: Day): (day: Day) => number {
  const known = new Map<number, number>()
  // Index 0 is the week that holds `first`; its Monday may lie before it.
  const monday = first - (weekday(first) - 1)
  const weeks = weekly(families, first - monday)
  return (day) => {
    const closed = Math.floor((day + 1 - monday) / 7)
    let phi = known.get(closed)
    if (phi === undefined) {
      phi = clusteringAt(weeks, closed)
      known.set(closed, phi)
    }
    return phi
  }
}

/** Counts by week and family. */
function weekly(families: Int32Array, offset: number): Float64Array {
  const days = families.length / FAMILIES
  const weeks = new Float64Array(Math.ceil((days + offset) / 7) * FAMILIES)
  for (let i = 0; i < days; i++) {
    const week = Math.floor((i + offset) / 7)
    for (let k = 0; k < FAMILIES; k++) {
      weeks[week * FAMILIES + k] = (weeks[week * FAMILIES + k] as number) + (families[i * FAMILIES + k] as number)
    }
  }
  return weeks
}

/** φ over the weeks before index `closed`. */
function clusteringAt(weeks: Float64Array, closed: number): number {
  let u = 0
  let v = 0
  for (let end = closed; end > closed - WEEKS && end > 0; end -= BLOCK) {
    const block = blockTerms(weeks, Math.max(0, end - BLOCK), end)
    u += block.u
    v += block.v
  }
  return Math.min(10, Math.max(1, (u + 40) / (v + 20)))
}

function blockTerms(weeks: Float64Array, from: number, to: number): { u: number; v: number } {
  const totals = new Float64Array(FAMILIES)
  let n = 0
  for (let w = from; w < to; w++) {
    for (let k = 0; k < FAMILIES; k++) {
      const count = weeks[w * FAMILIES + k] ?? 0
      totals[k] = (totals[k] as number) + count
      n += count
    }
  }
  const present = totals.reduce((k, total) => k + (total > 0 ? 1 : 0), 0)
  if (n < 3 || present < 2) return { u: 0, v: 0 }
  let u = 0
  let v = 0
  for (let w = from; w < to; w++) {
    let inWeek = 0
    for (let k = 0; k < FAMILIES; k++) inWeek += weeks[w * FAMILIES + k] ?? 0
    for (let k = 0; k < FAMILIES; k++) {
      const p = (totals[k] as number) / n
      if (p === 0) continue
      const off = (weeks[w * FAMILIES + k] ?? 0) - inWeek * p
      u += (off * off) / p / (present - 1)
    }
    v += (inWeek * (1 - inWeek / n) * n) / (n - 1)
  }
  return { u, v }
}
