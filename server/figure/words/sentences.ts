/**
 * What the figures say in words: the finding above a chart, its summary for those who do not see it, and what is read
 * out point by point. Only computed facts; every text is a catalogue entry.
 */

import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import type { Bucket } from '../../domain/day.ts'
import {
  type ChartPoint,
  hasScore,
  type Measure,
  type PointState,
  type ScoredPoint,
  scoredBefore,
} from '../model/points.ts'
import { monthText, numberText, periodText } from './format.ts'
import type { Texts } from './texts.ts'

/** A change smaller than this many points is not called a rise or a fall. */
export const STEADY = 3

export const MEASURE_NAMES: Readonly<Record<Measure, MessageDescriptor>> = {
  tension: msg`Tension`,
  engagement: msg`Engagement`,
}

export const STATE_NAMES: Readonly<Record<PointState, MessageDescriptor>> = {
  SCORED: msg`scored`,
  SPARSE: msg`little evidence`,
  NOT_ENOUGH: msg`not enough data`,
  NOT_COVERED: msg`not covered by any collection`,
}

const BUCKET_WORDS: Readonly<Record<Bucket, MessageDescriptor>> = {
  DAY: msg`daily`,
  WEEK: msg`weekly`,
  MONTH: msg`monthly`,
  QUARTER: msg`quarterly`,
  YEAR: msg`yearly`,
}

/** The measure in words, for the line below a finding. `interval` in per cent. */
export function measureText(i18n: Texts, measure: Measure, bucket: Bucket, interval: number): string {
  const name = i18n._(MEASURE_NAMES[measure])
  const rhythm = i18n._(BUCKET_WORDS[bucket])
  return i18n._(msg`${name}, 0 to 100, ${rhythm}, ${interval} % band`)
}

/** The finding: how the index went over the range shown. */
export function findingOf(i18n: Texts, points: readonly ChartPoint[], measure: Measure, bucket: Bucket): string {
  const name = i18n._(MEASURE_NAMES[measure])
  const scored = points.filter(hasScore)
  const [first, last] = [scored[0], scored.at(-1)]
  if (!first || !last) return i18n._(msg`${name}: no score in this range`)
  const [since, when] = spanWords(i18n, first, last, bucket)
  const to = whole(i18n, last.value)
  if (first === last) return i18n._(msg`${name} stood at ${to}: ${when}, the only score in this range`)
  const from = whole(i18n, first.value)
  // Two numbers with silence between them are no rise and no fall.
  if (isMostlySilent(points.slice(first.index + 1, last.index))) {
    return i18n._(msg`${name}: ${from} in ${since}, ${to} in ${when}; most of the time between nobody looked`)
  }
  const change = last.value - first.value
  if (Math.abs(change) < STEADY) return i18n._(msg`${name} ended where it began, near ${to} (${since} to ${when})`)
  return change > 0
    ? i18n._(msg`${name} rose from ${from} to ${to}, ${since} to ${when}`)
    : i18n._(msg`${name} fell from ${from} to ${to}, ${since} to ${when}`)
}

function isMostlySilent(between: readonly ChartPoint[]): boolean {
  return between.filter((point) => point.state === 'NOT_COVERED').length > between.length / 2
}

/** A finding over months names months; only within one month it names periods. */
function spanWords(i18n: Texts, first: ScoredPoint, last: ScoredPoint, bucket: Bucket): readonly [string, string] {
  const fine = bucket === 'DAY' || bucket === 'WEEK'
  const month = (point: ScoredPoint) => monthText(i18n.locale, point.day)
  const words = fine && first !== last && month(first) !== month(last) ? month : null
  const name = words ?? ((point: ScoredPoint) => periodText(i18n.locale, point.day, bucket))
  return [name(first), name(last)]
}

/** The summary of a figure: its finding, which is not worked out again where it is known, extremes, gaps. */
export function summaryOf(
  i18n: Texts,
  points: readonly ChartPoint[],
  measure: Measure,
  bucket: Bucket,
  finding = findingOf(i18n, points, measure, bucket),
): string {
  const scored = points.filter(hasScore)
  const first = scored[0]
  if (!first) return `${finding}.`
  let [lowest, highest] = [first, first]
  for (const point of scored) {
    if (point.value < lowest.value) lowest = point
    if (point.value > highest.value) highest = point
  }
  const extremes = i18n._(
    msg`Highest ${whole(i18n, highest.value)} in ${periodText(i18n.locale, highest.day, bucket)}, lowest ${whole(i18n, lowest.value)} in ${periodText(i18n.locale, lowest.day, bucket)}.`,
  )
  const all = numberText(i18n.locale, points.length)
  const without = points.length - scored.length
  const gaps =
    without === 0
      ? i18n._(msg`Every period has a score.`)
      : i18n._(
          msg`${plural(without, { one: `# of ${all} periods has no score.`, other: `# of ${all} periods have no score.` })}`,
        )
  return `${finding}. ${extremes} ${gaps}`
}

/** One point read out: "March 2018: tension 41, up 6, interval 35 to 47, 18 events". */
export function pointSentence(
  i18n: Texts,
  points: readonly ChartPoint[],
  point: ChartPoint,
  measure: Measure,
  bucket: Bucket,
): string {
  const when = periodText(i18n.locale, point.day, bucket)
  const parts = [`${when}: ${scoreWords(i18n, point, measure)}`]
  if (hasScore(point)) {
    const change = changeWords(i18n, scoredBefore(points, point.index), point)
    if (change) parts.push(change)
    if (point.low !== null && point.high !== null) {
      parts.push(i18n._(msg`interval ${whole(i18n, point.low)} to ${whole(i18n, point.high)}`))
    }
  }
  parts.push(eventsText(i18n, point.n))
  if (point.state === 'SPARSE') parts.push(i18n._(msg`little evidence`))
  if (point.provisional) parts.push(i18n._(msg`provisional`))
  return parts.join(', ')
}

function scoreWords(i18n: Texts, point: ChartPoint, measure: Measure): string {
  if (point.value === null) return i18n._(STATE_NAMES[point.state])
  const score = whole(i18n, point.value)
  return measure === 'tension' ? i18n._(msg`tension ${score}`) : i18n._(msg`engagement ${score}`)
}

function changeWords(i18n: Texts, before: ScoredPoint | null, point: ScoredPoint): string | null {
  if (!before) return null
  // The difference of the figures as printed, so that a listener's subtraction agrees.
  const change = Math.round(point.value) - Math.round(before.value)
  if (change === 0) return i18n._(msg`unchanged`)
  const size = numberText(i18n.locale, Math.abs(change))
  return change > 0 ? i18n._(msg`up ${size}`) : i18n._(msg`down ${size}`)
}

export function eventsText(i18n: Texts, n: number): string {
  return i18n._(msg`${plural(n, { one: '# event', other: '# events' })}`)
}

/** How much happened, and when most did: what stands above the event lane. */
export function laneText(i18n: Texts, points: readonly ChartPoint[], bucket: Bucket): string {
  const highest = points.reduce((m, p) => Math.max(m, p.n), 0)
  const peak = points.find((p) => p.n === highest && highest > 0)
  const most = numberText(i18n.locale, highest)
  const total = points.reduce((sum, p) => sum + p.n, 0)
  return peak
    ? i18n._(msg`${eventsText(i18n, total)}; most in ${periodText(i18n.locale, peak.day, bucket)}: ${most}`)
    : i18n._(msg`No events in this range`)
}

function whole(i18n: Texts, value: number): string {
  return numberText(i18n.locale, value)
}
