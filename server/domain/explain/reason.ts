/**
 * Why a score moved, in computed facts: what faded, and what new events did, summed by stance tag. Whoever writes the
 * sentence adds words and no numbers.
 */
import type { Change } from './contribution.ts'

/** What the new events of one tag did together. */
export interface PullGroup {
  /** Index into the codebook's tags. */
  readonly tag: number
  /** New events of the tag that moved the score. */
  readonly events: number
  /** Points they raised (above 0) or lowered (below 0) the score in all. */
  readonly pull: number
}

/** total = fading + revised + the groups + rest, in points of the score, unrounded. */
export interface Reason {
  readonly total: number
  /** Never above 0. */
  readonly fading: number
  readonly revised: number
  /** Largest effect first; of one effect, the tag that stands first in the codebook. */
  readonly groups: readonly PullGroup[]
  /** What the tags beyond these did. */
  readonly rest: number
  /** New events in the rest. */
  readonly restEvents: number
}

/** The reason of a change; `tagOfLeaf` gives the index of a leaf's tag, `most` how many tags are named. */
export function reasonOf(change: Change, tagOfLeaf: Int32Array, most: number): Reason {
  const sums = new Map<number, { events: number; pull: number }>()
  for (const { leaf, count, pull } of change.pulls) {
    const tag = tagOfLeaf[leaf] as number
    const sum = sums.get(tag) ?? { events: 0, pull: 0 }
    sum.events += count
    sum.pull += count * pull
    sums.set(tag, sum)
  }
  const groups = [...sums]
    .map(([tag, sum]) => ({ tag, ...sum }))
    .sort((x, y) => Math.abs(y.pull) - Math.abs(x.pull) || x.tag - y.tag)
  const rest = groups.slice(most)
  return {
    total: change.total,
    fading: change.fading,
    revised: change.revised,
    groups: groups.slice(0, most),
    rest: rest.reduce((sum, g) => sum + g.pull, 0),
    restEvents: rest.reduce((sum, g) => sum + g.events, 0),
  }
}
