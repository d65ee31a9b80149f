/** Who has a document in hand, and passing it on: an analyst takes it or gives it back, an editor gives it to anybody. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { HoldDocumentDocument } from '../../../server/figure/generated/documents.ts'
import { Faults, faultsOf } from '../admin/Screen.tsx'

interface Props {
  readonly document: string
  readonly title: string
  readonly holder: string | null
  readonly own: string
  readonly editor: boolean
  readonly onMoved: () => void
}

export function InHand({ document, title, holder, own, editor, onMoved }: Props) {
  const { t } = useLingui()
  /** null: nobody is being named. */
  const [name, setName] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly string[]>([])
  const [{ fetching }, hold] = useMutation(HoldDocumentDocument)
  const give = async (to: string | null) => {
    const answer = await hold({ document, holder: to })
    const done = answer.data?.holdDocument
    setFaults(done?.document ? [] : faultsOf(answer, done?.userErrors))
    if (!done?.document) return
    setName(null)
    onMoved()
  }
  if (name !== null) {
    return (
      <form
        className="in-hand"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void give(name.trim())
        }}
      >
        <input
          type="text"
          required
          size={10}
          autoComplete="off"
          aria-label={t`Whom to give it to`}
          // biome-ignore lint/a11y/noAutofocus: it was opened to be filled in
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setName(null)}
        />
        <button type="submit" disabled={fetching}>{t`Give`}</button>
        <Faults faults={faults} />
      </form>
    )
  }
  return (
    <div className="in-hand">
      {holder !== null && <b dir="auto">{holder === own ? t`you` : holder}</b>}
      {holder === null && (
        <button type="button" disabled={fetching} aria-label={t`Take it: ${title}`} onClick={() => void give(own)}>
          {t`Take it`}
        </button>
      )}
      {holder !== null && (holder === own || editor) && (
        <button type="button" disabled={fetching} aria-label={t`Give back: ${title}`} onClick={() => void give(null)}>
          {t`Give back`}
        </button>
      )}
      {editor && (
        <button type="button" aria-label={t`Give to … ${title}`} onClick={() => setName('')}>
          {t`Give to …`}
        </button>
      )}
      <Faults faults={faults} />
    </div>
  )
}
