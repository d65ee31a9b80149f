/** Surgery on one tag: chosen, looked at, then done in the draft. Nothing on record is touched, and each step can be taken back. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useRef, useState } from 'react'
import { useClient, useMutation } from 'urql'
import {
  ChangeTagsDocument,
  CreateDraftDocument,
  type ImpactFragment,
  LabDocument,
  ProposedTagsDocument,
  type SavedDraftFragment,
  type TagOperation,
} from '../../../server/figure/generated/documents.ts'
import { Segments } from '../../ui/Choice.tsx'
import '../../styles/share.css'
import { ImpactTable } from './ImpactTable.tsx'
import type { LabCodebook } from './Lab.rows.ts'
import { DescribeForm, MergeForm, RenameForm, RetireForm, SplitForm } from './Surgery.forms.tsx'
import { told } from './told.ts'

const KINDS = ['rename', 'describe', 'merge', 'split', 'retire'] as const
type Kind = (typeof KINDS)[number]

interface Props {
  readonly code: string
  readonly base: LabCodebook
  readonly codebook: LabCodebook
  /** Null: one is begun. */
  readonly draft: SavedDraftFragment | null
  /** Are weights moved that are in no draft yet? */
  readonly unsaved: boolean
  readonly onClose: () => void
  readonly onDone: (draft: number) => void
}

export function Surgery({ code, base, codebook, draft, unsaved, onClose, onDone }: Props) {
  const { t } = useLingui()
  const id = useId()
  const client = useClient()
  const dialog = useRef<HTMLDialogElement>(null)
  const [kind, setKind] = useState<Kind>('rename')
  const [operation, setOperation] = useState<TagOperation | null>(null)
  const [begun, setBegun] = useState(draft)
  const [seen, setSeen] = useState<ImpactFragment | null>(null)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [, create] = useMutation(CreateDraftDocument)
  const [, operate] = useMutation(ChangeTagsDocument)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const tag = codebook.tags.find((one) => one.code === code)
  if (!tag) return null
  const changed = (next: TagOperation | null) => {
    setOperation(next)
    setSeen(null)
    setRefusals([])
  }
  const look = async () => {
    if (!operation) return
    setRefusals([])
    const own = begun ?? told(await create({ from: base.version }), (data) => data?.createDraft.draft, setRefusals)
    if (!own) return
    setBegun(own)
    const variables = { draft: own.number, operation }
    const answer = await client.query(ProposedTagsDocument, variables, { requestPolicy: 'network-only' }).toPromise()
    if (answer.data) setSeen(answer.data.proposedTags)
    else setRefusals(answer.error?.graphQLErrors.map((e) => e.message) ?? [])
  }
  const go = async () => {
    if (!operation || !begun) return
    const variables = { draft: begun.number, edition: begun.edition, operation }
    const made = told(await operate(variables), (data) => data?.changeTags.draft, setRefusals)
    if (!made) return
    const version = `draft:${made.number}`
    await client.query(LabDocument, { version }, { requestPolicy: 'network-only' }).toPromise()
    onDone(made.number)
  }
  const form = { tag, codebook, onChange: changed }
  return (
    <dialog ref={dialog} className="share-dialog surgery" aria-labelledby={id} onClose={onClose}>
      <header>
        <h2 id={id}>{t`Change the tag “${tag.label}”`}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>{t`Close`}</button>
      </header>
      <Segments<Kind>
        label={t`What is to be done`}
        value={kind}
        onChange={(next) => {
          setKind(next)
          changed(null)
        }}
        options={[
          { value: 'rename', label: t`Rename` },
          { value: 'describe', label: t`Describe` },
          { value: 'merge', label: t`Merge others into it` },
          { value: 'split', label: t`Split` },
          { value: 'retire', label: t`Retire` },
        ]}
      />
      {kind === 'rename' && <RenameForm {...form} />}
      {kind === 'describe' && <DescribeForm {...form} />}
      {kind === 'merge' && <MergeForm {...form} />}
      {kind === 'split' && <SplitForm {...form} />}
      {kind === 'retire' && <RetireForm {...form} />}
      <div className="surgery-acts">
        <button type="button" disabled={operation === null || unsaved} onClick={look}>{t`See what it does`}</button>
        <button type="button" disabled={seen === null} onClick={go}>
          {begun ? t`Do it in draft ${begun.number}` : t`Do it in a draft`}
        </button>
      </div>
      {unsaved && <p className="notice">{t`Save the weights you have moved first, or reset them.`}</p>}
      <div role="alert">
        {refusals.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
      {seen && (
        <div role="status">
          <ImpactTable diff={seen} />
        </div>
      )}
    </dialog>
  )
}
