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
  const room = most - kept.size
  const eventful = scored.filter((p) => p.n > 0 && !kept.has(p)).sort((x, y) => y.n - x.n || x.index - y.index)
  for (const point of eventful.slice(0, room)) kept.add(point)
  return scored.filter((p) => kept.has(p))
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
