/**
 * The coefficients of agreement a second time, by going through every pair of judgements one by one: no table of
 * coincidences, no sums of squares. Shares no code with the server, so that a mistake made there is not made here. Slow.
 */

/** What each coder said of one item, in the order of the coders; null: nothing. */
export type Said = readonly (string | null)[]

export interface BruteAgreement {
  /** Items that two or more coders judged. */
  readonly n: number
  readonly raw: number | null
  readonly alpha: number | null
  readonly kappa: number | null
  readonly ac1: number | null
}

/** Every ordered pair of two different places of a list. */
function pairsIn(labels: readonly string[]): [string, string][] {
  return labels.flatMap((x, i) => labels.flatMap((y, j): [string, string][] => (i === j ? [] : [[x, y]])))
}

const share = (pairs: readonly (readonly [string, string])[]) => pairs.filter(([x, y]) => x === y).length / pairs.length

export function bruteAgreement(items: readonly Said[]): BruteAgreement {
  const units = items.map((said) => said.filter((label) => label !== null)).filter((labels) => labels.length >= 2)
  if (units.length === 0) return { n: 0, raw: null, alpha: null, kappa: null, ac1: null }
  const raw = units.map((labels) => share(pairsIn(labels))).reduce((x, y) => x + y) / units.length
  return { n: units.length, raw, alpha: alphaOf(units), kappa: kappaOf(items), ac1: ac1Of(units, raw) }
}

/** Disagreement among the values of one unit over that among all values, whichever unit they are of. */
function alphaOf(units: readonly (readonly string[])[]): number | null {
  const values = units.flat()
  let observed = 0
  for (const labels of units) {
    // Each value is paired with the others of its unit, and all its pairs together weigh as one value.
    for (const [x, y] of pairsIn(labels)) if (x !== y) observed += 1 / (labels.length - 1) / values.length
  }
  const expected = 1 - share(pairsIn(values))
  return expected === 0 ? null : 1 - observed / expected
}

/** Chance is how often a judgement of the one coder, of any item, is like one of the other, of any item. */
function kappaOf(items: readonly Said[]): number | null {
  if (items.some((said) => said.length !== 2)) return null
  const both = items.flatMap(([x, y]): [string, string][] => (x == null || y == null ? [] : [[x, y]]))
  if (both.length === 0) return null
  const chance = share(both.flatMap(([x]) => both.map(([, y]): [string, string] => [x, y])))
  return chance === 1 ? null : (share(both) - chance) / (1 - chance)
}

/** Chance is that of guessing: how likely any label is right and is not, spread over the other labels. */
function ac1Of(units: readonly (readonly string[])[], raw: number): number {
  const labels = [...new Set(units.flat())]
  if (labels.length === 1) return raw
  const shares = labels.map(
    (label) => units.reduce((sum, own) => sum + own.filter((l) => l === label).length / own.length, 0) / units.length,
  )
  const chance = shares.reduce((sum, p) => sum + p * (1 - p), 0) / (labels.length - 1)
  return (raw - chance) / (1 - chance)
}
