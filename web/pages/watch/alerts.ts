/** What of a row is worth a second look, by rules that a reader can check on the chart. Pure. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { hasScore, type ScoredPoint } from '../../../server/figure/model/points.ts'
import { MONTHS, type WatchRow } from '../../../server/figure/watch/rows.ts'
import { STEADY } from '../../../server/figure/words/sentences.ts'

/**
 * HIGHEST: tension stands above every other month of the last 24, of which six or more have a score.
 * BEYOND: the band of tension lies wholly above that of the month before.
 * BOTH: tension and engagement both rose.
 * SILENT: nothing was counted in the month; what moved is older events fading.
 */
export const ALERTS = ['HIGHEST', 'BEYOND', 'BOTH', 'SILENT'] as const
export type Alert = (typeof ALERTS)[number]

export const ALERT_TEXTS: Readonly<Record<Alert, MessageDescriptor>> = {
  HIGHEST: msg`Highest tension in ${MONTHS} months`,
  BEYOND: msg`Rose beyond its band`,
  BOTH: msg`Both indices rose`,
  SILENT: msg`No event this month`,
}

/** Fewer months with a score make no record. */
const LEAST_MONTHS = 6

export function alertsOf({ tension, engagement, events }: WatchRow): Alert[] {
  const { now, before } = tension
  if (now === null || !hasScore(now)) return []
  const rose = (change: number | null) => change !== null && change >= STEADY
  const found: Record<Alert, boolean> = {
    HIGHEST: isHighest(now, tension.points.filter(hasScore)),
    BEYOND:
      before !== null && rose(tension.change) && now.low !== null && before.high !== null && now.low > before.high,
    BOTH: rose(tension.change) && rose(engagement.change),
    SILENT: events === 0,
  }
  return ALERTS.filter((alert) => found[alert])
}

/** A score on little evidence is no record. */
function isHighest(now: ScoredPoint, months: readonly ScoredPoint[]): boolean {
  if (now.state === 'SPARSE' || months.length < LEAST_MONTHS) return false
  return months.every((month) => month.day === now.day || month.value < now.value)
}
