/** What a figure was made from, in words: codebook, instant of the data, events, from when on it may still change. */
import { msg, plural } from '@lingui/core/macro'
import { dayFrom } from '../model/points.ts'
import { dayText } from './format.ts'
import type { Texts } from './texts.ts'

export interface StampValues {
  readonly codebook: string
  readonly codebookHash: string
  readonly method: string
  /** Null: nothing was recorded yet. */
  readonly asOf: string | null
  readonly revision: number
}

export interface StampProps {
  readonly stamp: StampValues
  /** Null where the figure does not count them. */
  readonly events: number | null
  readonly provisionalFrom: string | null
}

/** So much of a hash is printed. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8)
}

/** What follows the codebook, a phrase each. */
export function stampPhrases(i18n: Texts, { stamp, events, provisionalFrom }: StampProps): string[] {
  const day = (text: string) => {
    const found = dayFrom(text.slice(0, 10))
    return found === null ? text : dayText(i18n.locale, found, 'short')
  }
  const asOf = stamp.asOf === null ? null : day(stamp.asOf)
  const from = provisionalFrom === null ? null : day(provisionalFrom)
  return [
    asOf === null ? i18n._(msg`nothing recorded yet`) : i18n._(msg`data as of ${asOf}, revision ${stamp.revision}`),
    ...(events === null ? [] : [i18n._(msg`${plural(events, { one: '# counted event', other: '# counted events' })}`)]),
    from === null ? i18n._(msg`nothing provisional`) : i18n._(msg`provisional from ${from}`),
    i18n._(msg`method ${stamp.method}`),
  ]
}

/** The whole stamp in one line of plain text. */
export function stampLine(i18n: Texts, props: StampProps): string {
  const { codebook, codebookHash } = props.stamp
  return [`${i18n._(msg`Codebook`)} ${codebook} ${shortHash(codebookHash)}`, ...stampPhrases(i18n, props)].join(' · ')
}
