/** The panels of one relation, alive: the charts of the page on one axis with one cursor, without the page around them. */
import { useMemo, useState } from 'react'
import type { Day } from '../../server/domain/day.ts'
import { ChartKey } from '../charts/ChartKey.tsx'
import { EngagementChart } from '../charts/EngagementChart.tsx'
import { EventLane } from '../charts/EventLane.tsx'
import { markersOf } from '../charts/markers.ts'
import { sharedScale } from '../charts/model.figure.ts'
import { columnsOf, type Measure } from '../charts/points.ts'
import { measureText } from '../charts/sentences.ts'
import { TensionChart } from '../charts/TensionChart.tsx'
import type { Part } from '../data/shown.url.ts'
import { useTexts } from '../i18n.ts'
import type { LoadedFigure } from './load.ts'
import { PANEL_HEIGHT } from './page.ts'

interface Props extends LoadedFigure {
  readonly hide?: readonly Part[]
  /** A click or Enter on a point. */
  readonly onExplain?: (day: string, measure: Measure) => void
}

const PANELS = { tension: TensionChart, engagement: EngagementChart }

export function LiveFigure({ relation, view, hide = [], onExplain }: Props) {
  const i18n = useTexts()
  const { series } = relation
  const [cursor, setCursor] = useState<Day | null>(null)
  const { points, span, top } = useMemo(() => sharedScale(series, view.bucket), [series, view.bucket])
  const columns = useMemo(
    () => ({ tension: columnsOf(series, 'tension'), engagement: columnsOf(series, 'engagement') }),
    [series],
  )
  const markers = useMemo(
    () => markersOf(i18n, series).filter((m) => m.day >= span.from && m.day <= span.to),
    [i18n, series, span],
  )
  const explain = (day: Day, measure: Measure) => {
    const listed = series.days[points.find((p) => p.day === day)?.index ?? -1]
    if (listed !== undefined) onExplain?.(listed, measure)
  }
  return (
    <>
      {view.measures.map((measure, i) => {
        const Panel = PANELS[measure]
        const last = i === view.measures.length - 1
        return (
          <Panel
            key={measure}
            columns={columns[measure]}
            bucket={view.bucket}
            span={span}
            top={top}
            markers={markers}
            height={PANEL_HEIGHT - (last ? 0 : 18)}
            timeAxis={last}
            subtitle={measureText(i18n, measure, view.bucket, view.interval)}
            cursor={cursor}
            onCursor={setCursor}
            onExplain={(day) => explain(day, measure)}
          />
        )
      })}
      {!hide.includes('events') && (
        <EventLane
          points={points}
          bucket={view.bucket}
          span={span}
          cursor={cursor}
          onPick={(day) => explain(day, view.measures[0] ?? 'tension')}
        />
      )}
      {!hide.includes('key') && <ChartKey markers={markers} />}
    </>
  )
}
