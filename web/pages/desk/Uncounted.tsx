/** Judgements under tags that were split or retired: by tag, with the statements to be judged again. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { AgreementQuery } from '../../../server/figure/generated/documents.ts'

type Judgements = AgreementQuery['agreement']['uncounted'][number]

interface Props {
  readonly uncounted: readonly Judgements[]
}

export function Uncounted({ uncounted }: Props) {
  const { t } = useLingui()
  const all = uncounted.reduce((sum, { judgements }) => sum + judgements, 0)
  if (all === 0) return null
  return (
    <>
      <h2>
        {t`${plural(all, { one: '# judgement', other: '# judgements' })} under tags that were split or retired do not count here`}
      </h2>
      <p className="quiet">
        {t`What a coder meant by them, only the coder can say. They stay in the report on the version they were made under; here a statement counts once it is judged again.`}
      </p>
      {uncounted.map((own) => (
        <OfTag key={`${own.codebook} ${own.tag}`} own={own} />
      ))}
    </>
  )
}

function OfTag({ own }: { readonly own: Judgements }) {
  const { t } = useLingui()
  const { label, codebook, because, judgements, statements } = own
  return (
    <details className="uncounted">
      <summary>
        <b>{label}</b> {because === 'SPLIT' ? t`of ${codebook}, split` : t`of ${codebook}, retired`}:{' '}
        {t`${plural(judgements, { one: '# judgement', other: '# judgements' })}`}
      </summary>
      {statements.length === 0 ? (
        <p className="quiet">{t`Which statements they are, their coders and editors see.`}</p>
      ) : (
        <ul>
          {statements.map((s) => (
            <li key={s.id}>
              {s.day}: <span dir="auto">{s.summary}</span>{' '}
              <Link href={`/desk/${s.document.id.replace('Document:', '')}`} className="quiet">
                {s.document.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
