/** Parts that are printed must add up as printed: rounding by largest remainder (Hamilton's method). */

/** Each part in units of 10^−digits, so that they sum to the rounded total. Parts keep their order. */
export function roundedParts(parts: readonly number[], total: number, digits = 1): number[] {
  const unit = 10 ** digits
  const down = parts.map((part) => Math.floor(part * unit + 1e-9))
  let missing = Math.round(total * unit) - down.reduce((sum, part) => sum + part, 0)
  const byRemainder = parts
    .map((part, i) => ({ i, rest: part * unit - (down[i] ?? 0) }))
    .sort((x, y) => y.rest - x.rest || x.i - y.i)
  for (const { i } of byRemainder) {
    if (missing <= 0) break
    down[i] = (down[i] ?? 0) + 1
    missing--
  }
  return down.map((part) => part / unit)
}
