/** From what-if to record: the changes in words, saved as a draft, and published as the next version with a note. */
import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { type CombinedError, useMutation } from 'urql'
import { Link } from 'wouter'
import type { TagWeights } from '../../../server/domain/codebook.ts'
import {
  CreateDraftDocument,
  type LabQuery,
  PublishCodebookDocument,
  type SavedDraftFragment,
  SetWeightsDocument,
} from '../../data/generated/documents.ts'
import type { LabCodebook } from './Lab.rows.ts'

interface Props {
  readonly codebook: LabCodebook
  readonly overlay: readonly TagWeights[]
  readonly viewer: LabQuery['viewer']
  /** The draft the weights are kept in; null: none yet. */
  readonly draft: SavedDraftFragment | null
  readonly onSaved: (draft: SavedDraftFragment) => void
}

export function Saving({ codebook, overlay, viewer, draft, onSaved }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [published, setPublished] = useState<string | null>(null)
  const [, create] = useMutation(CreateDraftDocument)
  const [, weigh] = useMutation(SetWeightsDocument)
  const [, publish] = useMutation(PublishCodebookDocument)
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
  const saved = draft !== null && unsaved(codebook, draft, overlay).length === 0
  const save = async () => {
    setRefusals([])
    const begun =
      draft ?? told(await create({ from: codebook.version }), (data) => data?.createDraft.draft, setRefusals)
    if (!begun) return
    const weights = unsaved(codebook, begun, overlay).map((w) => ({ ...w, reason: reason.trim() || null }))
    const variables = { draft: begun.number, edition: begun.edition, weights }
    const next = told(await weigh(variables), (data) => data?.setWeights.draft, setRefusals)
    onSaved(next ?? begun)
    if (next) setReason('')
  }
  const release = async () => {
    if (!draft) return
    setRefusals([])
    const variables = { draft: draft.number, edition: draft.edition, note }
    const made = told(await publish(variables), (data) => data?.publishCodebook.codebook, setRefusals)
    if (made) setPublished(made.version)
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
      <button type="button" disabled={saved || (draft === null && overlay.length === 0)} onClick={save}>
        {draft === null
          ? t`Save as a draft`
          : saved
            ? t`Saved in draft ${draft.number}`
            : t`Save in draft ${draft.number}`}
      </button>
      {saved && (viewer.role === 'EDITOR' || viewer.role === 'ADMIN') && (
        <>
          <label htmlFor={`${id}-note`}>{t`Note of the new version: what has changed, and why`}</label>
          <textarea
            id={`${id}-note`}
            rows={3}
            maxLength={5000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <button type="button" disabled={note.trim().length < 10} onClick={release}>
            {t`Publish as the next version of ${codebook.name}`}
          </button>
          <p className="quiet">{t`A published version never changes. Every score asked for by name will use it; older versions stay.`}</p>
        </>
      )}
      <div role="alert">
        {refusals.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </section>
  )
}

/** Weights of the draft that differ from what is shown, as they are to become. */
function unsaved(codebook: LabCodebook, draft: SavedDraftFragment, overlay: readonly TagWeights[]) {
  return draft.tags.flatMap(({ code, tension, engagement }) => {
    const base = codebook.tags.find((tag) => tag.code === code)
    const own = overlay.find((o) => o.tag === code)
    const wanted = {
      tag: code,
      tension: own?.tension ?? base?.tension,
      engagement: own?.engagement ?? base?.engagement,
    }
    return wanted.tension === tension && wanted.engagement === engagement ? [] : [wanted]
  })
}

interface Answer<D> {
  readonly data?: D | undefined
  readonly error?: CombinedError | undefined
}

/** What a mutation made; where it was refused, the sentences are told. */
function told<D extends Record<string, { readonly userErrors: readonly { readonly message: string }[] }>, T>(
  { data, error }: Answer<D>,
  take: (data: D | undefined) => T | null | undefined,
  tell: (refusals: readonly string[]) => void,
): T | null {
  const made = take(data)
  if (made) return made
  const refused = Object.values(data ?? {}).flatMap((payload) => payload.userErrors.map((e) => e.message))
  tell(refused.length > 0 ? refused : [error?.message ?? ''])
  return null
}
