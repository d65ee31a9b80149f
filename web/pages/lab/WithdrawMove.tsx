/** Withdrawing a known move, with the reason that stands in the audit. Its code is never given to another. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { useMutation } from 'urql'
import { WithdrawKnownMoveDocument } from '../../../server/figure/generated/documents.ts'
import { told } from './told.ts'

interface Props {
  readonly code: string
  readonly onWithdrawn: () => void
}

export function WithdrawMove({ code, onWithdrawn }: Props) {
  const { t } = useLingui()
  const id = useId()
  /** null: nobody has asked to withdraw it. */
  const [reason, setReason] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [{ fetching }, withdraw] = useMutation(WithdrawKnownMoveDocument)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusals([])
    const asked = { code, reason: (reason ?? '').trim() }
    if (told(await withdraw(asked), (data) => data?.withdrawKnownMove.move, setRefusals)) onWithdrawn()
  }
  if (reason === null) {
    return (
      <button type="button" aria-label={t`Withdraw … ${code}`} onClick={() => setReason('')}>
        {t`Withdraw …`}
      </button>
    )
  }
  return (
    <form className="withdraw-move" onSubmit={submit}>
      <p>{t`No codebook is held to it from then on; what was published before stays as it was. It cannot come back under this code.`}</p>
      <div className="surgery-field">
        <label htmlFor={`${id}-why`}>{t`Why it is withdrawn`}</label>
        <input
          id={`${id}-why`}
          type="text"
          required
          maxLength={1000}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: it was opened to be filled in
          autoFocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <p className="acts">
        <button type="submit" disabled={fetching}>
          {t`Withdraw it`}
        </button>{' '}
        <button type="button" onClick={() => setReason(null)}>
          {t`Leave it`}
        </button>
      </p>
      <div role="alert">
        {refusals.map((message) => (
          <p key={message} className="wrong">
            {message}
          </p>
        ))}
      </div>
    </form>
  )
}
