/**
 * The keys of a plot: where a key takes the cursor. Periods without a score or an event are
 * stepped over; they have nothing to explain.
 */
import { type ChartPoint, isStop } from '../../../server/figure/model/points.ts'

export type PlotMove =
  | { readonly kind: 'to'; readonly point: ChartPoint }
  | { readonly kind: 'series'; readonly by: -1 | 1 }
  | { readonly kind: 'explain' }
  | { readonly kind: 'leave' }

/** Left to right is earlier to later in every language: plots are not mirrored. Null: the key is not ours. */
export function moveOf(
  key: string,
  shift: boolean,
  points: readonly ChartPoint[],
  cursor: ChartPoint | null,
): PlotMove | null {
  const stops = points.filter(isStop)
  const at = cursor ? stops.findIndex((p) => p.index >= cursor.index) : -1
  const here = at === -1 ? stops.length : at
  const to = (i: number): PlotMove | null => {
    const point = stops[Math.max(0, Math.min(i, stops.length - 1))]
    return point ? { kind: 'to', point } : null
  }
  const by = shift ? 12 : 1
  switch (key) {
    case 'ArrowRight':
      return to(cursor ? here + by : stops.length - 1)
    case 'ArrowLeft':
      return to(here - by)
    case 'Home':
      return to(0)
    case 'End':
      return to(stops.length - 1)
    case 'ArrowUp':
      return { kind: 'series', by: -1 }
    case 'ArrowDown':
      return { kind: 'series', by: 1 }
    case 'n': {
      const next = stops.find((p, i) => p.n > 0 && i > here)
      return next ? { kind: 'to', point: next } : null
    }
    case 'p': {
      const previous = stops.findLast((p, i) => p.n > 0 && i < here)
      return previous ? { kind: 'to', point: previous } : null
    }
    case 'Enter':
      return { kind: 'explain' }
    case 'Escape':
      return cursor ? { kind: 'leave' } : null
    default:
      return null
  }
}
