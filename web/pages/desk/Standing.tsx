/** How an item stands beside the record: decided by an editor, corrected by a colleague, opened again, or told two ways. */
import { useLingui } from '@lingui/react/macro'
import type { Content, Item } from './item.ts'
import type { SettledBy } from './settlers.ts'

interface Props {
  readonly item: Item
  /** null: it is not on record. */
  readonly by: SettledBy | null
  /** May whoever looks change what was decided? */
  readonly decides: boolean
  readonly names: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, string>
  readonly onTake: () => void
  readonly onKeep: () => void
}

export function StandingNote({ item, by, decides, names, labels, onTake, onKeep }: Props) {
  const { t } = useLingui()
  const { opened } = item
  const decider = by?.decidedBy ?? null
  const locked = decider !== null && !decides
  return (
    <>
      {opened?.clash && (
        <div className="notice clash" role="alert">
          <p>
            <b>{t`A colleague changed this while you were working on it.`}</b> {t`Nothing of yours is lost.`}
          </p>
          <dl>
            <div>
              <dt>{t`Yours`}</dt>
              <dd>
                <Told said={item} names={names} labels={labels} />
              </dd>
            </div>
            <div>
              <dt>{t`On record`}</dt>
              <dd>
                <Told said={opened.was} names={names} labels={labels} />
              </dd>
            </div>
          </dl>
          <div className="acts">
            <button type="button" onClick={onTake}>{t`Take what is on record`}</button>
            {!locked && <button type="button" onClick={onKeep}>{t`Go on with mine`}</button>}
          </div>
        </div>
      )}
      {decider !== null && (
        <div className="notice decided">
          {locked && <p>{t`Decided by ${decider}, editor. Locked for analysts.`}</p>}
          {by?.reason ? (
            <p dir="auto">{t`Decided by ${decider}, editor: ${by.reason}`}</p>
          ) : (
            !locked && <p>{t`Decided by ${decider}, editor.`}</p>
          )}
        </div>
      )}
      {decider === null && by?.own === false && !opened && (
        <p className="notice">{t`A colleague corrected this: it is shown as it stands on record.`}</p>
      )}
      {opened && !opened.clash && (
        <p className="notice">
          {opened.why !== '' && t`Opened again: ${opened.why}`}{' '}
          <span className="quiet">{t`What is on record stands until you settle it anew.`}</span>
        </p>
      )}
    </>
  )
}

function Told({ said, names, labels }: Pick<Props, 'names' | 'labels'> & { readonly said: Content }) {
  const { t } = useLingui()
  return (
    <>
      <b>{labels.get(said.tag) ?? t`no tag`}</b>
      <br />
      {names.get(said.source) ?? '–'} {said.mutual ? '↔' : '→'} {names.get(said.target) ?? '–'} · {said.day}
      {said.summary !== '' && (
        <>
          <br />
          <span dir="auto">{said.summary}</span>
        </>
      )}
    </>
  )
}
