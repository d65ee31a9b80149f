/** Above the panes of the desk: which document, whether all is kept, what to know of it, and what is done to it as a whole. */
import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { numberText } from '../../../server/figure/words/format.ts'
import { Alike } from './Alike.tsx'
import type { DeskData } from './item.ts'
import type { KeyMap } from './keys.ts'
import type { Settling } from './useSettling.ts'
import type { WorkHistory } from './useWork.ts'

interface Props {
  readonly desk: DeskData
  readonly keys: KeyMap
  readonly history: Pick<WorkHistory, 'undo' | 'redo' | 'keeping' | 'insist' | 'yieldTo'>
  readonly settling: Pick<Settling, 'busy' | 'refused' | 'retry'>
  /** Items that are open, of all. */
  readonly open: number
  readonly all: number
  readonly onAdd: () => void
  readonly onRejectOpen: () => void
}

export function DeskHead({ desk, keys, history, settling, open, all, onAdd, onRejectOpen }: Props) {
  const { t, i18n } = useLingui()
  const { document, colleagues, silence } = desk
  const { undo, redo, keeping, insist, yieldTo } = history
  const { busy, refused, retry } = settling
  const number = (n: number) => numberText(i18n.locale, n)
  const kept: Readonly<Record<WorkHistory['keeping'], string>> = {
    kept: busy ? t`settling …` : t`everything is kept`,
    keeping: t`keeping …`,
    offline: t`not kept on the server yet: it is kept in this browser, and tried again`,
    conflict: t`another window has changed this work`,
  }
  return (
    <>
      <p className="crumb">
        <Link href="/desk">{t`All documents`}</Link>
      </p>
      <h1 dir="auto">{document.title}</h1>
      <p className="quiet">
        {document.outlet?.name ?? t`outlet not known`} · {document.published ?? t`day not known`} ·{' '}
        {t`${number(open)} open of ${number(all)}`} · <span role="status">{kept[keeping]}</span>
      </p>
      {keeping === 'conflict' && (
        <p className="notice">
          <button type="button" onClick={yieldTo}>{t`Take what the other window has`}</button>{' '}
          <button type="button" onClick={() => void insist()}>{t`Keep what is here`}</button>
        </p>
      )}
      {colleagues.length > 0 && (
        <p className="notice">
          {t`Also at this document: ${colleagues.map((c) => c.name).join(', ')}. What each of you settles is shown as settled; nothing is overwritten.`}
        </p>
      )}
      <Alike resembling={desk.resembling} />
      {silence !== null && <p className="notice">{silence}</p>}
      {refused.size > 0 && (
        <p className="notice">
          {t`Some items were not taken.`}{' '}
          <button type="button" onClick={retry}>
            {t`Try again`}
          </button>
        </p>
      )}
      <div className="desk-bar">
        <button type="button" disabled={!undo} onClick={() => undo?.()}>
          {t`Undo`} <kbd>{keys.undo}</kbd>
        </button>
        <button type="button" disabled={!redo} onClick={() => redo?.()}>
          {t`Redo`} <kbd>{keys.redo}</kbd>
        </button>
        <button
          type="button"
          // The selection in the text must outlive the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={onAdd}
        >
          {t`Add what is selected`} <kbd>{keys.add}</kbd>
        </button>
        <button type="button" disabled={open === 0} onClick={onRejectOpen}>
          {t`Reject all that is open`}
        </button>
      </div>
    </>
  )
}
