/** The queue of one document: every item with where it stands. */
import { useLingui } from '@lingui/react/macro'
import { numberText } from '../../../server/figure/words/format.ts'
import type { Item } from './work.ts'

interface Props {
  readonly items: readonly Item[]
  readonly selected: string | null
  /** Statement on record, by item. */
  readonly settled: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
  readonly labels: ReadonlyMap<string, string>
  readonly refused: ReadonlyMap<string, string>
  readonly onSelect: (key: string) => void
}

export function ItemList({ items, selected, settled, names, labels, refused, onSelect }: Props) {
  const { t, i18n } = useLingui()
  const words = (item: Item) =>
    item.status === 'rejected'
      ? item.like === null
        ? t`rejected`
        : t`on record already`
      : refused.has(item.key)
        ? t`not taken`
        : item.status === 'done'
          ? settled.has(item.key)
            ? t`settled`
            : t`settling`
          : t`open`
  return (
    <ol className="desk-items" aria-label={t`What was found`}>
      {items.map((item) => (
        <li key={item.key} className={item.status}>
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
              {words(item)}
              {item.confidence !== null && item.status === 'open' && (
                <> · {t`${numberText(i18n.locale, item.confidence * 100)} % sure`}</>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
