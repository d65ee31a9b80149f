/** What the weights as they are moved differ by, in sentences. They follow a moment after the lines. */
import { useLingui } from '@lingui/react/macro'
import { useDeferredValue, useMemo } from 'react'
import { wordsOf } from '../../../server/domain/codebook/words.ts'
import type { LabCodebook } from './Lab.rows.ts'

interface Props {
  readonly base: LabCodebook
  readonly shown: LabCodebook['tags']
}

export function Differs({ base, shown }: Props) {
  const { t } = useLingui()
  const told = useDeferredValue(shown)
  const words = useMemo(() => wordsOf(base, { tags: told }), [base, told])
  return (
    <>
      <h2>{t`What differs from ${base.version}`}</h2>
      {words.length === 0 ? (
        <p className="quiet">{t`Nothing yet.`}</p>
      ) : (
        <ul className="lab-changes">
          {words.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}
