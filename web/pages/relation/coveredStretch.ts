/**
 * The longest time some collection looked at a relation without a break. Where most of a chart is hatched, it is what a
 * reader wants to see first; the address keeps meaning what it says, and the way there is one click.
 */
import type { ChartPoint } from '../../../server/figure/model/points.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'

/** `YYYY-MM-DD`, both days covered. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** Overlapping and adjoining spans of several collections are one stretch. Null where nothing is covered; the earliest of equals. */
export function longestStretch(coverage: readonly { readonly spans: readonly Stretch[] }[]): Stretch | null {
  const spans = coverage.flatMap((c) => c.spans).sort((x, y) => number(x.from) - number(y.from))
  const joined: Stretch[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && number(span.from) <= number(last.to) + 1) {
      joined[joined.length - 1] = number(span.to) > number(last.to) ? { ...last, to: span.to } : last
    } else joined.push(span)
  }
  return joined.reduce<Stretch | null>((most, s) => (most === null || length(s) > length(most) ? s : most), null)
}

/** Share of the periods in which nobody looked, 0–1; 0 where there is none. */
export function uncoveredShare(points: readonly Pick<ChartPoint, 'state'>[]): number {
  return points.length === 0 ? 0 : points.filter((p) => p.state === 'NOT_COVERED').length / points.length
}

function number(day: string): number {
  return dayFrom(day) ?? Number.NaN
}

function length({ from, to }: Stretch): number {
  return number(to) - number(from)
}
