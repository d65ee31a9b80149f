/**
 * ICEWS and GDELT write what two did together twice, once for each side: every "Consult" stands in both directions, every "Make
 * a visit" has its "Host a visit". Such a pair is one mutual event; a half that stands alone keeps its direction.
 */
import type { Day } from '../../domain/day.ts'

export interface NamedRow {
  readonly line: number
  readonly day: Day
  readonly source: string
  readonly target: string
  readonly code: string
}

/** Codes that mean a doing together where both directions of one day are there. */
const TOGETHER: ReadonlySet<string> = new Set(['040', '041', '042', '043', '044', '046', '057', '030', '050', '164'])
/** The code the other half has; the same one unless told here. */
const OTHER_HALF: Readonly<Record<string, string>> = { '042': '043', '043': '042' }
/** A visit is called by the one who makes it. */
export const VISIT = '042'

/** Each row with whether it is mutual, and the halves that were taken into another; only halves of one day belong together. */
export function withMutual<T extends NamedRow>(
  rows: readonly T[],
): { kept: { row: T; mutual: boolean }[]; halves: T[] } {
  const open = new Map<string, number>()
  const kept: { row: T; mutual: boolean }[] = []
  const halves: T[] = []
  for (const row of rows) {
    const at = TOGETHER.has(row.code) ? open.get(keyOf(row, row.code, row.source, row.target)) : undefined
    const other = at === undefined ? undefined : kept[at]
    if (at === undefined || other === undefined) {
      kept.push({ row, mutual: false })
      if (TOGETHER.has(row.code)) {
        open.set(keyOf(row, OTHER_HALF[row.code] ?? row.code, row.target, row.source), kept.length - 1)
      }
      continue
    }
    const hosted = other.row.code === OTHER_HALF[VISIT]
    kept[at] = { row: hosted ? row : other.row, mutual: true }
    halves.push(hosted ? other.row : row)
    open.delete(keyOf(row, row.code, row.source, row.target))
  }
  return { kept, halves }
}

function keyOf({ day }: NamedRow, code: string, source: string, target: string): string {
  return `${day}\t${code}\t${source}\t${target}`
}
