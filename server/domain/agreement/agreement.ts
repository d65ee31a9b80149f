/**
 * How far coders agree beyond chance, for nominal judgements: raw agreement, Krippendorff's α (2011), Cohen's κ (1960) and
 * Gwet's AC1 (2008). κ and α mislead where one tag is nearly always right; AC1 does not, so all are shown.
 */

/** What each coder said of one item, in the order of the coders; null: did not code it. */
export type Judged = readonly (string | null)[]

/** Coefficients over some items; each null where it is not defined: no item coded twice, or (κ, α) only one label in use. */
export interface Agreement {
  /** Items coded by two or more. */
  readonly n: number
  /** Share of pairs of judgements of one item that agree, 0–1, items weighing alike. */
  readonly raw: number | null
  /** Krippendorff's α for nominal data, any number of coders, gaps allowed; 1 agreement, 0 chance, below 0 worse. */
  readonly alpha: number | null
  /** Cohen's κ; of two coders only. */
  readonly kappa: number | null
  /** Gwet's AC1, any number of coders, gaps allowed. */
  readonly ac1: number | null
}

export function agreementOf(items: readonly Judged[]): Agreement {
  const counted = items.map(countsOf).filter(({ size }) => size >= 2)
  const n = counted.length
  if (n === 0) return { n, raw: null, alpha: null, kappa: null, ac1: null }
  return { n, raw: rawOf(counted), alpha: alphaOf(counted), kappa: kappaOf(items), ac1: ac1Of(counted) }
}

/** Judgements of one item by label. */
interface Counts {
  readonly labels: ReadonlyMap<string, number>
  readonly size: number
}

function countsOf(judged: Judged): Counts {
  const labels = new Map<string, number>()
  let size = 0
  for (const label of judged) {
    if (label === null) continue
    labels.set(label, (labels.get(label) ?? 0) + 1)
    size++
  }
  return { labels, size }
}

function rawOf(items: readonly Counts[]): number {
  return mean(items, ({ labels, size }) => sum(labels.values(), (r) => r * (r - 1)) / (size * (size - 1)))
}

/** 1 − observed over expected disagreement, from the matrix of coincidences (Krippendorff 2011, section C). */
function alphaOf(items: readonly Counts[]): number | null {
  const totals = new Map<string, number>()
  let agreeing = 0
  for (const { labels, size } of items) {
    for (const [label, r] of labels) {
      totals.set(label, (totals.get(label) ?? 0) + r)
      agreeing += (r * (r - 1)) / (size - 1)
    }
  }
  const values = sum(totals.values(), (r) => r)
  const expected = values * values - sum(totals.values(), (r) => r * r)
  return expected === 0 ? null : 1 - ((values - 1) * (values - agreeing)) / expected
}

function kappaOf(items: readonly Judged[]): number | null {
  const both = items.flatMap((judged) => {
    const [a, b, ...more] = judged
    return more.length > 0 || a == null || b == null ? [] : [[a, b] as const]
  })
  if (both.length === 0 || items.some((judged) => judged.length !== 2)) return null
  const [first, second] = [countsOf(both.map(([a]) => a)).labels, countsOf(both.map(([, b]) => b)).labels]
  const chance = sum(first, ([label, r]) => (r * (second.get(label) ?? 0)) / both.length ** 2)
  const observed = mean(both, ([a, b]) => (a === b ? 1 : 0))
  return chance === 1 ? null : (observed - chance) / (1 - chance)
}

/** Chance agreement is that of the hard items alone: Σ π (1 − π) / (q − 1) (Gwet 2008). One label in use: agreement is 1. */
function ac1Of(items: readonly Counts[]): number {
  const shares = new Map<string, number>()
  for (const { labels, size } of items) {
    for (const [label, r] of labels) shares.set(label, (shares.get(label) ?? 0) + r / size / items.length)
  }
  const chance = shares.size < 2 ? 0 : sum(shares.values(), (share) => share * (1 - share)) / (shares.size - 1)
  return (rawOf(items) - chance) / (1 - chance)
}

function sum<T>(values: Iterable<T>, of: (value: T) => number): number {
  let total = 0
  for (const value of values) total += of(value)
  return total
}

function mean<T>(values: readonly T[], of: (value: T) => number): number {
  return sum(values, of) / values.length
}
