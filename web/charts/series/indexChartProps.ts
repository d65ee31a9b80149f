/** What a chart of one index is given. */
import type { ReactNode, Ref } from 'react'
import type { Bucket, Day } from '../../../server/domain/day.ts'
import type { Span } from '../../../server/figure/model/chart.ts'
import type { Marker } from '../../../server/figure/model/markers.ts'
import type { Columns, Measure } from '../../../server/figure/model/points.ts'

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
