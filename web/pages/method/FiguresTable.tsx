/** Figures of agreement, a row each, with their intervals; no number where there is too little to tell from. */
import { useLingui } from '@lingui/react/macro'
import { FEWEST_ITEMS, FEWEST_USES } from '../../../server/domain/agreement/interval.ts'
import type { FiguresFragment } from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

export interface FiguresRow {
  readonly name: string
  readonly figures: FiguresFragment
  /** Of a tag: the statements on which anybody chose it. Where no row says so, there is no such column. */
  readonly used?: number
}

interface TableProps {
  readonly caption: string
  readonly rows: readonly FiguresRow[]
}

export function FiguresTable({ caption, rows }: TableProps) {
  const { t } = useLingui()
  const byTag = rows.some(({ used }) => used !== undefined)
  return (
    <ScrollRegion label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Of what`}</th>
            <th scope="col" className="number">{t`Coded twice`}</th>
            {byTag && <th scope="col" className="number">{t`Tag chosen in`}</th>}
            <th scope="col" className="number">{t`Raw agreement`}</th>
            <th scope="col" className="number">{t`Krippendorff’s α`}</th>
            <th scope="col" className="number">{t`Cohen’s κ`}</th>
            <th scope="col" className="number">{t`Gwet’s AC1`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures, used }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{figures.n}</td>
              {byTag && <td className="number">{used}</td>}
              <Coefficients figures={figures} used={used} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

interface CoefficientsProps {
  readonly figures: FiguresFragment
  readonly used: number | undefined
}

/** The four cells of a row; one across all four says why there is no number. */
function Coefficients({ figures, used }: CoefficientsProps) {
  const { t, i18n } = useLingui()
  const { n, raw, alpha, kappa, ac1 } = figures
  const none = n < FEWEST_ITEMS ? t`too few` : used !== undefined && used < FEWEST_USES ? t`too rarely chosen` : null
  if (none !== null) {
    return (
      <td className="quiet" colSpan={4}>
        {none}
      </td>
    )
  }
  const two = (x: number) => numberText(i18n.locale, x, 2)
  const cell = (estimate: FiguresFragment['alpha']) => {
    if (estimate === null) return <span className="quiet">{t`not defined`}</span>
    const { value, low, high } = estimate
    return (
      <>
        <bdi>{two(value)}</bdi>{' '}
        {low !== null && high !== null && <span className="quiet">{t`${two(low)} to ${two(high)}`}</span>}
      </>
    )
  }
  return (
    <>
      <td className="number">{cell(raw)}</td>
      <td className="number">{cell(alpha)}</td>
      <td className="number">{cell(kappa)}</td>
      <td className="number">{cell(ac1)}</td>
    </>
  )
}
