/** The pinned relations, drawn anew at every step of a slider, their order by the last score, and another to pin. */
import { useLingui } from '@lingui/react/macro'
import { useCallback, useMemo, useRef } from 'react'
import type { LabQuery } from '../../../server/figure/generated/documents.ts'
import type { Measure } from '../../../server/figure/model/points.ts'
import { topOf } from '../../../server/figure/model/ticks.ts'
import { plainText } from '../../../server/figure/words/format.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Loading } from '../../ui/states.tsx'
import { type LabCodebook, lineOf, ranksOf, type Weights, weightsOf } from './Lab.rows.ts'
import { PinnedCard } from './PinnedCard.tsx'
import type { Prepared } from './usePrepared.ts'

export const MOST_PINS = 12

interface Props {
  readonly pins: readonly string[]
  /** By slug; what is missing is on its way. */
  readonly prepared: ReadonlyMap<string, Prepared>
  readonly failed: boolean
  readonly known: LabQuery['relations']['nodes']
  readonly base: LabCodebook
  readonly codebook: LabCodebook
  readonly weights: Weights
  readonly measure: Measure
  readonly year: string | null
  readonly onChange: (pins: readonly string[]) => void
}

export function Pins({ pins, prepared, failed, known, base, codebook, weights, measure, year, onChange }: Props) {
  const { t, i18n } = useLingui()
  const published = useMemo(() => {
    const own = weightsOf(base, [])[measure]
    return pins.flatMap((slug) => {
      const found = prepared.get(slug)
      return found ? [{ pinned: found.pinned, before: lineOf(found.was, own) }] : []
    })
  }, [pins, prepared, base, measure])
  const own = weights[measure]
  const rows = useMemo(() => published.map((row) => ({ ...row, after: lineOf(row.pinned, own) })), [published, own])
  const top = topOf(rows.reduce((most, { before, after }) => Math.max(most, highest(before), highest(after)), 0))
  const latest = useRef({ pins, onChange })
  latest.current = { pins, onChange }
  const unpin = useCallback((slug: string) => {
    const { current } = latest
    current.onChange(current.pins.filter((pin) => pin !== slug))
  }, [])
  const others = useMemo(() => known.filter(({ slug }) => !pins.includes(slug)), [known, pins])
  return (
    <>
      <ul>
        {rows.map((row) => (
          <PinnedCard
            key={row.pinned.slug}
            row={row}
            weights={weights}
            measure={measure}
            top={top}
            year={year}
            codebook={codebook}
            onUnpin={unpin}
          />
        ))}
      </ul>
      {rows.length < pins.length && !failed && <Loading height={160} />}
      {pins.length < MOST_PINS && others.length > 0 && (
        <Choice
          label={t`Pin another relation`}
          value=""
          options={[{ value: '', label: t`Choose …` }, ...others.map((r) => ({ value: r.slug, label: r.name }))]}
          onChange={(slug) => slug && onChange([...pins, slug])}
        />
      )}
      <h2>{t`Order by their last score`}</h2>
      <ol className="ranks">
        {ranksOf(rows).map((rank) => (
          <li key={rank.slug}>
            {rank.name} <span className="figure">{plainText(i18n.locale, Math.round(rank.after * 10) / 10)}</span>{' '}
            {rank.rankAfter !== rank.rankBefore && <b>{t`was ${rank.rankBefore}`}</b>}
          </li>
        ))}
      </ol>
    </>
  )
}

function highest(line: readonly (number | null)[]): number {
  return line.reduce<number>((most, value) => Math.max(most, value ?? 0), 0)
}
