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

/** `times` says how often each item is met, 0 or more; left out: each once. */
export function agreementOf(items: readonly Judged[], times?: ArrayLike<number>): Agreement {
  const met = items.map((judged, i) => countsOf(judged, times?.[i] ?? 1)).filter((item) => item.times > 0)
  const counted = met.filter(({ size }) => size >= 2)
  const n = sum(counted, (item) => item.times)
  if (n === 0) return { n, raw: null, alpha: null, kappa: null, ac1: null }
  return { n, raw: rawOf(counted), alpha: alphaOf(counted), kappa: kappaOf(met), ac1: ac1Of(counted) }
}

/** Judgements of one item by label. */
interface Counts {
  readonly judged: Judged
  readonly labels: ReadonlyMap<string, number>
  readonly size: number
  readonly times: number
}

function countsOf(judged: Judged, times: number): Counts {
  const labels = new Map<string, number>()
  let size = 0
  for (const label of judged) {
    if (label === null) continue
    labels.set(label, (labels.get(label) ?? 0) + 1)
    size++
  }
  return { judged, labels, size, times }
}

function rawOf(items: readonly Counts[]): number {
  return mean(items, ({ labels, size }) => sum(labels.values(), (r) => r * (r - 1)) / (size * (size - 1)))
}

/** 1 − observed over expected disagreement, from the matrix of coincidences (Krippendorff 2011, section C). */
function alphaOf(items: readonly Counts[]): number | null {
  const totals = new Map<string, number>()
  let agreeing = 0
  for (const { labels, size, times } of items) {
    for (const [label, r] of labels) {
      add(totals, label, times * r)
      agreeing += (times * (r * (r - 1))) / (size - 1)
    }
  }
  const values = sum(totals.values(), (r) => r)
  const expected = values * values - sum(totals.values(), (r) => r * r)
  return expected === 0 ? null : 1 - ((values - 1) * (values - agreeing)) / expected
}

function kappaOf(items: readonly Counts[]): number | null {
  if (items.some(({ judged }) => judged.length !== 2)) return null
  const both = items.filter(({ size }) => size === 2)
  const [first, second] = [new Map<string, number>(), new Map<string, number>()]
  for (const { judged, times } of both) {
    add(first, judged[0] as string, times)
    add(second, judged[1] as string, times)
  }
  const n = sum(both, ({ times }) => times)
  const chance = sum(first, ([label, r]) => (r * (second.get(label) ?? 0)) / n ** 2)
  const observed = mean(both, ({ judged: [a, b] }) => (a === b ? 1 : 0))
  return chance === 1 ? null : (observed - chance) / (1 - chance)
}

/** Chance agreement is that of the hard items alone: Σ π (1 − π) / (q − 1) (Gwet 2008). One label in use: agreement is 1. */
function ac1Of(items: readonly Counts[]): number {
  const shares = new Map<string, number>()
  const n = sum(items, ({ times }) => times)
  for (const { labels, size, times } of items) {
    for (const [label, r] of labels) add(shares, label, (times * r) / size / n)
  }
  const chance = shares.size < 2 ? 0 : sum(shares.values(), (share) => share * (1 - share)) / (shares.size - 1)
  return (rawOf(items) - chance) / (1 - chance)
}

function add(totals: Map<string, number>, label: string, n: number): void {
  totals.set(label, (totals.get(label) ?? 0) + n)
}

function sum<T>(values: Iterable<T>, of: (value: T) => number): number {
  let total = 0
  for (const value of values) total += of(value)
  return total
}

/** Of the items, each as often as it is met. */
function mean(items: readonly Counts[], of: (item: Counts) => number): number {
  return sum(items, (item) => item.times * of(item)) / sum(items, ({ times }) => times)
}
