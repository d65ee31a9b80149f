/**
 * Small multiples: the same index of up to twelve relations, a panel each, on one pair of axes with one crosshair. The
 * panels are one stop for Tab; arrows walk along a panel and from panel to panel.
 */
import { msg } from '@lingui/core/macro'
import { type ReactNode, useId, useMemo, useRef, useState } from 'react'
import type { Bucket, Day } from '../../../server/domain/day.ts'
import type { Measure } from '../../../server/figure/model/points.ts'
import { useTexts } from '../../i18n.ts'
import { ComparedPanel } from './ComparedPanel.tsx'
import { type ComparedSeries, panelsOf, sharedAxes } from './ComparePanels.rows.ts'
import { compareFinding, panelSentence } from './ComparePanels.sentences.ts'
import { CompareTable } from './CompareTable.tsx'

export interface ComparePanelsProps {
  readonly compared: readonly ComparedSeries[]
  readonly measure: Measure
  readonly bucket: Bucket
  readonly subtitle?: ReactNode
  /** Enter or a click on a point. Without it points are read but not opened. */
  readonly onOpen?: (slug: string, day: Day) => void
  /** CSS pixels of one panel; measured where it is left out. */
  readonly width?: number
}

export function ComparePanels({ compared, measure, bucket, subtitle, onOpen, width }: ComparePanelsProps) {
  const i18n = useTexts()
  const id = useId()
  const panels = useMemo(() => panelsOf(compared, bucket), [compared, bucket])
  const { span, top } = useMemo(() => sharedAxes(panels), [panels])
  const fields = useRef(new Map<string, HTMLDivElement>())
  const [cursor, setCursor] = useState<number | null>(null)
  const [stop, setStop] = useState(0)
  const [said, setSaid] = useState('')
  const put = (panel: number, index: number | null, aloud: boolean) => {
    setCursor(index)
    const shown = panels[panel]
    if (aloud) setStop(panel)
    if (aloud && shown && index !== null) setSaid(panelSentence(i18n, shown, index, measure, bucket) ?? '')
  }
  return (
    <figure className={`compare-panels ${measure}`} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{compareFinding(i18n, panels, measure)}</h2>
        {subtitle && <p className="subtitle">{subtitle}</p>}
      </figcaption>
      <p id={`${id}-keys`} className="unseen">
        {i18n._(
          msg`Left and right arrow: point. Shift and arrow: twelve points. Home and End. Up and down: other relation, at the same place. N and P: next and previous point with events. Enter: open. Escape: leave.`,
        )}
      </p>
      <div className="panels">
        {panels.map((panel, i) => (
          <ComparedPanel
            key={panel.slug}
            panel={panel}
            span={span}
            top={top}
            measure={measure}
            bucket={bucket}
            cursor={cursor}
            stop={i === Math.min(stop, panels.length - 1)}
            describedBy={`${id}-keys`}
            onPut={(index, aloud) => put(i, index, aloud)}
            onSwitch={(by) => fields.current.get(panels[i + by]?.slug ?? '')?.focus()}
            {...(onOpen ? { onOpen: (day: Day) => onOpen(panel.slug, day) } : {})}
            {...(width ? { width } : {})}
            fieldRef={(element) => {
              if (element) fields.current.set(panel.slug, element)
              else fields.current.delete(panel.slug)
            }}
          />
        ))}
      </div>
      <CompareTable panels={panels} bucket={bucket} />
      <p className="unseen" aria-live="polite" role="status">
        {said}
      </p>
    </figure>
  )
}
