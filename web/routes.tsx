/** Which address shows which page. A page is loaded when it is first visited; the home page comes with the shell. */
import { useLingui } from '@lingui/react/macro'
import { type ComponentType, lazy, Suspense } from 'react'
import { Link, Route, Switch } from 'wouter'
import { speakOfDesk } from './i18n.ts'
import { Watch } from './pages/watch/Watch.tsx'
import { Addresses } from './ui/Addresses.tsx'
import { FirstView } from './ui/FirstView.tsx'
import { InEnglish } from './ui/InEnglish.tsx'
import { Layout } from './ui/Layout.tsx'
import { Empty } from './ui/states.tsx'

/** A screen that is in English alone, with its words. */
const deskScreen = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [screen] = await Promise.all([load(), speakOfDesk()])
    return { default: screen }
  })

const Relation = lazy(async () => ({ default: (await import('./pages/relation/Relation.tsx')).Relation }))
const Account = deskScreen(async () => (await import('./pages/admin/Account.tsx')).Account)
const AuditLog = deskScreen(async () => (await import('./pages/admin/AuditLog.tsx')).AuditLog)
const Codings = deskScreen(async () => (await import('./pages/admin/Codings.tsx')).Codings)
const Directory = deskScreen(async () => (await import('./pages/admin/directory/Directory.tsx')).Directory)
const People = deskScreen(async () => (await import('./pages/admin/People.tsx')).People)
const Running = deskScreen(async () => (await import('./pages/admin/Running.tsx')).Running)
const Agreement = deskScreen(async () => (await import('./pages/desk/Agreement.tsx')).Agreement)
const Compare = lazy(async () => ({ default: (await import('./pages/compare/Compare.tsx')).Compare }))
const Matrix = lazy(async () => ({ default: (await import('./pages/matrix/Matrix.tsx')).Matrix }))
const Desk = deskScreen(async () => (await import('./pages/desk/Desk.tsx')).Desk)
const DeskQueue = deskScreen(async () => (await import('./pages/desk/DeskQueue.tsx')).DeskQueue)
const Lab = deskScreen(async () => (await import('./pages/lab/Lab.tsx')).Lab)
const Methodology = lazy(async () => ({ default: (await import('./pages/method/Methodology.tsx')).Methodology }))
const SignIn = deskScreen(async () => (await import('./pages/admin/SignIn.tsx')).SignIn)
// The build that is served knows no gallery: in mode `production` this condition is false and the import is dropped.
const Gallery =
  import.meta.env.MODE === 'production'
    ? null
    : lazy(async () => ({ default: (await import('./gallery/Gallery.tsx')).Gallery }))

export function Routes() {
  const { i18n } = useLingui()
  return (
    <Addresses>
      <Layout>
        {/* Anew in a new language: what a page has worked out before may hold words. */}
        <Suspense key={i18n.locale} fallback={<FirstView height={640} />}>
          <Switch>
            <Route path="/">
              <Watch />
            </Route>
            <Route path="/r/:slug">{({ slug }) => <Relation key={slug} slug={slug} />}</Route>
            <Route path="/desk">
              <InEnglish>
                <DeskQueue />
              </InEnglish>
            </Route>
            <Route path="/desk/:id">
              {({ id }) => (
                <InEnglish>
                  <Desk key={id} id={id} />
                </InEnglish>
              )}
            </Route>
            <Route path="/lab">
              <InEnglish>
                <Lab />
              </InEnglish>
            </Route>
            <Route path="/method">
              <Methodology />
            </Route>
            <Route path="/agreement">
              <InEnglish>
                <Agreement />
              </InEnglish>
            </Route>
            <Route path="/compare">
              <Compare />
            </Route>
            <Route path="/matrix">
              <Matrix />
            </Route>
            <Route path="/sign-in">
              <InEnglish>
                <SignIn />
              </InEnglish>
            </Route>
            <Route path="/account">
              <InEnglish>
                <Account />
              </InEnglish>
            </Route>
            <Route path="/codings">
              <InEnglish>
                <Codings />
              </InEnglish>
            </Route>
            <Route path="/directory">
              <InEnglish>
                <Directory />
              </InEnglish>
            </Route>
            <Route path="/people">
              <InEnglish>
                <People />
              </InEnglish>
            </Route>
            <Route path="/running">
              <InEnglish>
                <Running />
              </InEnglish>
            </Route>
            <Route path="/audit">
              <InEnglish>
                <AuditLog />
              </InEnglish>
            </Route>
            {Gallery && (
              <Route path="/gallery">
                <Gallery />
              </Route>
            )}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </Layout>
    </Addresses>
  )
}

function NotFound() {
  const { t } = useLingui()
  return (
    <Empty
      whole
      title={t`There is no such page`}
      why={t`The address may be mistyped, or from another version.`}
      action={<Link href="/">{t`All relations`}</Link>}
    />
  )
}
