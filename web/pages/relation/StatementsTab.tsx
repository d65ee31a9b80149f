/** The Statements tab: the sentences behind the events, each with its source. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { listArguments } from '../../../server/figure/address/listArguments.ts'
import { StatementsDocument } from '../../../server/figure/generated/documents.ts'
import { StatementLine } from '../../ui/lines.tsx'
import { Empty } from '../../ui/states.tsx'
import { FamilyFilter } from './FamilyFilter.tsx'
import { Listed, ListPages, type PageProps } from './ListPages.tsx'
import type { RelationProps } from './relationProps.ts'

export function StatementsTab(props: RelationProps) {
  return (
    <>
      <FamilyFilter {...props} />
      <div className="statements">
        <ListPages {...props} page={Page} />
      </div>
    </>
  )
}

function Page({ relation, view, after, onMore }: PageProps) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({
    query: StatementsDocument,
    variables: listArguments(relation.slug, view, after),
  })
  return (
    <Listed
      list={data?.relation?.statements}
      error={error}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      after={after}
      onMore={onMore}
      empty={<Empty title={t`No statements`} why={t`Nothing in this range, direction and choice of families.`} />}
      count={(total) => t`${plural(total, { one: '# statement', other: '# statements' })}`}
      more={t`Show more statements`}
    >
      {(statements) => statements.map((statement) => <StatementLine key={statement.id} statement={statement} />)}
    </Listed>
  )
}
