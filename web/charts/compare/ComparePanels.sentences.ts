/** What a comparison says in words: which relation rose and which fell most, and one point of one panel read out. */
import { msg } from '@lingui/core/macro'
import type { Bucket } from '../../../server/domain/day.ts'
import type { ChartPoint, Measure } from '../../../server/figure/model/points.ts'
import { isolated } from '../../../server/figure/words/format.intl.ts'
import { numberText, periodText, signedText } from '../../../server/figure/words/format.ts'
import { MEASURE_NAMES, pointSentence, STEADY } from '../../../server/figure/words/sentences.ts'
import type { Texts } from '../../../server/figure/words/texts.ts'
import { type ComparePanel, moveOfPanel, type PanelMove } from './ComparePanels.rows.ts'

export function compareFinding(i18n: Texts, panels: readonly ComparePanel[], measure: Measure): string {
  const name = i18n._(MEASURE_NAMES[measure])
  const moves = panels.flatMap((panel) => moveOfPanel(panel) ?? []).sort((x, y) => y.change - x.change)
  const [most, least] = [moves[0], moves.at(-1)]
  if (!most || !least) return i18n._(msg`${name}: no relation has two scores in this range`)
  const rise = most.change >= STEADY ? wordsOf(i18n, most) : null
  const fall = least.change <= -STEADY ? wordsOf(i18n, least) : null
  if (rise && fall) return i18n._(msg`${name} rose most in ${rise}; it fell most in ${fall}`)
  if (rise) return i18n._(msg`${name} rose most in ${rise}`)
  if (fall) return i18n._(msg`${name} fell most in ${fall}`)
  return i18n._(msg`${name} ended within ${STEADY} points of where it began in every relation`)
}

function wordsOf(i18n: Texts, { name, from, to }: PanelMove): string {
  const [first, last] = [numberText(i18n.locale, from.value), numberText(i18n.locale, to.value)]
  const who = isolated(i18n.locale, name)
  return i18n._(msg`${who} (from ${first} to ${last})`)
}

/** "Norland – Sudria, day +30, 15 June 2018: tension 41, up 6, interval 35 to 47, 18 events". */
export function panelSentence(
  i18n: Texts,
  panel: ComparePanel,
  index: number,
  measure: Measure,
  bucket: Bucket,
): string | null {
  const point = panel.listed[index]
  if (!point) return null
  const sentence = pointSentence(i18n, panel.listed, point, measure, bucket)
  return [isolated(i18n.locale, panel.name), offsetText(i18n, panel.points[index], panel), sentence]
    .filter((part) => part !== null)
    .join(', ')
}

/** The place of a point on the shared axis, in words; null by the calendar, where its own name says it. */
export function offsetText(i18n: Texts, point: ChartPoint | undefined, panel: ComparePanel): string | null {
  if (!point || panel.event === null) return null
  return i18n._(msg`day ${signedText(i18n.locale, point.day)}`)
}

/** What a row of the table is called. */
export function placeText(i18n: Texts, panel: ComparePanel, index: number, bucket: Bucket): string {
  const point = panel.points[index]
  if (!point) return ''
  return offsetText(i18n, point, panel) ?? periodText(i18n.locale, point.day, bucket)
}
