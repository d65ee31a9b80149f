/** The mix of what was done, a period each, as stacked heights: cooperation above the line, conflict below it. */
import { type Bucket, type Day, periodEnd, periodStart } from '../../../server/domain/day.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'

export const FAMILIES = ['verbalCooperation', 'materialCooperation', 'verbalConflict', 'materialConflict'] as const
export type Family = (typeof FAMILIES)[number]

export interface StanceColumns extends Readonly<Record<Family, readonly number[]>> {
  readonly days: readonly string[]
}

export interface StanceRow extends Readonly<Record<Family, number>> {
  readonly from: Day
  readonly to: Day
  readonly up: number
  readonly down: number
}

/** Periods in which something of the four families happened. */
export function stanceRows(stances: StanceColumns, bucket: Bucket): StanceRow[] {
  return stances.days.flatMap((text, i) => {
    const day = dayFrom(text)
    if (day === null) return []
    const at = (family: Family) => stances[family][i] ?? 0
    const row = {
      from: periodStart(day, bucket),
      to: periodEnd(day, bucket),
      verbalCooperation: at('verbalCooperation'),
      materialCooperation: at('materialCooperation'),
      verbalConflict: at('verbalConflict'),
      materialConflict: at('materialConflict'),
    }
    const up = row.verbalCooperation + row.materialCooperation
    const down = row.verbalConflict + row.materialConflict
    return up + down > 0 ? [{ ...row, up, down }] : []
  })
}
