/** The item under the hand, and what keys and buttons do with it. What is settled or rejected is opened first. */
import { useLingui } from '@lingui/react/macro'
import { type RefObject, useRef, useState } from 'react'
import { selectionIn } from './ArticleText.tsx'
import { type Item, missingIn } from './item.ts'
import type { Act, KeyMap } from './keys.ts'
import type { SettledBy } from './settlers.ts'
import { wholeWords } from './text.ts'
import type { WorkHistory } from './useWork.ts'
import { added, edited, explained, marked, nextOpen, openedAgain, replaced, swapped, type Work } from './work.ts'

/** What a reason is asked for: what is done once it is given. */
export type Asking = 'open' | 'done' | 'rejected'

interface At {
  readonly history: Pick<WorkHistory, 'work' | 'change' | 'undo' | 'redo'>
  /** The document: its text, and the day of an item that a person adds. */
  readonly text: string
  readonly published: string | null
  readonly textRef: RefObject<HTMLElement | null>
  readonly panel: RefObject<HTMLElement | null>
  /** Statement on record, by item, and who settled it. */
  readonly settled: ReadonlyMap<string, string>
  readonly settledBy: ReadonlyMap<string, SettledBy>
  /** Is it an editor, who may change what was decided? */
  readonly decides: boolean
  readonly keys: KeyMap
  /** An item in a sentence. */
  readonly sentenceOf: (item: Item) => string
  readonly say: (sentence: string) => void
}

export interface Hand {
  /** null: none is. */
  readonly item: Item | null
  readonly selected: string | null
  /** Who settled it; null: it is not on record. */
  readonly by: SettledBy | null
  /** An editor decided it, and who is at the desk is none. */
  readonly locked: boolean
  readonly picking: boolean
  readonly pick: (open: boolean) => void
  readonly asking: Asking | null
  /** The reason that was asked for; null: nothing is to be done after all. */
  readonly answer: (why: string | null) => void
  readonly select: (key: string | null) => void
  /** Changes it where it is open, and says so where it is not. */
  readonly edit: (next: (key: string) => Work, typing?: string) => void
  /** After a colleague changed it too: theirs, or one's own. */
  readonly take: () => void
  readonly goOn: () => void
  readonly acts: Readonly<Record<Act, () => void>>
}

export function useHand(at: At): Hand {
  const { t } = useLingui()
  const { text, textRef, panel, settled, settledBy, decides, keys, sentenceOf, say } = at
  const { work, change, undo, redo } = at.history
  const [selected, setSelected] = useState<string | null>(() => nextOpen(work, null) ?? work.items[0]?.key ?? null)
  const [picking, setPicking] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  /** Where the hand was when a reason was asked for. */
  const hand = useRef<Element | null>(null)
  const item = work.items.find((i) => i.key === selected) ?? null
  const step = (by: 1 | -1) => {
    const at = work.items.findIndex((i) => i.key === selected)
    const next = work.items[Math.min(work.items.length - 1, Math.max(0, at + by))]
    if (next) select(next.key)
  }
  const select = (key: string | null) => {
    setSelected(key)
    setPicking(false)
    setAsking(null)
    const chosen = work.items.find((i) => i.key === key)
    if (chosen) say(sentenceOf(chosen))
  }
  const by = item ? (settledBy.get(item.key) ?? null) : null
  const locked = by !== null && by.decidedBy !== null && !decides
  const ask = (what: Asking) => {
    hand.current = document.activeElement
    setAsking(what)
  }
  const answer = (why: string | null) => {
    if (item && why !== null && asking !== null) {
      if (asking === 'open') change(openedAgain(work, item.key, why))
      else finish(explained(work, item.key, why), asking)
    }
    setAsking(null)
    const { current } = hand
    const back = current instanceof HTMLElement && current.closest('.article, .desk-items') ? current : textRef.current
    back?.focus({ preventScroll: true })
  }
  /** Why nothing is done with an item that is not open. */
  const closed = () => {
    if (locked) return say(t`Decided by ${by.decidedBy}, editor. Locked for analysts.`)
    if (item) say(t`It is not open: ${keys.reopen} opens it again.`)
  }
  /** Changes the item in hand; nothing where there is none, or it is not open. */
  const edit = (next: (key: string) => Work, typing?: string) =>
    item?.status === 'open' ? change(next(item.key), typing) : closed()
  const decide = (status: Exclude<Asking, 'open'>) => {
    if (!item) return
    if (item.status !== 'open') return closed()
    if (status === 'done' && missingIn(item).length > 0) return say(t`Not yet: something is still needed.`)
    if (item.opened && locked) return closed()
    if (item.opened?.why === '') return ask(status)
    finish(work, status)
  }
  const finish = (from: Work, status: Exclude<Asking, 'open'>) => {
    if (!item) return
    change(marked(from, [item.key], status))
    say(status === 'done' ? t`Settled: ${sentenceOf(item)}` : t`Rejected`)
    const next = nextOpen(work, item.key)
    if (next !== null) setSelected(next)
  }
  const reopen = () => {
    if (!item || item.status === 'open') return
    if (item.status === 'rejected') return change(marked(work, [item.key], 'open'))
    if (locked) return closed()
    // What has not come to the record yet is no one's but ours.
    if (!settled.has(item.key)) return change(replaced(work, { ...item, status: 'open' }))
    ask('open')
  }
  const take = () => {
    if (!item?.opened) return
    const kept = { ...item, ...item.opened.was, status: 'done' as const, opened: null, why: null }
    change(replaced(work, kept))
    textRef.current?.focus({ preventScroll: true })
  }
  const add = () => {
    const chosen = textRef.current ? selectionIn(textRef.current) : null
    const span = chosen === null ? null : wholeWords(text, chosen.start, chosen.end)
    if (!span) return say(t`Select words of the text first.`)
    const key = `own ${span.start}-${span.end} ${crypto.randomUUID().slice(0, 8)}`
    change(added(work, key, span.start, span.end, at.published))
    setSelected(key)
    // The first thing it wants.
    requestAnimationFrame(() => panel.current?.querySelector<HTMLInputElement>('[data-field="source"]')?.focus())
  }
  const acts: Readonly<Record<Act, () => void>> = {
    next: () => step(1),
    previous: () => step(-1),
    accept: () => decide('done'),
    reject: () => decide('rejected'),
    reopen,
    swap: () => edit((key) => swapped(work, key)),
    mutual: () => edit((key) => edited(work, key, { mutual: !item?.mutual })),
    tag: () => (item?.status === 'open' ? setPicking(true) : closed()),
    edit: () =>
      item?.status === 'open'
        ? panel.current?.querySelector<HTMLInputElement>('[data-field="summary"]')?.focus()
        : closed(),
    add,
    undo: () => undo?.(),
    redo: () => redo?.(),
  }
  return {
    ...{ item, selected, by, locked, picking, asking, answer, select, edit, take, acts },
    pick: setPicking,
    goOn: () => item?.opened && change(replaced(work, { ...item, opened: { ...item.opened, clash: false } })),
  }
}
