/** What the screens for whoever runs it share: the ways between them, instants, the server's refusals. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { Link, useLocation } from 'wouter'
import '../../styles/admin.css'
import { WhoAmIDocument, type WhoAmIQuery } from '../../../server/figure/generated/documents.ts'
import { dateText } from '../../../server/figure/words/format.intl.ts'
import { usePageTitle } from '../../ui/usePageTitle.ts'

type Role = NonNullable<WhoAmIQuery['viewer']>['role']
const ROLES: readonly Role[] = ['VIEWER', 'ANALYST', 'EDITOR', 'ADMIN']

/** Has the role what `least` has? */
function reaches(role: Role | undefined, least: Role): boolean {
  return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(least)
}

export function mayEdit(role: Role | undefined): boolean {
  return reaches(role, 'EDITOR')
}

export function Screen({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  usePageTitle(title)
  return (
    <div className="admin">
      <Ways />
      <h1>{title}</h1>
      {children}
    </div>
  )
}

/** The screens of those who are signed in, as far as their role reaches. */
export function Ways() {
  const { t } = useLingui()
  const [path] = useLocation()
  const [{ data }] = useQuery({ query: WhoAmIDocument })
  const screens: readonly { readonly href: string; readonly name: string; readonly least: Role }[] = [
    { href: '/desk', name: t`Desk`, least: 'ANALYST' },
    { href: '/agreement', name: t`Agreement`, least: 'ANALYST' },
    { href: '/lab', name: t`Weight lab`, least: 'VIEWER' },
    { href: '/codings', name: t`Codings`, least: 'ANALYST' },
    { href: '/directory', name: t`Directory`, least: 'ANALYST' },
    { href: '/people', name: t`People`, least: 'ADMIN' },
    { href: '/audit', name: t`Audit`, least: 'ADMIN' },
    { href: '/running', name: t`Health and sources`, least: 'ADMIN' },
    { href: '/account', name: t`Your account`, least: 'VIEWER' },
  ]
  const open = screens.filter(({ least, href }) => href === path || reaches(data?.viewer?.role, least))
  return (
    <nav aria-label={t`Desk and administration`} className="admin-nav">
      {open.map(({ href, name }) => (
        <Link key={href} href={href} aria-current={href === path ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
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
