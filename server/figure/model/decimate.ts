/**
 * Thins a long series before it is drawn: no screen shows 7,000 points, and drawing them costs seconds.
 * What a reader would miss stays: extremes, both ends of every stretch that fits, days with events while there is room, the last point.
 */
import { type ChartPoint, hasScore, type ScoredPoint } from './points.ts'

/** Never more than this many drawn points a series. */
export const MOST_POINTS = 500

/**
 * At most `most` of the points that have a score, in order. Index ranges of equal length each keep their first,
 * lowest, highest and last point; what room is left goes to days with most events.
 */
export function decimate(points: readonly ChartPoint[], most: number = MOST_POINTS): ScoredPoint[] {
  const scored = points.filter(hasScore)
  if (scored.length <= most) return scored
  const kept = new Set<ScoredPoint>()
  const bins = Math.max(1, Math.floor(most / 4) - 1)
  for (let b = 0; b < bins; b++) {
    const bin = scored.slice(Math.floor((b * scored.length) / bins), Math.floor(((b + 1) * scored.length) / bins))
    for (const point of landmarksOf(bin)) kept.add(point)
  }
  for (const point of eventful(scored, kept, most - kept.size)) kept.add(point)
  return scored.filter((p) => kept.has(p))
}

/** As many points as there is `room` for, of those with most events the earliest; counted, for sorting them takes longer. */
function eventful(scored: readonly ScoredPoint[], kept: ReadonlySet<ScoredPoint>, room: number): ScoredPoint[] {
  const others = scored.filter((p) => p.n > 0 && !kept.has(p))
  const counts = new Map<number, number>()
  for (const { n } of others) counts.set(n, (counts.get(n) ?? 0) + 1)
  let left = room
  const share = new Map<number, number>()
  for (const n of [...counts.keys()].sort((x, y) => y - x)) {
    share.set(n, Math.min(left, counts.get(n) ?? 0))
    left -= share.get(n) ?? 0
  }
  return others.filter(({ n }) => {
    const more = share.get(n) ?? 0
    share.set(n, more - 1)
    return more > 0
  })
}

function landmarksOf(bin: readonly ScoredPoint[]): ScoredPoint[] {
  const first = bin[0]
  const last = bin.at(-1)
  if (!first || !last) return []
  let [lowest, highest] = [first, first]
  for (const point of bin) {
    if (point.value < lowest.value) lowest = point
    if (point.value > highest.value) highest = point
  }
  return [first, lowest, highest, last]
}
