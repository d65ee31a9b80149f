/** What a screen shows when it has nothing to show yet, nothing at all, or a failure. Each says why and offers one way on. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { failureOf } from '../data/client.ts'

/** Takes the height of what will come. Its words appear after 300 ms only (in CSS), so that fast answers do not flicker. */
export function Loading({ height }: { readonly height: number }) {
  const { t } = useLingui()
  return (
    <div className="state loading" style={{ minHeight: height }} aria-busy="true">
      <p className="words">{t`Loading`}</p>
    </div>
  )
}

interface EmptyProps {
  readonly title: string
  readonly why: ReactNode
  readonly action?: ReactNode
}

export function Empty({ title, why, action }: EmptyProps) {
  return (
    <div className="state empty">
      <h2>{title}</h2>
      <p>{why}</p>
      {action}
    </div>
  )
}

interface FailedProps {
  readonly error: CombinedError
  readonly onRetry: () => void
  /** Another way on, where trying again cannot help. */
  readonly action?: ReactNode
}

export function Failed({ error, onRetry, action }: FailedProps) {
  const { t } = useLingui()
  const { reached, sentences, requestId } = failureOf(error)
  return (
    <div className="state failed" role="alert">
      <h2>{reached ? t`The server refused this question` : t`The server cannot be reached`}</h2>
      {reached ? (
        sentences.map((sentence) => (
          <p key={sentence} dir="auto">
            {sentence}
          </p>
        ))
      ) : (
        <p>{t`Nothing is lost: what you chose is in the address. Try again when the connection is back.`}</p>
      )}
      {requestId && (
        <p className="quiet">
          {t`Request`} <code>{requestId}</code>
        </p>
      )}
      <button type="button" onClick={onRetry}>{t`Try again`}</button>
      {action}
    </div>
  )
}
