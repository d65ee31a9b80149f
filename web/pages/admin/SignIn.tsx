/** Coming in: by a link that was printed or handed over (its code stands after the #), or with name and password. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { useMutation } from 'urql'
import { Link } from 'wouter'
import { AcceptInvitationDocument, SignInDocument } from '../../../server/figure/generated/documents.ts'
import { usePageTitle } from '../../ui/usePageTitle.ts'

interface Outcome {
  readonly viewer?: { readonly name: string } | null
  readonly userErrors: readonly { readonly message: string }[]
}

export function SignIn() {
  const { t } = useLingui()
  const id = useId()
  const [code] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('code'))
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [invited, accept] = useMutation(AcceptInvitationDocument)
  const [signing, signIn] = useMutation(SignInDocument)
  usePageTitle(t`Sign in`)
  const { error, fetching } = code === null ? signing : invited
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setOutcome(null)
    if (code === null) setOutcome((await signIn({ name, password })).data?.signIn ?? null)
    else setOutcome((await accept({ code, password })).data?.acceptInvitation ?? null)
  }
  if (outcome?.viewer) {
    return (
      <section className="sign-in" aria-live="polite">
        <h1>{t`Signed in as ${outcome.viewer.name}`}</h1>
        <p>
          <Link href="/desk">{t`Go to the desk`}</Link> · <Link href="/lab">{t`Weight lab`}</Link> ·{' '}
          <Link href="/account">{t`Your account`}</Link> · <a href="/graphiql">{t`Editor of the API`}</a>
        </p>
      </section>
    )
  }
  const refusals = error ? error.graphQLErrors.map((e) => e.message) : outcome?.userErrors.map((e) => e.message)
  return (
    <form className="sign-in" onSubmit={submit}>
      <h1>{code === null ? t`Sign in` : t`Choose a password`}</h1>
      {code === null && (
        <div className="choice">
          <label htmlFor={`${id}-name`}>{t`Name`}</label>
          <input
            id={`${id}-name`}
            autoComplete="username"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
      )}
      <div className="choice">
        <label htmlFor={`${id}-password`}>
          {code === null ? t`Password` : t`Password, 10 characters or more; the link is good for once`}
        </label>
        <input
          id={`${id}-password`}
          type="password"
          autoComplete={code === null ? 'current-password' : 'new-password'}
          required
          minLength={code === null ? undefined : 10}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </div>
      <button type="submit" disabled={fetching}>{t`Sign in`}</button>
      <div role="alert">
        {refusals?.map((message) => (
          <p key={message}>{message}</p>
        ))}
        {error?.networkError && <p>{t`The server was not reached. Try again.`}</p>}
      </div>
    </form>
  )
}
