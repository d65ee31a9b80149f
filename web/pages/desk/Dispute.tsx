/** One statement on which coders differ: what each of them judged and why, and the decision, which wants a reason. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import {
  AdjudicateDocument,
  type AgreementQuery,
  CodingsDocument,
  type CodingsQuery,
} from '../../../server/figure/generated/documents.ts'
import { Choice } from '../../ui/Choice.tsx'

interface Props {
  readonly statement: AgreementQuery['disagreements']['nodes'][number]
  readonly tags: NonNullable<AgreementQuery['codebook']>['tags']
  readonly version: string
  /** Editors decide. */
  readonly decides: boolean
  readonly onDecided: () => void
}

export function Dispute({ statement, tags, version, decides, onDecided }: Props) {
  const { t } = useLingui()
  const [{ data }] = useQuery({ query: CodingsDocument, variables: { statement: statement.id, codebook: version } })
  const codings = data?.codings ?? []
  const judged = new Set(codings.flatMap(({ tagUnder }) => (tagUnder === null ? [] : [tagUnder.code])))
  const [tag, setTag] = useState('')
  const [reason, setReason] = useState('')
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [{ fetching }, adjudicate] = useMutation(AdjudicateDocument)
  const sides = `${statement.source.name} → ${statement.target.name}:`
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const input = { statement: statement.id, judgement: { tag, codebook: version, reason: reason.trim() } }
    const { data: done, error } = await adjudicate({ input })
    const faults = done?.adjudicate.userErrors.map((e) => e.message) ?? (error ? [error.message] : [])
    if (faults.length === 0) onDecided()
    else setRefusals(faults)
  }
  return (
    <li className="dispute">
      <h3>
        {/* A summary that nobody wrote is made of the two, and the tag. */}
        {!statement.summary.startsWith(sides) && `${sides} `}
        <span dir="auto">{statement.summary}</span>
      </h3>
      {statement.quote !== null && <blockquote dir="auto">{statement.quote}</blockquote>}
      <p className="quiet">
        {statement.day} · <span dir="auto">{statement.document.title}</span>
      </p>
      {codings.length === 0 ? (
        <p className="quiet">{t`What others judged is shown once you have given your own judgement.`}</p>
      ) : (
        <dl>
          {codings.map((coding) => (
            <div key={`${coding.coder} ${coding.codebook}`}>
              <dt>
                {coding.coder}: <b>{(coding.tagUnder ?? coding.tag).label}</b> <Earlier {...{ coding, version }} />
              </dt>
              <dd dir="auto">{coding.reason}</dd>
            </div>
          ))}
        </dl>
      )}
      {decides && (
        <form onSubmit={submit}>
          <Choice
            label={t`It is`}
            value={tag}
            options={[
              { value: '', label: t`Choose …` },
              ...[...judged].map((code) => ({
                value: code,
                label: tags.find((known) => known.code === code)?.label ?? code,
              })),
              ...tags
                .filter((known) => !judged.has(known.code))
                .map((known) => ({ value: known.code, label: known.label })),
            ]}
            onChange={setTag}
          />
          <div className="choice">
            <label htmlFor={`why-${statement.id}`}>{t`Why: the coders read it`}</label>
            <input
              id={`why-${statement.id}`}
              type="text"
              required
              maxLength={2000}
              size={50}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </div>
          <button type="submit" disabled={fetching || tag === '' || reason.trim() === ''}>{t`Decide`}</button>
          <div role="alert">
            {refusals.map((message) => (
              <p key={message} className="wrong">
                {message}
              </p>
            ))}
          </div>
        </form>
      )}
    </li>
  )
}

interface EarlierProps {
  readonly coding: CodingsQuery['codings'][number]
  readonly version: string
}

/** What was judged under another version, in its own words where they are others now. */
function Earlier({ coding, version }: EarlierProps) {
  const { t } = useLingui()
  const { codebook, tag, tagUnder } = coding
  if (codebook === version) return null
  return (
    <span className="quiet">
      {tagUnder === null
        ? t`judged under ${codebook}; the tag was split or retired since, and does not count here`
        : tagUnder.label === tag.label
          ? t`judged under ${codebook}`
          : t`judged “${tag.label}” under ${codebook}`}
    </span>
  )
}
