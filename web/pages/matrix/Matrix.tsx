/** Who does what to whom on a day: a heat map of parties, each cell a way into its pair. What is chosen is in the address. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { useLocation } from 'wouter'
import { instantOf } from '../../../server/figure/address/arguments.ts'
import { monthOf } from '../../../server/figure/address/url.ts'
import {
  ActorsDocument,
  MatrixPageDocument,
  PartiesDocument,
  WatchDocument,
  type WatchQuery,
} from '../../../server/figure/generated/documents.ts'
import { dayFrom } from '../../../server/figure/model/points.ts'
import { monthsWithScores, startMonth } from '../../../server/figure/watch/rows.ts'
import { isolated } from '../../../server/figure/words/format.intl.ts'
import { dayText } from '../../../server/figure/words/format.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { type MatrixColumns, type MatrixParty, partiesWithData } from '../../charts/matrix/DyadMatrix.rows.ts'
import { DyadMatrix } from '../../charts/matrix/DyadMatrix.tsx'
import { useKept } from '../../data/useKept.ts'
import { type Change, useView } from '../../data/useView.ts'
import { decodeMatrix, encodeMatrix, type MatrixView } from '../../data/view.matrix.ts'
import type { Codebooks } from '../../ui/RecordControls.tsx'
import { Stamp } from '../../ui/Stamp.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { dayAsked, type MatrixRelation, pairAddress, partiesNamed, partiesOf } from './Matrix.rows.ts'
import { MatrixControls } from './MatrixControls.tsx'

export function Matrix() {
  const { t } = useLingui()
  usePageTitle(t`Matrix`)
  const [{ data: named, error: unnamed }, ask] = useQuery({ query: PartiesDocument })
  const [{ data: watched, error: unwatched }, askAgain] = useQuery({ query: WatchDocument })
  const error = unnamed ?? unwatched
  const retry = () => {
    ask({ requestPolicy: 'network-only' })
    askAgain({ requestPolicy: 'network-only' })
  }
  return (
    <>
      <h1>{t`Who does what to whom`}</h1>
      {named && watched ? (
        <Chosen relations={named.relations.nodes} watched={watched.relations.nodes} codebooks={named.codebooks} />
      ) : error ? (
        <Failed error={error} onRetry={retry} />
      ) : (
        <Loading height={640} />
      )}
    </>
  )
}

interface ChosenProps extends Codebooks {
  readonly relations: readonly MatrixRelation[]
  readonly watched: WatchQuery['relations']['nodes']
}

function Chosen({ relations, watched, codebooks }: ChosenProps) {
  const { t, i18n } = useLingui()
  const [view, change] = useView('/matrix', decodeMatrix, encodeMatrix)
  const inTongue = (party: MatrixParty) => ({ ...party, name: nameIn(i18n, party.name) })
  const usual = partiesOf(relations).map(inTongue)
  // Names of codes that no watched relation has; asked only where there are such.
  const foreign = view.actors?.some((code) => usual.every((party) => party.code !== code)) ?? false
  const [{ data: actors }] = useQuery({ query: ActorsDocument, variables: { search: null }, pause: !foreign })
  const known = [...usual, ...(actors?.actors.nodes ?? []).map(inTongue)]
  const parties = view.actors === null ? usual : partiesNamed(view.actors, known)
  const start = startMonth(watched)
  const text = view.day ?? start
  if (text === null || parties.length < 2) {
    return (
      <Empty
        title={t`Not enough data`}
        why={t`No watched relation has a score in any month, so there is no day to show.`}
      />
    )
  }
  const day = dayAsked(
    text,
    watched.map((r) => r.series),
  )
  return (
    <>
      <MatrixControls
        view={view}
        change={change}
        codebooks={codebooks}
        parties={parties}
        known={known}
        usual={usual}
        day={day}
        month={monthOf(day)}
        start={start}
        months={monthsWithScores(watched)}
      />
      <Shown view={view} change={change} parties={parties} relations={relations} day={day} />
    </>
  )
}

interface ShownProps {
  readonly view: MatrixView
  readonly change: Change<MatrixView>
  readonly parties: readonly MatrixParty[]
  readonly relations: readonly MatrixRelation[]
  readonly day: string
}

function Shown({ view, change, parties, relations, day }: ShownProps) {
  const { t, i18n } = useLingui()
  const [, navigate] = useLocation()
  const [{ data: answer, error, fetching }, ask] = useQuery({
    query: MatrixPageDocument,
    variables: {
      actors: parties.map((party) => party.code),
      day,
      measure: view.measure === 'tension' ? 'TENSION' : 'ENGAGEMENT',
      view: view.view,
      codebook: view.codebook,
      asOf: instantOf(view.asOf),
    },
  })
  const matrix = useKept(answer?.matrix, 'matrix')
  if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!matrix) return <Loading height={480} />
  const { heard, silent, twins } = partiesWithData(parties, matrix)
  const shown = view.everyone ? [...heard, ...silent] : heard
  const [when, before] = [matrix.day, matrix.dayBefore].map((text) => wordOf(i18n.locale, text))
  const subtitle = {
    level: t`0 to 100, on ${when}`,
    change: t`Points, ${when} less ${before}`,
    asymmetry: t`Points: what the row does to the column less what comes back, on ${when}`,
  }[view.mode]
  const names = silent.map((party) => isolated(i18n.locale, party.name)).join(', ')
  return (
    <div className={`matrix-page ${fetching ? 'stale' : ''}`} aria-busy={fetching}>
      {shown.length < 2 ? (
        <Empty
          title={t`Not enough data`}
          why={t`No two of the chosen parties have a score on ${when}.`}
          action={<button type="button" onClick={() => change({ day: null })}>{t`Go to the usual month`}</button>}
        />
      ) : (
        <DyadMatrix
          parties={shown}
          columns={matrix as MatrixColumns}
          measure={view.measure}
          mode={view.mode}
          subtitle={subtitle}
          onOpen={(source, target) => navigate(pairAddress(relations, [source, target], matrix.day, view))}
        />
      )}
      {twins.map(({ party, of }) => (
        <p key={party.code} className="quiet">
          {t`${isolated(i18n.locale, party.name)} is the same actor as ${isolated(i18n.locale, of.name)} on this day and has no row of its own.`}
        </p>
      ))}
      {silent.length > 0 && (
        <p className="quiet">
          {view.everyone
            ? t`Without any score on this day: ${names}.`
            : t`Left out, without any score on this day: ${names}.`}{' '}
          <button type="button" className="link" onClick={() => change({ everyone: !view.everyone })}>
            {view.everyone ? t`Leave them out` : t`Show them`}
          </button>
        </p>
      )}
      <Stamp stamp={matrix.stamp} events={null} provisionalFrom={null} />
    </div>
  )
}

function wordOf(locale: string, text: string): string {
  const day = dayFrom(text)
  return day === null ? text : dayText(locale, day)
}
