/** One index under two codebooks on one pair of axes: the first as a full line, the second dashed, the difference shaded. */
import { msg } from '@lingui/core/macro'
import { useId, useMemo } from 'react'
import type { Bucket } from '../../../server/domain/day.ts'
import { chartModel, xOf, yOf } from '../../../server/figure/model/chart.ts'
import { linePath } from '../../../server/figure/model/paths.ts'
import { plotOf } from '../../../server/figure/model/plot.ts'
import { type ChartPoint, type Columns, hasScore, type Measure, pointsOf } from '../../../server/figure/model/points.ts'
import { segmentsOf } from '../../../server/figure/model/segments.ts'
import { numberText, periodText, signedText, tickText } from '../../../server/figure/words/format.ts'
import { MEASURE_NAMES, pointSentence, summaryOf } from '../../../server/figure/words/sentences.ts'
import type { Texts } from '../../../server/figure/words/texts.ts'
import { useTexts } from '../../i18n.ts'
import { useWidth } from '../plot/useWidth.ts'
import type { IndexChartProps } from '../series/indexChartProps.ts'
import { Uprights, WalkedPlot } from '../walk/WalkedPlot.tsx'
import { type CodebookDifference, codebookPairs, differenceOf, differencePath } from './CodebookChart.rows.ts'

export interface CodebookChartProps extends Omit<IndexChartProps, 'markers'> {
  /** The same index of the same periods under the other codebook. */
  readonly others: Columns
  /** What the two codebooks are called. */
  readonly names: readonly [string, string]
}

export function CodebookChart(props: CodebookChartProps) {
  const { measure, columns, others, names, bucket, height = 240, timeAxis = true, span, top } = props
  const i18n = useTexts()
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(props.width)
  const model = useMemo(
    () => chartModel({ columns, bucket, span, top, plot: plotOf(width, height, timeAxis) }),
    [columns, bucket, span, top, width, height, timeAxis],
  )
  const other = useMemo(() => pointsOf(others, bucket), [others, bucket])
  const runs = useMemo(() => codebookPairs(model.points, other), [model.points, other])
  const { rows } = useMemo(() => segmentsOf(other, other.filter(hasScore)), [other])
  const { plot } = model
  const sentenceOf = (point: ChartPoint) => {
    const sentence = pointSentence(i18n, model.points, point, measure, bucket)
    const value = other[point.index]?.value ?? null
    const there = value === null ? i18n._(msg`no score`) : numberText(i18n.locale, value)
    return `${sentence}, ${i18n._(msg`${there} under ${names[1]}`)}`
  }
  return (
    <figure
      className={`index-chart codebooks ${measure}`}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <figcaption>
        <h2 id={`${id}-title`}>{codebookFinding(i18n, differenceOf(runs), measure, names[1], names[0], bucket)}</h2>
        {props.subtitle && <p className="subtitle">{props.subtitle}</p>}
        <p className="subtitle">
          {i18n._(msg`Full line: ${names[0]}. Dashed line: ${names[1]}. Between them the difference.`)}
        </p>
      </figcaption>
      <p id={`${id}-summary`} className="unseen">
        {summaryOf(i18n, model.points, measure, bucket)}
      </p>
      <div ref={ref} dir="ltr" className="plot-frame" style={{ height }}>
        {width > 0 && (
          <WalkedPlot {...props} model={model} labelledBy={`${id}-title`} sentenceOf={sentenceOf}>
            {(cursor) => (
              <svg className="plot-layer" width={plot.width} height={plot.height} aria-hidden="true">
                {model.valueTicks.map((value) => (
                  <g key={value} className="tick">
                    <line
                      className="rule"
                      x1={plot.left}
                      x2={width - plot.right}
                      y1={yOf(value, model)}
                      y2={yOf(value, model)}
                    />
                    <text x={plot.left - 5} y={yOf(value, model) + 4} textAnchor="end">
                      {numberText(i18n.locale, value)}
                    </text>
                  </g>
                ))}
                {model.timeTicks.map((tick) => (
                  <text
                    key={tick.day}
                    className="tick"
                    x={xOf(tick.day, model.span, plot)}
                    y={height - 6}
                    textAnchor="middle"
                  >
                    {timeAxis ? tickText(i18n.locale, tick) : ''}
                  </text>
                ))}
                <path className="difference" d={differencePath(runs, model)} />
                <path className="one" d={linePath(model.rows, model)} />
                <path className="other" d={linePath(rows, model)} />
                {[...model.isolated].map((p) => (
                  <circle
                    key={p.index}
                    className="one"
                    cx={xOf(p.day, model.span, plot)}
                    cy={yOf(p.value, model)}
                    r={3}
                  />
                ))}
                <Uprights model={model} cursor={cursor} selected={props.selected} />
              </svg>
            )}
          </WalkedPlot>
        )}
      </div>
    </figure>
  )
}

/** What the second codebook makes of the same events. */
export function codebookFinding(
  i18n: Texts,
  found: CodebookDifference | null,
  measure: Measure,
  second: string,
  first: string,
  bucket: Bucket,
): string {
  const name = i18n._(MEASURE_NAMES[measure])
  if (!found) return i18n._(msg`${name}: no period has a score under both codebooks`)
  const mean = signedText(i18n.locale, found.mean, 1)
  const [most, when] = [
    signedText(i18n.locale, found.largest.difference, 1),
    periodText(i18n.locale, found.largest.one.day, bucket),
  ]
  return i18n._(
    msg`${name} under ${second} differs from ${first} by ${mean} points on average, most in ${when}: ${most}`,
  )
}
