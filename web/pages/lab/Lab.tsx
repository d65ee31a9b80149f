/**
 * The weight lab: move a tag's two weights and see the whole history of the pinned relations redraw. What is moved stands
 * in the URL and nowhere else until it is saved in a draft; what a draft differs by is held against the version it is of.
 */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { DraftDocument, LabDocument } from '../../../server/figure/generated/documents.ts'
import { useKept } from '../../data/useKept.ts'
import { useLabView } from '../../data/useView.ts'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import '../../styles/lab.css'
import { Bench } from './Bench.tsx'

export function Lab() {
  const { t } = useLingui()
  usePageTitle(t`Weight lab`)
  const [view, change] = useLabView()
  const { draft } = view
  const [{ data: saved, error: draftError }] = useQuery({
    query: DraftDocument,
    variables: { number: draft ?? 0 },
    pause: draft === null,
  })
  const version = draft === null ? view.base : `draft:${draft}`
  const [answer, ask] = useQuery({ query: LabDocument, variables: { version } })
  // Beginning or leaving a draft asks anew: the bench stays as it is until the answer is there.
  const data = useKept(answer.data, 'lab')
  const opened = useKept(saved?.draft, String(draft))
  if (answer.error) return <Failed whole error={answer.error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (draftError) return <Failed whole error={draftError} onRetry={() => change({ draft: null })} />
  if (!data || (draft !== null && !opened)) return <Loading height={900} />
  const { codebook } = data
  if (!codebook) {
    return <Empty whole title={t`No codebook is called ${view.base}`} why={t`It may be mistyped.`} />
  }
  return (
    <Bench base={opened?.base ?? codebook} codebook={codebook} data={data} draft={opened} view={view} change={change} />
  )
}
