/** The key of a drawn figure: the strokes and hatches that are in it, and no others. */
import { msg } from '@lingui/core/macro'
import type { PanelModel } from '../model/figure.ts'
import type { Stroke } from '../model/segments.ts'
import { STATE_NAMES } from '../words/sentences.ts'
import type { Texts } from '../words/texts.ts'
import { pixel } from './lines.ts'
import type { Paint } from './paint.ts'
import { STROKES } from './panel.ts'
import { runsSvg, widthOfText } from './text.ts'

const SIZE = 12
const SWATCH = 30
const ROW = 18

interface Entry {
  readonly label: string
  readonly swatch: string
}

function entriesOf(panels: readonly PanelModel[], i18n: Texts, paint: Paint): Entry[] {
  const labels: Readonly<Record<Stroke, string>> = {
    solid: i18n._(STATE_NAMES.SCORED),
    sparse: i18n._(STATE_NAMES.SPARSE),
    tail: i18n._(msg`provisional`),
  }
  const strokes = STROKES.filter(({ key }) => panels.some(({ model }) => model.rows.some((row) => row[key] !== null)))
  const gaps = [
    { why: 'NOT_ENOUGH', label: i18n._(STATE_NAMES.NOT_ENOUGH) },
    { why: 'NOT_COVERED', label: i18n._(msg`nobody looked`) },
  ].filter(({ why }) => panels.some(({ model }) => model.gaps.some((gap) => gap.why === why)))
  return [
    ...strokes.map(({ key, dash }) => ({
      label: labels[key],
      swatch: `<path d="M0,-4H${SWATCH}" stroke="${paint.quiet}" stroke-width="2"${dash}/>`,
    })),
    ...gaps.map(({ why, label }) => ({
      label,
      swatch: `<rect y="-11" width="${SWATCH}" height="14" fill="url(#${why})" stroke="${paint.axis}"/>`,
    })),
  ]
}

/** Rows as many as `width` pixels ask for; the height is theirs together. */
export function keySvg(
  panels: readonly PanelModel[],
  i18n: Texts,
  paint: Paint,
  width: number,
): { readonly svg: string; readonly height: number } {
  let [x, y] = [0, 12]
  const parts = entriesOf(panels, i18n, paint).map(({ label, swatch }) => {
    const wide = SWATCH + 8 + widthOfText(label, SIZE) + 16
    if (x > 0 && x + wide > width) {
      x = 0
      y += ROW
    }
    const part = `<g transform="translate(${pixel(x)},${y})">${swatch}<text x="${SWATCH + 8}">${runsSvg(label)}</text></g>`
    x += wide
    return part
  })
  const svg = `<g font-size="${SIZE}" fill="${paint.quiet}">${parts.join('')}</g>`
  return { svg: parts.length === 0 ? '' : svg, height: parts.length === 0 ? 0 : y + 6 }
}
