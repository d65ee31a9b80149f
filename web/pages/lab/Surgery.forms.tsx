/** The forms of surgery: each says what is to be done once it is filled in, and null until then. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import { leavesOf } from '../../../server/domain/codebook/lineage.ts'
import type { TagOperation } from '../../../server/figure/generated/documents.ts'
import type { LabCodebook } from './Lab.rows.ts'

interface Props {
  readonly tag: LabCodebook['tags'][number]
  readonly codebook: LabCodebook
  readonly onChange: (operation: TagOperation | null) => void
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly long?: boolean
}

function Field({ label, value, onChange, long = false }: FieldProps) {
  const id = useId()
  const shared = {
    id,
    value,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  }
  return (
    <div className="surgery-field">
      <label htmlFor={id}>{label}</label>
      {long ? <textarea rows={2} maxLength={2000} {...shared} /> : <input type="text" maxLength={80} {...shared} />}
    </div>
  )
}

/** Tells what is filled in whenever it changes. */
function useTold(operation: TagOperation | null, onChange: Props['onChange']): void {
  const key = JSON.stringify(operation)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is told by its content
  useEffect(() => onChange(operation), [key])
}

export function RenameForm({ tag, onChange }: Props) {
  const { t } = useLingui()
  const [code, setCode] = useState(tag.code)
  const [label, setLabel] = useState(tag.label)
  const same = code.trim() === tag.code && label.trim() === tag.label
  const filled = code.trim() !== '' && label.trim() !== '' && !same
  useTold(filled ? { rename: { tag: tag.code, code: code.trim(), label: label.trim() } } : null, onChange)
  return (
    <>
      <Field label={t`Name`} value={label} onChange={setLabel} />
      <Field label={t`Code`} value={code} onChange={setCode} />
      <p className="quiet">{t`Its events and weights stay.`}</p>
    </>
  )
}

const TEXTS = ['definition', 'includes', 'excludes', 'example', 'reason'] as const

export function DescribeForm({ tag, onChange }: Props) {
  const { t } = useLingui()
  const [texts, setTexts] = useState({ ...tag })
  const changed = TEXTS.filter((key) => texts[key].trim() !== tag[key])
  const said = Object.fromEntries(changed.map((key) => [key, texts[key].trim()]))
  useTold(changed.length > 0 ? { describe: { tag: tag.code, ...said } } : null, onChange)
  const labels = {
    definition: t`What it means`,
    includes: t`What belongs to it`,
    excludes: t`What does not, and where that belongs`,
    example: t`An invented example`,
    reason: t`Why these two weights`,
  }
  return TEXTS.map((key) => (
    <Field
      key={key}
      long
      label={labels[key]}
      value={texts[key]}
      onChange={(value) => setTexts({ ...texts, [key]: value })}
    />
  ))
}

export function MergeForm({ tag, codebook, onChange }: Props) {
  const { t } = useLingui()
  const [chosen, setChosen] = useState<readonly string[]>([])
  useTold(chosen.length > 0 ? { merge: { tags: [...chosen], into: tag.code } } : null, onChange)
  return (
    <fieldset className="surgery-tags">
      <legend>{t`Tags that end: “${tag.label}” takes their codes, and keeps its own weights and words`}</legend>
      {codebook.tags
        .filter((one) => one.code !== tag.code)
        .map((one) => (
          <label key={one.code}>
            <input
              type="checkbox"
              checked={chosen.includes(one.code)}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? [...chosen, one.code] : chosen.filter((c) => c !== one.code))
              }
            />{' '}
            {one.label}
          </label>
        ))}
    </fieldset>
  )
}

export function RetireForm({ tag, codebook, onChange }: Props) {
  const { t } = useLingui()
  const id = useId()
  const [into, setInto] = useState('')
  // A tag that gathers nothing but its own refinement may end without an heir: that counts by its CAMEO code then.
  const alone = tag.cameo.length === 0
  useTold(into !== '' || alone ? { retire: { tag: tag.code, into: into || null } } : null, onChange)
  return (
    <div className="choice">
      <label htmlFor={id}>{t`Its codes (${leavesOf(tag).join(', ')}) go to`}</label>
      <select id={id} value={into} onChange={(event) => setInto(event.currentTarget.value)}>
        <option value="">{alone ? t`the tag of their CAMEO code` : t`Choose …`}</option>
        {codebook.tags
          .filter((one) => one.code !== tag.code)
          .map((one) => (
            <option key={one.code} value={one.code}>
              {one.label}
            </option>
          ))}
      </select>
    </div>
  )
}

interface PartTyped {
  readonly code: string
  readonly label: string
  readonly definition: string
  readonly tension: string
  readonly engagement: string
}

export function SplitForm({ tag, onChange }: Props) {
  const { t } = useLingui()
  const weights = { tension: String(tag.tension), engagement: String(tag.engagement) }
  const empty = { code: '', label: '', definition: '', ...weights }
  const whole = { code: tag.code, label: tag.label, definition: tag.definition, ...weights }
  const [parts, setParts] = useState<readonly PartTyped[]>([whole, empty])
  const leaves = leavesOf(tag)
  const [places, setPlaces] = useState<Readonly<Record<string, number>>>({})
  const filled = parts.every((part) => part.code.trim() !== '' && part.label.trim() !== '')
  const weight = (text: string) => (text.trim() === '' || Number.isNaN(Number(text)) ? null : Number(text))
  const made = parts.map((part, i) => ({
    code: part.code.trim(),
    label: part.label.trim(),
    definition: part.definition.trim() || null,
    tension: weight(part.tension),
    engagement: weight(part.engagement),
    cameo: leaves.filter((leaf) => (places[leaf] ?? 0) === i),
  }))
  useTold(filled ? { split: { tag: tag.code, parts: made } } : null, onChange)
  const set = (i: number, patch: Partial<PartTyped>) =>
    setParts(parts.map((part, at) => (at === i ? { ...part, ...patch } : part)))
  return (
    <>
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name until it is typed
        <fieldset key={i} className="surgery-part">
          <legend>{t`Part ${i + 1}`}</legend>
          <Field label={t`Name`} value={part.label} onChange={(label) => set(i, { label })} />
          <Field label={t`Code`} value={part.code} onChange={(code) => set(i, { code })} />
          <Field
            long
            label={t`What it means`}
            value={part.definition}
            onChange={(definition) => set(i, { definition })}
          />
          <Field label={t`Tension, 0 to 10`} value={part.tension} onChange={(tension) => set(i, { tension })} />
          <Field
            label={t`Engagement, 0 to 10`}
            value={part.engagement}
            onChange={(engagement) => set(i, { engagement })}
          />
        </fieldset>
      ))}
      <button type="button" onClick={() => setParts([...parts, empty])}>{t`Another part`}</button>
      <fieldset className="surgery-codes">
        <legend>{t`Which part has which code`}</legend>
        {leaves.map((leaf) => (
          <label key={leaf}>
            <span className="number">{leaf}</span>{' '}
            <select
              value={places[leaf] ?? 0}
              onChange={(event) => setPlaces({ ...places, [leaf]: Number(event.currentTarget.value) })}
            >
              {parts.map((part, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name until it is typed
                <option key={i} value={i}>
                  {part.label || t`Part ${i + 1}`}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <p className="quiet">
        {t`What is left empty must be written before the draft can be published. What people settled with this tag will have to be recoded.`}
      </p>
    </>
  )
}
