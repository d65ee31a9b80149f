/** What is known to have happened, whether the scores show it, and how often they would show the same where nothing is known. */
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { type Checked, sumOf, type Verdict } from '../../../server/domain/explain/move.ts'
import type { MoveFragment } from '../../../server/figure/generated/documents.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'
import { numberText, rangeText, signedText } from '../../../server/figure/words/format.ts'
import { Named } from '../../ui/Named.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

const VERDICTS = {
  PASS: { mark: '✓', name: msg`shown` },
  FAIL: { mark: '✗', name: msg`not shown` },
  UNDECIDED: { mark: '?', name: msg`cannot be decided` },
} as const
const SENTENCES = {
  TENSION: { ROSE: msg`Tension rose`, FELL: msg`Tension fell` },
  ENGAGEMENT: { ROSE: msg`Engagement rose`, FELL: msg`Engagement fell` },
} as const

function percentText(locale: string, rate: number | null): string {
  return rate === null ? '–' : numberText(locale, 100 * rate)
}

interface Props {
  readonly rows: readonly (Checked & { readonly move: MoveFragment })[]
  /** The verdicts of another codebook, by code of the move, where they are compared. */
  readonly before?: ReadonlyMap<string, Verdict>
  /** What can be done to a move, where something can. */
  readonly actOn?: (move: MoveFragment) => ReactNode
}

/** How many there are of each verdict, and what a pass is worth. */
export function MovesSum({ rows }: Pick<Props, 'rows'>) {
  const { t, i18n } = useLingui()
  const { pass, fail, undecided, placebo } = sumOf(rows)
  const days = numberText(i18n.locale, placebo.n)
  const [rate, low, high] = [placebo.rate, placebo.low, placebo.high].map((share) => percentText(i18n.locale, share))
  return (
    <p className="moves-sum">
      <b>{t`${pass} shown, ${fail} not shown, ${undecided} cannot be decided.`}</b>{' '}
      {placebo.rate !== null &&
        t`On ${days} other pairs of days as far apart the same comparison finds the same in ${rate} % (80 % interval ${low} to ${high}).`}
    </p>
  )
}

export function MovesTable({ rows, before, actOn }: Props) {
  const { t, i18n } = useLingui()
  return (
    <ScrollRegion label={t`Known moves`} className="moves-scroll">
      <table className="moves">
        <thead>
          <tr>
            <th scope="col">{t`Relation`}</th>
            <th scope="col">{t`What is known`}</th>
            <th scope="col" className="number">{t`Change`}</th>
            <th scope="col">{t`In the scores`}</th>
            <th scope="col" className="number">{t`False alarms`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ move, verdict, change, placebo: own }) => {
            const n = own.rate === null ? null : Math.round(100 * own.rate)
            const [from, to] = [dayFrom(move.from), dayFrom(move.to)]
            const was = before?.get(move.code)
            return (
              <tr key={move.code} className={`verdict ${verdict.toLowerCase()}`}>
                <th scope="row">{move.relation ? <Named name={move.relation.name} /> : '–'}</th>
                <td>
                  {i18n._(SENTENCES[move.measure][move.sense])}{' '}
                  <span className="quiet">{from !== null && to !== null && rangeText(i18n.locale, from, to)}</span>
                  <details>
                    <summary>{t`Source`}</summary>
                    <p lang="en" dir="auto">
                      {move.note}
                    </p>
                    <p lang="en" dir="auto" className="quiet">
                      {move.source}
                    </p>
                    {actOn?.(move)}
                  </details>
                </td>
                <td className="number" data-label={t`Change`}>
                  {change === null ? '–' : signedText(i18n.locale, change, 1)}
                </td>
                <td data-label={t`In the scores`}>
                  <span aria-hidden="true">{VERDICTS[verdict].mark}</span> {i18n._(VERDICTS[verdict].name)}
                  {was !== undefined && was !== verdict && <b> {t`(was: ${i18n._(VERDICTS[was].name)})`}</b>}
                </td>
                <td className="number" data-label={t`False alarms`}>
                  {n === null ? '–' : t`${n} %`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
