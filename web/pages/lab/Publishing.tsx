/** Publishing a draft: what it changes for everybody, in words, in scores and in known moves, and a note that says why. */
import { useLingui } from '@lingui/react/macro'
import { useId, useRef, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import {
  PublishCodebookDocument,
  PublishingDocument,
  type PublishingQuery,
  type SavedDraftFragment,
} from '../../../server/figure/generated/documents.ts'
import { numberText } from '../../../server/figure/words/format.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import '../../styles/share.css'
import { ImpactTable } from './ImpactTable.tsx'
import { told } from './told.ts'

interface Props {
  readonly name: string
  /** The version that everybody sees now. */
  readonly latest: string
  readonly draft: SavedDraftFragment
  readonly onPublished: (version: string) => void
}

export function Publishing({ name, latest, draft, onPublished }: Props) {
  const { t } = useLingui()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [, publish] = useMutation(PublishCodebookDocument)
  const [{ data, error }, ask] = useQuery({
    query: PublishingDocument,
    variables: { latest, draft: `draft:${draft.number}` },
    requestPolicy: 'network-only',
    pause: !open,
  })
  const release = async () => {
    setRefusals([])
    const variables = { draft: draft.number, edition: draft.edition, note: note.trim() }
    const made = told(await publish(variables), (answer) => answer?.publishCodebook.codebook, setRefusals)
    if (made) onPublished(made.version)
  }
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpen(true)
          dialog.current?.showModal()
        }}
      >{t`Publish …`}</button>
      <dialog ref={dialog} className="share-dialog" aria-labelledby={id} onClose={() => setOpen(false)}>
        {open && (
          <>
            <header>
              <h2 id={id}>{t`Publish draft ${draft.number}`}</h2>
              <button type="button" onClick={() => dialog.current?.close()}>{t`Close`}</button>
            </header>
            <p>
              {t`What everybody sees now is ${latest}. A published version never changes: every score asked for by name will use the new one, and older versions stay.`}
            </p>
            {error && <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
            {!data && !error && <Loading height={200} />}
            {data && (
              <>
                <ImpactTable diff={data.diffCodebooks} />
                <h3>{t`Known moves`}</h3>
                <Verdicts before={data.before} after={data.after} />
              </>
            )}
            <div className="lab-saving">
              <label htmlFor={`${id}-note`}>{t`Note of the new version: what has changed, and why`}</label>
              <textarea
                id={`${id}-note`}
                rows={3}
                maxLength={5000}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
              <button type="button" disabled={!data || note.trim().length < 10} onClick={release}>
                {t`Publish as the next version of ${name}`}
              </button>
              {note.trim().length < 10 && (
                <p className="quiet">{t`The note says in at least 10 characters what has changed, and why.`}</p>
              )}
              <div role="alert">
                {refusals.map((message) => (
                  <p key={message}>{message}</p>
                ))}
              </div>
            </div>
          </>
        )}
      </dialog>
    </>
  )
}

/** How many known moves the scores show, before and after, and which ones changed. */
function Verdicts({ before, after }: Pick<PublishingQuery, 'before' | 'after'>) {
  const { t, i18n } = useLingui()
  const was = new Map(before.all.map(({ move, verdict }) => [move.code, verdict]))
  const changed = after.all.filter(({ move, verdict }) => was.get(move.code) !== verdict)
  const names = { PASS: t`shown`, FAIL: t`not shown`, UNDECIDED: t`cannot be decided` }
  const percent = (rate: number | null | undefined) => (rate == null ? '–' : numberText(i18n.locale, 100 * rate))
  const [now, then] = [percent(after.placebo.rate), percent(before.placebo.rate)]
  return (
    <>
      <p>
        {t`Shown: ${before.pass} → ${after.pass}. Not shown: ${before.fail} → ${after.fail}. Cannot be decided: ${before.undecided} → ${after.undecided}. False alarms on other days: ${then} % → ${now} %.`}
      </p>
      <ul>
        {changed.map(({ move, verdict }) => (
          <li key={move.code}>
            {move.relation?.name}, {move.measure === 'TENSION' ? t`tension` : t`engagement`}{' '}
            {move.sense === 'ROSE' ? t`rose` : t`fell`}, {move.from} – {move.to}:{' '}
            <b>
              {names[was.get(move.code) ?? 'UNDECIDED']} → {names[verdict]}
            </b>
          </li>
        ))}
      </ul>
    </>
  )
}
