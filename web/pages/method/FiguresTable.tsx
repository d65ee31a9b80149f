/** Figures of agreement, a row each, with their intervals; no number where there are too few to tell from. */
import { useLingui } from '@lingui/react/macro'
import { FEWEST_ITEMS } from '../../../server/domain/agreement/interval.ts'
import type { FiguresFragment } from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'

interface TableProps {
  readonly caption: string
  readonly rows: readonly { readonly name: string; readonly figures: FiguresFragment }[]
}

export function FiguresTable({ caption, rows }: TableProps) {
  const { t, i18n } = useLingui()
  const cell = (estimate: FiguresFragment['alpha'], n: number) => {
    if (estimate === null) return <span className="quiet">{n < FEWEST_ITEMS ? t`too few` : t`not defined`}</span>
    const two = (x: number) => numberText(i18n.locale, x, 2)
    const { value, low, high } = estimate
    return (
      <>
        {two(value)} {low !== null && high !== null && <span className="quiet">{t`${two(low)} to ${two(high)}`}</span>}
      </>
    )
  }
  return (
    <ScrollRegion label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Of what`}</th>
            <th scope="col" className="number">{t`Coded twice`}</th>
            <th scope="col" className="number">{t`Raw agreement`}</th>
            <th scope="col" className="number">{t`Krippendorff’s α`}</th>
            <th scope="col" className="number">{t`Cohen’s κ`}</th>
            <th scope="col" className="number">{t`Gwet’s AC1`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{figures.n}</td>
              <td className="number">{cell(figures.raw, figures.n)}</td>
              <td className="number">{cell(figures.alpha, figures.n)}</td>
              <td className="number">{cell(figures.kappa, figures.n)}</td>
              <td className="number">{cell(figures.ac1, figures.n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
