/** What the screens for whoever runs it share: the ways between them, instants, the server's refusals. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import '../../styles/admin.css'
import { dateText } from '../../charts/format.intl.ts'
import { usePageTitle } from '../../ui/usePageTitle.ts'

export function Screen({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useLingui()
  const [path] = useLocation()
  usePageTitle(title)
  const screens = [
    { href: '/account', name: t`Your account` },
    { href: '/people', name: t`People` },
    { href: '/audit', name: t`Audit` },
    { href: '/desk', name: t`Desk` },
  ]
  return (
    <div className="admin">
      <nav aria-label={t`Administration`} className="admin-nav">
        {screens.map(({ href, name }) => (
          <Link key={href} href={href} aria-current={href === path ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <h1>{title}</h1>
      {children}
    </div>
  )
}

/** An instant to the minute, in UTC as everything here. */
export function When({ at }: { readonly at: string }) {
  const { i18n } = useLingui()
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const
  return <time dateTime={at}>{dateText(i18n.locale, Date.parse(at), options)} UTC</time>
}

/** The refusals of a mutation, said at once; what was entered stays. */
export function Faults({ faults }: { readonly faults: readonly string[] }) {
  return (
    <div role="alert">
      {faults.map((fault) => (
        <p key={fault} className="wrong">
          {fault}
        </p>
      ))}
    </div>
  )
}

interface Answer {
  readonly error?: { readonly message: string; readonly graphQLErrors: readonly { readonly message: string }[] }
}

/** Why a mutation did not do it, in sentences; none where it did. */
export function faultsOf(answer: Answer, userErrors: readonly { readonly message: string }[] | undefined): string[] {
  if (userErrors !== undefined) return userErrors.map((e) => e.message)
  const refused = answer.error?.graphQLErrors.map((e) => e.message) ?? []
  return refused.length > 0 ? refused : [answer.error?.message ?? 'The server was not reached. Try again.']
}
