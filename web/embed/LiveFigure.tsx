/** The panels of one relation, alive: the charts of the page on one axis with one cursor, without the page around them. */
import { useMemo, useState } from 'react'
import type { Day } from '../../server/domain/day.ts'
import type { Part } from '../../server/figure/address/shown.ts'
import { sharedScale } from '../../server/figure/model/figure.ts'
import { markersOf } from '../../server/figure/model/markers.ts'
import { columnsOf, type Measure } from '../../server/figure/model/points.ts'
import { PANEL_HEIGHT } from '../../server/figure/page/embedPage.ts'
import { measureText } from '../../server/figure/words/sentences.ts'
import { EventLane } from '../charts/events/EventLane.tsx'
import { ChartKey } from '../charts/series/ChartKey.tsx'
import { EngagementChart } from '../charts/series/EngagementChart.tsx'
import { TensionChart } from '../charts/series/TensionChart.tsx'
import { useTexts } from '../i18n.ts'
import type { LoadedFigure } from './load.ts'

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
