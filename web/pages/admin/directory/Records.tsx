/** A table of records, a row each, with what an editor may do to one at its end. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => ReactNode
  readonly className?: 'number' | 'day' | 'quiet'
  /** Its cell names the row. */
  readonly names?: true
  /** In full, of what the cell shortens. */
  readonly title?: (row: Row) => string
}

interface Props<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  /** On the button of each row, and said of it with the row; null where nothing may be done. */
  readonly act: {
    readonly text: string
    readonly label: (row: Row) => string
    readonly onAct: (row: Row) => void
  } | null
}

export function Records<Row>({ label, columns, rows, keyOf, act }: Props<Row>) {
  const { t } = useLingui()
  return (
    <ScrollRegion label={label}>
      <table className="records">
        <thead>
          <tr>
            {columns.map(({ head, className }) => (
              <th key={head} scope="col" className={className === 'number' ? className : undefined}>
                {head}
              </th>
            ))}
            {act && (
              <th scope="col">
                <span className="unseen">{t`What to do`}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, names, className, title, cell }) =>
                names ? (
                  <th key={head} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={head} className={className} title={title?.(row)}>
                    {cell(row)}
                  </td>
                ),
              )}
              {act && (
                <td className="acts">
                  <button type="button" aria-label={act.label(row)} onClick={() => act.onAct(row)}>
                    {act.text}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
