/**
 * The page that others put into theirs, as HTML text: drawn figures, the same numbers as a table, the stamp and the way
 * back. Whole without scripts; embed.ts makes it interactive when somebody touches it. Runs on the server: no React, no DOM.
 */
import { msg } from '@lingui/core/macro'
import type { Part, Shown } from '../address/shown.ts'
import { type PanelModel, panelModels, sharedScale } from '../model/figure.ts'
import { type Marker, markersOf } from '../model/markers.ts'
import type { ChartPoint } from '../model/points.ts'
import { columnsOf, type Measure, pointsOf } from '../model/points.ts'
import type { FigureProps } from '../svg/figure.ts'
import { keySvg } from '../svg/key.ts'
import { LANE_HEIGHT, laneSvg } from '../svg/lane.ts'
import { PAGE_PAINT } from '../svg/paint.ts'
import { hatchDefs, panelSvg } from '../svg/panel.ts'
import { escapeText } from '../svg/text.ts'
import { isolated } from '../words/format.intl.ts'
import { numberText, periodText } from '../words/format.ts'
import { findingOf, laneText, MEASURE_NAMES, measureText, STATE_NAMES, summaryOf } from '../words/sentences.ts'
import { stampLine } from '../words/stamp.ts'
import type { Texts } from '../words/texts.ts'

export interface Drawing {
  readonly figure: FigureProps
  readonly i18n: Texts
}

export interface EmbedProps extends Drawing {
  readonly shown: Shown
  readonly dir: 'ltr' | 'rtl'
  /** The page of the relation with this view, and the file of all rows. */
  readonly page: string
  readonly file: string
}

export interface Size {
  /** `wide` or `narrow`: the style sheet shows one of the two. */
  readonly name: string
  readonly width: number
  /** Drawn points, at most. */
  readonly most: number
  /** Of a panel. */
  readonly height?: number
}

/** Drawn twice, for wide and for narrow frames; the style sheet shows one. Fewer points where there are fewer pixels. */
const SIZES: readonly Size[] = [
  { name: 'wide', width: 760, most: 400 },
  { name: 'narrow', width: 340, most: 220 },
]

/** Height of a panel, there and when it has come alive. */
export const PANEL_HEIGHT = 200
/** Rows of the table; all of them are in the file. */
const MOST_ROWS = 60

export function embedPage(props: EmbedProps): string {
  const { figure, shown, i18n, dir } = props
  const shows = (part: Part) => !shown.hide.includes(part)
  const scale = sharedScale(figure.series, figure.bucket)
  const { points, span } = scale
  const { markers, drawn } = drawnFigure(props, SIZES, scale)
  const title = figureTitle(props)
  return [
    `<!doctype html><html lang="${escapeText(i18n.locale)}" dir="${dir}"${shown.theme === 'auto' ? '' : ` data-theme="${shown.theme}"`}>`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="color-scheme" content="${shown.theme === 'auto' ? 'light dark' : shown.theme}">`,
    `<title>${escapeText(title)}</title><link rel="stylesheet" href="/embed/embed.css">`,
    `<script type="module" src="/embed/embed.js" async></script></head><body class="embed"><main>`,
    shows('title') ? `<h1>${escapeText(title)}</h1>` : `<h1 class="unseen">${escapeText(title)}</h1>`,
    '<div id="figure">',
    panelsHtml(props, drawn, markers),
    shows('events') ? laneHtml(points, span, props) : '',
    shows('key') ? keyHtml(drawn, markers, props) : '',
    '</div>',
    shows('table') ? tableHtml(props) : '',
    footHtml(props, shows('source')),
    '</main></body></html>',
  ].join('')
}

/** A page that says why there is no figure, and what to do. */
export function refusalPage(i18n: Texts, dir: 'ltr' | 'rtl', sentence: string, page: string): string {
  return [
    `<!doctype html><html lang="${escapeText(i18n.locale)}" dir="${dir}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">`,
    `<title>Detente</title><link rel="stylesheet" href="/embed/embed.css"></head><body class="embed"><main>`,
    `<h1>${escapeText(i18n._(msg`There is no figure here`))}</h1><p lang="en">${escapeText(sentence)}</p>`,
    `<p><a href="${escapeText(page)}" target="_blank" rel="noopener">${escapeText(i18n._(msg`Open Detente`))}</a></p>`,
    '</main></body></html>',
  ].join('')
}

/** The relation, and who acts toward whom where one direction is shown. */
export function figureTitle({ figure, i18n }: Drawing): string {
  return [figure.name, ...(figure.toward === null ? [] : [towardText(i18n, figure.toward)])].join(' · ')
}

/** The panels at each of some sizes, and the markers in their range. */
export function drawnFigure(
  { figure, i18n }: Drawing,
  sizes: readonly Size[],
  scale = sharedScale(figure.series, figure.bucket),
) {
  const { span } = scale
  return {
    markers: markersOf(i18n, figure.series).filter((m) => m.day >= span.from && m.day <= span.to),
    drawn: sizes.map((size) => ({
      ...size,
      panels: panelModels(figure.series, figure.bucket, figure.measures, { height: PANEL_HEIGHT, ...size }, scale),
    })),
  }
}

/** A figure for each measure: its finding, what it shows, its summary for who does not see it, its panel. */
export function panelsHtml(of: Drawing, drawn: Drawn, markers: readonly Marker[]): string {
  const defs = `<svg width="0" height="0" class="defs" aria-hidden="true"><defs>${hatchDefs(PAGE_PAINT)}</defs></svg>`
  return defs + of.figure.measures.map((measure) => panelHtml(measure, drawn, markers, of)).join('')
}

function towardText(i18n: Texts, toward: NonNullable<FigureProps['toward']>): string {
  const [source, target] = [isolated(i18n.locale, toward.source), isolated(i18n.locale, toward.target)]
  return i18n._(msg`${source} toward ${target}`)
}

type Drawn = readonly { readonly name: string; readonly width: number; readonly panels: readonly PanelModel[] }[]

function svgHtml(name: string, width: number, height: number, inner: string): string {
  const box = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg class="${name}" ${box} aria-hidden="true">${inner}</svg>`
}

function panelHtml(measure: Measure, drawn: Drawn, markers: readonly Marker[], { figure, i18n }: Drawing): string {
  const points = drawn[0]?.panels.find((p) => p.measure === measure)?.model.points ?? []
  const finding = findingOf(i18n, points, measure, figure.bucket)
  const svgs = drawn.map(({ name, width, panels }) => {
    const panel = panels.find((p) => p.measure === measure)
    if (!panel) return ''
    return svgHtml(name, width, panel.model.plot.height, panelSvg({ ...panel, markers, i18n, paint: PAGE_PAINT }))
  })
  const id = `title-${measure}`
  return [
    `<figure class="index-chart ${measure}" aria-labelledby="${id}"><figcaption><h2 id="${id}">${escapeText(finding)}</h2>`,
    `<p class="subtitle">${escapeText(measureText(i18n, measure, figure.bucket, figure.interval))}</p></figcaption>`,
    `<p class="unseen">${escapeText(summaryOf(i18n, points, measure, figure.bucket, finding))}</p>`,
    `<div class="drawn" dir="ltr">${svgs.join('')}</div></figure>`,
  ].join('')
}

function laneHtml(points: readonly ChartPoint[], span: Parameters<typeof laneSvg>[1], { figure, i18n }: EmbedProps) {
  const svgs = SIZES.map(({ name, width }) =>
    svgHtml(name, width, LANE_HEIGHT, laneSvg(points, span, width, PAGE_PAINT)),
  )
  const name = escapeText(i18n._(msg`Events`))
  const text = escapeText(laneText(i18n, points, figure.bucket))
  return `<figure class="lane"><figcaption><strong>${name}</strong> <span>${text}</span></figcaption><div class="drawn" dir="ltr">${svgs.join('')}</div></figure>`
}

function keyHtml(drawn: Drawn, markers: readonly Marker[], { i18n }: EmbedProps): string {
  const svgs = drawn.map(({ name, width, panels }) => {
    const { svg, height } = keySvg(panels, i18n, PAGE_PAINT, width)
    return height === 0 ? '' : svgHtml(name, width, height, svg)
  })
  const sentences = markers.map(
    ({ kind, text }) =>
      `<li><span aria-hidden="true">${kind === 'succession' ? '◆' : '▼'}</span> ${escapeText(text)}</li>`,
  )
  return `<div class="chart-key"><div class="drawn" dir="ltr">${svgs.join('')}</div>${sentences.length > 0 ? `<ul class="markers">${sentences.join('')}</ul>` : ''}</div>`
}

function tableHtml({ figure, i18n, file }: EmbedProps): string {
  const { series, bucket, measures } = figure
  const lines = measures.map((measure) => pointsOf(columnsOf(series, measure), bucket))
  const all = pointsOf(columnsOf(series, 'tension'), bucket)
    .map((point, i) => ({ point, scores: lines.map((points) => points[i]) }))
    .filter(({ point }) => point.state !== 'NOT_COVERED')
    .reverse()
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : numberText(i18n.locale, value, 1)
  const rows = all.slice(0, MOST_ROWS).map(({ point, scores }) => {
    const cells = scores.flatMap((score) => [
      `<td>${number(score?.value)}</td>`,
      `<td>${score?.low == null ? '' : `${number(score.low)}–${number(score.high)}`}</td>`,
    ])
    const state = `${i18n._(STATE_NAMES[point.state])}${point.provisional ? `, ${i18n._(msg`provisional`)}` : ''}`
    const when = escapeText(periodText(i18n.locale, point.day, bucket))
    return `<tr><th scope="row">${when}</th>${cells.join('')}<td>${numberText(i18n.locale, point.n)}</td><td>${escapeText(state)}</td></tr>`
  })
  const band = escapeText(i18n._(msg`${figure.interval} % band`))
  const heads = [
    i18n._(msg`Period`),
    ...measures.flatMap((measure) => [i18n._(MEASURE_NAMES[measure]), band]),
    i18n._(msg`Events`),
    i18n._(msg`State`),
  ]
  const more = i18n._(msg`All ${all.length} rows as CSV`)
  const name = escapeText(i18n._(msg`The same numbers as a table`))
  return [
    `<details class="as-table"><summary>${name}</summary><section class="scroll" tabindex="0" aria-label="${name}"><table>`,
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeText(head)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.join('')}</tbody></table></section>`,
    `<p><a href="${escapeText(file)}" target="_blank" rel="noopener">${escapeText(more)}</a></p></details>`,
  ].join('')
}

function footHtml({ figure, i18n, page }: EmbedProps, withSource: boolean): string {
  const { series, sources } = figure
  const events = series.n.reduce((sum, n) => sum + n, 0)
  const stamp = stampLine(i18n, { stamp: series.stamp, events, provisionalFrom: series.provisionalFrom })
  const source =
    withSource && sources.length > 0 ? `${i18n._(msg`Source:`)} ${isolated(i18n.locale, sources.join(' · '))}` : ''
  const open = escapeText(i18n._(msg`Open in Detente: each point explained`))
  return [
    `<footer><p class="stamp">${escapeText(stamp)}</p>`,
    source === '' ? '' : `<p class="source">${escapeText(source)}</p>`,
    `<p><a href="${escapeText(page)}" target="_blank" rel="noopener">${open}</a></p></footer>`,
  ].join('')
}
