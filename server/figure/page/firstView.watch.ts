/**
 * What a visitor reads of the home page before its scripts have come, and all there is without them: the month's rows, each
 * with its lines, its scores and how tension changed. Runs on the server: no React, no DOM.
 */
import { msg } from '@lingui/core/macro'
import type { WatchView } from '../address/view.ts'
import type { Span } from '../model/chart.ts'
import { dayFrom, hasScore, type Measure } from '../model/points.ts'
import { sparklineSvg } from '../svg/sparkline.ts'
import { escapeText } from '../svg/text.ts'
import {
  MONTHS,
  sparkSpan,
  sparkTop,
  startMonth,
  type WatchIndex,
  type WatchRelation,
  type WatchRow,
  watchRows,
} from '../watch/rows.ts'
import { absentWords, changeWords, READING } from '../watch/sentences.ts'
import { monthText, numberText, signedText } from '../words/format.ts'
import { nameIn, ownName } from '../words/names.ts'
import { MEASURE_NAMES } from '../words/sentences.ts'
import type { Texts } from '../words/texts.ts'

interface Scale {
  readonly i18n: Texts
  readonly span: Span
  readonly top: number
}

/** What stands in `main`; empty where no month has a score, which the page itself explains. */
export function firstWatch(relations: readonly WatchRelation[], view: WatchView, i18n: Texts): string {
  const month = view.month ?? startMonth(relations)
  const day = month === null ? null : dayFrom(`${month}-01`)
  if (month === null || day === null) return ''
  const rows = watchRows(relations, month, view.sort, (name) => nameIn(i18n, name))
  const scale = { i18n, span: sparkSpan(month), top: sparkTop(rows) }
  const heads = [
    msg`Relation`,
    msg`Tension, ${MONTHS} months`,
    msg`Engagement, ${MONTHS} months`,
    msg`Change of tension, and why`,
    msg`Events`,
  ]
  return [
    `<div class="first-view"><h1>${escapeText(i18n._(msg`Watch`))}</h1>`,
    `<p>${escapeText(monthText(i18n.locale, day))}</p><p class="lede">${escapeText(i18n._(READING))}</p>`,
    '<table class="watch"><thead><tr>',
    ...heads.map((head) => `<th scope="col">${escapeText(i18n._(head))}</th>`),
    '</tr></thead><tbody>',
    ...rows.map((row) => rowHtml(row, scale)),
    '</tbody></table></div>',
  ].join('')
}

function rowHtml(row: WatchRow, scale: Scale): string {
  const { i18n } = scale
  const { arrow, words } = changeWords(i18n, row.tension)
  const said = escapeText(words)
  const why = arrow === null ? `<span class="quiet">${said}</span>` : `<strong>${arrow} ${said}</strong>`
  const events = escapeText(i18n._(msg`Events`))
  return [
    `<tr><th scope="row"><a href="/r/${escapeText(row.slug)}">${nameHtml(i18n, row.name)}</a></th>`,
    indexHtml('tension', row.tension, scale),
    indexHtml('engagement', row.engagement, scale),
    `<td class="why">${why}</td><td class="number" data-label="${events}">${numberText(i18n.locale, row.events)}</td></tr>`,
  ].join('')
}

/** As ui/Named.tsx writes it. */
function nameHtml(i18n: Texts, name: string): string {
  const own = ownName(i18n, name)
  return own === null ? `<bdi lang="en">${escapeText(name)}</bdi>` : `<bdi>${escapeText(own)}</bdi>`
}

function indexHtml(measure: Measure, index: WatchIndex, { i18n, span, top }: Scale): string {
  const { now, change, points } = index
  const moved = change !== null && measure === 'engagement' ? `<small>${signedText(i18n.locale, change)}</small>` : ''
  const score =
    now && hasScore(now)
      ? `<span class="score ${now.state === 'SPARSE' ? 'sparse' : ''}">${numberText(i18n.locale, now.value)}${moved}</span>`
      : `<span class="quiet">${escapeText(absentWords(i18n, index))}</span>`
  const name = escapeText(i18n._(MEASURE_NAMES[measure]))
  const spark = sparklineSvg({ points, span, top }, measure)
  return `<td class="index ${measure}" data-label="${name}"><div class="pair">${spark}${score}</div></td>`
}
