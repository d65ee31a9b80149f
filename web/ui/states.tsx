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
  /** True where this is all the page has: the title is then the page's. */
  readonly whole?: boolean
}

export function Empty({ title, why, action, whole = false }: EmptyProps) {
  const Heading = whole ? 'h1' : 'h2'
  return (
    <div className="state empty">
      <Heading>{title}</Heading>
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
  /** True where this is all the page has: the title is then the page's. */
  readonly whole?: boolean
}

export function Failed({ error, onRetry, action, whole = false }: FailedProps) {
  const { t } = useLingui()
  const Heading = whole ? 'h1' : 'h2'
  const { reached, denied, sentences, requestId } = failureOf(error)
  return (
    <div className="state failed" role="alert">
      <Heading>
        {denied
          ? t`This is not open to you`
          : reached
            ? t`The server refused this question`
            : t`The server cannot be reached`}
      </Heading>
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
      {denied && <a href="/sign-in">{t`Sign in`}</a>}
      <button type="button" onClick={onRetry}>{t`Try again`}</button>
      {action}
    </div>
  )
}
