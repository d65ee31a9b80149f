/** The Statements tab: the sentences behind the events, each with its source. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useQuery } from 'urql'
import { StatementsDocument } from '../data/generated/documents.ts'
import { listArguments } from '../data/listArguments.ts'
import { StatementLine } from '../ui/lines.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { FamilyFilter } from './FamilyFilter.tsx'
import type { RelationProps } from './Relation.tsx'

export function StatementsTab(props: RelationProps) {
  return (
    <>
      <FamilyFilter {...props} />
      <Pages key={JSON.stringify(listArguments('', props.view, null))} {...props} />
    </>
  )
}

function Pages(props: RelationProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  return (
    <div className="statements">
      {cursors.map((after, i) => (
        <Page
          key={after ?? ''}
          {...props}
          after={after}
          onMore={i === cursors.length - 1 ? (end) => setCursors([...cursors, end]) : null}
        />
      ))}
    </div>
  )
}

interface PageProps extends RelationProps {
  readonly after: string | null
  readonly onMore: ((endCursor: string) => void) | null
}

function Page({ relation, view, after, onMore }: PageProps) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({
    query: StatementsDocument,
    variables: listArguments(relation.slug, view, after),
  })
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  const statements = data?.relation?.statements
  if (!statements) return <Loading height={320} />
  if (statements.nodes.length === 0 && after === null) {
    return <Empty title={t`No statements`} why={t`Nothing in this range, direction and choice of families.`} />
  }
  const end = statements.pageInfo.hasNextPage ? statements.pageInfo.endCursor : null
  return (
    <>
      {after === null && (
        <p className="quiet">{t`${plural(statements.totalCount, { one: '# statement', other: '# statements' })}`}</p>
      )}
      {statements.nodes.map((statement) => (
        <StatementLine key={statement.id} statement={statement} />
      ))}
      {onMore && end && <button type="button" onClick={() => onMore(end)}>{t`Show more statements`}</button>}
    </>
  )
}
