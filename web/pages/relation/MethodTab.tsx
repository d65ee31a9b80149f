/** The Method tab: how a score of this relation comes about, from which data, and every weight of the codebook. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { CodebookPageDocument } from '../../../server/figure/generated/documents.ts'
import { Named } from '../../ui/Named.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { MethodWords } from '../method/MethodWords.tsx'
import { TagTable } from '../method/TagTable.tsx'
import type { RelationProps } from './relationProps.ts'

export function MethodTab({ relation, view }: RelationProps) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({ query: CodebookPageDocument, variables: { version: view.codebook } })
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!data) return <Loading height={900} />
  const { codebook } = data
  if (!codebook)
    return <Empty title={t`No codebook is called ${view.codebook}`} why={t`It may be a draft or mistyped.`} />
  return (
    <div className="prose">
      <p>
        <Link href={`/method?w=${codebook.version}`}>
          {t`The whole method, with worked numbers, coverage and what the scores do not mean`}
        </Link>
      </p>
      <MethodWords codebook={codebook} halfLife={view.halfLife ?? codebook.method.halfLifeDays} />
      <h2>{t`Where the data comes from`}</h2>
      <ul>
        {relation.coverage.map(({ collection }) => (
          <li key={collection.id}>
            {collection.url ? (
              <a href={collection.url} target="_blank" rel="noreferrer noopener">
                <Named name={collection.title} />
              </a>
            ) : (
              <Named name={collection.title} />
            )}
            : <bdi lang="en">{collection.citation}</bdi>
          </li>
        ))}
      </ul>
      <h2>
        {t`Codebook ${codebook.version}`} <code>{codebook.hash.slice(0, 12)}</code>
      </h2>
      <p dir="auto">{codebook.note}</p>
      <TagTable codebook={codebook} />
    </div>
  )
}
