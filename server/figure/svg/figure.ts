/**
 * A whole figure as one SVG: the name of the relation, a panel for each index with its finding, the events, the key, and
 * below them the stamp and the sources. What /image/… answers.
 */
import { msg } from '@lingui/core/macro'
import type { Bucket } from '../../domain/day.ts'
import { type PanelModel, panelModels, type SharedScale, sharedScale } from '../model/figure.ts'
import { type Changes, type Marker, markersOf } from '../model/markers.ts'
import type { Measure, SeriesColumns } from '../model/points.ts'
import { rangeText } from '../words/format.ts'
import { findingOf, laneText, measureText, summaryOf } from '../words/sentences.ts'
import { type StampValues, stampLine } from '../words/stamp.ts'
import type { Texts } from '../words/texts.ts'
import { keySvg } from './key.ts'
import { LANE_HEIGHT, laneSvg } from './lane.ts'
import type { Paint } from './paint.ts'
import { hatchDefs, markerSign, panelSvg } from './panel.ts'
import { escapeText, linesOf, runsSvg } from './text.ts'

/** What a figure shows, wherever it is drawn. */
export interface FigureProps {
  readonly name: string
  /** Who acts toward whom, where one direction alone is shown; null: both. */
  readonly toward: { readonly source: string; readonly target: string } | null
  readonly series: SeriesColumns & Changes & { readonly stamp: StampValues }
  readonly bucket: Bucket
  readonly measures: readonly Measure[]
  /** Width of the band, in per cent. */
  readonly interval: number
  readonly sources: readonly string[]
}

export interface Drawing {
  readonly i18n: Texts
  readonly paint: Paint
  readonly dir: 'ltr' | 'rtl'
  /** CSS pixels. */
  readonly width: number
  /** Where the figure can be opened, printed at its foot. */
  readonly address: string
}

const PAD = 16
const PANEL = 220
/** Sentences of markers printed below the panels; a figure with more is for the page. */
const MOST_MARKERS = 4

interface Block {
  readonly height: number
  /** Drawn from its own upper left corner. */
  readonly svg: string
}

export function figureSvg(props: FigureProps, drawing: Drawing): string {
  const { width, paint, i18n } = drawing
  const inner = width - 2 * PAD
  const scale = sharedScale(props.series, props.bucket)
  const { span } = scale
  const panels = panelModels(props.series, props.bucket, props.measures, { width: inner, height: PANEL }, scale).map(
    (panel) => ({ ...panel, finding: findingOf(i18n, panel.model.points, panel.measure, props.bucket) }),
  )
  const markers = markersOf(i18n, props.series).filter((m) => m.day >= span.from && m.day <= span.to)
  const blocks = [
    ...headOf(props, scale, drawing),
    ...panels.flatMap((panel) => panelBlocks(panel, markers, props, drawing)),
    ...laneBlocks(props, scale, drawing),
    { ...keySvg(panels, i18n, paint, inner) },
    ...footOf(props, markers, drawing),
  ].filter((block) => block.height > 0)
  let y = PAD
  const placed = blocks.map((block) => {
    const at = `<g transform="translate(${PAD},${y})">${block.svg}</g>`
    y += block.height
    return at
  })
  const height = Math.ceil(y + PAD)
  const summary = panels.map(({ measure, model, finding }) =>
    summaryOf(i18n, model.points, measure, props.bucket, finding),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` lang="${escapeText(i18n.locale)}" font-family="'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif" role="img">`,
    `<title>${escapeText(props.name)}</title><desc>${escapeText(summary.join(' '))}</desc>`,
    `<defs>${hatchDefs(paint)}</defs><rect width="100%" height="100%" fill="${paint.ground}"/>`,
    ...placed,
    '</svg>',
  ].join('')
}

interface Line {
  readonly size: number
  readonly fill: string
  readonly bold?: boolean
  readonly before?: number
  readonly indent?: number
}

/** Lines of text, begun at the side where the language begins. */
function textBlock(text: string, { width, dir }: Drawing, line: Line): Block {
  const { size, fill, bold = false, before = 0, indent = 0 } = line
  const inner = width - 2 * PAD
  const step = Math.round(size * 1.35)
  const lines = linesOf(text, size, inner - indent, bold)
  const weight = bold ? ' font-weight="700"' : ''
  // Written alike everywhere, for server/http/png/text.ts reads it: the renderer of pictures knows neither direction.
  const x = dir === 'rtl' ? inner - indent : indent
  const way = dir === 'rtl' ? ' direction="rtl"' : ''
  const texts = lines.map((one, i) => {
    const y = before + size + i * step
    return `<text class="line" x="${x}" y="${y}" font-size="${size}"${weight}${way}>${runsSvg(one)}</text>`
  })
  return { height: before + step * lines.length, svg: `<g fill="${fill}">${texts.join('')}</g>` }
}

function headOf({ name, toward }: FigureProps, { span, points }: SharedScale, drawing: Drawing): Block[] {
  const { paint, i18n } = drawing
  // Words, for the fonts of pictures have no arrow.
  const words = toward === null ? [] : [i18n._(msg`${toward.source} toward ${toward.target}`)]
  const range = points.length === 0 ? [] : [rangeText(i18n.locale, span.from, span.to)]
  return [
    textBlock(name, drawing, { size: 20, fill: paint.text, bold: true }),
    textBlock([...words, ...range].join(' · '), drawing, { size: 13, fill: paint.quiet }),
  ]
}

interface FoundPanel extends PanelModel {
  readonly finding: string
}

function panelBlocks(panel: FoundPanel, markers: readonly Marker[], props: FigureProps, drawing: Drawing): Block[] {
  const { measure, model, finding } = panel
  const { i18n, paint, width, dir } = drawing
  const title = textBlock(finding, drawing, {
    size: 15,
    fill: paint.text,
    bold: true,
    before: 12,
    indent: 12,
  })
  const x = dir === 'rtl' ? width - 2 * PAD - 4 : 0
  const bar = `<rect x="${x}" y="13" width="4" height="${title.height - 12}" fill="${paint[measure]}"/>`
  const subtitle = measureText(i18n, measure, props.bucket, props.interval)
  return [
    { height: title.height, svg: bar + title.svg },
    textBlock(subtitle, drawing, { size: 12, fill: paint.quiet, before: 2, indent: 12 }),
    { height: model.plot.height, svg: panelSvg({ ...panel, markers, i18n, paint }) },
  ]
}

function laneBlocks(props: FigureProps, { points, span }: SharedScale, drawing: Drawing): Block[] {
  const { i18n, paint, width } = drawing
  return [
    textBlock(laneText(i18n, points, props.bucket), drawing, { size: 12, fill: paint.quiet, before: 8 }),
    { height: LANE_HEIGHT + 10, svg: laneSvg(points, span, width - 2 * PAD, paint) },
  ]
}

function footOf(props: FigureProps, markers: readonly Marker[], drawing: Drawing): Block[] {
  const { i18n, paint } = drawing
  const small = { size: 11, fill: paint.quiet }
  const { series } = props
  const events = series.n.reduce((sum, n) => sum + n, 0)
  const stamp = stampLine(i18n, { stamp: series.stamp, events, provisionalFrom: series.provisionalFrom })
  const sources = props.sources.join(' · ')
  return [
    ...markers.slice(0, MOST_MARKERS).map((marker) => markerBlock(marker, drawing)),
    textBlock(stamp, drawing, { ...small, before: 8 }),
    ...(sources === '' ? [] : [textBlock(`${i18n._(msg`Source:`)} ${sources}`, drawing, small)]),
    textBlock(drawing.address, drawing, small),
  ]
}

/** The sentence of a marker behind its sign. The sign is drawn: the font has no letter for it. */
function markerBlock({ kind, text }: Marker, drawing: Drawing): Block {
  const { paint, dir, width } = drawing
  const block = textBlock(text, drawing, { size: 12, fill: paint.quiet, indent: 16 })
  const x = dir === 'rtl' ? width - 2 * PAD - 6 : 6
  return { ...block, svg: `<path d="${markerSign(kind, x, 4)}" fill="${paint.text}"/>${block.svg}` }
}
