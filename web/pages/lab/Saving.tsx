/** From what-if to record: the weights saved in a draft, what still stands in its way, and publishing it. */
import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { useClient, useMutation } from 'urql'
import { Link } from 'wouter'
import type { TagWeights } from '../../../server/domain/codebook/codebook.ts'
import {
  CreateDraftDocument,
  LabDocument,
  type LabQuery,
  type SavedDraftFragment,
  SetWeightsDocument,
} from '../../../server/figure/generated/documents.ts'
import type { LabCodebook } from './Lab.rows.ts'
import { Publishing } from './Publishing.tsx'
import { told } from './told.ts'

interface Props {
  readonly base: LabCodebook
  readonly codebook: LabCodebook
  readonly codebooks: LabQuery['codebooks']
  readonly overlay: readonly TagWeights[]
  readonly viewer: LabQuery['viewer']
  /** The draft the weights are kept in; null: none yet. */
  readonly draft: SavedDraftFragment | null
  readonly onSaved: (draft: number) => void
}

export function Saving({ base, codebook, codebooks, overlay, viewer, draft, onSaved }: Props) {
  const { t } = useLingui()
  const id = useId()
  const client = useClient()
  const [reason, setReason] = useState('')
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [published, setPublished] = useState<string | null>(null)
  const [, create] = useMutation(CreateDraftDocument)
  const [, weigh] = useMutation(SetWeightsDocument)
  if (published !== null) {
    return (
      <p className="notice" role="status">
        {t`Published as ${published}.`} <Link href={`/method?w=${published}`}>{t`Read it`}</Link>{' '}
        <Link href={`/lab?w=${published}`}>{t`Go on from it`}</Link>
      </p>
    )
  }
  if (viewer === null) {
    return (
      <p className="quiet">
        {t`The address of this page holds these weights: send it to show them. To save or publish them,`}{' '}
        <Link href="/sign-in">{t`sign in`}</Link>.
      </p>
    )
  }
  const latest = codebooks.findLast((c) => c.name === base.name)?.version ?? base.version
  const saved = draft !== null && overlay.length === 0
  const save = async () => {
    setRefusals([])
    const begun = draft ?? told(await create({ from: base.version }), (data) => data?.createDraft.draft, setRefusals)
    if (!begun) return
    // An address may name tags of another version.
    const known = overlay.filter((own) => codebook.tags.some((tag) => tag.code === own.tag))
    const weights = known.map((own) => ({ ...own, reason: reason.trim() || null }))
    const made =
      weights.length === 0
        ? begun
        : told(
            await weigh({ draft: begun.number, edition: begun.edition, weights }),
            (data) => data?.setWeights.draft,
            setRefusals,
          )
    if (!made) return
    // So that the weights stand in what is shown before they leave the address.
    await client.query(LabDocument, { version: `draft:${begun.number}` }, { requestPolicy: 'network-only' }).toPromise()
    onSaved(begun.number)
    setReason('')
  }
  return (
    <section className="lab-saving">
      <label htmlFor={`${id}-reason`}>{t`Why these weights (stands with each tag that differs)`}</label>
      <textarea
        id={`${id}-reason`}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <button type="button" disabled={saved} onClick={save}>
        {draft !== null
          ? saved
            ? t`Saved in draft ${draft.number}`
            : t`Save in draft ${draft.number}`
          : overlay.length > 0
            ? t`Save as a draft`
            : t`Begin a draft from ${base.version}`}
      </button>
      {draft === null && overlay.length === 0 && base.version !== latest && (
        <p className="quiet">
          {t`${latest} is newer. To go back, begin a draft from ${base.version} and publish it as it is: the copy becomes the next version.`}
        </p>
      )}
      {saved && draft.blocking.length > 0 && (
        <div className="notice">
          <p>{t`This stands in the way of publishing:`}</p>
          <ul>
            {draft.blocking.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {saved && draft.blocking.length === 0 && (viewer.role === 'EDITOR' || viewer.role === 'ADMIN') && (
        <Publishing name={codebook.name} latest={latest} draft={draft} onPublished={setPublished} />
      )}
      <div role="alert">
        {refusals.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </section>
  )
}
