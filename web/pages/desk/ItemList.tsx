/** The queue of one document: every item with where it stands. */
import { useLingui } from '@lingui/react/macro'
import { numberText } from '../../../server/figure/words/format.ts'
import type { Item } from './item.ts'

interface Props {
  readonly items: readonly Item[]
  readonly selected: string | null
  /** Statement on record, by item. */
  readonly settled: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, string>
  readonly refused: ReadonlyMap<string, string>
  /** Items that an editor decided. */
  readonly decided: ReadonlySet<string>
  readonly onSelect: (key: string) => void
}

export function ItemList({ items, selected, settled, names, labels, refused, decided, onSelect }: Props) {
  const { t, i18n } = useLingui()
  const words = (item: Item) => {
    if (item.opened) return item.opened.clash ? t`changed by a colleague` : t`opened again`
    if (item.status === 'rejected') return item.like === null ? t`rejected` : t`on record already`
    if (refused.has(item.key)) return t`not taken`
    if (item.status === 'open') return t`open`
    if (decided.has(item.key)) return t`decided`
    return settled.has(item.key) ? t`settled` : t`settling`
  }
  return (
    <ol className="desk-items" aria-label={t`What was found`}>
      {items.map((item) => (
        <li
          key={item.key}
          className={`${item.status}${decided.has(item.key) ? ' decided' : ''}${item.opened?.clash ? ' clash' : ''}`}
        >
          <button type="button" aria-current={item.key === selected} onClick={() => onSelect(item.key)}>
            <span className="who">
              {names.get(item.source) ?? (item.source || '–')} {item.mutual ? '↔' : '→'}{' '}
              {names.get(item.target) ?? (item.target || '–')}
            </span>
            {!item.blind && <span>{labels.get(item.tag) ?? t`no tag`}</span>}
            {item.note.trim() !== '' && (
              <span className="noted" title={item.note}>
                ✎ {t`note`}
              </span>
            )}
            <span className="quiet">
              {decided.has(item.key) && (
                <svg className="lock" viewBox="0 0 12 12" aria-hidden="true">
                  <path d="M3.5 5V3.5a2.5 2.5 0 0 1 5 0V5H10v6.5H2V5z M4.7 5h2.6V3.5a1.3 1.3 0 0 0-2.6 0z" />
                </svg>
              )}
              {words(item)}
              {item.confidence !== null && item.status === 'open' && !item.opened && (
                <> · {t`${numberText(i18n.locale, item.confidence * 100)} % sure`}</>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
