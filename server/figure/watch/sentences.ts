/** What the home page says of a row, wherever it is written. */
import { msg, plural } from '@lingui/core/macro'
import { hasScore } from '../model/points.ts'
import { signedText } from '../words/format.ts'
import { STEADY } from '../words/sentences.ts'
import type { Texts } from '../words/texts.ts'
import type { WatchIndex } from './rows.ts'

export const READING = msg`Change is against the month before; only a change of 3 points or more counts as a rise or a fall. An underlined number rests on little evidence: read it with care.`

/** A month against the one before: arrow and words, so that it is told without colour; or why there is nothing to tell. */
export type ChangeWords =
  | { readonly arrow: '→' | '↑' | '↓'; readonly words: string }
  | { readonly arrow: null; readonly words: string }

export function changeWords(i18n: Texts, { change, now }: WatchIndex): ChangeWords {
  if (!now || !hasScore(now)) return { arrow: null, words: i18n._(msg`No score in this month`) }
  if (change === null) return { arrow: null, words: i18n._(msg`No score in the month before to compare with`) }
  if (Math.abs(change) < STEADY) {
    return { arrow: '→', words: `${i18n._(msg`steady`)} (${signedText(i18n.locale, change, 1)})` }
  }
  const points = Math.round(Math.abs(change))
  const size = i18n._(msg`${plural(points, { one: '# point', other: '# points' })}`)
  return change > 0
    ? { arrow: '↑', words: i18n._(msg`rose ${size}`) }
    : { arrow: '↓', words: i18n._(msg`fell ${size}`) }
}

/** Why there is no number where one would stand. */
export function absentWords(i18n: Texts, { now }: WatchIndex): string {
  return now?.state === 'NOT_ENOUGH' ? i18n._(msg`not enough data`) : i18n._(msg`not covered`)
}
