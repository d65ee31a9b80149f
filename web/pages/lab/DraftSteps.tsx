/** Every step of a draft, and the way back to any of them: going back is a step too, so nothing is lost. */
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useClient, useMutation } from 'urql'
import {
  LabDocument,
  RevertDraftDocument,
  type SavedDraftFragment,
} from '../../../server/figure/generated/documents.ts'
import { told } from './told.ts'

interface Props {
  readonly draft: SavedDraftFragment
  readonly onReverted: () => void
}

export function DraftSteps({ draft, onReverted }: Props) {
  const { t } = useLingui()
  const client = useClient()
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [, revert] = useMutation(RevertDraftDocument)
  const back = async (to: number) => {
    setRefusals([])
    const { number, edition } = draft
    const made = told(await revert({ draft: number, edition, to }), (data) => data?.revertDraft.draft, setRefusals)
    if (!made) return
    const version = `draft:${number}`
    await client.query(LabDocument, { version }, { requestPolicy: 'network-only' }).toPromise()
    onReverted()
  }
  return (
    <details className="draft-steps" open>
      <summary>
        <h2>{t`Steps of draft ${draft.number}`}</h2>
      </summary>
      <ol reversed>
        {draft.editions.map(({ edition, what, by, at }) => (
          <li key={edition} value={edition}>
            {what} <span className="quiet">{t`${by}, ${at.slice(0, 16).replace('T', ' ')} UTC`}</span>{' '}
            {edition !== draft.edition && draft.state === 'OPEN' && (
              <button type="button" aria-label={t`Back to step ${edition}: ${what}`} onClick={() => back(edition)}>
                {t`Back to this`}
              </button>
            )}
          </li>
        ))}
      </ol>
      <div role="alert">
        {refusals.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </details>
  )
}
