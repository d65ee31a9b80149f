/** Whoever is signed in: signing out, and tokens, which programs show instead of a password. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { Link, useLocation } from 'wouter'
import {
  AccountDocument,
  type AccountQuery,
  CreateTokenDocument,
  RevokeTokenDocument,
  SignOutDocument,
} from '../../../server/figure/generated/documents.ts'
import { Choice } from '../../ui/Choice.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { RoleChoice, type RoleName } from './RoleChoice.tsx'
import { Faults, faultsOf, Screen, When } from './Screen.tsx'

type Viewer = NonNullable<AccountQuery['viewer']>
type Life = '30' | '365' | 'open'
const DAY_MS = 86_400_000

export function Account() {
  const { t } = useLingui()
  const [, navigate] = useLocation()
  const [{ data, error }, ask] = useQuery({ query: AccountDocument, requestPolicy: 'network-only' })
  const [, signOut] = useMutation(SignOutDocument)
  const again = () => ask({ requestPolicy: 'network-only' })
  const leave = async () => {
    await signOut({})
    // What was read as somebody is not kept for the next.
    navigate('/sign-in')
    window.location.reload()
  }
  if (error)
    return (
      <Screen title={t`Your account`}>
        <Failed error={error} onRetry={again} />
      </Screen>
    )
  if (!data) return <Loading height={400} />
  const { viewer } = data
  if (viewer === null) {
    return (
      <Empty
        whole
        title={t`Nobody is signed in`}
        why={t`Reading needs no account.`}
        action={<Link href="/sign-in">{t`Sign in`}</Link>}
      />
    )
  }
  return (
    <Screen title={t`Your account`}>
      <p>
        {t`Signed in as ${viewer.name}, ${viewer.role.toLowerCase()}.`}{' '}
        <button type="button" onClick={() => void leave()}>
          {t`Sign out`}
        </button>
      </p>
      <h2>{t`Tokens for programs`}</h2>
      <NewToken own={viewer.role} onMade={again} />
      <Tokens tokens={viewer.tokens} onRevoked={again} />
    </Screen>
  )
}

function NewToken({ own, onMade }: { readonly own: RoleName; readonly onMade: () => void }) {
  const { t } = useLingui()
  const id = useId()
  const [, create] = useMutation(CreateTokenDocument)
  const [label, setLabel] = useState('')
  const [role, setRole] = useState<RoleName>('VIEWER')
  const [readOnly, setReadOnly] = useState(true)
  const [life, setLife] = useState<Life>('365')
  const [secret, setSecret] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const expiresAt = life === 'open' ? null : new Date(Date.now() + Number(life) * DAY_MS).toISOString()
    const answer = await create({ label: label.trim(), role, readOnly, expiresAt })
    const made = answer.data?.createToken
    setSecret(made?.issued?.secret ?? null)
    setFaults(made?.issued ? [] : faultsOf(answer, made?.userErrors))
    if (made?.issued) onMade()
  }
  return (
    <>
      <form className="admin-form" onSubmit={submit}>
        <div className="choice">
          <label htmlFor={`${id}-label`}>{t`What it is for`}</label>
          <input
            id={`${id}-label`}
            type="text"
            autoComplete="off"
            required
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
        </div>
        <RoleChoice value={role} atMost={own} onChange={setRole} />
        <Choice<Life>
          label={t`Holds`}
          value={life}
          options={[
            { value: '30', label: t`30 days` },
            { value: '365', label: t`a year` },
            { value: 'open', label: t`until revoked` },
          ]}
          onChange={setLife}
        />
        <label className="tick">
          <input type="checkbox" checked={readOnly} onChange={(event) => setReadOnly(event.currentTarget.checked)} />{' '}
          {t`It changes nothing`}
        </label>
        <button type="submit">{t`Make a token`}</button>
      </form>
      <Faults faults={faults} />
      {secret !== null && (
        <section className="notice" aria-live="polite">
          <CopyField label={t`The token. It is shown this once`} text={secret} />
          <p>
            {t`A program sends it as`} <code>Authorization: Bearer det_…</code>
          </p>
        </section>
      )}
    </>
  )
}

function Tokens({ tokens, onRevoked }: { readonly tokens: Viewer['tokens']; readonly onRevoked: () => void }) {
  const { t } = useLingui()
  const [, revoke] = useMutation(RevokeTokenDocument)
  const [faults, setFaults] = useState<readonly string[]>([])
  if (tokens.length === 0) return <p className="quiet">{t`No token has been made.`}</p>
  const end = async (prefix: string) => {
    const answer = await revoke({ prefix })
    const done = answer.data?.revokeToken
    setFaults(done?.token ? [] : faultsOf(answer, done?.userErrors))
    onRevoked()
  }
  return (
    <>
      <Faults faults={faults} />
      <ScrollRegion label={t`Tokens`}>
        <table className="records">
          <thead>
            <tr>
              <th scope="col">{t`Begins with`}</th>
              <th scope="col">{t`What it is for`}</th>
              <th scope="col">{t`May`}</th>
              <th scope="col">{t`Last used`}</th>
              <th scope="col">{t`Holds until`}</th>
            </tr>
          </thead>
          <tbody>
            {tokens.map((token) => (
              <tr key={token.prefix}>
                <th scope="row">
                  <code>{token.prefix}…</code>
                </th>
                <td>{token.label}</td>
                <td>
                  {token.role.toLowerCase()}
                  {token.readOnly && <> {t`(changes nothing)`}</>}
                </td>
                <td>{token.lastUsedAt === null ? t`never` : <When at={token.lastUsedAt} />}</td>
                <td>
                  {token.revokedAt !== null ? (
                    <>
                      {t`revoked`} <When at={token.revokedAt} />
                    </>
                  ) : (
                    <>
                      {token.expiresAt === null ? t`it is revoked` : <When at={token.expiresAt} />}{' '}
                      <button type="button" onClick={() => void end(token.prefix)}>
                        {t`Revoke`}
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
