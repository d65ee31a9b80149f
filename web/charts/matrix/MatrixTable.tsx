/** The numbers of a matrix as a list of pairs, for reading and copying: the day, the year before, the other direction. */
import { msg } from '@lingui/core/macro'
import { useState } from 'react'
import { numberText, signedText } from '../../../server/figure/words/format.ts'
import { useTexts } from '../../i18n.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import type { MatrixCell, MatrixGrid } from './DyadMatrix.rows.ts'
import { BLANK_NAMES } from './DyadMatrix.sentences.ts'

/** Pairs without a score and without an event are counted, not listed. */
export function MatrixTable({ grid }: { readonly grid: MatrixGrid }) {
  const i18n = useTexts()
  const [open, setOpen] = useState(false)
  const pairs = grid.flat().filter((cell) => cell.blank !== 'SAME')
  const listed = pairs.filter((cell) => cell.score !== null || cell.n > 0)
  const rest = pairs.length - listed.length
  const number = (value: number | null) => (value === null ? '' : numberText(i18n.locale, value, 1))
  const difference = (cell: MatrixCell, other: number | null) =>
    cell.score === null || other === null ? '' : signedText(i18n.locale, cell.score - other, 1)
  return (
    <details className="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n._(msg`The same numbers as a table`)}</summary>
      <ScrollRegion label={i18n._(msg`The same numbers as a table`)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n._(msg`Who acts`)}</th>
              <th scope="col">{i18n._(msg`Toward whom`)}</th>
              <th scope="col" className="number">
                {i18n._(msg`Score`)}
              </th>
              <th scope="col" className="number">
                {i18n._(msg`A year before`)}
              </th>
              <th scope="col" className="number">
                {i18n._(msg`Change`)}
              </th>
              <th scope="col" className="number">
                {i18n._(msg`Other direction`)}
              </th>
              <th scope="col" className="number">
                {i18n._(msg`Difference`)}
              </th>
              <th scope="col" className="number">
                {i18n._(msg`Events in the year`)}
              </th>
              <th scope="col">{i18n._(msg`State`)}</th>
            </tr>
          </thead>
          <tbody>
            {(open ? listed : []).map((cell) => (
              <tr key={`${cell.source.code} ${cell.target.code}`}>
                <th scope="row" dir="auto">
                  {cell.source.name}
                </th>
                <td dir="auto">{cell.target.name}</td>
                <td className="number">{number(cell.score)}</td>
                <td className="number">{number(cell.before)}</td>
                <td className="number">{difference(cell, cell.before)}</td>
                <td className="number">{number(cell.back)}</td>
                <td className="number">{difference(cell, cell.back)}</td>
                <td className="number">{numberText(i18n.locale, cell.n)}</td>
                <td>{stateText(cell)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rest > 0 && <p className="quiet">{i18n._(msg`Pairs without a score and without an event: ${rest}`)}</p>}
      </ScrollRegion>
    </details>
  )

  function stateText(cell: MatrixCell): string {
    if (cell.score === null) return i18n._(BLANK_NAMES[cell.blank ?? 'NOT_ENOUGH'])
    return cell.sparse ? i18n._(msg`little evidence`) : i18n._(msg`scored`)
  }
}
