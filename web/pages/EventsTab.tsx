/** The Events tab: what happened, a page at a time. Each page asks for itself, so that earlier ones stay as they are. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useQuery } from 'urql'
import { numberText } from '../charts/format.ts'
import { EventsDocument } from '../data/generated/documents.ts'
import { listArguments } from '../data/listArguments.ts'
import { TagChip, When, Who } from '../ui/lines.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { FamilyFilter } from './FamilyFilter.tsx'
import type { RelationProps } from './Relation.tsx'

export function EventsTab(props: RelationProps) {
  const { t } = useLingui()
  return (
    <>
      <FamilyFilter {...props} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={t`Events`}>
        <Pages key={JSON.stringify(listArguments('', props.view, null))} {...props} />
      </section>
    </>
  )
}

function Pages(props: RelationProps) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  return (
    <>
      {cursors.map((after, i) => (
        <Page
          key={after ?? ''}
          {...props}
          after={after}
          onMore={i === cursors.length - 1 ? (end) => setCursors([...cursors, end]) : null}
        />
      ))}
    </>
  )
}

interface PageProps extends RelationProps {
  readonly after: string | null
  readonly onMore: ((endCursor: string) => void) | null
}

function Page({ relation, view, after, onMore }: PageProps) {
  const { t, i18n } = useLingui()
  const [{ data, error }, ask] = useQuery({
    query: EventsDocument,
    variables: listArguments(relation.slug, view, after),
  })
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  const events = data?.relation?.events
  if (!events) return <Loading height={320} />
  if (events.nodes.length === 0 && after === null) {
    return <Empty title={t`No events`} why={t`Nothing in this range, direction and choice of families.`} />
  }
  const end = events.pageInfo.hasNextPage ? events.pageInfo.endCursor : null
  return (
    <>
      {after === null && (
        <p className="quiet">{t`${plural(events.totalCount, { one: '# event', other: '# events' })}`}</p>
      )}
      <table className={after === null ? 'events' : 'events further'}>
        <thead className={after === null ? '' : 'unseen'}>
          <tr>
            <th scope="col">{t`Day`}</th>
            <th scope="col">{t`Who toward whom`}</th>
            <th scope="col">{t`What`}</th>
            <th scope="col" className="number">{t`Belief`}</th>
            <th scope="col">{t`Known from`}</th>
          </tr>
        </thead>
        <tbody>
          {events.nodes.map((event) => (
            <tr key={event.id}>
              <td>
                <When {...event} />
              </td>
              <td>
                <Who {...event} />
              </td>
              <td>
                <TagChip tag={event.tag} />
              </td>
              <td className="number" data-label={t`Belief`}>
                {numberText(i18n.locale, event.quality, 2)}
              </td>
              <td>{event.collection.title}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {onMore && end && <button type="button" onClick={() => onMore(end)}>{t`Show more events`}</button>}
    </>
  )
}
