/** The method in words and formulas, with the numbers of one codebook version filled in. */
import { useLingui } from '@lingui/react/macro'
import type { CodebookPageQuery } from '../../../server/figure/generated/documents.ts'
import { isolated } from '../../../server/figure/words/format.intl.ts'
import { numberText, plainText } from '../../../server/figure/words/format.ts'
import { EVIDENCE_NAMES } from '../../ui/families.ts'

export type CodebookShown = NonNullable<CodebookPageQuery['codebook']>

interface Props {
  readonly codebook: CodebookShown
  /** Days; a reader may ask for another than the codebook's. */
  readonly halfLife: number
}

export function MethodWords({ codebook, halfLife }: Props) {
  const { t, i18n } = useLingui()
  const { method } = codebook
  const prior = plainText(i18n.locale, method.priorEvents)
  const half = plainText(i18n.locale, method.priorEvents / 2)
  const days = plainText(i18n.locale, halfLife)
  const shown = isolated(i18n.locale, '100 · X / (X + 30)')
  return (
    <>
      <h2>{t`What the two numbers say`}</h2>
      <p>
        {t`Tension says how hostile, and engagement how cooperative, the two parties lately were toward each other on average, from 0 to 100. They are never set off against each other: a relation can shell and talk at once.`}
      </p>
      <p>
        {t`Each event carries a tag; the tag has one weight for tension and one for engagement, from 0 to 10. An event loses half its weight in ${days} days. The score is ten times the weighted average over recent events, with ${prior} neutral event added so that old evidence fades instead of standing for ever.`}
      </p>
      <pre className="formula">
        <bdi dir="ltr">{'score = 10 · Σ w·g·λ^age / (n₀ + N)'}</bdi>
        {'\n'}
        <bdi dir="ltr">{'N = Σ g·λ^age'}</bdi>
        {'\n'}
        <bdi dir="ltr">{`λ = 2^(−1/${days}) = ${numberText(i18n.locale, 2 ** (-1 / halfLife), 6)}`}</bdi>
        {'\n'}
        {/* A sentence, in the direction of its language. */}
        {t`n₀ = ${prior}, and ${half} for one direction`}
      </pre>
      <p>
        {t`w is the tag’s weight, age the days since the event, and N the recent evidence, in events. g is belief in it: it grows with independent sources and is halved for what a third party reports. What is denied, hypothetical or of unknown day is kept and shown, and not counted.`}
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
        {t`Level is the second method: it adds up the acts and words of recent weeks, graver ones counting more, and shows the sum X as ${shown}. 50 equals three well-attested heavy attacks today. Acts in which ten or fifty people were killed count half as much again, or twice as much.`}
      </p>
    </>
  )
}
