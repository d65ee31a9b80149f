/**
 * One index over time: a figure with a finding, a plot that can be walked by keyboard and pointer, and a summary for
 * those who do not see it. A pure function of its props apart from where the cursor stands.
 */
import { useId, useMemo } from 'react'
import { chartModel } from '../../../server/figure/model/chart.ts'
import { plotOf } from '../../../server/figure/model/plot.ts'
import { findingOf, pointSentence, summaryOf } from '../../../server/figure/words/sentences.ts'
import { useTexts } from '../../i18n.ts'
import { useWidth } from '../plot/useWidth.ts'
import { WalkedPlot } from '../walk/WalkedPlot.tsx'
import { IndexLines } from './IndexLines.tsx'
import type { IndexChartProps } from './indexChartProps.ts'
import { PlotAxes } from './PlotAxes.tsx'
import { PlotMarks } from './PlotMarks.tsx'

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
