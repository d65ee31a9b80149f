/** One item, field by field, with what its tag means at hand. */
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useId } from 'react'
import type { DeskQuery } from '../../../server/figure/generated/documents.ts'
import { asProposed, type Item, type Missing, missingIn } from './item.ts'
import type { KeyMap } from './keys.ts'
import { TagMeaning } from './TagMeaning.tsx'
import { type DeskTag, TagPicker } from './TagPicker.tsx'
import type { Fields } from './work.ts'

interface Props {
  readonly item: Item
  readonly tags: readonly DeskTag[]
  readonly actors: DeskQuery['actors']['nodes']
  readonly favourites: readonly string[]
  readonly keys: KeyMap
  readonly picking: boolean
  /** Why the server would not take it. */
  readonly refused: string | undefined
  /** An editor decided it, and whoever looks is none: it is not opened again. */
  readonly locked: boolean
  /** How it stands beside the record. */
  readonly standing: ReactNode
  /** The question why, where one is asked: nothing else is done before it is answered. */
  readonly asked: ReactNode
  readonly onEdit: (fields: Fields) => void
  readonly onPick: (open: boolean) => void
  /** The list of tags was left for something else. */
  readonly onLeave: () => void
  readonly onSwap: () => void
  readonly onAccept: () => void
  readonly onReject: () => void
  readonly onReopen: () => void
}

export function CodingPanel(props: Props) {
  const { item, tags, actors, favourites, keys, picking, refused, onEdit, onPick } = props
  const { t } = useLingui()
  const id = useId()
  const missing = missingIn(item)
  const closed = item.status !== 'open'
  const tag = tags.find((known) => known.code === item.tag)
  const words: Readonly<Record<Missing, string>> = {
    source: t`who acts`,
    target: t`toward whom`,
    same: t`two different actors`,
    tag: t`a tag`,
    day: t`the day, like 2026-11-20`,
  }
  const field = (name: keyof Fields & string, label: string, value: string, more: object = {}) => (
    <div className="choice">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        data-field={name}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={value}
        readOnly={closed}
        onChange={(event) => onEdit({ [name]: event.currentTarget.value })}
        {...more}
      />
    </div>
  )
  const flag = (name: 'mutual' | 'reported' | 'denied' | 'hypothetical' | 'background', label: ReactNode) => (
    <label className="flag">
      <input
        type="checkbox"
        checked={item[name]}
        disabled={closed}
        onChange={(event) => onEdit({ [name]: event.currentTarget.checked })}
      />{' '}
      {label}
    </label>
  )
  const named = (code: string) => actors.find((actor) => actor.code === code)?.name
  const note = (
    <div className="choice">
      <label htmlFor={`${id}-note`}>{t`Notes and questions on this item`}</label>
      <textarea
        id={`${id}-note`}
        data-field="note"
        rows={2}
        value={item.note}
        onChange={(event) => onEdit({ note: event.currentTarget.value })}
      />
    </div>
  )
  if (item.blind) {
    return (
      <section className="coding" aria-label={t`The statement`}>
        <p>
          {named(item.source) ?? '–'} {item.mutual ? '↔' : '→'} {named(item.target) ?? '–'}
        </p>
        <p className="notice">
          {t`On record already. What was proposed stays unseen, so that you can judge it blind below; it is shown once you open it again.`}
        </p>
        {note}
        <div className="acts">
          <button type="button" onClick={props.onReopen}>
            {t`Open it again`} <kbd>{keys.reopen}</kbd>
          </button>
        </div>
      </section>
    )
  }
  return (
    <form
      className="coding"
      aria-label={t`The statement`}
      onSubmit={(event) => {
        event.preventDefault()
        props.onAccept()
      }}
    >
      {props.standing}
      {props.asked}
      <datalist id={`${id}-actors`}>
        {actors.map((actor) => (
          <option key={actor.code} value={actor.code}>
            {actor.name}
          </option>
        ))}
      </datalist>
      <div className="parties">
        {field('source', t`Who acts`, item.source, { list: `${id}-actors`, size: 9 })}
        <button type="button" disabled={closed} onClick={props.onSwap} title={t`Swap the two`}>
          ⇄ <kbd>{keys.swap}</kbd>
        </button>
        {field('target', t`Toward whom`, item.target, { list: `${id}-actors`, size: 9 })}
        {flag(
          'mutual',
          <>
            {t`both to each other`} <kbd>{keys.mutual}</kbd>
          </>,
        )}
      </div>
      <p className="quiet names">
        {named(item.source) ?? '–'} {item.mutual ? '↔' : '→'} {named(item.target) ?? '–'}
      </p>
      <div className="tag-field">
        <span className="label">{t`Tag`}</span>
        <button type="button" disabled={closed} onClick={() => onPick(true)} aria-expanded={picking}>
          {tag?.label ?? t`Choose a tag`} <kbd>{keys.tag}</kbd>
        </button>
        {picking && !closed && (
          <TagPicker
            tags={tags}
            value={item.tag}
            onChoose={(code) => {
              onEdit({ tag: code })
              onPick(false)
            }}
            onClose={() => onPick(false)}
            onLeave={props.onLeave}
          />
        )}
      </div>
      <ol className="favourites" aria-label={t`Tags most used here`}>
        {favourites.map((code, i) => (
          <li key={code}>
            <button
              type="button"
              disabled={closed}
              onClick={() => onEdit({ tag: code })}
              aria-pressed={code === item.tag}
            >
              <kbd>{i + 1}</kbd> {tags.find((known) => known.code === code)?.label ?? code}
            </button>
          </li>
        ))}
      </ol>
      {tag && <TagMeaning tag={tag} />}
      <div className="parties">
        {field('day', t`Day`, item.day, { inputMode: 'numeric', size: 11, placeholder: '2026-11-20' })}
        <label className="flag">
          <input
            type="checkbox"
            checked={item.precision === 'MONTH'}
            disabled={closed}
            onChange={(event) => onEdit({ precision: event.currentTarget.checked ? 'MONTH' : 'DAY' })}
          />{' '}
          {t`only the month is known`}
        </label>
        {field('speaker', t`Who speaks`, item.speaker)}
      </div>
      {field('summary', t`In our own words`, item.summary, {
        placeholder: t`Made from parties and tag where left empty`,
      })}
      {field('reason', t`Why this tag`, item.reason, {
        placeholder: asProposed(item)
          ? t`Public: the coder’s reason below, or your own`
          : t`Public, signed “an analyst”; empty stays empty`,
      })}
      {item.proposed && item.proposed.reason !== '' && (
        <p className="quiet because">
          {asProposed(item)
            ? t`The coder’s reason: ${item.proposed.reason}`
            : t`The coder’s reason was for another tag, pair or day, and is not published.`}
        </p>
      )}
      <div className="flags">
        {flag('reported', t`claimed by a third party`)}
        {flag('denied', t`denied`)}
        {flag('hypothetical', t`would, could, might`)}
        {flag('background', t`mentioned in passing`)}
      </div>
      {missing.length > 0 && item.status !== 'rejected' && (
        <p className="notice">
          {t`Still needed:`} {missing.map((m) => words[m]).join(', ')}
        </p>
      )}
      {refused !== undefined && (
        <p className="notice" role="alert">
          {refused}
        </p>
      )}
      {!props.asked && (
        <div className="acts">
          {item.status === 'open' ? (
            <>
              {/* Keys of their own: the button that opens again must not become, under the finger, the one that settles. */}
              <button key="settle" type="submit" disabled={missing.length > 0}>
                {t`Settle and next`} <kbd>{keys.accept}</kbd> <kbd>Ctrl+Enter</kbd>
              </button>
              <button type="button" onClick={props.onReject}>
                {t`Reject`} <kbd>{keys.reject}</kbd>
              </button>
            </>
          ) : (
            !props.locked && (
              <button key="reopen" type="button" onClick={props.onReopen}>
                {t`Open it again`} <kbd>{keys.reopen}</kbd>
              </button>
            )
          )}
        </div>
      )}
      {note}
    </form>
  )
}
