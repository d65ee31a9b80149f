/** Every tag of a codebook with its two weights, by family: what it means, and why it weighs what it weighs. */
import { useLingui } from '@lingui/react/macro'
import { numberText } from '../../../server/figure/words/format.ts'
import { QUAD_NAMES, QUADS_LISTED } from '../../ui/families.ts'
import { Named } from '../../ui/Named.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import type { CodebookShown } from './MethodWords.tsx'

export function TagTable({ codebook }: { readonly codebook: CodebookShown }) {
  const { t, i18n } = useLingui()
  return (
    <ScrollRegion label={t`Tags and weights`}>
      <table className="weights">
        <thead>
          <tr>
            <th scope="col">{t`Tag`}</th>
            <th scope="col" className="number">{t`Tension`}</th>
            <th scope="col" className="number">{t`Engagement`}</th>
            <th scope="col">{t`What it means`}</th>
            <th scope="col">{t`Why these weights`}</th>
          </tr>
        </thead>
        {QUADS_LISTED.map((quad) => {
          const tags = codebook.tags.filter((tag) => tag.quad === quad)
          if (tags.length === 0) return null
          return (
            <tbody key={quad}>
              <tr>
                <th scope="rowgroup" colSpan={5} className="family">
                  {i18n._(QUAD_NAMES[quad])}
                </th>
              </tr>
              {tags.map((tag) => (
                <tr key={tag.code}>
                  <th scope="row">
                    <Named name={tag.label} />
                  </th>
                  <td className="number">{numberText(i18n.locale, tag.tension, 1)}</td>
                  <td className="number">{numberText(i18n.locale, tag.engagement, 1)}</td>
                  <td lang="en" dir="auto">
                    {tag.definition}
                  </td>
                  <td lang="en" dir="auto" className="quiet">
                    {tag.reason}
                  </td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </ScrollRegion>
  )
}
