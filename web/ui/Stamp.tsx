/** The stamp under a figure of the page; figure/words/stamp.ts says what it says. */
import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { type StampProps, shortHash, stampPhrases } from '../../server/figure/words/stamp.ts'

export function Stamp(props: StampProps) {
  const { t, i18n } = useLingui()
  const { codebook, codebookHash } = props.stamp
  return (
    <p className="stamp">
      <span>
        {t`Codebook`} <Link href={`/method?w=${codebook}`}>{codebook}</Link>{' '}
        <code title={codebookHash}>{shortHash(codebookHash)}</code>
      </span>
      {stampPhrases(i18n, props).map((phrase) => (
        <span key={phrase}>{phrase}</span>
      ))}
    </p>
  )
}
