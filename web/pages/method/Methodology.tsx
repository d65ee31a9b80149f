/** How the scores of one codebook version come about, written from that version: no number here is typed by hand. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { useLocation, useSearch } from 'wouter'
import { ChecksDocument, CodebookPageDocument, SourcesDocument } from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { nameIn } from '../../../server/figure/words/names.ts'
import { Choice } from '../../ui/Choice.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { usePageTitle } from '../../ui/usePageTitle.ts'
import { MovesSum, MovesTable } from './KnownMoves.tsx'
import { workedRows } from './Methodology.rows.ts'
import { type CodebookShown, MethodWords } from './MethodWords.tsx'
import { Reliability } from './Reliability.tsx'
import { Collected, CoverageTable } from './SourceTables.tsx'
import { TagTable } from './TagTable.tsx'

export function Methodology() {
  const { t } = useLingui()
  const [, navigate] = useLocation()
  const version = new URLSearchParams(useSearch()).get('w') || 'default'
  usePageTitle(t`Method`)
  const [{ data: book, error: bookError }, ask] = useQuery({ query: CodebookPageDocument, variables: { version } })
  const [{ data: sources, error: sourcesError }] = useQuery({ query: SourcesDocument })
  const error = bookError ?? sourcesError
  if (error) return <Failed whole error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!book || !sources) return <Loading height={900} />
  const { codebook } = book
  if (!codebook) {
    return (
      <Empty
        whole
        title={t`No codebook is called ${version}`}
        why={t`It may be a draft or mistyped.`}
        action={
          <button type="button" onClick={() => navigate('/method')}>
            {t`Show the published one`}
          </button>
        }
      />
    )
  }
  return (
    <article className="prose">
      <h1>{t`How the scores come about`}</h1>
      <Choice
        label={t`Codebook version`}
        value={codebook.version}
        options={sources.codebooks.map((known) => ({ value: known.version, label: known.version }))}
        onChange={(chosen) => navigate(`/method?w=${chosen}`)}
      />
      <MethodWords codebook={codebook} halfLife={codebook.method.halfLifeDays} />
      <Worked codebook={codebook} />
      <Reliability version={codebook.version} tags={codebook.tags} />
      <Moves version={codebook.version} />
      <h2>{t`What the scores do not mean`}</h2>
      <ul>
        <li>{t`They measure what was reported, not what happened: what no collection saw is in no score.`}</li>
        <li>{t`They forecast nothing. A high tension says what was lately done and said, not what comes next.`}</li>
        <li>{t`A fall that is only fading is not peace: it says that nothing new was counted.`}</li>
        <li>{t`They take no side. Who is right, and who began, is in the statements and not in the numbers.`}</li>
        <li>{t`A score is an average: ten harsh words and one bombing are not told apart by it, but by the events.`}</li>
      </ul>
      <h2>{t`Where the data comes from`}</h2>
      <Collected collections={sources.collections} />
      <h2>{t`What is covered, and what is not`}</h2>
      <p>{t`Outside these days nobody looked: the chart is hatched there, and there is no score.`}</p>
      <CoverageTable collections={sources.collections} relations={sources.relations.nodes} />
      <h2>
        {t`Codebook ${codebook.version}`} <code title={codebook.hash}>{codebook.hash.slice(0, 12)}</code>
      </h2>
      <p dir="auto">{codebook.note}</p>
      <p>
        {t`Download`}: <a href={`/exchange/codebooks/${codebook.version}.md`}>Markdown</a>,{' '}
        <a href={`/exchange/codebooks/${codebook.version}.json`}>JSON</a>
      </p>
      <TagTable codebook={codebook} />
    </article>
  )
}

/** Whether this version shows what is known to have happened. */
function Moves({ version }: { readonly version: string }) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({ query: ChecksDocument, variables: { codebook: version } })
  return (
    <>
      <h2>{t`Known moves`}</h2>
      <p>
        {t`Moves that are known from a source without weights: raw counts, or articles as they were coded. A codebook should show them. How much that is worth is said beside it: how often the same comparison finds the same on other days.`}
      </p>
      {error && <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {data ? (
        <>
          <MovesSum rows={data.checks.all} />
          <MovesTable rows={data.checks.all} />
        </>
      ) : (
        !error && <Loading height={400} />
      )}
    </>
  )
}

/** The tag that weighs most for tension, in a relation with no other news. */
function Worked({ codebook }: { readonly codebook: CodebookShown }) {
  const { t, i18n } = useLingui()
  const { method } = codebook
  const tag = codebook.tags.toSorted((a, b) => b.tension - a.tension)[0]
  const quality = method.evidence.find((e) => e.class === 'TWO')?.quality
  if (!tag || quality === undefined) return null
  const weight = numberText(i18n.locale, tag.tension, 1)
  return (
    <>
      <h2>{t`Worked numbers`}</h2>
      <p>
        {t`Events tagged “${nameIn(i18n, tag.label)}” (tension ${weight}), each from two independent sources, in a relation with no other news:`}
      </p>
      <table className="worked">
        <thead>
          <tr>
            <th scope="col" className="number">{t`Events`}</th>
            <th scope="col" className="number">{t`Days since`}</th>
            <th scope="col" className="number">{t`Recent evidence (N)`}</th>
            <th scope="col" className="number">{t`Tension`}</th>
          </tr>
        </thead>
        <tbody>
          {workedRows(tag.tension, quality, method).map(({ events, age, support, score }) => (
            <tr key={`${events} ${age}`}>
              <td className="number">{numberText(i18n.locale, events)}</td>
              <td className="number">{numberText(i18n.locale, age)}</td>
              <td className="number">{numberText(i18n.locale, support, 2)}</td>
              <td className="number">{score === null ? t`no score` : numberText(i18n.locale, score, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
