/** The Share button. The dialog behind it comes when it is opened. */
import { useLingui } from '@lingui/react/macro'
import { Suspense, useId, useRef, useState } from 'react'
import { Fallible } from '../../ui/Fallible.tsx'
import { fetched } from '../../ui/fetched.tsx'
import { Loading } from '../../ui/states.tsx'
import type { RelationProps } from './relationProps.ts'

const ShareForms = fetched(async () => (await import('./ShareForms.tsx')).ShareForms)

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
            <Fallible place="share">
              <Suspense fallback={<Loading height={560} />}>
                <ShareForms relation={relation} view={view} />
              </Suspense>
            </Fallible>
          </>
        )}
      </dialog>
    </>
  )
}
