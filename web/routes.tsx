/** Which address shows which page. A page is loaded when it is first visited; the home page comes with the shell. */
import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { Link, Route, Switch } from 'wouter'
import { Watch } from './pages/Watch.tsx'
import { Layout } from './ui/Layout.tsx'
import { Empty, Loading } from './ui/states.tsx'

const Relation = lazy(async () => ({ default: (await import('./pages/Relation.tsx')).Relation }))
const Agreement = lazy(async () => ({ default: (await import('./desk/Agreement.tsx')).Agreement }))
const Compare = lazy(async () => ({ default: (await import('./pages/Compare.tsx')).Compare }))
const Matrix = lazy(async () => ({ default: (await import('./pages/Matrix.tsx')).Matrix }))
const Desk = lazy(async () => ({ default: (await import('./desk/Desk.tsx')).Desk }))
const DeskQueue = lazy(async () => ({ default: (await import('./desk/DeskQueue.tsx')).DeskQueue }))
const Lab = lazy(async () => ({ default: (await import('./pages/lab/Lab.tsx')).Lab }))
const Methodology = lazy(async () => ({ default: (await import('./pages/Methodology.tsx')).Methodology }))
const SignIn = lazy(async () => ({ default: (await import('./pages/SignIn.tsx')).SignIn }))
// The build that is served knows no gallery: in mode `production` this condition is false and the import is dropped.
const Gallery =
  import.meta.env.MODE === 'production'
    ? null
    : lazy(async () => ({ default: (await import('./gallery/Gallery.tsx')).Gallery }))

export function Routes() {
  return (
    <Layout>
      <Suspense fallback={<Loading height={640} />}>
        <Switch>
          <Route path="/">
            <Watch />
          </Route>
          <Route path="/r/:slug">{({ slug }) => <Relation key={slug} slug={slug} />}</Route>
          <Route path="/desk">
            <DeskQueue />
          </Route>
          <Route path="/desk/:id">{({ id }) => <Desk key={id} id={id} />}</Route>
          <Route path="/lab">
            <Lab />
          </Route>
          <Route path="/method">
            <Methodology />
          </Route>
          <Route path="/agreement">
            <Agreement />
          </Route>
          <Route path="/compare">
            <Compare />
          </Route>
          <Route path="/matrix">
            <Matrix />
          </Route>
          <Route path="/sign-in">
            <SignIn />
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
