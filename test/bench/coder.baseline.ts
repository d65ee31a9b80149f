/** What the classifier is measured beside: a softmax over one- and two-word runs, in 40 lines, by plain gradient steps. */
import { QUADS, type Quad } from '../../server/domain/codebook/codebook.ts'

export function baselineOf(
  texts: readonly string[],
  right: readonly Quad[],
  folds: Uint8Array,
  { rate = 0.1, epochs = 10 } = {},
): Quad[] {
  const rows = texts.map((text) => {
    const words = text.toLowerCase().match(/[a-z]+/g) ?? []
    return [...new Set([...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)])]
  })
  const said: Quad[] = []
  for (const fold of new Set(folds)) {
    const weights = new Map<string, Float64Array>()
    const scoresOf = (row: readonly string[]) => {
      const scores = new Float64Array(QUADS.length)
      for (const run of row) {
        for (const [c, weight] of weights.get(run)?.entries() ?? []) scores[c] = (scores[c] as number) + weight
      }
      return scores
    }
    for (let epoch = 0; epoch < epochs; epoch++) {
      for (const [i, row] of rows.entries()) {
        if (folds[i] === fold) continue
        const powers = scoresOf(row).map(Math.exp)
        const sum = powers.reduce((x, y) => x + y, 0)
        for (const run of row) {
          const of = weights.get(run) ?? new Float64Array(QUADS.length)
          weights.set(run, of)
          for (const [c, quad] of QUADS.entries()) {
            const error = (quad === right[i] ? 1 : 0) - (powers[c] as number) / sum
            of[c] = (of[c] as number) + (rate / Math.sqrt(row.length)) * error
          }
        }
      }
    }
    for (const [i, row] of rows.entries()) {
      const scores = scoresOf(row)
      if (folds[i] === fold) said[i] = QUADS[scores.indexOf(Math.max(...scores))] as Quad
    }
  }
  return said
}
