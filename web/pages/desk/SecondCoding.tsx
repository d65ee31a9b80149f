/**
 * Statements of the document that somebody else has settled, to be judged a second time: the words and the parties are
 * shown, the tag they were given is not until one's own judgement is in.
 */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { CodingsDocument, type DeskQuery, SubmitCodingDocument } from '../../../server/figure/generated/documents.ts'
import { Choice } from '../../ui/Choice.tsx'
import type { Standing } from './item.ts'

type Tags = NonNullable<DeskQuery['codebook']>['tags']

interface Props {
  readonly statements: readonly Standing[]
  readonly text: string
  readonly tags: Tags
  readonly names: ReadonlyMap<string, string>
  /** Is it on record what was proposed here? Until then nobody could tell a blind judgement. */
  readonly ready: boolean
}

export function SecondCoding({ statements, text, tags, names, ready }: Props) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  if (statements.length === 0) return null
  return (
    <details className="second" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t`On record from others: ${statements.length}. Judge them too`}</summary>
      {open && (
        <ol>
          {statements.map((statement) => (
            <One key={statement.id} statement={statement} text={text} tags={tags} names={names} ready={ready} />
          ))}
        </ol>
      )}
    </details>
  )
}

interface OneProps extends Omit<Props, 'statements'> {
  readonly statement: Standing
}

function One({ statement, text, tags, names, ready }: OneProps) {
  const { t } = useLingui()
  const [tag, setTag] = useState('')
  const [reason, setReason] = useState('')
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [{ data }, ask] = useQuery({
    query: CodingsDocument,
    variables: { statement: statement.id, codebook: 'default' },
  })
  const [{ fetching }, submit] = useMutation(SubmitCodingDocument)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const input = { statement: statement.id, judgement: { tag, reason: reason.trim() } }
    const { data: done, error } = await submit({ input })
    const faults = done?.submitCoding.userErrors.map((e) => e.message) ?? (error ? [error.message] : [])
    setRefusals(faults)
    if (faults.length === 0) ask({ requestPolicy: 'network-only' })
  }
  const name = (code: string) => names.get(code) ?? code
  const codings = data?.codings ?? []
  return (
    <li className="dispute">
      <p>
        <b>
          {name(statement.source.code)} → {name(statement.target.code)}
        </b>
      </p>
      <blockquote dir="auto">{text.slice(statement.start ?? 0, statement.end ?? 0)}</blockquote>
      {codings.length > 0 ? (
        <ul>
          {codings.map((coding) => (
            <li key={`${coding.coder} ${coding.codebook}`}>
              {coding.coder}: <b>{coding.tag.label}</b> <span dir="auto">{coding.reason}</span>
            </li>
          ))}
        </ul>
      ) : (
        <form onSubmit={send}>
          <Choice
            label={t`It is`}
            value={tag}
            options={[
              { value: '', label: t`Choose …` },
              ...tags.map((known) => ({ value: known.code, label: known.label })),
            ]}
            onChange={setTag}
          />
          <div className="choice">
            <label htmlFor={`second-${statement.id}`}>{t`Why this tag`}</label>
            <input
              id={`second-${statement.id}`}
              type="text"
              required
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <button
            type="submit"
            disabled={!ready || fetching || tag === '' || reason.trim() === ''}
          >{t`Give my judgement`}</button>
        </form>
      )}
      <div role="alert">
        {refusals.map((message) => (
          <p key={message} className="wrong">
            {message}
          </p>
        ))}
      </div>
    </li>
  )
}
