/** How it runs: is it ready, how fast does it answer, what was imported, and what the record is made of. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { Link } from 'wouter'
import { RunningDocument } from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { type Figures, figuresOf } from './metrics.ts'
import { Screen, When } from './Screen.tsx'

const AGAIN_MS = 5000

export function Running() {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({ query: RunningDocument, requestPolicy: 'network-only' })
  const again = () => ask({ requestPolicy: 'network-only' })
  return (
    <Screen title={t`Health and sources`}>
      <Health />
      {error ? (
        <Failed error={error} onRetry={again} action={<Link href="/sign-in">{t`Sign in`}</Link>} />
      ) : !data ? (
        <Loading height={400} />
      ) : (
        <>
          <h2>{t`Sources`}</h2>
          <ScrollRegion label={t`Sources`}>
            <table className="records">
              <thead>
                <tr>
                  <th scope="col">{t`Code`}</th>
                  <th scope="col">{t`Title`}</th>
                  <th scope="col">{t`What it is`}</th>
                  <th scope="col">{t`Days covered`}</th>
                  <th scope="col">{t`Licence`}</th>
                </tr>
              </thead>
              <tbody>
                {data.collections.map(({ id, code, title, kind, from, to, licence, url }) => (
                  <tr key={id}>
                    <td>
                      <code>{code}</code>
                    </td>
                    <th scope="row">
                      {url ? (
                        <a href={url} target="_blank" rel="noreferrer noopener">
                          {title}
                        </a>
                      ) : (
                        title
                      )}
                    </th>
                    <td>{kind === 'ARTICLES' ? t`articles` : t`data set`}</td>
                    <td className="day">
                      {from && to ? t`${from} to ${to}` : <span className="quiet">{t`those with a statement`}</span>}
                    </td>
                    <td>{licence ?? <span className="quiet">{t`not known`}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          <p>
            <Link href="/method">{t`Which days of each relation they cover`}</Link>
          </p>
          <h2>{t`Imports, and what else changed many things at once`}</h2>
          <ol className="audit">
            {data.audit.nodes.map((entry) => (
              <li key={entry.number}>
                <b>{entry.action}</b> · {entry.by}{' '}
                <span className="quiet">
                  ({entry.via}) · <When at={entry.at} />
                  {entry.revision !== null && <> · {t`revision ${entry.revision}`}</>}
                </span>
              </li>
            ))}
          </ol>
          <p>
            <Link href="/audit?of=Record">{t`All of them, in the audit`}</Link> ·{' '}
            {t`Files of events come in on the server:`} <code>npm run import -- icews|gdelt|csv FILE</code>.{' '}
            <Link href="/codings">{t`Codings come in by page`}</Link>
          </p>
        </>
      )}
    </Screen>
  )
}

/** null: the server tells nobody here, or was not reached. */
interface Heard {
  readonly ready: boolean
  readonly figures: Figures | null
}

function Health() {
  const { t, i18n } = useLingui()
  const [heard, setHeard] = useState<Heard | null>(null)
  useEffect(() => {
    let gone = false
    const listen = async () => {
      const now = await hear()
      if (!gone) setHeard(now)
    }
    void listen()
    const timer = setInterval(() => void listen(), AGAIN_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [])
  if (heard === null) return <Loading height={120} />
  const { ready, figures } = heard
  const number = (value: number | null, digits = 0) => (value === null ? '–' : numberText(i18n.locale, value, digits))
  const errors = figures?.errors.map(({ code, n }) => `${code} ${n}`).join(' · ') ?? ''
  return (
    <section aria-label={t`Health`}>
      <p className={ready ? '' : 'notice'}>
        <b>{ready ? t`It answers.` : t`It does not answer, or is stopping.`}</b>{' '}
        {figures?.startedAt != null && (
          <>
            {t`Running since`} <When at={new Date(figures.startedAt).toISOString()} />.
          </>
        )}
      </p>
      {figures ? (
        <dl className="figures">
          <div>
            <dt>{t`Operations answered`}</dt>
            <dd>{number(figures.answered)}</dd>
          </div>
          <div>
            <dt>{t`Half of them within`}</dt>
            <dd>{t`${number(figures.took.median, 1)} ms`}</dd>
          </div>
          <div>
            <dt>{t`99 of 100 within`}</dt>
            <dd>{t`${number(figures.took.p99, 1)} ms`}</dd>
          </div>
          <div>
            <dt>{t`Unchanged, sent as 304`}</dt>
            <dd>{number(figures.unchanged)}</dd>
          </div>
          <div>
            <dt>{t`Memory`}</dt>
            <dd>{t`${number(figures.memoryBytes === null ? null : figures.memoryBytes / 1e6)} MB`}</dd>
          </div>
          <div>
            <dt>{t`Waiting for the processor, 99 of 100`}</dt>
            <dd>{t`${number(figures.lagMs.p99, 1)} ms`}</dd>
          </div>
          <div>
            <dt>{t`Revision of the data`}</dt>
            <dd>{number(figures.revision)}</dd>
          </div>
          <div className="wide">
            <dt>{t`Errors answered, by code`}</dt>
            <dd>{errors === '' ? t`none` : errors}</dd>
          </div>
        </dl>
      ) : (
        <p className="quiet">{t`Its figures are for admins.`}</p>
      )}
      <p className="quiet">
        {t`Counted since it started, and read again every five seconds. All of them, for Prometheus:`}{' '}
        <a href="/metrics">/metrics</a>
      </p>
    </section>
  )
}

async function hear(): Promise<Heard> {
  try {
    const [ready, metrics] = await Promise.all([fetch('/readyz'), fetch('/metrics')])
    return { ready: ready.ok, figures: metrics.ok ? figuresOf(await metrics.text()) : null }
  } catch {
    return { ready: false, figures: null }
  }
}
