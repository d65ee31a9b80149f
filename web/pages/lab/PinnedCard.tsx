/** One pinned relation: its line before and after, what its last score becomes, and what that score hangs on. */
import { useLingui } from '@lingui/react/macro'
import { memo, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { type ChartPoint, dayFrom, type Measure, pointsOf } from '../../../server/figure/model/points.ts'
import { numberText, plainText, rangeText, signedText } from '../../../server/figure/words/format.ts'
import { OverlayChart } from '../../charts/overlay/OverlayChart.tsx'
import { DayField } from '../../ui/DayField.tsx'
import {
  type LabCodebook,
  type Line,
  lastOf,
  leversOf,
  type Pinned,
  type PinnedRow,
  turningOf,
  type Weights,
} from './Lab.rows.ts'

interface Props {
  readonly row: PinnedRow
  readonly weights: Weights
  readonly measure: Measure
  readonly top: number
  /** The one that is drawn; null: all. The numbers beside the name are those of the last score of all. */
  readonly year: string | null
  readonly codebook: LabCodebook
  readonly onUnpin: (slug: string) => void
}

export const PinnedCard = memo(function PinnedCard({ row, weights, measure, top, year, codebook, onUnpin }: Props) {
  const { t, i18n } = useLingui()
  const [open, setOpen] = useState(false)
  const { pinned, before, after } = row
  const [was, is] = [lastOf(before), lastOf(after)]
  const frame = useMemo(() => frameOf(pinned, year), [pinned, year])
  const published = useMemo(() => filled(frame, before), [frame, before])
  const number = (value: number | null) => (value === null ? '–' : numberText(i18n.locale, value, 1))
  return (
    <li className="pinned">
      <h2>
        <Link href={`/r/${pinned.slug}`}>{pinned.name}</Link>
        <span className={`figure ${measure}`}>
          {was === null || is === null
            ? t`not enough data`
            : t`${number(was)} → ${number(is)} (${signedText(i18n.locale, is - was, 1)})`}
        </span>
        <button type="button" aria-label={t`Unpin ${pinned.name}`} onClick={() => onUnpin(pinned.slug)}>
          ×
        </button>
      </h2>
      <OverlayChart before={published} after={filled(frame, after)} measure={measure} top={top} locale={i18n.locale} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t`What it hangs on`}</summary>
        {/* Worked out where it is read: it takes longer than the line. */}
        {open && <Levers pinned={pinned} weights={weights} measure={measure} codebook={codebook} plain={plainText} />}
      </details>
    </li>
  )
})

interface LeverProps extends Pick<Props, 'weights' | 'measure' | 'codebook'> {
  readonly pinned: Pinned
  readonly plain: typeof plainText
}

function Levers({ pinned, weights, measure, codebook, plain }: LeverProps) {
  const { t, i18n } = useLingui()
  const label = (tag: number) => codebook.tags[tag]?.label ?? ''
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const turning = turningOf(pinned, weights[measure], { from: dayFrom(from ?? ''), to: dayFrom(to ?? '') })
  const span = turning && rangeText(i18n.locale, turning.from, turning.to)
  return (
    <>
      <p>{t`Points by which the last score moves when the weight moves by 1:`}</p>
      <ul>
        {leversOf(pinned).map(({ tag, points }) => (
          <li key={tag}>
            {label(tag)}: {numberText(i18n.locale, points, 2)}
          </li>
        ))}
      </ul>
      <div className="turning">
        <DayField
          key={`from ${from}`}
          label={t`Change from`}
          day={from}
          placeholder={t`the first score`}
          onChange={setFrom}
        />
        <DayField key={`to ${to}`} label={t`to`} day={to} placeholder={t`the last score`} onChange={setTo} />
      </div>
      <p>
        {turning === null
          ? t`There is no score on one of these days, or the second is not later.`
          : turning.turns.length === 0
            ? t`${span}: ${signedText(i18n.locale, turning.change, 1)}. No single weight would turn that round.`
            : t`${span}: ${signedText(i18n.locale, turning.change, 1)}. It would turn round if one of these weights alone were beyond:`}
      </p>
      <ul>
        {turning?.turns.map(({ tag, weight }) => (
          <li key={tag}>
            {label(tag)}: {plain(i18n.locale, weight)}{' '}
            <span className="quiet">{t`(now ${plain(i18n.locale, weights[measure][tag] ?? 0)})`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The listed days as points without values: all that a slider does not move. */
function frameOf({ days, scored }: Pinned, year: string | null): ChartPoint[] {
  const state = scored.map((has) => (has ? ('SCORED' as const) : ('NOT_ENOUGH' as const)))
  const points = pointsOf({ days, value: [], low: [], high: [], n: [], state, provisionalFrom: null }, 'WEEK')
  return points.filter(({ index }) => year === null || days[index]?.startsWith(year))
}

function filled(frame: readonly ChartPoint[], value: Line): ChartPoint[] {
  return frame.map((point, index) => ({ ...point, index, value: value[point.index] ?? null }))
}
