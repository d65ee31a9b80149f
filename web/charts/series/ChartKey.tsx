/** What the strokes and hatches of the panels mean, and the sentences of the markers drawn in them. */
import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { Marker } from '../../../server/figure/model/markers.ts'
import { HatchPatterns } from '../plot/PlotBack.tsx'

export function ChartKey({ markers }: { readonly markers: readonly Marker[] }) {
  const { t } = useLingui()
  const id = useId()
  const strokes = [
    { dash: undefined, label: t`scored` },
    { dash: '7 4', label: t`little evidence` },
    { dash: '1.5 3.5', label: t`provisional` },
  ]
  const hatches = [
    { why: 'NOT_ENOUGH', label: t`not enough data` },
    { why: 'NOT_COVERED', label: t`nobody looked` },
  ]
  return (
    <div className="chart-key">
      <ul>
        {strokes.map(({ dash, label }) => (
          <li key={label}>
            <svg width="30" height="12" aria-hidden="true">
              <line x1="1" x2="29" y1="6" y2="6" strokeDasharray={dash} />
            </svg>
            {label}
          </li>
        ))}
        {hatches.map(({ why, label }) => (
          <li key={why}>
            <svg width="30" height="14" aria-hidden="true">
              <HatchPatterns id={id} />
              <rect width="30" height="14" fill={`url(#${id}-${why})`} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      {markers.length > 0 && (
        <ul className="markers">
          {markers.map((marker) => (
            <li key={`${marker.kind} ${marker.day}`}>
              <span aria-hidden="true">{marker.kind === 'succession' ? '◆' : '▼'}</span> {marker.text}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
