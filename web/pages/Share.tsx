/** The Share dialog: the view as a link, a figure, a file, a question, a citation; live or as it is recorded now. */
import { useLingui } from '@lingui/react/macro'
import { useId, useRef, useState } from 'react'
import { frozenView, type LinkKind } from '../data/share.ts'
import { Segments } from '../ui/Choice.tsx'
import type { RelationProps } from './Relation.tsx'
import { Cite, Downloads, Embed, Links, Programs } from './Share.parts.tsx'

export function Share({ relation, view }: Pick<RelationProps, 'relation' | 'view'>) {
  const { t } = useLingui()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<LinkKind>('live')
  const shared = kind === 'live' ? view : frozenView(view, relation.series)
  const parts = { relation, view: shared, origin: window.location.origin }
  const codebook = relation.series.stamp.codebook
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpen(true)
          dialog.current?.showModal()
        }}
      >{t`Share, embed, download`}</button>
      <dialog ref={dialog} className="share-dialog" aria-labelledby={id} onClose={() => setOpen(false)}>
        {open && (
          <>
            <header>
              <h2 id={id}>{t`Share, embed, download`}</h2>
              <button type="button" onClick={() => dialog.current?.close()}>{t`Close`}</button>
            </header>
            <Segments
              label={t`What others will see`}
              value={kind}
              onChange={setKind}
              options={[
                { value: 'live', label: t`Live: the record when they open it` },
                { value: 'frozen', label: t`Frozen: the record as it is now` },
              ]}
            />
            <p className="quiet">
              {kind === 'live'
                ? t`The figure follows new data and the latest version of the codebook.`
                : t`The figure keeps to what is recorded now and to codebook ${codebook}, whatever comes later.`}
            </p>
            <Links {...parts} frozen={kind === 'frozen' ? null : frozenView(view, relation.series)} />
            <Embed {...parts} />
            <Downloads {...parts} />
            <Programs {...parts} />
            <Cite {...parts} frozen={frozenView(view, relation.series)} />
          </>
        )}
      </dialog>
    </>
  )
}
