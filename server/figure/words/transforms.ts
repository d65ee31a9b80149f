/** What the transformed series are called, and what a chart of changes says. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Bucket } from '../../domain/day.ts'
import { type ChartPoint, hasScore, type Measure } from '../model/points.ts'
import type { Transform } from '../model/transform.ts'
import { periodText, signedText } from './format.ts'
import { eventsText, MEASURE_NAMES, measureText, STATE_NAMES } from './sentences.ts'
import type { Texts } from './texts.ts'

export const TRANSFORM_NAMES: Readonly<Record<Transform, MessageDescriptor>> = {
  level: msg`Score`,
  change: msg`Change since the period before`,
  mean: msg`Mean of three months`,
}

/** The measure in words with what was done to it, for the line below a finding. */
export function transformText(
  i18n: Texts,
  measure: Measure,
  bucket: Bucket,
  interval: number,
  transform: Transform,
): string {
  const name = i18n._(MEASURE_NAMES[measure])
  switch (transform) {
    case 'level':
      return measureText(i18n, measure, bucket, interval)
    case 'change':
      return i18n._(msg`${name}: points since the period before; none where one of the two has no score`)
    case 'mean':
      return i18n._(
        msg`${name}, 0 to 100: mean of three months, of which two thirds of the periods must have a score; no band`,
      )
  }
}

/** The finding above a chart of changes: its largest rise and its largest fall. */
export function changesFinding(i18n: Texts, points: readonly ChartPoint[], measure: Measure, bucket: Bucket): string {
  const name = i18n._(MEASURE_NAMES[measure])
  const moves = points.filter(hasScore).sort((x, y) => y.value - x.value)
  const [most, least] = [moves[0], moves.at(-1)]
  if (!most || !least) return i18n._(msg`${name}: no two periods in a row have a score`)
  const words = (point: typeof most) =>
    `${signedText(i18n.locale, point.value)} (${periodText(i18n.locale, point.day, bucket)})`
  const rise = most.value > 0 ? words(most) : null
  const fall = least.value < 0 ? words(least) : null
  if (rise && fall) return i18n._(msg`${name}: largest rise ${rise}, largest fall ${fall}`)
  if (rise) return i18n._(msg`${name}: largest rise ${rise}, and no fall`)
  if (fall) return i18n._(msg`${name}: largest fall ${fall}, and no rise`)
  return i18n._(msg`${name} did not move from period to period`)
}

/** One change read out: "March 2018: change of tension +6, 18 events". */
export function changeSentence(i18n: Texts, point: ChartPoint, measure: Measure, bucket: Bucket): string {
  const when = periodText(i18n.locale, point.day, bucket)
  if (!hasScore(point)) return `${when}: ${i18n._(STATE_NAMES[point.state])}, ${eventsText(i18n, point.n)}`
  const size = signedText(i18n.locale, point.value)
  const change =
    measure === 'tension' ? i18n._(msg`change of tension ${size}`) : i18n._(msg`change of engagement ${size}`)
  const parts = [`${when}: ${change}`, eventsText(i18n, point.n)]
  if (point.state === 'SPARSE') parts.push(i18n._(msg`little evidence`))
  if (point.provisional) parts.push(i18n._(msg`provisional`))
  return parts.join(', ')
}
