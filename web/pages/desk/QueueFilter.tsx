/** Which documents of the queue are listed: by words of their title or outlet, and by whose hand they are in. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import type { DeskQueueQueryVariables } from '../../../server/figure/generated/documents.ts'
import { Segments } from '../../ui/Choice.tsx'

export type Sought = DeskQueueQueryVariables
const WHOSE: readonly Sought['whose'][] = ['ALL', 'MINE', 'FREE']

/** As the address has it; what it does not know is all of them. */
export function soughtIn(address: string): Sought {
  const asked = new URLSearchParams(address)
  const whose = WHOSE.find((known) => known.toLowerCase() === asked.get('of')) ?? 'ALL'
  return { search: asked.get('q') ?? '', whose }
}

interface Props extends Sought {
  readonly onChange: (sought: Sought) => void
}

export function QueueFilter({ search, whose, onChange }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [text, setText] = useState(search)
  return (
    <form
      className="queue-filter"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        onChange({ search: text.trim(), whose })
      }}
    >
      <div className="choice">
        <label htmlFor={id}>{t`Find a document`}</label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <button type="submit">{t`Find`}</button>
      <Segments
        label={t`In whose hand`}
        value={whose}
        options={[
          { value: 'ALL', label: t`All` },
          { value: 'MINE', label: t`Mine` },
          { value: 'FREE', label: t`Free` },
        ]}
        onChange={(next) => onChange({ search, whose: next })}
      />
    </form>
  )
}
