/** How often a flag stands where a careful reader puts it: of the statements that were found at all. */
import type { Suggestion } from '../../server/coder/suggestion.ts'
import { Count } from './coder.sets.ts'

export const FLAGS = ['reported', 'denied', 'hypothetical', 'background'] as const
export type Flag = (typeof FLAGS)[number]

export class FlagCounts {
  private readonly counts = new Map(FLAGS.map((flag) => [flag, new Count()]))

  /** One statement by hand, and the suggestions that fit it: the best of these counts. */
  add(given: readonly Pick<Suggestion, Flag>[], wanted: ReadonlySet<Flag>): void {
    const differing = (s: Pick<Suggestion, Flag>) => FLAGS.filter((flag) => s[flag] !== wanted.has(flag)).length
    const [best] = [...given].sort((a, b) => differing(a) - differing(b))
    if (!best) return
    for (const [flag, count] of this.counts) {
      const [mine, theirs] = [best[flag], wanted.has(flag)]
      count.add(mine && theirs ? 1 : 0, mine ? 1 : 0, theirs ? 1 : 0)
    }
  }

  get table() {
    return Object.fromEntries([...this.counts].map(([flag, count]) => [flag, count.row]))
  }
}
