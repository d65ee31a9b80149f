/** Who may sign in, letting somebody in by a link, and shutting somebody out. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { Link } from 'wouter'
import {
  InviteDocument,
  type InviteMutation,
  PeopleDocument,
  ShutOutDocument,
} from '../../../server/figure/generated/documents.ts'
import { CopyField } from '../../ui/CopyField.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { RoleChoice, type RoleName } from './RoleChoice.tsx'
import { Faults, faultsOf, Screen, When } from './Screen.tsx'

type Invitation = NonNullable<InviteMutation['createInvitation']['invitation']>

export function People() {
  const { t } = useLingui()
  const id = useId()
  const nameField = useRef<HTMLInputElement>(null)
  const [{ data, error }, ask] = useQuery({ query: PeopleDocument, requestPolicy: 'network-only' })
  const [, invite] = useMutation(InviteDocument)
  const [, shutOut] = useMutation(ShutOutDocument)
  const [name, setName] = useState('')
  const [role, setRole] = useState<RoleName>('ANALYST')
  const [made, setMade] = useState<Invitation | null>(null)
  const [leaving, setLeaving] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const again = () => ask({ requestPolicy: 'network-only' })
  if (error)
    return (
      <Screen title={t`People`}>
        <Failed error={error} onRetry={again} action={<Link href="/sign-in">{t`Sign in`}</Link>} />
      </Screen>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await invite({ name: name.trim(), role })
    const done = answer.data?.createInvitation
    setMade(done?.invitation ?? null)
    setFaults(done?.invitation ? [] : faultsOf(answer, done?.userErrors))
  }
  const letGo = async (who: string) => {
    setLeaving(null)
    const answer = await shutOut({ name: who })
    const done = answer.data?.disableUser
    setFaults(done?.user ? [] : faultsOf(answer, done?.userErrors))
    again()
  }
  return (
    <Screen title={t`People`}>
      <p className="lede">
        {t`A link lets one person in, once, within three days, and sets their password. For a name that is known it sets a new password and the role, and ends all sessions.`}
      </p>
      <form className="admin-form" onSubmit={submit}>
        <div className="choice">
          <label htmlFor={`${id}-name`}>{t`Name`}</label>
          <input
            ref={nameField}
            id={`${id}-name`}
            type="text"
            autoComplete="off"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <RoleChoice value={role} onChange={setRole} />
        <button type="submit">{t`Make a link`}</button>
      </form>
      <Faults faults={faults} />
      {made && (
        <section className="notice" aria-live="polite">
          <CopyField
            label={t`Link for ${made.name}. It is shown this once`}
            text={`${window.location.origin}${made.link}`}
          />
          <p>
            {t`Good until`} <When at={made.expiresAt} />
          </p>
        </section>
      )}
      {!data ? (
        <Loading height={240} />
      ) : (
        <ScrollRegion label={t`People`}>
          <table className="records">
            <thead>
              <tr>
                <th scope="col">{t`Name`}</th>
                <th scope="col">{t`Role`}</th>
                <th scope="col">{t`Since`}</th>
                <th scope="col">{t`State`}</th>
                <th scope="col">
                  <span className="unseen">{t`What to do`}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.users.map((user) => (
                <tr key={user.name}>
                  <th scope="row">{user.name}</th>
                  <td>{user.role.toLowerCase()}</td>
                  <td>
                    <When at={user.createdAt} />
                  </td>
                  <td>
                    {user.disabledAt === null ? (
                      t`let in`
                    ) : (
                      <>
                        {t`shut out since`} <When at={user.disabledAt} />
                      </>
                    )}
                  </td>
                  <td className="acts">
                    <button
                      type="button"
                      aria-label={t`New link for ${user.name}`}
                      onClick={() => {
                        setName(user.name)
                        setRole(user.role)
                        nameField.current?.focus()
                      }}
                    >
                      {t`New link …`}
                    </button>
                    {user.disabledAt === null &&
                      user.name !== data.viewer?.name &&
                      (leaving === user.name ? (
                        <>
                          <button type="button" onClick={() => void letGo(user.name)}>
                            {t`Yes, shut ${user.name} out`}
                          </button>
                          <button type="button" onClick={() => setLeaving(null)}>
                            {t`No`}
                          </button>
                        </>
                      ) : (
                        <button
                          type="button"
                          aria-label={t`Shut ${user.name} out`}
                          onClick={() => setLeaving(user.name)}
                        >
                          {t`Shut out …`}
                        </button>
                      ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Screen>
  )
}
