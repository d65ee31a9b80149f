/** The time series of stances: what they did, by family. Cooperation stands on the line, conflict hangs from it. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useId, useState } from 'react'
import type { Bucket } from '../../../server/domain/day.ts'
import { type Span, widthOf, xOf } from '../../../server/figure/model/chart.ts'
import { plotOf } from '../../../server/figure/model/plot.ts'
import { timeTicks } from '../../../server/figure/model/ticks.ts'
import { numberText, periodText, tickText } from '../../../server/figure/words/format.ts'
import { useTexts } from '../../i18n.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { useWidth } from '../plot/useWidth.ts'
import { FAMILIES, type Family, type StanceColumns, type StanceRow, stanceRows } from './StanceBars.rows.ts'

export const FAMILY_NAMES: Readonly<Record<Family, MessageDescriptor>> = {
  verbalCooperation: msg`Verbal cooperation`,
  materialCooperation: msg`Material cooperation`,
  verbalConflict: msg`Verbal conflict`,
  materialConflict: msg`Material conflict`,
}

interface Props {
  readonly stances: StanceColumns
  readonly bucket: Bucket
  readonly span: Span
  readonly title: string
  readonly width?: number
}

const HEIGHT = 190

export function StanceBars({ stances, bucket, span, title, width: fixed }: Props) {
  const i18n = useTexts()
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(fixed)
  const rows = stanceRows(stances, bucket)
  return (
    <figure className="stances" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <p className="key">
          {FAMILIES.map((family) => (
            <span key={family}>
              <i className={`swatch ${family}`} aria-hidden="true" /> {i18n._(FAMILY_NAMES[family])}{' '}
              <b>
                {numberText(
                  i18n.locale,
                  rows.reduce((sum, row) => sum + row[family], 0),
                )}
              </b>
            </span>
          ))}
        </p>
      </figcaption>
      {rows.length === 0 ? (
        <p>{i18n._(msg`No coded act or statement of these four families in this range.`)}</p>
      ) : (
        <>
          <div ref={ref} dir="ltr" style={{ height: HEIGHT }}>
            {width > 0 && <Bars rows={rows} span={span} width={width} />}
          </div>
          <StanceTable rows={rows} bucket={bucket} />
        </>
      )}
    </figure>
  )
}

function Bars({
  rows,
  span,
  width,
}: {
  readonly rows: readonly StanceRow[]
  readonly span: Span
  readonly width: number
}) {
  const i18n = useTexts()
  const plot = plotOf(width, HEIGHT, true)
  const [up, down] = [Math.max(1, ...rows.map((r) => r.up)), Math.max(1, ...rows.map((r) => r.down))]
  const unit = (HEIGHT - plot.top - plot.bottom) / (up + down)
  const zero = plot.top + up * unit
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true">
      {timeTicks(span.from, span.to, widthOf(plot)).map((tick) => (
        <g key={tick.day} className="tick">
          <line
            x1={xOf(tick.day, span, plot)}
            x2={xOf(tick.day, span, plot)}
            y1={HEIGHT - plot.bottom}
            y2={HEIGHT - plot.bottom + 5}
          />
          <text x={xOf(tick.day, span, plot)} y={HEIGHT - 6} textAnchor="middle">
            {tickText(i18n.locale, tick)}
          </text>
        </g>
      ))}
      <text className="tick" x={plot.left - 6} y={plot.top + 9} textAnchor="end">
        {numberText(i18n.locale, up)}
      </text>
      <text className="tick" x={plot.left - 6} y={HEIGHT - plot.bottom} textAnchor="end">
        {numberText(i18n.locale, down)}
      </text>
      {rows.map((row) => (
        <Bar key={row.from} row={row} x={place(row, span, plot)} zero={zero} unit={unit} />
      ))}
      <line className="floor" x1={plot.left} x2={width - plot.right} y1={zero} y2={zero} />
    </svg>
  )
}

function place(row: StanceRow, span: Span, plot: Parameters<typeof xOf>[2]): readonly [number, number] {
  const from = Math.max(xOf(row.from, span, plot), plot.left)
  const to = Math.min(xOf(row.to, span, plot), plot.width - plot.right)
  const wide = Math.max(3, Math.min(26, to - from - 1))
  return [Math.min((from + to - wide) / 2, plot.width - plot.right - wide), wide]
}

interface BarProps {
  readonly row: StanceRow
  readonly x: readonly [number, number]
  readonly zero: number
  readonly unit: number
}

/** Outwards from the line: words first, deeds at the end. */
function Bar({ row, x: [x, width], zero, unit }: BarProps) {
  const part = (family: Family, y: number) => (
    <rect className={family} x={x} y={y} width={width} height={row[family] * unit} />
  )
  return (
    <g>
      {part('verbalCooperation', zero - row.verbalCooperation * unit)}
      {part('materialCooperation', zero - row.up * unit)}
      {part('verbalConflict', zero)}
      {part('materialConflict', zero + row.verbalConflict * unit)}
    </g>
  )
}

function StanceTable({ rows, bucket }: { readonly rows: readonly StanceRow[]; readonly bucket: Bucket }) {
  const i18n = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <details className="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n._(msg`The same numbers as a table`)}</summary>
      <ScrollRegion label={i18n._(msg`The same numbers as a table`)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{i18n._(msg`Period`)}</th>
              {FAMILIES.map((family) => (
                <th key={family} scope="col" className="number">
                  {i18n._(FAMILY_NAMES[family])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(open ? rows : []).map((row) => (
              <tr key={row.from}>
                <th scope="row">{periodText(i18n.locale, row.to, bucket)}</th>
                {FAMILIES.map((family) => (
                  <td key={family} className="number">
                    {numberText(i18n.locale, row[family])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}
