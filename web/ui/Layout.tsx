/** What stands around every page: the way past it, the name, the theme, and where the data comes from. */
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { Choice } from './Choice.tsx'
import { Fallible } from './Fallible.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { applyTheme, keptTheme, type Theme } from './theme.ts'

export function Layout({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui()
  const [theme, setTheme] = useState<Theme>(keptTheme)
  const [path] = useLocation()
  const pages = [
    { href: '/', name: t`Watch` },
    { href: '/matrix', name: t`Matrix` },
    { href: '/compare', name: t`Compare` },
    { href: '/method', name: t`Method` },
    { href: '/desk', name: t`Desk` },
  ]
  return (
    <>
      <a className="skip" href="#main">{t`Skip to content`}</a>
      <header className="site">
        <Link href="/" className="brand">
          <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true">
            <path className="tension" d="M1 3l9 4 9 7 11 2" />
            <path className="engagement" d="M1 17l9-3 9-8 11-3" />
          </svg>
          Detente
        </Link>
        <p>{t`Tension and engagement between states and movements`}</p>
        <nav aria-label={t`Pages`}>
          {pages.map(({ href, name }) => (
            <Link key={href} href={href} aria-current={href === path ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
        <LanguageChoice />
        <Choice
          label={t`Theme`}
          value={theme}
          options={[
            { value: 'system', label: t`System` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
          onChange={(next) => {
            applyTheme(next)
            setTheme(next)
          }}
        />
      </header>
      <main id="main" tabIndex={-1}>
        <Fallible place={path} whole>
          {children}
        </Fallible>
      </main>
      <footer className="site">
        <PrintedAddress />
        <p>
          {t`Scores are computed from coded statements with a published codebook; each point opens to the statements behind it. Silence is shown as a gap, never as zero.`}{' '}
          <Link href="/method">{t`How the scores come about`}</Link> · <Link href="/lab">{t`Weight lab`}</Link> ·{' '}
          <a href="/graphiql">{t`API`}</a>
        </p>
      </footer>
    </>
  )
}

/** On paper alone: where what is printed can be found again. */
function PrintedAddress() {
  const { t } = useLingui()
  // Read with every change of it.
  const [[path], search] = [useLocation(), useSearch()]
  return (
    <p className="printed" dir="auto">
      {t`Printed from`} {`${window.location.origin}${path}${search && `?${search}`}`}
    </p>
  )
}
