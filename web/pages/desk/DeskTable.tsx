/** The list of what was found in a document, the text with it underlined, and the item under the hand. */
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { DeskQuery } from '../../../server/figure/generated/documents.ts'
import { Announcer } from '../../ui/Announcer.tsx'
import { ArticleText, selectionIn } from './ArticleText.tsx'
import { CodingPanel } from './CodingPanel.tsx'
import { DeskHead } from './DeskHead.tsx'
import { Happening } from './Happening.tsx'
import { ItemList } from './ItemList.tsx'
import { KeyTable } from './KeyTable.tsx'
import { type Act, actOf, keepKeys, keptKeys, keyOf } from './keys.ts'
import { SecondCoding } from './SecondCoding.tsx'
import { wholeWords } from './text.ts'
import { useExposure } from './useExposure.ts'
import { useSettling } from './useSettling.ts'
import { useWork } from './useWork.ts'
import { added, type DeskData, edited, marked, missingIn, nextOpen, swapped, theirs } from './work.ts'

/** Where keys are letters: in a list of choices too, which they search. */
const TYPED_INTO = 'input[type="text"], textarea, select'

interface Props {
  readonly desk: DeskData
  readonly tags: NonNullable<DeskQuery['codebook']>['tags']
  readonly actors: DeskQuery['actors']['nodes']
}

export function DeskTable({ desk, tags, actors }: Props) {
  const { t } = useLingui()
  const { document } = desk
  const text = document.text ?? ''
  const textRef = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const { work, change, undo, redo, keeping, insist, yieldTo } = useWork(desk)
  const exposed = useExposure(document.id, work)
  const names = useMemo(() => new Map(actors.map((actor) => [actor.code, actor.name])), [actors])
  const labels = useMemo(() => new Map(tags.map((tag) => [tag.code, tag.label])), [tags])
  const { settled, refused, busy, retry, reread } = useSettling(desk, work, names, labels, (key, statement) => {
    change(theirs(work, key, statement))
    setSaid(t`Somebody else has settled this already: theirs stands.`)
  })
  const [selected, setSelected] = useState<string | null>(() => nextOpen(work, null) ?? work.items[0]?.key ?? null)
  const [picking, setPicking] = useState(false)
  const [keys, setKeys] = useState(keptKeys)
  const [said, setSaid] = useState('')
  const item = work.items.find((i) => i.key === selected) ?? null
  const favourites = useMemo(() => mostUsed(work.items.map((i) => i.tag)), [work])

  const step = (by: 1 | -1) => {
    const at = work.items.findIndex((i) => i.key === selected)
    const next = work.items[Math.min(work.items.length - 1, Math.max(0, at + by))]
    if (next) select(next.key)
  }
  const select = (key: string | null) => {
    setSelected(key)
    setPicking(false)
    const chosen = work.items.find((i) => i.key === key)
    if (chosen) setSaid(sentenceOf(chosen))
  }
  const sentenceOf = (i: (typeof work.items)[number]) =>
    `${names.get(i.source) ?? '–'} ${i.mutual ? '↔' : '→'} ${names.get(i.target) ?? '–'}, ${i.blind ? t`on record already` : (labels.get(i.tag) ?? t`no tag`)}`
  const decide = (status: 'done' | 'rejected') => {
    if (item?.status !== 'open') return
    if (status === 'done' && missingIn(item).length > 0) return setSaid(t`Not yet: something is still needed.`)
    change(marked(work, [item.key], status))
    setSaid(status === 'done' ? t`Settled: ${sentenceOf(item)}` : t`Rejected`)
    const next = nextOpen(work, item.key)
    if (next !== null) setSelected(next)
  }
  const add = () => {
    const chosen = textRef.current ? selectionIn(textRef.current) : null
    const span = chosen === null ? null : wholeWords(text, chosen.start, chosen.end)
    if (!span) return setSaid(t`Select words of the text first.`)
    const key = `own ${span.start}-${span.end} ${crypto.randomUUID().slice(0, 8)}`
    change(added(work, key, span.start, span.end, document.published))
    setSelected(key)
    // The first thing it wants.
    requestAnimationFrame(() => panel.current?.querySelector<HTMLInputElement>('[data-field="source"]')?.focus())
  }
  const acts: Readonly<Record<Act, () => void>> = {
    next: () => step(1),
    previous: () => step(-1),
    accept: () => decide('done'),
    reject: () => decide('rejected'),
    reopen: () => item && change(marked(work, [item.key], 'open')),
    swap: () => item && change(swapped(work, item.key)),
    mutual: () => item && change(edited(work, item.key, { mutual: !item.mutual })),
    tag: () => item && setPicking(true),
    edit: () => panel.current?.querySelector<HTMLInputElement>('[data-field="summary"]')?.focus(),
    add,
    undo: () => undo?.(),
    redo: () => redo?.(),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    const typing = event.target instanceof HTMLElement && event.target.matches(TYPED_INTO)
    const key = keyOf(event.nativeEvent)
    if (key === 'Ctrl+Enter') {
      event.preventDefault()
      return decide('done')
    }
    if (typing) {
      if (event.key === 'Escape') textRef.current?.focus()
      // A field undoes its own typing; every other key is a letter there.
      return
    }
    const act = actOf(keys, key)
    if (act) {
      event.preventDefault()
      return acts[act]()
    }
    const favourite = /^[1-9]$/.test(event.key) ? favourites[Number(event.key) - 1] : undefined
    if (favourite === undefined || !item || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    change(edited(work, item.key, { tag: favourite }))
  }
  const own = new Set(settled.values())
  const others = desk.statements.filter((s) => !own.has(s.id))
  const open = work.items.filter((i) => i.status === 'open').length
  return (
    <div className="desk" onKeyDownCapture={captured(onKeyDown)}>
      <DeskHead
        desk={desk}
        keys={keys}
        history={{ undo, redo, keeping, insist, yieldTo }}
        settling={{ busy, refused, retry }}
        open={open}
        all={work.items.length}
        onAdd={add}
        onRejectOpen={() => change(marked(work, openKeys(work.items), 'rejected'))}
      />
      <div className="desk-panes">
        <ItemList
          items={work.items}
          selected={selected}
          settled={settled}
          names={names}
          labels={labels}
          refused={refused}
          onSelect={select}
        />
        <section aria-label={t`Article`} className="desk-text">
          <ArticleText
            text={text}
            language={document.language}
            items={work.items}
            selected={selected}
            onSelect={select}
            textRef={textRef}
          />
        </section>
        <div ref={panel} className="desk-panel">
          {item ? (
            <CodingPanel
              key={item.key}
              item={item}
              tags={tags}
              actors={actors}
              favourites={favourites}
              keys={keys}
              picking={picking}
              refused={refused.get(item.key)}
              onEdit={(fields) => change(edited(work, item.key, fields), `${item.key} ${Object.keys(fields).join()}`)}
              onPick={(open) => {
                setPicking(open)
                // The keys are heard from the text.
                if (!open) textRef.current?.focus({ preventScroll: true })
              }}
              onLeave={() => setPicking(false)}
              onSwap={acts.swap}
              onAccept={acts.accept}
              onReject={acts.reject}
              onReopen={acts.reopen}
            />
          ) : (
            <p className="quiet">{t`Select words of the text and add them, or choose an item.`}</p>
          )}
          {item?.status === 'done' && settled.has(item.key) && (
            <Happening
              key={settled.get(item.key)}
              statement={settled.get(item.key) ?? ''}
              onMoved={() => void reread()}
            />
          )}
          <div className="choice">
            <label htmlFor="desk-note">{t`Notes and questions on this document`}</label>
            <textarea
              id="desk-note"
              rows={2}
              value={work.note}
              onChange={(event) => change({ ...work, note: event.currentTarget.value }, 'note')}
            />
          </div>
          <SecondCoding statements={others} text={text} tags={tags} names={names} ready={exposed} />
          <KeyTable
            keys={keys}
            onChange={(next) => {
              setKeys(next)
              keepKeys(next)
            }}
          />
        </div>
      </div>
      <Announcer sentence={said} />
    </div>
  )
}

/** The text keeps every key to itself once it has it: the desk listens first. */
function captured(listen: (event: KeyboardEvent) => void) {
  return (event: KeyboardEvent) => {
    const inPicker = event.target instanceof HTMLElement && event.target.closest('.tag-picker, .key-table')
    if (!inPicker) listen(event)
  }
}

function openKeys(items: readonly { readonly key: string; readonly status: string }[]): string[] {
  return items.filter((i) => i.status === 'open').map((i) => i.key)
}

/** The nine tags used most, the most used first, at equal use by name. */
function mostUsed(tags: readonly string[]): string[] {
  const uses = new Map<string, number>()
  for (const tag of tags) if (tag !== '') uses.set(tag, (uses.get(tag) ?? 0) + 1)
  return [...uses]
    .sort(([x, n], [y, m]) => m - n || (x < y ? -1 : 1))
    .slice(0, 9)
    .map(([tag]) => tag)
}
