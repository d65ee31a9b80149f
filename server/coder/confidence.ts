/**
 * How often a suggestion as strong as this one was right (both sides and the family) in the invented articles of the bench,
 * a little below the open ones, for rules were mended by these; the strengths of its parts multiplied mean nothing by themselves.
 */

type Knot = readonly [strength: number, share: number]
/** Strength, and the share that was right, by bins of the suggestions of articles made monotone; between them a straight line. */
const KNOTS: readonly Knot[] = [
  [0, 0.3],
  [0.3, 0.44],
  [0.4, 0.54],
  [0.45, 0.6],
  [0.5, 0.63],
  [0.7, 0.67],
  [0.75, 0.8],
  [0.9, 0.82],
  [1, 0.84],
]

/** 0–1 of 0–1, to three decimals; never falls where strength grows. */
export function calibrated(strength: number): number {
  let upper = 1
  while (upper < KNOTS.length - 1 && (KNOTS[upper] as Knot)[0] < strength) upper++
  const [x0, y0] = KNOTS[upper - 1] as Knot
  const [x1, y1] = KNOTS[upper] as Knot
  const share = Math.min(1, Math.max(0, (strength - x0) / (x1 - x0)))
  return Math.round(1000 * (y0 + (y1 - y0) * share)) / 1000
}
