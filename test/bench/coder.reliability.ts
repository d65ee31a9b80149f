/**
 * Whether a suggestion that claims to be right eight times in ten is: by bins of the confidence it states, how often both
 * sides and the family were right in the parts kept aside of the articles and sentences.
 */
import { share } from './coder.sets.ts'

/** What one suggestion stated, and whether it was right. */
export interface Stated {
  readonly confidence: number
  readonly right: boolean
}

const BINS: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [0.5, 0.6],
  [0.6, 0.66],
  [0.66, 0.8],
  [0.8, 1.01],
]

export function showReliability(stated: readonly Stated[]): void {
  const rows = BINS.map(([from, to]) => {
    const bin = stated.filter(({ confidence }) => confidence >= from && confidence < to)
    const said = bin.reduce((sum, { confidence }) => sum + confidence, 0)
    const right = bin.filter((s) => s.right).length
    return { from, bin, said, right }
  })
  const error = rows.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / Math.max(1, stated.length)
  console.log(`\nConfidence against what was right, ${stated.length} suggestions; expected error ${share(error, 1)}`)
  console.table(
    Object.fromEntries(
      rows.map(({ from, bin, said, right }) => [
        `from ${from}`,
        { suggestions: bin.length, stated: share(said, bin.length), right: share(right, bin.length) },
      ]),
    ),
  )
}
