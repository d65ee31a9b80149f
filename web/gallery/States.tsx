/** What a screen shows while it has nothing to show, or cannot. */
import { CombinedError } from 'urql'
import { columnsOf } from '../../server/figure/model/points.ts'
import { TensionChart } from '../charts/series/TensionChart.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import * as fixtures from './fixtures.ts'

const refused = (message: string, code: string) =>
  new CombinedError({ graphQLErrors: [{ message, extensions: { code, requestId: 'req-0001' } }] })

const FAILURES = [
  { name: 'Refused', error: refused('"2018-02-30" is no day: write it as YYYY-MM-DD.', 'BAD_USER_INPUT') },
  { name: 'Forbidden', error: refused('Reading takes an account here: sign in.', 'UNAUTHENTICATED') },
  { name: 'Offline', error: new CombinedError({ networkError: new Error('Failed to fetch') }) },
]

export function States() {
  return (
    <>
      <section data-case="Nothing">
        <h2>Nothing</h2>
        <Empty
          title="Nothing here"
          why="A screen with nothing says why, and offers one step."
          action={<button type="button">Show all there is</button>}
        />
      </section>
      <section data-case="Loading">
        <h2>Loading</h2>
        <Loading height={120} />
      </section>
      <section data-case="Stale">
        <h2>Stale</h2>
        <div className="stale" aria-busy="true">
          <TensionChart columns={columnsOf(fixtures.THAW, 'tension')} bucket="WEEK" subtitle="Tension, 0 to 100" />
        </div>
      </section>
      {FAILURES.map(({ name, error }) => (
        <section key={name} data-case={name}>
          <h2>{name}</h2>
          <Failed error={error} onRetry={() => {}} />
        </section>
      ))}
    </>
  )
}
