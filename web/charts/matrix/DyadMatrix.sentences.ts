/** What a matrix says in words: its finding, and each cell as it is read out. Only computed facts. */

import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import type { Measure } from '../../../server/figure/model/points.ts'
import { isolated } from '../../../server/figure/words/format.intl.ts'
import { numberText, signedText } from '../../../server/figure/words/format.ts'
import { MEASURE_NAMES, STEADY } from '../../../server/figure/words/sentences.ts'
import type { Texts } from '../../../server/figure/words/texts.ts'
import { type Blank, type MatrixCell, type MatrixGrid, type MatrixMode, strongestCell } from './DyadMatrix.rows.ts'

export const BLANK_NAMES: Readonly<Record<Blank, MessageDescriptor>> = {
  SAME: msg`one and the same actor`,
  NOT_COVERED: msg`not covered by any collection`,
  NOT_ENOUGH: msg`not enough data`,
  NO_BEFORE: msg`no score a year before`,
  NO_RETURN: msg`no score in the other direction`,
}

/** The number of a cell as printed: whole, with its sign where it is a difference. */
export function cellText(i18n: Texts, value: number, mode: MatrixMode): string {
  return mode === 'level' ? numberText(i18n.locale, value) : signedText(i18n.locale, value)
}

export function matrixFinding(i18n: Texts, grid: MatrixGrid, measure: Measure, mode: MatrixMode): string {
  const name = i18n._(MEASURE_NAMES[measure])
  const cell = strongestCell(grid)
  if (cell === null || cell.value === null) return i18n._(msg`${name}: no pair has a number to show`)
  const [source, target] = namesOf(i18n, cell)
  const score = numberText(i18n.locale, cell.score ?? 0)
  if (mode === 'level') return i18n._(msg`${name} is highest from ${source} toward ${target}: ${score}`)
  if (Math.abs(cell.value) < STEADY) {
    return mode === 'change'
      ? i18n._(msg`${name}: no pair moved by ${STEADY} points or more in a year`)
      : i18n._(msg`${name}: in no pair do the two directions differ by ${STEADY} points or more`)
  }
  const before = numberText(i18n.locale, cell.before ?? 0)
  const back = numberText(i18n.locale, cell.back ?? 0)
  if (mode === 'asymmetry') {
    return i18n._(msg`${name} is most one-sided between ${source} and ${target}: ${score} there, ${back} back`)
  }
  return cell.value > 0
    ? i18n._(msg`${name} moved most from ${source} toward ${target}: up in a year from ${before} to ${score}`)
    : i18n._(msg`${name} moved most from ${source} toward ${target}: down in a year from ${before} to ${score}`)
}

/** One cell read out: "Norland toward Sudria: tension 41, little evidence, up 6 in a year, 30 in the other direction, 18 events in the year". */
export function cellSentence(i18n: Texts, cell: MatrixCell, measure: Measure): string {
  const [source, target] = namesOf(i18n, cell)
  const who = i18n._(msg`${source} toward ${target}`)
  if (cell.blank === 'SAME') return `${who}: ${i18n._(BLANK_NAMES.SAME)}`
  const events = i18n._(msg`${plural(cell.n, { one: '# event in the year', other: '# events in the year' })}`)
  if (cell.score === null) return `${who}: ${[i18n._(BLANK_NAMES[cell.blank ?? 'NOT_ENOUGH']), events].join(', ')}`
  const score = numberText(i18n.locale, cell.score)
  const parts = [measure === 'tension' ? i18n._(msg`tension ${score}`) : i18n._(msg`engagement ${score}`)]
  if (cell.sparse) parts.push(i18n._(msg`little evidence`))
  parts.push(yearWords(i18n, cell.score, cell.before))
  const back = cell.back === null ? null : numberText(i18n.locale, cell.back)
  parts.push(back === null ? i18n._(BLANK_NAMES.NO_RETURN) : i18n._(msg`${back} in the other direction`))
  return `${who}: ${[...parts, events].join(', ')}`
}

function namesOf(i18n: Texts, { source, target }: MatrixCell): readonly [string, string] {
  return [isolated(i18n.locale, source.name), isolated(i18n.locale, target.name)]
}

function yearWords(i18n: Texts, score: number, before: number | null): string {
  if (before === null) return i18n._(BLANK_NAMES.NO_BEFORE)
  // The difference of the figures as printed, so that a listener's subtraction agrees.
  const change = Math.round(score) - Math.round(before)
  const size = numberText(i18n.locale, Math.abs(change))
  if (change === 0) return i18n._(msg`unchanged in a year`)
  return change > 0 ? i18n._(msg`up ${size} in a year`) : i18n._(msg`down ${size} in a year`)
}
