/** The Method tab: how a score comes about, what the band says and does not say, and every weight of the codebook. */
import { useLingui } from '@lingui/react/macro'
import { useQuery } from 'urql'
import { numberText, plainText } from '../charts/format.ts'
import { CodebookPageDocument, type CodebookPageQuery } from '../data/generated/documents.ts'
import { EVIDENCE_NAMES, QUAD_NAMES, QUADS_LISTED } from '../ui/families.ts'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import type { RelationProps } from './Relation.tsx'

type Codebook = NonNullable<CodebookPageQuery['codebook']>

export function MethodTab({ relation, view }: RelationProps) {
  const { t } = useLingui()
  const [{ data, error }, ask] = useQuery({ query: CodebookPageDocument, variables: { version: view.codebook } })
  if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
  if (!data) return <Loading height={900} />
  const { codebook } = data
  if (!codebook)
    return <Empty title={t`No codebook is called ${view.codebook}`} why={t`It may be a draft or mistyped.`} />
  return (
    <div className="prose">
      <Words codebook={codebook} halfLife={view.halfLife ?? codebook.method.halfLifeDays} />
      <h2>{t`Where the data comes from`}</h2>
      <ul>
        {relation.coverage.map(({ collection }) => (
          <li key={collection.id}>
            {collection.url ? (
              <a href={collection.url} target="_blank" rel="noreferrer noopener">
                {collection.title}
              </a>
            ) : (
              collection.title
            )}
            : {collection.citation}
          </li>
        ))}
      </ul>
      <h2>
        {t`Codebook ${codebook.version}`} <code>{codebook.hash.slice(0, 12)}</code>
      </h2>
      <p dir="auto">{codebook.note}</p>
      <Weights codebook={codebook} />
    </div>
  )
}

function Words({ codebook, halfLife }: { readonly codebook: Codebook; readonly halfLife: number }) {
  const { t, i18n } = useLingui()
  const { method } = codebook
  const prior = plainText(i18n.locale, method.priorEvents)
  return (
    <>
      <h2>{t`What the two numbers say`}</h2>
      <p>
        {t`Tension says how hostile, and engagement how cooperative, the two parties lately were toward each other on average, from 0 to 100. They are never set off against each other: a relation can shell and talk at once.`}
      </p>
      <p>
        {t`Each event carries a tag; the tag has one weight for tension and one for engagement, from 0 to 10. An event loses half its weight in ${halfLife} days. The score is ten times the weighted average over recent events, with ${prior} neutral event added so that old evidence fades instead of standing for ever.`}
      </p>
      <p>
        {t`Belief grows with independent sources and is halved for what a third party reports. What is denied, hypothetical or of unknown day is kept and shown, and not counted.`}
      </p>
      <ul>
        {method.evidence.map(({ class: name, quality }) => (
          <li key={name}>
            {i18n._(EVIDENCE_NAMES[name])}: {numberText(i18n.locale, quality, 2)}
          </li>
        ))}
      </ul>
      <h2>{t`When there is no number`}</h2>
      <p>
        {t`Silence is not zero. Where no collection covers a day, or less than one recent event remains, there is no score and the chart is hatched. Under five recent events, or with evidence from a single day, the line is dashed.`}
      </p>
      <h2>{t`What the band says`}</h2>
      <p>
        {t`The band says how far the recency-weighted average could differ had the same behaviour made other news. It does not cover a level that changed yesterday, miscoding, one-sided coverage, or clusters longer than a week.`}
      </p>
      <p>
        {t`Pressure is the second measure: volume and intensity together, shown as 100 (1 − exp(−x/κ)) with κ ${numberText(i18n.locale, method.kappaTension, 2)} for tension and ${numberText(i18n.locale, method.kappaEngagement, 2)} for engagement. Reference: ${method.kappaPanel}`}
      </p>
    </>
  )
}

function Weights({ codebook }: { readonly codebook: Codebook }) {
  const { t, i18n } = useLingui()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={t`Tags and weights`}>
      <table className="weights">
        <thead>
          <tr>
            <th scope="col">{t`Tag`}</th>
            <th scope="col" className="number">{t`Tension`}</th>
            <th scope="col" className="number">{t`Engagement`}</th>
            <th scope="col">{t`What it means`}</th>
            <th scope="col">{t`Why these weights`}</th>
          </tr>
        </thead>
        {QUADS_LISTED.map((quad) => {
          const tags = codebook.tags.filter((tag) => tag.quad === quad)
          if (tags.length === 0) return null
          return (
            <tbody key={quad}>
              <tr>
                <th scope="rowgroup" colSpan={5} className="family">
                  {i18n._(QUAD_NAMES[quad])}
                </th>
              </tr>
              {tags.map((tag) => (
                <tr key={tag.code}>
                  <th scope="row">{tag.label}</th>
                  <td className="number">{numberText(i18n.locale, tag.tension, 1)}</td>
                  <td className="number">{numberText(i18n.locale, tag.engagement, 1)}</td>
                  <td>{tag.definition}</td>
                  <td className="quiet">{tag.reason}</td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </section>
  )
}
