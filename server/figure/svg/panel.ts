/**
 * One index as SVG text, from the chart model that the page draws with recharts: hatch, grid, axes, band, strokes, marks,
 * markers, label. No DOM and no React: it runs on the server and for readers without scripts.
 */

import { type ChartModel, endOf, xOf, yOf } from '../model/chart.ts'
import type { Marker } from '../model/markers.ts'
import { MARK, NARROW } from '../model/plot.ts'
import type { Measure, ScoredPoint } from '../model/points.ts'
import type { Gap, Stroke } from '../model/segments.ts'
import { numberText, tickText } from '../words/format.ts'
import { MEASURE_NAMES } from '../words/sentences.ts'
import type { Texts } from '../words/texts.ts'
import { bandPath, pixel, strokePath } from './lines.ts'
import type { Paint } from './paint.ts'
import { runsSvg } from './text.ts'

/** As in IndexLines.tsx, which draws the same strokes with recharts. */
export const STROKES: readonly { readonly key: Stroke; readonly dash: string }[] = [
  { key: 'solid', dash: '' },
  { key: 'sparse', dash: ' stroke-dasharray="7 4"' },
  { key: 'tail', dash: ' stroke-dasharray="1.5 3.5" stroke-linecap="round"' },
]

export interface Panel {
  readonly model: ChartModel
  readonly measure: Measure
  readonly markers: readonly Marker[]
  /** False hides the labels of the days, for a panel above another. */
  readonly timeAxis: boolean
  readonly i18n: Texts
  readonly paint: Paint
}

/** Drawn in the coordinates of its own plot; the patterns of `hatchDefs` must be in the document. */
export function panelSvg(panel: Panel): string {
  const { model, measure, paint } = panel
  const ink = paint[measure]
  const lines = STROKES.map(({ key, dash }) => {
    const path = strokePath(model, key)
    return path && `<path class="${key}" d="${path}" fill="none" stroke="${ink}" stroke-width="2"${dash}/>`
  })
  const band = bandPath(model)
  const end = endOf(model)
  return [
    ...model.gaps.map((gap) => hatch(gap, model)),
    axes(panel),
    band && `<path class="band" d="${band}" fill="${ink}" fill-opacity="0.16"/>`,
    ...lines,
    ...panel.markers.map((marker) => markerMark(marker, panel)),
    ...model.isolated.map((point) => isolatedMark(point, panel)),
    end && measureMark('end-mark', end, panel, fillOf(end, panel)),
    model.last && endLabel(model.last, panel),
  ]
    .filter(Boolean)
    .join('')
}

/** Slanted lines: no collection looked. Dots: looked, too little found. */
export function hatchDefs(paint: Paint): string {
  const slanted = `<path d="M-2.5 2.5l5-5M0 10l10-10M7.5 12.5l5-5" stroke="${paint.hatch}"/>`
  const dots = `<circle cx="2" cy="2" r="1" fill="${paint.hatch}"/>`
  return [
    `<pattern id="NOT_COVERED" width="10" height="10" patternUnits="userSpaceOnUse">${slanted}</pattern>`,
    `<pattern id="NOT_ENOUGH" width="7" height="7" patternUnits="userSpaceOnUse">${dots}</pattern>`,
  ].join('')
}

function hatch(gap: Gap, { span, plot }: ChartModel): string {
  const x = xOf(gap.from, span, plot)
  const width = Math.max(1, xOf(gap.to, span, plot) - x)
  const height = plot.height - plot.top - plot.bottom
  const place = `x="${pixel(x)}" y="${plot.top}" width="${pixel(width)}" height="${height}"`
  return `<rect class="gap" ${place} fill="url(#${gap.why})"/>`
}

function axes({ model, timeAxis, i18n, paint }: Panel): string {
  const { plot, span, top } = model
  const [left, right, foot] = [plot.left, plot.width - plot.right, plot.height - plot.bottom]
  const marks = model.valueTicks.flatMap((value) => {
    const y = pixel(yOf(value, { plot, top }))
    const label = `<text x="${left - 8}" y="${pixel(Number(y) + 4)}" text-anchor="end">${numberText(i18n.locale, value)}</text>`
    return [`<path d="M${left},${y}H${right}" stroke="${paint.grid}"/>`, label]
  })
  const days = model.timeTicks.flatMap((tick) => {
    const x = pixel(xOf(tick.day, span, plot))
    const label = timeAxis
      ? `<text class="day" x="${x}" y="${foot + 18}" text-anchor="middle">${runsSvg(tickText(i18n.locale, tick))}</text>`
      : ''
    return [`<path d="M${x},${foot}v5" stroke="${paint.axis}"/>`, label]
  })
  const floor = `<path d="M${left},${foot}H${right}" stroke="${paint.axis}"/>`
  return `<g font-size="12" fill="${paint.quiet}">${marks.join('')}${floor}${days.join('')}</g>`
}

function isolatedMark(point: ScoredPoint, { model, measure, paint }: Panel): string {
  const [x, ink] = [pixel(xOf(point.day, model.span, model.plot)), paint[measure]]
  const at = (value: number) => pixel(yOf(value, model))
  const limits =
    point.low === null || point.high === null
      ? ''
      : `<path d="M${x},${at(point.low)}V${at(point.high)}" stroke="${ink}" stroke-width="2" opacity="0.35"/>`
  return limits + measureMark('mark', point, { model, measure }, fillOf(point, { measure, paint }))
}

/** Hollow where it rests on little evidence. */
function fillOf(point: ScoredPoint, { measure, paint }: Pick<Panel, 'measure' | 'paint'>): string {
  return point.state === 'SPARSE'
    ? `fill="${paint.ground}" stroke="${paint[measure]}" stroke-width="1.8"`
    : `fill="${paint[measure]}" stroke="${paint.ground}"`
}

/** A circle for tension, a square for engagement: told apart without colour. */
function measureMark(name: string, point: ScoredPoint, of: Pick<Panel, 'model' | 'measure'>, fill: string): string {
  const [x, y] = [xOf(point.day, of.model.span, of.model.plot), yOf(point.value, of.model)]
  if (of.measure === 'tension') return `<circle class="${name}" cx="${pixel(x)}" cy="${pixel(y)}" r="${MARK}" ${fill}/>`
  const size = `width="${2 * MARK}" height="${2 * MARK}"`
  return `<rect class="${name}" x="${pixel(x - MARK)}" y="${pixel(y - MARK)}" ${size} ${fill}/>`
}

function markerMark(marker: Marker, { model, paint }: Panel): string {
  const { plot, span } = model
  const x = xOf(marker.day, span, plot)
  if (marker.day < span.from || marker.day > span.to) return ''
  const line = `<path d="M${pixel(x)},${plot.top}V${plot.height - plot.bottom}" stroke="${paint.text}" stroke-dasharray="2 3"/>`
  return `${line}<path d="${markerSign(marker.kind, x, plot.top - 10)}" fill="${paint.text}"/>`
}

/** A diamond for a succession, a triangle for a change of collections; `x` is its middle, `y` its upper end. */
export function markerSign(kind: Marker['kind'], x: number, y: number): string {
  return kind === 'succession' ? `M${pixel(x)},${y}l5 5-5 5-5-5z` : `M${pixel(x - 5)},${y}h10l-5 9z`
}

/** Right of the last point, where nothing else is drawn; the name only where there is room for it. */
function endLabel(point: ScoredPoint, { model, measure, i18n, paint }: Panel): string {
  const { plot } = model
  const named = plot.width >= NARROW
  const x = pixel(Math.min(xOf(point.day, model.span, plot) + 9, plot.width - plot.right + 9))
  const lowest = plot.height - plot.bottom - (named ? 16 : 4)
  const y = Math.max(plot.top + 10, Math.min(yOf(point.value, model) + 4, lowest))
  const figure = numberText(i18n.locale, point.value)
  const name = named
    ? `<text x="${x}" y="${pixel(y + 15)}" font-size="12">${runsSvg(i18n._(MEASURE_NAMES[measure]))}</text>`
    : ''
  // The halo keeps the label readable where a line passes under it.
  const halo = `paint-order="stroke" stroke="${paint.ground}" stroke-width="4" stroke-linejoin="round"`
  return `<g class="end" fill="${paint[measure]}" ${halo}><text x="${x}" y="${pixel(y)}" font-size="15" font-weight="700">${figure}</text>${name}</g>`
}
