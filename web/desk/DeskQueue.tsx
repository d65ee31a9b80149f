/** What waits at the desk, and where a new article comes in. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import '../styles/desk.css'
import { DeskQueueDocument } from '../data/generated/documents.ts'
import { Ways } from '../pages/admin/Screen.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { usePageTitle } from '../ui/usePageTitle.ts'
import { Intake } from './Intake.tsx'

export function DeskQueue() {
  const { t } = useLingui()
  usePageTitle(t`Desk`)
  const [{ data, error }, ask] = useQuery({ query: DeskQueueDocument, requestPolicy: 'cache-and-network' })
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
  if (error) return <Failed whole error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  return (
    <>
      <Ways />
      <h1>{t`Desk`}</h1>
      <Intake />
      <h2>{t`Documents`}</h2>
      {!data ? (
        <Loading height={200} />
      ) : data.deskQueue.length === 0 ? (
        <Empty title={t`Nothing waits`} why={t`Paste the first article above.`} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="scroll" tabIndex={0} aria-label={t`Documents`}>
          <table className="desk-queue">
            <thead>
              <tr>
                <th scope="col">{t`Title`}</th>
                <th scope="col">{t`Outlet`}</th>
                <th scope="col">{t`Published`}</th>
                <th scope="col" className="number">{t`Settled`}</th>
                <th scope="col">{t`Your work`}</th>
              </tr>
            </thead>
            <tbody>
              {data.deskQueue.map(({ document, settled, unsettled, changedAt }) => (
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
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
