/** The Share button. The dialog behind it comes when it is opened. */
import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useId, useRef, useState } from 'react'
import { Loading } from '../ui/states.tsx'
import type { RelationProps } from './Relation.tsx'

const ShareForms = lazy(async () => ({ default: (await import('./ShareForms.tsx')).ShareForms }))

export function Share({ relation, view }: Pick<RelationProps, 'relation' | 'view'>) {
  const { t } = useLingui()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
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
            <Suspense fallback={<Loading height={560} />}>
              <ShareForms relation={relation} view={view} />
            </Suspense>
          </>
        )}
      </dialog>
    </>
  )
}
