/** Choosing a tag by typing some of its name, with what it means beside it. Arrows walk the list, Enter chooses. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useId, useState } from 'react'
import type { DeskQuery } from '../../../server/figure/generated/documents.ts'
import { QUAD_NAMES } from '../../ui/families.ts'

export type DeskTag = NonNullable<DeskQuery['codebook']>['tags'][number]

interface Props {
  readonly tags: readonly DeskTag[]
  readonly value: string
  readonly onChoose: (code: string) => void
  readonly onClose: () => void
  /** The focus went elsewhere by itself. */
  readonly onLeave: () => void
}

export function TagPicker({ tags, value, onChoose, onClose, onLeave }: Props) {
  const { t, i18n } = useLingui()
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = tagsMatching(tags, words)
  const current = found[Math.min(at, found.length - 1)]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && current) onChoose(current.code)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="tag-picker">
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens because a key asked for it, and the next key is typed into it
        autoFocus
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.code}` : undefined}
        aria-label={t`Tag, by some of its name`}
        placeholder={t`Type some of its name`}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <div role="listbox" id={`${id}-list`} aria-label={t`Tags`}>
        {found.slice(0, 12).map((tag) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: it is pointed at by aria-activedescendant
          <div
            key={tag.code}
            id={`${id}-${tag.code}`}
            role="option"
            aria-selected={tag === current}
            className={tag.code === value ? 'chosen' : ''}
            // Before the field loses the focus, which closes the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(tag.code)}
          >
            <b>{tag.label}</b> <span className="quiet">{i18n._(QUAD_NAMES[tag.quad])}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** Tags that have every word typed in their label, code or family; those whose label begins with it first. */
export function tagsMatching(tags: readonly DeskTag[], words: string): DeskTag[] {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean)
  const held = (tag: DeskTag) => `${tag.label} ${tag.code} ${tag.quad}`.toLowerCase().replace(/[-_]/g, ' ')
  const begins = (tag: DeskTag) => Number(!tag.label.toLowerCase().startsWith(words.trim().toLowerCase()))
  return tags.filter((tag) => asked.every((w) => held(tag).includes(w))).toSorted((x, y) => begins(x) - begins(y))
}
