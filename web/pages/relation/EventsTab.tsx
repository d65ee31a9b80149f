/** The Events tab: what happened, a page at a time. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { listArguments } from '../../../server/figure/address/listArguments.ts'
import { EventsDocument, type EventsQuery } from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { TagChip, When, Who } from '../../ui/lines.tsx'
import { Named } from '../../ui/Named.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Empty } from '../../ui/states.tsx'
import { FamilyFilter } from './FamilyFilter.tsx'
import { Listed, ListPages, type PageProps } from './ListPages.tsx'
import type { RelationProps } from './relationProps.ts'

export function EventsTab(props: RelationProps) {
  const { t } = useLingui()
  return (
    <>
      <FamilyFilter {...props} />
      <ScrollRegion label={t`Events`}>
        <ListPages {...props} page={Page} />
      </ScrollRegion>
    </>
  )
}

function Page({ relation, view, after, onMore }: PageProps) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({
    query: EventsDocument,
    variables: listArguments(relation.slug, view, after),
  })
  return (
    <Listed
      list={data?.relation?.events}
      error={error}
      onRetry={() => ask({ requestPolicy: 'network-only' })}
      after={after}
      onMore={onMore}
      empty={<Empty title={t`No events`} why={t`Nothing in this range, direction and choice of families.`} />}
      count={(total) => t`${plural(total, { one: '# event', other: '# events' })}`}
      more={t`Show more events`}
    >
      {(events) => <Rows events={events} further={after !== null} />}
    </Listed>
  )
}

type Event = NonNullable<EventsQuery['relation']>['events']['nodes'][number]

function Rows({ events, further }: { readonly events: readonly Event[]; readonly further: boolean }) {
  const { t, i18n } = useLingui()
  return (
    <table className={further ? 'events further' : 'events'}>
      <thead className={further ? 'unseen' : ''}>
        <tr>
          <th scope="col">{t`Day`}</th>
          <th scope="col">{t`Who toward whom`}</th>
          <th scope="col">{t`What`}</th>
          <th scope="col" className="number">{t`Belief`}</th>
          <th scope="col">{t`Known from`}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
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
            <td>
              <Named name={event.collection.title} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
