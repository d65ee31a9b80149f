/** How it is measured whether two people code alike, how far they do, and what that does not cover. Only analysts see who. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { FEWEST_ITEMS, FEWEST_USES } from '../../../server/domain/agreement/interval.ts'
import { ReliabilityDocument } from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { FiguresTable } from './FiguresTable.tsx'

interface Props {
  readonly version: string
  readonly tags: readonly { readonly code: string; readonly label: string }[]
}

export function Reliability({ version, tags }: Props) {
  const { t, i18n } = useLingui()
  const [{ data }] = useQuery({ query: ReliabilityDocument, variables: { version } })
  const found = data?.codebook?.reliability
  const label = (code: string) => nameIn(i18n, tags.find((tag) => tag.code === code)?.label ?? code)
  const [fewest, uses] = [FEWEST_ITEMS, FEWEST_USES].map((n) => numberText(i18n.locale, n))
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
        {t`For a tag all statements coded twice count, those on which nobody chose it too: the question is whether it is this tag or another. A tag chosen in fewer than ${uses} of them has no figure.`}
      </p>
      {found && found.overall.n < FEWEST_ITEMS && (
        <p>{t`Coded twice so far: ${numberText(i18n.locale, found.overall.n)}.`}</p>
      )}
      {found && found.overall.n >= FEWEST_ITEMS && (
        <FiguresTable
          caption={t`By tag: this tag or another`}
          rows={[
            { name: t`All tags`, figures: found.overall },
            ...found.tags.map(({ tag, used, figures }) => ({ name: label(tag), used, figures })),
          ]}
        />
      )}
      {found && found.uncounted > 0 && (
        <p>
          {t`Coded under tags that were split or retired since, and not counted here: ${numberText(i18n.locale, found.uncounted)}.`}
        </p>
      )}
      <p>
        {t`A collection that comes coded is counted as it comes: nobody here has judged it a second time, and no such figure covers it. It can be left out under “More choices”.`}
      </p>
      <p>
        {t`Analysts also see them by pair of coders, and what is in dispute:`}{' '}
        <Link href={`/agreement?w=${version}`} hrefLang="en">{t`Agreement of coders`}</Link>
      </p>
    </>
  )
}
