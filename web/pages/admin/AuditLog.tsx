/** Who changed what: filtered by person and by what was changed, each with what it was before, to be taken back. */
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { Link, useLocation, useSearch } from 'wouter'
import {
  AuditPageDocument,
  type AuditPageQuery,
  RevertChangeDocument,
} from '../../../server/figure/generated/documents.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { changedFields, gistOf } from './AuditLog.rows.ts'
import { Faults, faultsOf, Screen, When } from './Screen.tsx'

type Entry = AuditPageQuery['audit']['nodes'][number]
const NOUNS = ['Statement', 'Event', 'Coding', 'Document', 'Codebook', 'Draft', 'Actor', 'Relation', 'Tenure']
const BESIDE = ['User', 'Invitation', 'Token', 'Session', 'Record']
const PAGE = 50

export function AuditLog() {
  const { t } = useLingui()
  const id = useId()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const [by, noun, after] = [search.get('by'), search.get('of'), search.get('after')]
  const [name, setName] = useState(by ?? '')
  const variables = { first: PAGE, after, by, noun }
  const [{ data, error }, ask] = useQuery({ query: AuditPageDocument, variables, requestPolicy: 'network-only' })
  const again = () => ask({ requestPolicy: 'network-only' })
  const go = (next: Readonly<Record<string, string | null>>) => {
    const asked = Object.entries({ by, of: noun, after: null, ...next }).filter(([, v]) => v !== null && v !== '')
    const query = new URLSearchParams(asked as [string, string][]).toString()
    navigate(query === '' ? '/audit' : `/audit?${query}`)
  }
  if (error)
    return (
      <Screen title={t`Audit`}>
        <Failed error={error} onRetry={again} action={<Link href="/sign-in">{t`Sign in`}</Link>} />
      </Screen>
    )
  const end = data?.audit.pageInfo.hasNextPage ? data.audit.pageInfo.endCursor : null
  return (
    <Screen title={t`Audit`}>
      <p className="lede">
        {t`Every change of data, accounts and drafts, newest first. Entries are never changed. What is taken back is a change of its own.`}
      </p>
      <form
        className="admin-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          go({ by: name.trim() })
        }}
      >
        <Choice
          label={t`What was changed`}
          value={noun ?? ''}
          options={[
            { value: '', label: t`anything` },
            ...[...NOUNS, ...BESIDE].map((n) => ({ value: n, label: n.toLowerCase() })),
          ]}
          onChange={(next) => go({ of: next })}
        />
        <div className="choice">
          <label htmlFor={`${id}-by`}>{t`By whom`}</label>
          <input
            id={`${id}-by`}
            type="text"
            autoComplete="off"
            placeholder={t`anybody`}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <button type="submit">{t`Show`}</button>
      </form>
      {!data ? (
        <Loading height={600} />
      ) : data.audit.nodes.length === 0 ? (
        <Empty title={t`No changes`} why={t`Nothing was changed by them, or in what you chose.`} />
      ) : (
        <>
          <p className="quiet" role="status">
            {t`${plural(data.audit.totalCount, { one: '# change', other: '# changes' })}`}
          </p>
          <ol className="audit">
            {data.audit.nodes.map((entry) => (
              <AuditEntry key={entry.number} entry={entry} onReverted={again} />
            ))}
          </ol>
          {end !== null && (
            <button type="button" onClick={() => go({ after: end })}>
              {t`Older changes`}
            </button>
          )}
        </>
      )}
    </Screen>
  )
}

function AuditEntry({ entry, onReverted }: { readonly entry: Entry; readonly onReverted: () => void }) {
  const { t } = useLingui()
  const id = useId()
  const [, revert] = useMutation(RevertChangeDocument)
  const [reason, setReason] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const fields = changedFields(entry.before, entry.after)
  const gist = gistOf(entry.before, entry.after)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await revert({ entry: entry.number, reason: reason ?? '' })
    const done = answer.data?.revertChange
    setFaults(done?.entry ? [] : faultsOf(answer, done?.userErrors))
    if (!done?.entry) return
    setReason(null)
    onReverted()
  }
  return (
    <li>
      <p>
        <b>{entry.action}</b> {entry.noun.toLowerCase()} {entry.key}
        {gist !== null && (
          <>
            {' '}
            “<span dir="auto">{gist}</span>”
          </>
        )}{' '}
        · {entry.by}{' '}
        <span className="quiet">
          ({entry.via}) · <When at={entry.at} />
          {entry.revision !== null && <> · {t`revision ${entry.revision}`}</>}
        </span>
      </p>
      {fields.length > 0 && (
        <details>
          <summary>{t`${plural(fields.length, { one: '# field', other: '# fields' })}`}</summary>
          <dl>
            {fields.map(({ name, before, after }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {before !== null && <del dir="auto">{before}</del>} {after !== null && <ins dir="auto">{after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {entry.revertible &&
        (reason === null ? (
          <button type="button" aria-label={t`Take back change ${entry.number}`} onClick={() => setReason('')}>
            {t`Take back …`}
          </button>
        ) : (
          <form className="admin-form" onSubmit={submit}>
            <div className="choice">
              <label htmlFor={`${id}-why`}>{t`Why it is taken back`}</label>
              <input
                id={`${id}-why`}
                type="text"
                required
                autoComplete="off"
                // biome-ignore lint/a11y/noAutofocus: it was opened to be filled in
                autoFocus
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </div>
            <button type="submit">{t`Take it back`}</button>
            <button type="button" onClick={() => setReason(null)}>
              {t`Leave it`}
            </button>
          </form>
        ))}
      <Faults faults={faults} />
    </li>
  )
}
