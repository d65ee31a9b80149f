/** The numbers of a comparison: a row a place on the shared axis, a column a relation. */
import { msg } from '@lingui/core/macro'
import { useState } from 'react'
import type { Bucket } from '../../../server/domain/day.ts'
import { hasScore } from '../../../server/figure/model/points.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { useTexts } from '../../i18n.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import type { ComparePanel } from './ComparePanels.rows.ts'
import { placeText } from './ComparePanels.sentences.ts'

interface Props {
  readonly panels: readonly ComparePanel[]
  readonly bucket: Bucket
}

/** Rows shown at first. */
const PAGE = 120

/** Places at which no relation has a score are left out: they would bury the rest. */
export function CompareTable({ panels, bucket }: Props) {
  const i18n = useTexts()
  const [open, setOpen] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const longest = panels.reduce<ComparePanel | null>(
    (most, panel) => (most && most.points.length >= panel.points.length ? most : panel),
    null,
  )
  const places = (longest?.points ?? [])
    .map((point) => point.index)
    .filter((i) => panels.some((panel) => panel.points[i]?.value != null))
  return (
    <details className="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n._(msg`The same numbers as a table`)}</summary>
      <ScrollRegion label={i18n._(msg`The same numbers as a table`)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n._(msg`Period`)}</th>
              {panels.map((panel) => (
                <th key={panel.slug} scope="col" className="number" dir="auto">
                  {panel.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(open && longest ? places.slice(0, shown) : []).map((i) => (
              <tr key={i}>
                <th scope="row">{longest && placeText(i18n, longest, i, bucket)}</th>
                {panels.map((panel) => {
                  const point = panel.points[i]
                  return (
                    <td key={panel.slug} className="number">
                      {point && hasScore(point) ? numberText(i18n.locale, point.value, 1) : ''}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet">{i18n._(msg`An empty cell: no score there.`)}</p>
      </ScrollRegion>
      {places.length > shown && (
        <button type="button" onClick={() => setShown(Infinity)}>
          {i18n._(msg`Show all ${places.length} rows`)}
        </button>
      )}
    </details>
  )
}
