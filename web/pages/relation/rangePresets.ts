/** Ranges worth one click: everything, and the years some collection looks at. */
import { msg } from '@lingui/core/macro'
import type { Texts } from '../../../server/figure/words/texts.ts'
import type { Range } from '../../ui/DateRange.tsx'

interface Covered {
  readonly spans: readonly { readonly from: string; readonly to: string }[]
}

/** Years with coverage, latest first, after "All". A year in the middle without any is not offered. */
export function rangePresets(i18n: Texts, coverage: readonly Covered[]): { label: string; range: Range }[] {
  const years = new Set<number>()
  for (const { spans } of coverage) {
    for (const { from, to } of spans) {
      for (let y = Number(from.slice(0, 4)); y <= Number(to.slice(0, 4)); y++) years.add(y)
    }
  }
  const all = { label: i18n._(msg`All there is`), range: { from: null, to: null } }
  const listed = [...years].sort((x, y) => y - x).map((y) => String(y).padStart(4, '0'))
  return [all, ...listed.map((y) => ({ label: y, range: { from: `${y}-01`, to: `${y}-12` } }))]
}
