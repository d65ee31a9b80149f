/**
 * One index over time: a figure with a finding, a plot that can be walked by keyboard and pointer, and a summary for
 * those who do not see it. A pure function of its props apart from where the cursor stands.
 */
import { type ReactNode, type Ref, useId, useMemo } from 'react'
import type { Bucket, Day } from '../../server/domain/day.ts'
import { useTexts } from '../i18n.ts'
import { IndexLines } from './IndexLines.tsx'
import type { Marker } from './markers.ts'
import { chartModel, type Span } from './model.ts'
import { PlotAxes } from './PlotAxes.tsx'
import { PlotMarks } from './PlotMarks.tsx'
import { plotOf } from './plot.ts'
import type { Columns, Measure } from './points.ts'
import { findingOf, pointSentence, summaryOf } from './sentences.ts'
import { useWidth } from './useWidth.ts'
import { WalkedPlot } from './WalkedPlot.tsx'

export interface IndexChartProps {
  readonly measure: Measure
  readonly columns: Columns
  readonly bucket: Bucket
  /** The measure in words, below the finding. */
  readonly subtitle?: ReactNode
  /** What a group of panels shares; each series alone otherwise. */
  readonly span?: Span
  readonly top?: number
  readonly markers?: readonly Marker[]
  /** CSS pixels. */
  readonly height?: number
  /** CSS pixels; measured where it is left out. */
  readonly width?: number
  /** False hides the labels of the days, for a panel above another. */
  readonly timeAxis?: boolean
  /** The day the cursor stands on, if another panel shares it. */
  readonly cursor?: Day | null
  readonly onCursor?: (day: Day | null) => void
  /** The explained day, ringed. */
  readonly selected?: Day | null
  /** A click or Enter on a point with a score or events. Without it points are read but not opened. */
  readonly onExplain?: (day: Day) => void
  /** A stretch of days was dragged over. Without it dragging chooses nothing. */
  readonly onRange?: (from: Day, to: Day) => void
  /** ↑ or ↓: the panel above (−1) or below (1). */
  readonly onSwitch?: (by: -1 | 1) => void
  /** Reads a sentence out in a live region of the page; without it the chart has its own. */
  readonly onAnnounce?: (sentence: string) => void
  /** The focusable plot. */
  readonly plotRef?: Ref<HTMLDivElement>
}

export function IndexChart(props: IndexChartProps) {
  const { measure, columns, bucket, span, top, height = 240, timeAxis = true, markers = [], selected = null } = props
  const i18n = useTexts()
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(props.width)
  const model = useMemo(
    () => chartModel({ columns, bucket, span, top, plot: plotOf(width, height, timeAxis) }),
    [columns, bucket, span, top, width, height, timeAxis],
  )
  const words = useMemo(() => {
    const finding = findingOf(i18n, model.points, measure, bucket)
    return { finding, summary: summaryOf(i18n, model.points, measure, bucket, finding) }
  }, [i18n, model.points, measure, bucket])
  return (
    <figure className={`index-chart ${measure}`} aria-labelledby={`${id}-title`} aria-describedby={`${id}-summary`}>
      <figcaption>
        <h2 id={`${id}-title`}>{words.finding}</h2>
        {props.subtitle && <p className="subtitle">{props.subtitle}</p>}
      </figcaption>
      <p id={`${id}-summary`} className="unseen">
        {words.summary}
      </p>
      <div ref={ref} dir="ltr" className="plot-frame" style={{ height }}>
        {width > 0 && (
          <WalkedPlot
            {...props}
            model={model}
            labelledBy={`${id}-title`}
            sentenceOf={(point) => pointSentence(i18n, model.points, point, measure, bucket)}
          >
            {(cursor) => (
              <>
                <PlotAxes model={model} i18n={i18n} timeAxis={timeAxis} />
                <div className="lines">
                  <IndexLines model={model} />
                </div>
                <PlotMarks {...{ model, measure, i18n, markers, cursor, selected }} />
              </>
            )}
          </WalkedPlot>
        )}
      </div>
    </figure>
  )
}
