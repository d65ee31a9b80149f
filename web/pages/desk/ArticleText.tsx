/**
 * The text with its items underlined. It takes a caret though nothing in it can be changed: arrows walk it, Shift with
 * arrows selects, and a selection becomes an item.
 */
import { useLingui } from '@lingui/react/macro'
import { type RefObject, useMemo } from 'react'
import type { Item } from './item.ts'
import { stretchesOf } from './text.ts'

interface Props {
  readonly text: string
  readonly language: string
  readonly items: readonly Item[]
  readonly selected: string | null
  /** Items that an editor decided. */
  readonly decided: ReadonlySet<string>
  readonly onSelect: (key: string) => void
  readonly textRef: RefObject<HTMLDivElement | null>
}

export function ArticleText({ text, language, items, selected, decided, onSelect, textRef }: Props) {
  const { t } = useLingui()
  const shown = useMemo(() => items.filter((item) => item.status !== 'rejected'), [items])
  const stretches = useMemo(() => stretchesOf(text.length, shown), [text, shown])
  const status = new Map(shown.map((item) => [item.key, item.status]))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field that shows marks in its text, which a textarea cannot
    <div
      ref={textRef}
      className="article"
      role="textbox"
      aria-multiline="true"
      aria-readonly="true"
      aria-label={t`Text of the article. Select words to add a statement.`}
      tabIndex={0}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      lang={language}
      dir="auto"
      onBeforeInput={(event) => event.preventDefault()}
      onPaste={(event) => event.preventDefault()}
      onCut={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        // A caret, and no more: whatever would change the text is kept from it.
        const walks = /^(Arrow|Home|End|Page|Tab|Shift|Control|Alt|Meta|Escape|F\d)/.test(event.key)
        if (!walks && !(event.ctrlKey || event.metaKey)) event.preventDefault()
      }}
    >
      {stretches.map(({ start, end, keys }) => {
        const [key] = keys
        const words = text.slice(start, end)
        if (key === undefined) return <span key={start}>{words}</span>
        const current = selected !== null && keys.includes(selected)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it does the same by keyboard
          <mark
            key={start}
            className={`${status.get(key)}${decided.has(key) ? ' decided' : ''}${current ? ' current' : ''}${keys.length > 1 ? ' several' : ''}`}
            onClick={() => onSelect(current && keys.length > 1 ? after(keys, selected) : key)}
          >
            {words}
          </mark>
        )
      })}
    </div>
  )
}

/** Where several items lie over each other, a click goes on to the next. */
function after(keys: readonly string[], selected: string): string {
  return keys[(keys.indexOf(selected) + 1) % keys.length] ?? selected
}

/** What is selected within an element, in UTF-16 units of its text; null where nothing is. */
export function selectionIn(element: HTMLElement): { start: number; end: number } | null {
  const selection = document.getSelection()
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(element)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  return { start, end: start + range.toString().length }
}
