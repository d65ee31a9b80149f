/** That a text is on record already, or much like another: so that nobody codes one report twice unawares. */
import { useLingui } from '@lingui/react/macro'
import { Link, useSearch } from 'wouter'
import { numberText } from '../../../server/figure/words/format.ts'
import type { DeskData } from './item.ts'

export function Alike({ resembling }: Pick<DeskData, 'resembling'>) {
  const { t, i18n } = useLingui()
  const known = new URLSearchParams(useSearch()).has('known')
  return (
    <>
      {known && <p className="notice">{t`This article is on record already. This is it: nothing was added.`}</p>}
      {resembling.map(({ document, resemblance }) => (
        <p key={document.id} className="notice">
          {t`${numberText(i18n.locale, 100 * resemblance)} % of the wording stands in another article too:`}{' '}
          <Link href={`/desk/${document.id.replace('Document:', '')}`} lang={document.language} dir="auto">
            {document.title}
          </Link>
          . {t`What both report is one event; copies of a wire count as one source.`}
        </p>
      ))}
    </>
  )
}
