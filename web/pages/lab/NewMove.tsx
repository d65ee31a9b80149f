/** A known move to add: what happened, between which days, and where that is known from. */
import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useId, useState } from 'react'
import { useMutation } from 'urql'
import { AddKnownMoveDocument, type LabQuery } from '../../../server/figure/generated/documents.ts'
import { told } from './told.ts'

interface Props {
  readonly relations: LabQuery['relations']['nodes']
}

const EMPTY = { relation: '', measure: 'TENSION', sense: 'ROSE', from: '', to: '', least: '2', note: '', source: '' }

export function NewMove({ relations }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [given, setGiven] = useState(EMPTY)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const [added, setAdded] = useState<string | null>(null)
  const [, add] = useMutation(AddKnownMoveDocument)
  const set = (key: keyof typeof EMPTY) => (event: { currentTarget: { value: string } }) =>
    setGiven({ ...given, [key]: event.currentTarget.value })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusals([])
    setAdded(null)
    const { relation, measure, sense, from, to, note, source } = given
    const code = `${relation}-${to}-${measure.toLowerCase()}`
    const move = { code, relation, from, to, note: note.trim(), source: source.trim(), least: Number(given.least) }
    const input = {
      ...move,
      measure: measure === 'TENSION' ? 'TENSION' : 'ENGAGEMENT',
      sense: sense === 'ROSE' ? 'ROSE' : 'FELL',
    } as const
    const made = told(await add({ input }), (data) => data?.addKnownMove.move, setRefusals)
    if (!made) return
    setAdded(made.code)
    setGiven(EMPTY)
  }
  const field = (key: 'from' | 'to' | 'least', label: string, hint: string) => (
    <div className="surgery-field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <input
        id={`${id}-${key}`}
        type="text"
        dir="ltr"
        required
        placeholder={hint}
        value={given[key]}
        onChange={set(key)}
      />
    </div>
  )
  const text = (key: 'note' | 'source', label: string) => (
    <div className="surgery-field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      <textarea id={`${id}-${key}`} rows={2} required maxLength={1000} value={given[key]} onChange={set(key)} />
    </div>
  )
  return (
    <form className="new-move" onSubmit={submit}>
      <div className="choice">
        <label htmlFor={`${id}-relation`}>{t`Relation`}</label>
        <select id={`${id}-relation`} required value={given.relation} onChange={set('relation')}>
          <option value="">{t`Choose …`}</option>
          {relations.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div className="choice">
        <label htmlFor={`${id}-measure`}>{t`Score`}</label>
        <select id={`${id}-measure`} value={given.measure} onChange={set('measure')}>
          <option value="TENSION">{t`Tension`}</option>
          <option value="ENGAGEMENT">{t`Engagement`}</option>
        </select>
      </div>
      <div className="choice">
        <label htmlFor={`${id}-sense`}>{t`Which way`}</label>
        <select id={`${id}-sense`} value={given.sense} onChange={set('sense')}>
          <option value="ROSE">{t`rose`}</option>
          <option value="FELL">{t`fell`}</option>
        </select>
      </div>
      {field('from', t`The day before it`, '2018-06-30')}
      {field('to', t`The day after it`, '2018-07-31')}
      {field('least', t`Points at the least`, '2')}
      {text('note', t`What happened`)}
      {text('source', t`Where that is known from, weights apart`)}
      <button type="submit">{t`Add this move`}</button>
      <div role="alert">
        {refusals.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
      <p role="status">{added !== null && t`Added as ${added}. Every codebook is held to it from now on.`}</p>
    </form>
  )
}
