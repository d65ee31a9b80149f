/** How it is measured whether two people code alike, and what that does not cover. The figures name coders: analysts have them. */
import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { FEWEST_ITEMS } from '../../server/domain/agreement.interval.ts'
import { numberText } from '../charts/format.ts'

export function Reliability({ version }: { readonly version: string }) {
  const { t, i18n } = useLingui()
  const fewest = numberText(i18n.locale, FEWEST_ITEMS)
  return (
    <>
      <h2>{t`How reliable the coding is`}</h2>
      <p>
        {t`A statement coded by hand can be judged a second time by another person, who does not see the first tag. Where the two differ, an editor decides and writes the reason.`}
      </p>
      <p>
        {t`How far coders agree is measured for all tags and for each: the share of pairs that agree, and three coefficients that take off what chance alone would give (Krippendorff’s α, Cohen’s κ, Gwet’s AC1), each with its 95 % interval. Under ${fewest} statements coded twice there is no figure: they are too few.`}
      </p>
      <p>
        {t`A collection that comes coded is counted as it comes: nobody here has judged it a second time, and no such figure covers it. It can be left out under “More choices”.`}
      </p>
      <p>
        {t`The figures tell coders apart and are open to analysts:`}{' '}
        <Link href={`/agreement?w=${version}`} hrefLang="en">{t`Agreement of coders`}</Link>
      </p>
    </>
  )
}
