/**
 * How far a level could differ had the same behaviour made other news: limits of a weighted Poisson sum (Fay and Feuer,
 * 1997), overdispersed by φ, with the quantiles of Wilson and Hilferty (1931). Only + − × ÷ √, so the same bits everywhere.
 */
import type { Day } from '../../day.ts'
import { FAMILIES } from '../daily.ts'
import type { LeadSpan } from './lead.ts'

/** The Monday from which fortnights are counted: 5 January 1970. */
const FIRST_FORTNIGHT = 4
const FORTNIGHT = 14
/** Closed fortnights looked at, at most. */
const MOST_FORTNIGHTS = 26

/** X on one day with what its limits need. */
export interface LevelEvidence {
  /** X */
  readonly sum: number
  /** V: decayed sum of squares. */
  readonly squares: number
  /** φ ≥ 1. */
  readonly clustering: number
  /** m: the weight of one further event, in units of X; 0 where no tag has weight. */
  readonly typical: number
}

/** Limits of X ≥ 0; low ≤ X ≤ high. `z` is the two-sided quantile of the nominal coverage. */
export function levelLimitsOf(e: LevelEvidence, z: number): { readonly low: number; readonly high: number } {
  const variance = e.clustering * e.squares
  const low = e.sum === 0 || variance === 0 ? e.sum : e.sum * cube(hilferty((e.sum * e.sum) / variance, -z))
  const step = e.clustering * e.typical
  const raised = e.sum + step
  const spread = variance + step * e.typical * e.clustering
  const high = raised === 0 || spread === 0 ? raised : raised * cube(hilferty((raised * raised) / spread, z))
  return { low: Math.min(low, e.sum), high: Math.max(high, e.sum) }
}

/** The cube root of a quantile of a gamma distribution of shape k, as a share of its mean (Wilson and Hilferty). */
function hilferty(k: number, z: number): number {
  return Math.max(0, 1 - 1 / (9 * k) + z / (3 * Math.sqrt(k)))
}

function cube(x: number): number {
  return x * x * x
}

/**
 * φ on each day: how much the number of events swung from fortnight to fortnight, over at most 26 closed fortnights that
 * lie wholly in the present lead's watch. 1 = as if independent, at most 25. `families` are daily counts from `first` on;
 * `quads` are the indices of the measure's two families; `leadOn` says who leads on a day.
 */
export function levelClusteringOf(
  families: Int32Array,
  first: Day,
  quads: readonly [number, number],
  leadOn: (day: Day) => LeadSpan | null,
): (day: Day) => number {
  const fortnightOf = (day: number) => Math.floor((day - FIRST_FORTNIGHT) / FORTNIGHT)
  const start = fortnightOf(first)
  const days = families.length / FAMILIES
  const counts = new Float64Array(days === 0 ? 0 : fortnightOf(first + days - 1) - start + 1)
  for (let i = 0; i < days; i++) {
    const at = fortnightOf(first + i) - start
    for (const quad of quads) counts[at] = (counts[at] as number) + (families[i * FAMILIES + quad] as number)
  }
  const known = new Map<string, number>()
  return (day) => {
    const lead = leadOn(day)
    // The first fortnight that is not over on this day.
    const open = fortnightOf(day + 1)
    if (lead === null) return swing([])
    const key = `${open} ${lead.lead} ${lead.from}`
    let phi = known.get(key)
    if (phi === undefined) {
      phi = swing(closedFortnights(lead, open, start).map((k) => counts[k - start] as number))
      known.set(key, phi)
    }
    return phi
  }
}

/** The last closed fortnights that lie wholly between the days of a lead, ascending. */
function closedFortnights(lead: LeadSpan, open: number, start: number): number[] {
  const found: number[] = []
  for (let k = open - 1; k >= Math.max(start, open - MOST_FORTNIGHTS); k--) {
    const from = FIRST_FORTNIGHT + k * FORTNIGHT
    if (from < lead.from) break
    if (from + FORTNIGHT - 1 <= lead.to) found.unshift(k)
  }
  return found
}

/** φ of counts of neighbouring fortnights; the added terms keep it near 1.5 where there are few. */
function swing(counts: readonly number[]): number {
  let squares = 0
  let sums = 0
  for (let k = 1; k < counts.length; k++) {
    const [before, now] = [counts[k - 1] as number, counts[k] as number]
    squares += (now - before) * (now - before)
    sums += now + before
  }
  return Math.min(25, Math.max(1, (squares / 2 + 12) / (sums / 2 + 8)))
}
