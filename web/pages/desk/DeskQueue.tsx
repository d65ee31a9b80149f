/** What waits at the desk, and where a new article comes in. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { Link, useLocation, useSearch } from 'wouter'
import '../../styles/desk.css'
import { DeskQueueDocument } from '../../../server/figure/generated/documents.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { mayEdit, Ways } from '../admin/Screen.tsx'
import { InHand } from './InHand.tsx'
import { Intake } from './Intake.tsx'
import { QueueFilter, type Sought, soughtIn } from './QueueFilter.tsx'

/** As many as the server lists. */
const MOST_LISTED = 100

export function DeskQueue() {
  const { t } = useLingui()
  usePageTitle(t`Desk`)
  const [, navigate] = useLocation()
  const sought = soughtIn(useSearch())
  const [{ data, error }, ask] = useQuery({
    query: DeskQueueDocument,
    variables: sought,
    requestPolicy: 'cache-and-network',
  })
  const again = () => ask({ requestPolicy: 'network-only' })
  const go = ({ search, whose }: Sought) => {
    const given = Object.entries({ q: search, of: whose === 'ALL' ? '' : whose.toLowerCase() })
    const query = new URLSearchParams(given.filter(([, value]) => value !== '')).toString()
    navigate(query === '' ? '/desk' : `/desk?${query}`)
  }
  const narrowed = sought.search !== '' || sought.whose !== 'ALL'
  const stranger = error?.graphQLErrors.some((e) =>
    ['UNAUTHENTICATED', 'FORBIDDEN'].includes(String(e.extensions.code)),
  )
  if (error && stranger) {
    return (
      <Empty
        whole
        title={t`The desk is for analysts`}
        why={t`Here articles are read and their statements coded.`}
        action={<Link href="/sign-in">{t`Sign in`}</Link>}
      />
    )
  }
  if (error) return <Failed whole error={error} onRetry={again} />
  return (
    <>
      <Ways />
      <h1>{t`Desk`}</h1>
      <Intake />
      <h2>{t`Documents`}</h2>
      <QueueFilter key={sought.search} {...sought} onChange={go} />
      {!data ? (
        <Loading height={200} />
      ) : data.deskQueue.length === 0 ? (
        <Empty
          title={t`Nothing waits`}
          why={narrowed ? t`Nothing is called so, or is in such hands.` : t`Paste the first article above.`}
        />
      ) : (
        <ScrollRegion label={t`Documents`}>
          <table className="desk-queue">
            <thead>
              <tr>
                <th scope="col">{t`Title`}</th>
                <th scope="col">{t`Outlet`}</th>
                <th scope="col">{t`Published`}</th>
                <th scope="col" className="number">{t`Settled`}</th>
                <th scope="col">{t`Your work`}</th>
                <th scope="col">{t`In hand`}</th>
              </tr>
            </thead>
            <tbody>
              {data.deskQueue.map(({ document, settled, unsettled, changedAt, holder }) => (
                <tr key={document.id}>
                  <th scope="row">
                    <Link href={`/desk/${document.id.replace('Document:', '')}`} lang={document.language} dir="auto">
                      {document.title}
                    </Link>
                  </th>
                  <td>{document.outlet?.name ?? <span className="quiet">{t`not known`}</span>}</td>
                  <td>{document.published ?? <span className="quiet">{t`not known`}</span>}</td>
                  <td className="number">
                    {settled}
                    {unsettled > 0 && <> {t`(${plural(unsettled, { one: '# waits', other: '# wait' })})`}</>}
                  </td>
                  <td>{changedAt === null ? <span className="quiet">{t`not begun`}</span> : t`begun`}</td>
                  <td>
                    <InHand
                      document={document.id}
                      title={document.title}
                      holder={holder}
                      own={data.viewer?.name ?? ''}
                      editor={mayEdit(data.viewer?.role)}
                      onMoved={again}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.deskQueue.length === MOST_LISTED && (
            <p className="quiet">{t`The newest ${MOST_LISTED}: look for a title to find older ones.`}</p>
          )}
        </ScrollRegion>
      )}
    </>
  )
}
