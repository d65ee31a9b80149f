/** What a figure was made from, printed under it: codebook, instant of the data, events, from when on it may still change. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { dayText } from '../charts/format.ts'
import { dayFrom } from '../charts/points.ts'

interface Props {
  readonly stamp: {
    readonly codebook: string
    readonly codebookHash: string
    readonly method: string
    /** Null: nothing was recorded yet. */
    readonly asOf: string | null
    readonly revision: number
  }
  /** Null where the figure does not count them. */
  readonly events: number | null
  readonly provisionalFrom: string | null
}

export function Stamp({ stamp, events, provisionalFrom }: Props) {
  const { t, i18n } = useLingui()
  const day = (text: string) => {
    const d = dayFrom(text.slice(0, 10))
    return d === null ? text : dayText(i18n.locale, d, 'short')
  }
  const asOf = stamp.asOf === null ? null : day(stamp.asOf)
  const from = provisionalFrom === null ? null : day(provisionalFrom)
  return (
    <p className="stamp">
      <span>
        {t`Codebook`} <Link href={`/method?w=${stamp.codebook}`}>{stamp.codebook}</Link>{' '}
        <code title={stamp.codebookHash}>{stamp.codebookHash.slice(0, 8)}</code>
      </span>
      <span>{asOf === null ? t`nothing recorded yet` : t`data as of ${asOf}, revision ${stamp.revision}`}</span>
      {events !== null && <span>{t`${plural(events, { one: '# counted event', other: '# counted events' })}`}</span>}
      <span>{from === null ? t`nothing provisional` : t`provisional from ${from}`}</span>
      <span>{t`method ${stamp.method}`}</span>
    </p>
  )
}
