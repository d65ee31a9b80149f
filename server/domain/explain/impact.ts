/** How far scores move between two codebooks: over all days of a relation, and in the order of relations. */
import { addDays, type Day } from '../day.ts'
import type { DailyLines } from '../score/reweight.ts'
import { rounded } from '../score/score.ts'

/** Scores 0–100; null where the relation has none. */
export interface Impact {
  /** The last score under either. */
  readonly before: number | null
  readonly after: number | null
  /** The day on which the score differs most, the first of them where several do alike. */
  readonly day: Day | null
  /** after − before on that day. */
  readonly largest: number | null
  /** Mean of |after − before| over the days with a score under both. */
  readonly mean: number | null
  /** How many such days there are. */
  readonly n: number
}

export function impactOf(before: DailyLines, after: DailyLines, measure: 'tension' | 'engagement'): Impact {
  const [was, is] = [before[measure], after[measure]]
  const shift = before.first - after.first
  let [day, largest, sum, n]: [Day | null, number, number, number] = [null, 0, 0, 0]
  was.forEach((score, i) => {
    const other = is[i + shift] ?? null
    if (score === null || other === null) return
    const change = other - score
    n += 1
    sum += Math.abs(change)
    if (day !== null && Math.abs(change) <= Math.abs(largest)) return
    day = addDays(before.first, i)
    largest = change
  })
  const last = (line: readonly (number | null)[]) => line.findLast((score) => score !== null) ?? null
  return {
    before: last(was),
    after: last(is),
    day,
    largest: day === null ? null : rounded(largest),
    mean: n === 0 ? null : rounded(sum / n),
    n,
  }
}

/** Places by the last score, the highest first, from 1; what is equal keeps the order given. Null without a score. */
export function placesOf(scores: readonly (number | null)[]): (number | null)[] {
  const order = scores
    .map((score, index) => ({ score, index }))
    .filter((row): row is { score: number; index: number } => row.score !== null)
    .sort((x, y) => y.score - x.score || x.index - y.index)
  return scores.map((score, index) => (score === null ? null : order.findIndex((row) => row.index === index) + 1))
}
