/**
 * Who does what to whom: a heat map with its numbers in it, source by row and target by column. A table to those who
 * listen, a grid to the keyboard: one stop for Tab, arrows between cells, Enter opens the pair.
 */
import { msg } from '@lingui/core/macro'
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Measure } from '../../../server/figure/model/points.ts'
import { useTexts } from '../../i18n.ts'
import { ShadeKey } from '../shade/ShadeKey.tsx'
import { differenceShade, scoreShade, shadeClass } from '../shade/shades.ts'
import {
  type MatrixCell,
  type MatrixColumns,
  type MatrixGrid,
  type MatrixMode,
  type MatrixParty,
  matrixGrid,
} from './DyadMatrix.rows.ts'
import { BLANK_NAMES, cellSentence, cellText, matrixFinding } from './DyadMatrix.sentences.ts'
import { type GridPlace, gridMove } from './gridKeys.ts'
import { MatrixTable } from './MatrixTable.tsx'

export interface DyadMatrixProps {
  /** Rows and columns, in this order. */
  readonly parties: readonly MatrixParty[]
  readonly columns: MatrixColumns
  readonly measure: Measure
  readonly mode: MatrixMode
  /** The measure and the day in words, below the finding. */
  readonly subtitle?: ReactNode
  /** Enter or a click on a pair of two different parties. Without it cells are read but not opened. */
  readonly onOpen?: (source: string, target: string) => void
}

export function DyadMatrix({ parties, columns, measure, mode, subtitle, onOpen }: DyadMatrixProps) {
  const i18n = useTexts()
  const id = useId()
  const grid = useMemo(() => matrixGrid(parties, columns, mode), [parties, columns, mode])
  return (
    <figure className="dyad-matrix" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{matrixFinding(i18n, grid, measure, mode)}</h2>
        {subtitle && <p className="subtitle">{subtitle}</p>}
      </figcaption>
      <p id={`${id}-keys`} className="unseen">
        {i18n._(
          msg`Arrows: cell. Home and End: first and last of the row. Control with Home or End: first and last of all. Page up and down: ten rows. Enter: open the pair.`,
        )}
      </p>
      <Grid
        grid={grid}
        parties={parties}
        measure={measure}
        mode={mode}
        labelledBy={`${id}-title`}
        describedBy={`${id}-keys`}
        {...(onOpen ? { onOpen } : {})}
      />
      <ShadeKey measure={measure} mode={mode} />
      <MatrixTable grid={grid} />
    </figure>
  )
}

interface GridProps extends Pick<DyadMatrixProps, 'parties' | 'measure' | 'mode' | 'onOpen'> {
  readonly grid: MatrixGrid
  readonly labelledBy: string
  readonly describedBy: string
}

function Grid({ grid, parties, measure, mode, labelledBy, describedBy, onOpen }: GridProps) {
  const i18n = useTexts()
  const table = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: Math.min(1, parties.length - 1) })
  const [said, setSaid] = useState('')
  const [told, setTold] = useState<MatrixCell | null>(null)
  // Fewer parties than before: the cursor comes back into the grid.
  const last = parties.length - 1
  const at = { row: Math.min(place.row, last), column: Math.min(place.column, last) }
  const cellAt = ({ row, column }: GridPlace) => grid[row]?.[column] ?? null
  const open = (cell: MatrixCell | null) => {
    if (cell && cell.blank !== 'SAME') onOpen?.(cell.source.code, cell.target.code)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return open(cellAt(at))
    }
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
    const to = gridMove(event, at, grid.length, grid.length, rtl)
    if (!to) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row} ${to.column}"]`)?.focus()
  }
  const tell = useCallback((cell: MatrixCell | null) => setTold(cell), [])
  const onFocus = useCallback(
    (row: number, column: number, cell: MatrixCell) => {
      setPlace({ row, column })
      setTold(cell)
      setSaid(cellSentence(i18n, cell, measure))
    },
    [i18n, measure],
  )
  return (
    <>
      <div className="matrix-scroll">
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern of ARIA on a table keeps its headers
          role="grid"
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          aria-readonly="true"
          style={{ '--columns': parties.length } as CSSProperties}
          onKeyDown={onKeyDown}
          onClick={(event) => {
            const [row, column] = placeUnder(event.target)
            open(grid[row]?.[column] ?? null)
          }}
          onPointerOver={(event) => {
            const [row, column] = placeUnder(event.target)
            const cell = grid[row]?.[column]
            if (cell) tell(cell)
          }}
        >
          <thead>
            <tr>
              <td className="corner">
                <span>{i18n._(msg`who acts`)}</span> <span>{i18n._(msg`toward whom`)}</span>
              </td>
              {parties.map((party) => (
                <th key={party.code} scope="col">
                  <span dir="auto">{party.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.map((cells, row) => (
              <Row
                key={cells[0]?.source.code}
                cells={cells}
                row={row}
                measure={measure}
                mode={mode}
                stop={row === at.row ? at.column : -1}
                onFocus={onFocus}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="readout" aria-hidden="true">
        {told
          ? cellSentence(i18n, told, measure)
          : i18n._(msg`Point at a cell, or walk by keyboard, to read it in words.`)}
      </p>
      <p className="unseen" aria-live="polite" role="status">
        {said}
      </p>
    </>
  )
}

function placeUnder(target: EventTarget): readonly [number, number] {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-at]')?.dataset.at : undefined
  const [row = -1, column = -1] = at?.split(' ').map(Number) ?? []
  return [row, column]
}

interface RowProps {
  readonly cells: readonly MatrixCell[]
  readonly row: number
  readonly measure: Measure
  readonly mode: MatrixMode
  /** The column that Tab reaches in this row; −1: none. */
  readonly stop: number
  readonly onFocus: (row: number, column: number, cell: MatrixCell) => void
}

/** Rows keep what they drew while only the cursor moves elsewhere: 40 × 40 cells stay quick. */
const Row = memo(function Row({ cells, row, measure, mode, stop, onFocus }: RowProps) {
  const i18n = useTexts()
  const [first] = cells
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{first?.source.name}</span>
      </th>
      {cells.map((cell, column) => (
        <td
          key={cell.target.code}
          data-at={`${row} ${column}`}
          className={cellClass(cell, measure, mode)}
          tabIndex={column === stop ? 0 : -1}
          aria-label={cell.value === null ? i18n._(BLANK_NAMES[cell.blank ?? 'SAME']) : undefined}
          onFocus={() => onFocus(row, column, cell)}
        >
          {cell.value !== null && cellText(i18n, cell.value, mode)}
        </td>
      ))}
    </tr>
  )
})

function cellClass(cell: MatrixCell, measure: Measure, mode: MatrixMode): string {
  if (cell.value === null) return `blank ${cell.blank}`
  const shade = mode === 'level' ? scoreShade(cell.value, measure) : differenceShade(cell.value)
  return `${shadeClass(shade)}${cell.sparse ? ' sparse' : ''}`
}
