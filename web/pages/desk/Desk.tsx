/** One document at the desk, once it and all that its coding needs are there. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import '../../styles/desk.css'
import { DeskDocument } from '../../../server/figure/generated/documents.ts'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { DeskTable } from './DeskTable.tsx'

export function Desk({ id }: { readonly id: string }) {
  const { t } = useLingui()
  const document = `Document:${id}`
  // What was kept a moment ago is not in any cache.
  const [{ data, error, fetching }, ask] = useQuery({
    query: DeskDocument,
    variables: { document },
    requestPolicy: 'network-only',
  })
  usePageTitle(data?.desk?.document.title ?? t`Desk`)
  if (error) return <Failed whole error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!data || (fetching && !data.desk)) return <Loading height={900} />
  const { desk, codebook, viewer } = data
  if (!desk || !codebook) {
    return (
      <Empty
        whole
        title={t`There is no such document`}
        why={t`It may have another number.`}
        action={<Link href="/desk">{t`All documents`}</Link>}
      />
    )
  }
  return (
    <DeskTable
      key={desk.document.id}
      desk={desk}
      tags={codebook.tags}
      actors={data.actors.nodes}
      decides={viewer?.role === 'EDITOR' || viewer?.role === 'ADMIN'}
    />
  )
}
