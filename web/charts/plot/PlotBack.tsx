/** Behind the lines: hatches where there is no score, so that silence is seen as silence. */
import { useId } from 'react'
import { type ChartModel, xOf } from '../../../server/figure/model/chart.ts'

export function PlotBack({ model }: { readonly model: ChartModel }) {
  const id = useId()
  const { plot, span } = model
  const height = plot.height - plot.top - plot.bottom
  return (
    <svg className="plot-layer" width={plot.width} height={plot.height} aria-hidden="true">
      <HatchPatterns id={id} />
      {model.gaps.map((gap) => {
        const x = xOf(gap.from, span, plot)
        const width = Math.max(1, xOf(gap.to, span, plot) - x)
        return (
          <rect
            key={`${gap.from} ${gap.why}`}
            x={x}
            y={plot.top}
            width={width}
            height={height}
            fill={`url(#${id}-${gap.why})`}
          />
        )
      })}
    </svg>
  )
}

/** Slanted lines: no collection looked. Dots: looked, too little found. */
export function HatchPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-NOT_COVERED`} width="10" height="10" patternUnits="userSpaceOnUse">
        <path d="M-2.5 2.5l5-5M0 10l10-10M7.5 12.5l5-5" stroke="var(--hatch)" strokeWidth="1" />
      </pattern>
      <pattern id={`${id}-NOT_ENOUGH`} width="7" height="7" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1" fill="var(--hatch)" />
      </pattern>
    </defs>
  )
}
