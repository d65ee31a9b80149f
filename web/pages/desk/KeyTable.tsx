/** Which key does what, and another key for whoever wants one. */
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ACTS, type Act, KEYS, type KeyMap, keyOf } from './keys.ts'

const WORDS: Readonly<Record<Act, MessageDescriptor>> = {
  next: msg`Next item`,
  previous: msg`Item before`,
  accept: msg`Settle and next`,
  reject: msg`Reject and next`,
  reopen: msg`Open again what is settled or rejected`,
  swap: msg`Swap the two actors`,
  mutual: msg`Both to each other`,
  tag: msg`Choose a tag`,
  edit: msg`Write the summary`,
  add: msg`Add what is selected`,
  undo: msg`Undo`,
  redo: msg`Redo`,
}

interface Props {
  readonly keys: KeyMap
  readonly onChange: (keys: KeyMap) => void
}

export function KeyTable({ keys, onChange }: Props) {
  const { t, i18n } = useLingui()
  return (
    <details className="key-table">
      <summary>{t`Keys`}</summary>
      <p className="quiet">{t`Press another key in a field to change it. 1 to 9 choose the tags most used here; Escape leaves a field.`}</p>
      <dl>
        {ACTS.map((act) => (
          <div key={act}>
            <dt>
              <label htmlFor={`key-${act}`}>{i18n._(WORDS[act])}</label>
            </dt>
            <dd>
              <input
                id={`key-${act}`}
                type="text"
                readOnly
                size={8}
                value={keys[act]}
                onKeyDown={(event) => {
                  if (/^(Tab|Shift|Control|Alt|Meta|Escape)$/.test(event.key)) return
                  event.preventDefault()
                  const key = keyOf(event.nativeEvent)
                  const taken = ACTS.find((other) => other !== act && keys[other] === key)
                  // Two acts on one key would be one lost: they change places.
                  onChange({ ...keys, [act]: key, ...(taken ? { [taken]: keys[act] } : {}) })
                }}
              />
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => onChange(KEYS)}>{t`As they were`}</button>
    </details>
  )
}
